// The directory's pages: what is entered there counts for the next letter.
#include <catch2/catch.hpp>

#include "adapters/http/directory/directory_view.hpp"
#include "engine/access/roles.hpp"
#include "engine/base/file.hpp"
#include "engine/desk/request_rows.hpp"
#include "tests/adapters/web/served.hpp"

using namespace guichet;
using web::count;
using web::has;
using web::input_value;
using web::Served;

namespace {

const char* const kStart = "2009-08-13T10:00";
const char* const kChamber = "/directory/cma-46";

Served::Pairs with_more(Served::Pairs form, const Served::Pairs& more) {
  form.insert(form.end(), more.begin(), more.end());
  return form;
}

std::string page(Served& desk, const std::string& target) {
  const auto answer = desk.get(target + (has(target, "?") ? "&" : "?") + "lang=fr");
  INFO(target);
  REQUIRE(answer.status == 200);
  return answer.body;
}

std::string rev(Served& desk) {
  return input_value(page(desk, kChamber), "form-rev", "dir-part\" value=\"entry\"");
}

// A project holder's case that cma-46 is asked about; whom the letter to it went to.
std::string address_of_next_letter(Served& desk, int number) {
  const std::string kase = "/cases/" + std::to_string(number);
  REQUIRE(desk.post("/requests", {{"nom", "Vayssié"},
                                  {"telephone", "05 65 00 01 0" + std::to_string(number)},
                                  {"description", "Ouvrir un salon"},
                                  {"themes", "creation"},
                                  {"statut", "porteur de projet"},
                                  {"commune", "46102"},
                                  {"naf", "96.02A"},
                                  {"stade", "projet"},
                                  {"consentement_partage", "oui"}})
              .status == 303);
  const std::string shown = page(desk, kase);
  const std::string action = kase + "/acts/confirmer";
  const std::string mark = "action=\"" + action + "\"";
  REQUIRE(desk.post(action, {{"form-n", input_value(shown, "form-n", mark)},
                             {"form-rev", input_value(shown, "form-rev", mark)},
                             {"form-many", "partenaires"},
                             {"partenaires", "cma-46"}})
              .status == 303);
  std::string to;
  desk.stage().desk().store().read([&](store::Reader& reader) {
    for (const store::OutboxRow& row : reader.letters({number})) {
      if (row.letter.to_kind == "partner") to = row.letter.to_address;
    }
  });
  return to;
}

const Served::Pairs kAbsence{{"dir-part", "absence"},
                             {"dir-who", "a-martin"},
                             {"dir-first", "2009-08-10"},
                             {"dir-last", "2009-08-28"},
                             {"dir-substitute", "b-durand"}};

// The desk of Figeac whose files know of nobody's absence and of no closure.
std::shared_ptr<const bundle::Desk> always_there() {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics);
  const auto take_out = [&](const char* file, const std::string& line) {
    const std::size_t at = files[file].find(line);
    INFO(file << ": " << line);
    REQUIRE(at != std::string::npos);
    files[file].erase(at, line.size());
  };
  take_out(
      "partners.yaml",
      "    absences: [{who: g-lacaze, from: 2009-08-10, to: 2009-08-28, substitute: i-pons}]\n");
  take_out("partners.yaml", "    closures: [{from: 2009-08-03, to: 2009-08-21, clock: stopped}]\n");
  take_out("desk.yaml",
           "absences:\n  - {who: coordinatrice, from: 2009-08-10, to: 2009-08-21, "
           "substitute: secretaire}\n");
  auto desk = bundle::load_desk_files(files, "", diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(desk != nullptr);
  return desk;
}

// Every letter of the bakery of 12 employees that calls on 13 August, until October: when it was
// made, which one, to whom.
std::vector<std::string> letters_of_august(Served& desk) {
  const auto csv = base::read_source(GUICHET_ROOT "/examples/pays-de-figeac/tests/demandes.csv");
  REQUIRE(csv);
  base::Diagnostics diagnostics;
  const auto table =
      desk::read_requests("demandes.csv", (*csv)->text(), desk.stage().definition(), diagnostics);
  const auto row = std::ranges::find(table.rows, "2009-073", &desk::RequestRow::number);
  REQUIRE(row != table.rows.end());
  const auto secretary = *access::actor_as(desk.stage().desk().definition(), "secretaire");
  const auto made = desk.stage().submit(secretary, {}, cases::OpenRequest{row->fields});
  REQUIRE(made);
  desk.stage().run_until(*base::parse_instant("2009-10-01T08:00:00Z"));
  std::vector<std::string> out;
  for (const store::OutboxRow& each : desk.stage().letters(made->kase)) {
    out.push_back(base::iso(each.letter.made_at) + " " + each.letter.letter + " " +
                  each.letter.to_address);
  }
  return out;
}

}  // namespace

