// Changes outside the path: each is a page with a form; what it does shows on the case.
#include <catch2/catch.hpp>

#include "tests/adapters/web/served.hpp"

using namespace guichet;
using web::count;
using web::has;
using web::input_value;
using web::Served;

namespace {

Served::Pairs both(Served::Pairs form, const Served::Pairs& more) {
  form.insert(form.end(), more.begin(), more.end());
  return form;
}

void save_call(Served& desk, const std::string& name, const Served::Pairs& more = {}) {
  const Served::Pairs call{
      {"nom", name}, {"telephone", "05 65 00 01 00"}, {"description", "Ouvrir un salon"}};
  REQUIRE(desk.post("/requests", both(call, more)).status == 303);
}

// A project holder whose need waits for its partners to be confirmed.
void save_creation(Served& desk, const std::string& consent = "oui") {
  save_call(desk, "Vayssié",
            {{"themes", "creation"},
             {"statut", "porteur de projet"},
             {"commune", "46102"},
             {"naf", "96.02A"},
             {"stade", "projet"},
             {"consentement_partage", consent}});
}

void act(Served& desk, const std::string& action, const Served::Pairs& more = {}) {
  const std::string page = desk.get("/cases/1?lang=fr").body;
  const std::string mark = "action=\"" + action + "\"";
  REQUIRE(has(page, mark));
  REQUIRE(desk.post(action, both({{"form-n", input_value(page, "form-n", mark)},
                                  {"form-rev", input_value(page, "form-rev", mark)}},
                                 more))
              .status == 303);
}

void refer(Served& desk) {
  save_creation(desk);
  act(desk, "/cases/1/acts/confirmer", {{"form-many", "partenaires"}, {"partenaires", "cma-46"}});
}

// As the worker of the outbox does, once letters have rested.
void deliver_letters(Served& desk) {
  const base::Instant later = desk.stage().desk().clock().now() + std::chrono::hours(1);
  desk.stage().desk().store().write(
      [&](store::Transaction& outbox) {
        for (const store::LeasedLetter& each : outbox.lease_letters(50, later, later)) {
          outbox.settle_letter(each.id, each.fence, store::LetterStatus::delivered, later, "");
        }
      },
      [](const base::Result<void>& kept) { REQUIRE(kept); });
}

// Sends the form of a change's page with what it carries; the page that comes then.
std::string change(Served& desk, const std::string& address, const Served::Pairs& more = {}) {
  const std::string page = desk.get(address + (has(address, "?") ? "&" : "?") + "lang=fr").body;
  REQUIRE(has(page, "class=\"card change"));
  Served::Pairs form = more;
  for (const char* name : {"form-key", "form-rev", "form-n", "form-name", "form-state",
                           "form-letter", "form-act", "form-incident"}) {
    const std::string value = input_value(page, name, "class=\"card change");
    const bool given = std::ranges::any_of(more, [&](auto& pair) { return pair.first == name; });
    if (!value.empty() && !given) form.emplace_back(name, value);
  }
  const auto answer = desk.post(address.substr(0, address.find('?')) + "?lang=fr", form);
  if (answer.status == 303) return desk.get(answer.headers.get("Location") + "&lang=fr").body;
  return std::to_string(answer.status) + "\n" + answer.body;
}

// The first address of that page on the case page.
std::string link(const std::string& page, const std::string& start) {
  const std::string mark = "href=\"" + start;
  const std::size_t at = page.find(mark);
  REQUIRE(at != std::string::npos);
  std::string out = page.substr(at + 6, page.find('"', at + 6) - at - 6);
  for (std::size_t amp = out.find("&amp;"); amp != std::string::npos; amp = out.find("&amp;")) {
    out.replace(amp, 5, "&");
  }
  return out;
}

}  // namespace

TEST_CASE("the last act is taken back by a page that says what goes back") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  refer(desk);
  const std::string page = desk.get("/cases/1?lang=fr").body;
  CHECK(count(page, "href=\"/cases/1/undo") == 1);
  const std::string address = link(page, "/cases/1/undo");

  const std::string asked = desk.get(address + "&lang=fr").body;
  CHECK(has(asked, "Lettres qui ne partiront pas"));
  CHECK(has(asked, "Chambre de métiers et de l’artisanat du Lot"));
  CHECK_FALSE(has(asked, "Lettres déjà parties"));
  const std::string after = change(desk, address);

  CHECK(has(after, "L’acte est annulé."));
  CHECK(has(after, "action=\"/cases/1/acts/confirmer\""));
  CHECK(has(after, "envoi annulé"));
}

TEST_CASE("letters that have left are told before an act is taken back") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  refer(desk);
  deliver_letters(desk);
  const std::string address = link(desk.get("/cases/1?lang=fr").body, "/cases/1/undo");

  CHECK(has(desk.get(address + "&lang=fr").body, "Lettres déjà parties"));
}

TEST_CASE("a letter that rests is called back, one that has left is not") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  refer(desk);
  const std::string page = desk.get("/cases/1?lang=fr").body;
  CHECK(has(page, "part dans 10 min"));
  const std::string address = link(page, "/cases/1/recall");

  CHECK(has(change(desk, address), "La lettre ne partira pas."));
  // Called back already: the same form again changes nothing.
  CHECK(desk.get(address).status == 404);
}