TEST_CASE("August entered by the pages is August as the folder has it") {
  Served folder("pays-de-figeac", "2009-08-13T11:00");
  const auto expected = letters_of_august(folder);
  REQUIRE(expected.size() > 5);

  Served entered(always_there(), "2009-08-13T11:00");
  REQUIRE(entered
              .post("/directory/pole-emploi/absences", {{"dir-who", "g-lacaze"},
                                                        {"dir-first", "2009-08-10"},
                                                        {"dir-last", "2009-08-28"},
                                                        {"dir-substitute", "i-pons"}})
              .status == 303);
  REQUIRE(entered
              .post("/directory/maison-formation", {{"dir-part", "closure"},
                                                    {"dir-first", "2009-08-03"},
                                                    {"dir-last", "2009-08-21"},
                                                    {"dir-clock", "stopped"}})
              .status == 303);
  REQUIRE(entered
              .post("/directory/staff", {{"dir-who", "coordinatrice"},
                                         {"dir-first", "2009-08-10"},
                                         {"dir-last", "2009-08-21"},
                                         {"dir-substitute", "secretaire"}})
              .status == 303);
  CHECK(letters_of_august(entered) == expected);

  Served nobody_away(always_there(), "2009-08-13T11:00");
  CHECK(letters_of_august(nobody_away) != expected);
}

TEST_CASE("an absence that is entered sends the next letter to the substitute") {
  Served desk("pays-de-figeac", kStart);
  CHECK(address_of_next_letter(desk, 1) == "a.martin@exemple.test");
  const auto kept = desk.post(std::string(kChamber) + "/absences", kAbsence);
  REQUIRE(kept.status == 303);
  CHECK(kept.headers.get("Location") == "/directory/cma-46?saved=1");

  const std::string shown = page(desk, "/directory/cma-46?saved=1");
  CHECK(has(shown, "compte dès maintenant"));
  CHECK(has(shown, "absence jusqu’au 28/08/2009"));
  CHECK(has(shown, "absence de A. Martin du 10/08/2009 au 28/08/2009 (B. Durand remplace)"));
  CHECK(has(page(desk, "/directory"), "A. Martin, jusqu’au 28/08/2009 ; B. Durand remplace"));
  CHECK(address_of_next_letter(desk, 2) == "b.durand@exemple.test");

  REQUIRE(desk.post(kChamber,
                    {{"dir-part", "drop-absence"}, {"dir-index", "0"}, {"form-rev", rev(desk)}})
              .status == 303);
  CHECK(address_of_next_letter(desk, 3) == "a.martin@exemple.test");
}

TEST_CASE("a letter that rests under an address which the entry has no more is told") {
  Served desk("pays-de-figeac", kStart);
  REQUIRE(address_of_next_letter(desk, 1) == "a.martin@exemple.test");
  CHECK_FALSE(has(page(desk, kChamber), "préparée avant le changement"));
  REQUIRE(desk.post(kChamber, {{"dir-part", "adviser.a-martin"},
                               {"form-rev", rev(desk)},
                               {"dir-name", "A. Martin"},
                               {"dir-email", "martin@exemple.test"}})
              .status == 303);
  const std::string shown = page(desk, kChamber);
  CHECK(has(shown, "Une lettre à A. Martin a été préparée avant le changement"));
  CHECK(has(shown, "à l’ancienne adresse, a.martin@exemple.test"));
  CHECK(has(shown, "<a href=\"/cases/1\">"));
  CHECK(address_of_next_letter(desk, 2) == "martin@exemple.test");
}

TEST_CASE("what is wrong stands at its field, with what was typed") {
  Served desk("pays-de-figeac", kStart);
  const auto refused =
      desk.post("/directory/cma-46/absences?lang=fr", {{"dir-part", "absence"},
                                                       {"dir-who", "a-martin"},
                                                       {"dir-first", "2009-08-28"},
                                                       {"dir-last", "2009-08-10"},
                                                       {"dir-substitute", "a-martin"}});
  CHECK(refused.status == 422);
  CHECK(has(refused.body, "id=\"absence-dir-last-error\">le dernier jour vient avant le premier"));
  CHECK(has(refused.body, "id=\"absence-dir-substitute-error\">on ne se remplace pas soi-même"));
  CHECK(has(refused.body, "href=\"#absence-dir-last\""));
  CHECK(has(refused.body, "value=\"2009-08-28\""));
  const auto dateless = desk.post("/directory/cma-46/absences?lang=fr", {{"dir-who", "a-martin"}});
  CHECK(dateless.status == 422);
  CHECK(count(dateless.body, "une date est nécessaire") == 4);
  const auto entry = desk.post(
      "/directory/cma-46?lang=fr",
      {{"dir-part", "entry"}, {"form-rev", "1"}, {"dir-name", ""}, {"dir-head-email", "x"}});
  CHECK(entry.status == 422);
  CHECK(has(entry.body, "id=\"entry-dir-name-error\""));
  CHECK(has(entry.body, "id=\"entry-dir-head-email-error\""));
  CHECK(has(entry.body, "id=\"entry-dir-channel-error\""));
}

TEST_CASE("people come, change and leave by the page") {
  Served desk("pays-de-figeac", kStart);
  REQUIRE(desk.post(kChamber, {{"dir-part", "new-adviser"},
                               {"dir-name", "É. Nouvël"},
                               {"dir-email", "e.nouvel@exemple.test"}})
              .status == 303);
  CHECK(has(page(desk, kChamber), "e.nouvel@exemple.test"));
  CHECK(has(page(desk, kChamber), "Ajouté : la personne É. Nouvël"));
  REQUIRE(desk.post(kChamber, {{"dir-part", "adviser.e-nouvel"},
                               {"form-rev", rev(desk)},
                               {"dir-name", "É. Nouvël"},
                               {"dir-phone", "05 65 99 99 99"},
                               {"dir-note", "ligne directe"}})
              .status == 303);
  const std::string shown = page(desk, kChamber);
  CHECK(has(shown, "05 65 99 99 99"));
  CHECK(has(shown, "ligne directe"));
  CHECK(address_of_next_letter(desk, 1) == "a.martin@exemple.test");

  const char* const hers = "/directory/cma-46/advisers/a-martin";
  CHECK(has(page(desk, hers), "Les dossiers de A. Martin"));
  CHECK(desk.post(hers, {{"dir-leaves", "1"}}).status == 422);
  const auto told =
      desk.post(hers, {{"dir-to", "b-durand"}, {"dir-reason", "mutation"}, {"dir-leaves", "1"}});
  CHECK(told.status == 200);
  CHECK(desk.get(hers).status == 404);
  CHECK_FALSE(has(page(desk, kChamber), "a.martin@exemple.test</"));
  CHECK(address_of_next_letter(desk, 2) == "b.durand@exemple.test");
}

TEST_CASE("two people who write at once: the second sees both versions") {
  Served desk("pays-de-figeac", kStart);
  const Served::Pairs entry{{"dir-part", "entry"},
                            {"form-rev", "1"},
                            {"dir-name", "Chambre de métiers"},
                            {"dir-channel", "email"},
                            {"dir-head-name", "O. Cassan"}};
  REQUIRE(desk.post(kChamber, with_more(entry, {{"dir-head-phone", "01"}})).status == 303);

  const auto late =
      desk.post("/directory/cma-46?lang=fr", with_more(entry, {{"dir-head-phone", "02"}}));
  CHECK(late.status == 409);
  CHECK(has(late.body, "class=\"compare\""));
  CHECK(has(late.body, "<dd><strong>02</strong></dd>"));
  CHECK(has(late.body, "<dd><strong>01</strong></dd>"));
  CHECK(has(late.body, "value=\"02\""));
  // The form knows the last version now: sent again, it is taken.
  const std::string now = input_value(late.body, "form-rev", "dir-part\" value=\"entry\"");
  REQUIRE(desk.post(kChamber,
                    with_more({{"form-rev", now}}, with_more(entry, {{"dir-head-phone", "02"}})))
              .status == 303);
  CHECK(has(page(desk, kChamber), "« 01 » devient « 02 »"));
  // What takes something away by its place goes by the version that was shown.
  CHECK(desk.post(kChamber, {{"dir-part", "drop-absence"}, {"dir-index", "0"}, {"form-rev", "1"}})
            .status == 409);
}