TEST_CASE("a consent that was refused is given for one partner, then withdrawn for all") {
  Served desk("pays-de-figeac", "2009-12-09T09:30");
  save_creation(desk, "non");
  CHECK(has(desk.get("/cases/1?lang=fr").body,
            "<dt>Tous les partenaires</dt><dd><span class=\"tag late\">refusé</span>"));

  const std::string given =
      change(desk, "/cases/1/consent",
             {{"form-state", "given"}, {"form-partners", "cma-46"}, {"form-channel", "phone"}});
  CHECK(has(given, "<span class=\"tag good\">accord donné</span>"));
  CHECK(has(given, "<dt>Les autres partenaires</dt><dd><span class=\"tag late\">refusé</span>"));

  const std::string withdrawn = change(desk, "/cases/1/consent", {{"form-state", "withdrawn"}});
  CHECK(has(withdrawn, "<dt>Tous les partenaires</dt>"));
  CHECK(has(withdrawn, "accord retiré"));
}

TEST_CASE("a consent without its answer is asked for at the field, the rest is kept") {
  Served desk("pays-de-figeac", "2009-12-09T09:30");
  save_creation(desk, "non");

  const std::string refused =
      change(desk, "/cases/1/consent", {{"form-state", ""}, {"form-partners", "cma-46"}});

  CHECK(refused.starts_with("422"));
  CHECK(has(refused, "id=\"form-state-error\""));
  CHECK(has(refused, "value=\"cma-46\" checked"));
}

TEST_CASE("a need is requalified and another one is opened beside it") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  refer(desk);
  const std::string address = link(desk.get("/cases/1?lang=fr").body, "/cases/1/requalify");
  CHECK_FALSE(has(desk.get(address).body, "<option value=\"creation\""));

  const std::string page = change(desk, address, {{"form-theme", "transmission"}});
  CHECK(has(page, "<h3>Transmission"));
  CHECK(has(page, "Le besoin est requalifié."));

  const std::string more = change(desk, "/cases/1/need", {{"form-theme", "formation"}});
  CHECK(has(more, "<h3>Formation"));
}

TEST_CASE("doubles are proposed, merged, and parted again") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_call(desk, "Vayssié");
  save_call(desk, "Vayssié");
  const std::string page = desk.get("/cases/2?lang=fr").body;
  CHECK(has(page, "même téléphone et même nom"));
  const std::string address = link(page, "/cases/2/merge?into=");

  const std::string merged = change(desk, address, {{"form-into", "1"}});
  CHECK(has(merged, "Ce dossier est réuni au dossier 1."));
  CHECK(has(desk.get("/cases/1?lang=fr").body, "Le dossier 2 est réuni à celui-ci."));

  const std::string parted = change(desk, "/cases/2/unmerge");
  CHECK_FALSE(has(parted, "est réuni"));
  CHECK(change(desk, "/cases/2/merge", {{"form-into", "77"}}).starts_with("422"));
}

TEST_CASE("a date is changed with a reason, and without one it is not") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_call(desk, "Vayssié");
  const std::string address = link(desk.get("/cases/1?lang=fr").body, "/cases/1/due");

  const std::string refused = change(desk, address, {{"form-to", "2009-02-11"}});
  CHECK(refused.starts_with("422"));
  CHECK(has(refused, "indiquez le motif"));
  CHECK(has(refused, "value=\"2009-02-11\""));

  const std::string page =
      change(desk, address, {{"form-to", "2009-02-11"}, {"form-reason", "En congé"}});
  CHECK(has(page, "mercredi 11 février"));
  CHECK(has(page, "En congé"));
}

TEST_CASE("only what differs is corrected; an emptied box takes the value away") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_call(desk, "Vayssié", {{"entreprise", "Salon Lucie"}});
  const std::string page = desk.get("/cases/1/correct?lang=fr").body;
  CHECK(has(page, "value=\"Salon Lucie\""));

  const std::string corrected = change(desk, "/cases/1/correct",
                                       {{"nom", "Vayssière"},
                                        {"telephone", "05 65 00 01 00"},
                                        {"entreprise", ""},
                                        {"form-reason", "Mal entendu"}});

  CHECK(has(corrected, "<h1>Vayssière</h1>"));
  CHECK_FALSE(has(corrected, "<dd>Salon Lucie</dd>"));
  CHECK(change(desk, "/cases/1/correct", {{"nom", "Vayssière"}, {"form-reason", "x"}})
            .starts_with("422"));
}

TEST_CASE("a case is handed to somebody else of the desk") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_call(desk, "Vayssié");

  const std::string page = change(
      desk, "/cases/1/assign", {{"form-owner", "directeur"}, {"form-reason", "Départ en congé"}});

  CHECK(has(page, "<dd>Marc Lafon</dd>"));
}

TEST_CASE("a change that nothing on the case allows is answered as absent") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_call(desk, "Vayssié");

  for (const char* path : {"/cases/1/unmerge", "/cases/1/requalify?n=1", "/cases/1/hand-over?n=1",
                           "/cases/1/recall?letter=none", "/cases/1/incident?incident=3",
                           "/cases/1/due?n=1&name=none", "/cases/9/assign"}) {
    CAPTURE(path);
    CHECK(desk.get(path).status == 404);
  }
}

TEST_CASE("a partner finds none of these pages") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  refer(desk);
  desk.cookie = "guichet-role=partner:cma-46";

  CHECK_FALSE(has(desk.get("/cases/1?lang=fr").body, "/cases/1/undo"));
  CHECK(desk.get("/cases/1/undo").status == 403);
  CHECK(desk.post("/cases/1/undo", {}).status == 403);
}