TEST_CASE("a closure is entered, shown, and taken away") {
  Served desk("pays-de-figeac", kStart);
  REQUIRE(desk.post(kChamber, {{"dir-part", "closure"},
                               {"dir-first", "2009-08-13"},
                               {"dir-last", "2009-08-21"},
                               {"dir-clock", "stopped"}})
              .status == 303);
  CHECK(has(page(desk, kChamber), "suspendus"));
  CHECK(has(page(desk, "/directory"), "Fermé jusqu’au 21/08/2009"));
  REQUIRE(desk.post(kChamber,
                    {{"dir-part", "drop-closure"}, {"dir-index", "0"}, {"form-rev", rev(desk)}})
              .status == 303);
  CHECK(has(page(desk, kChamber), "Aucune fermeture notée"));
}

TEST_CASE("an absence of the staff is entered beside the folder's, and taken away") {
  Served desk("pays-de-figeac", kStart);
  const std::string before = page(desk, "/directory/staff");
  CHECK(has(before, "définition du guichet"));
  CHECK_FALSE(has(before, "dir-drop"));
  CHECK(desk.post("/directory/staff", {{"dir-who", "nobody"}}).status == 422);
  REQUIRE(desk.post("/directory/staff", {{"dir-who", "secretaire"},
                                         {"dir-first", "2009-09-01"},
                                         {"dir-last", "2009-09-04"},
                                         {"dir-substitute", "coordinatrice"}})
              .status == 303);
  const std::string shown = page(desk, "/directory/staff");
  CHECK(has(shown, "04/09/2009"));
  REQUIRE(desk.post("/directory/staff", {{"dir-drop", input_value(shown, "dir-drop")}}).status ==
          303);
  CHECK(desk.post("/directory/staff", {{"dir-drop", "1"}}).status == 404);
  // It is in the list no more; who entered it and who took it away stays told.
  const std::string after = page(desk, "/directory/staff");
  CHECK_FALSE(has(after, "dir-drop"));
  const std::string what =
      "absence de Odile Rames du 01/09/2009 au 04/09/2009 (Claire Vernhes remplace)";
  CHECK(has(after, "Ajouté : " + what));
  CHECK(has(after, "Retiré : " + what));
  CHECK_FALSE(has(before, "Ajouté"));
}

TEST_CASE("a form of the directory that is sent twice is one, and another text is another") {
  Served desk("pays-de-figeac", kStart);
  const auto twice = [&](const std::string& path, const Served::Pairs& form) {
    CHECK(desk.post(path, form).status == 303);
    CHECK(desk.post(path, form).status == 303);
  };
  const std::string page = desk.get(kChamber).body;
  const std::string key = input_value(page, "form-key", "value=\"new-adviser\"");
  REQUIRE_FALSE(key.empty());
  REQUIRE_FALSE(input_value(desk.get("/directory/staff").body, "form-key").empty());

  twice(kChamber, {{"dir-part", "new-adviser"},
                   {"form-key", key},
                   {"dir-name", "J. Double"},
                   {"dir-email", "j@cma.test"}});
  twice(kChamber, {{"dir-part", "new-adviser"},
                   {"form-key", key},
                   {"dir-name", "K. Autre"},
                   {"dir-email", "k@cma.test"}});
  twice("/directory/staff", {{"form-key", "s"},
                             {"dir-who", "secretaire"},
                             {"dir-first", "2009-09-01"},
                             {"dir-last", "2009-09-04"}});

  const auto entry = http::find_partner(desk.site().desk, "cma-46");
  CHECK(entry->partner.adviser("j-double") != nullptr);
  CHECK(entry->partner.adviser("j-double-2") == nullptr);
  CHECK(entry->partner.adviser("k-autre") != nullptr);
  CHECK(count(desk.get("/directory/staff").body, "name=\"dir-drop\"") == 1);
}
