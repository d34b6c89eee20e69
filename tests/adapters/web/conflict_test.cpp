// Two people change the same case: both versions are shown, nothing typed is lost, and what is sent
// again is sent knowingly.
#include <catch2/catch.hpp>

#include "tests/adapters/web/served.hpp"

using namespace guichet;
using web::count;
using web::has;
using web::input_value;
using web::Served;

namespace {

const Served::Pairs kFirstCall{{"nom", "Vayssié"},
                          {"prenom", "Lucie"},
                          {"telephone", "05 65 00 01 00"},
                          {"description", "Ouvrir un salon"}};

struct TwoWindows {
  Served desk{"pays-de-figeac", "2009-02-04T09:30"};

  TwoWindows() { REQUIRE(desk.post("/requests", kFirstCall).status == 303); }

  // The form of `page` that posts to `action`, with every hidden input that it has.
  static Served::Pairs form_in(const std::string& page, const std::string& action,
                               const Served::Pairs& typed) {
    const std::string mark = "action=\"" + action + "\"";
    INFO(page);
    REQUIRE(has(page, mark));
    const std::size_t begin = page.find(mark);
    std::string form = page.substr(begin, page.find("</form>", begin) - begin);
    Served::Pairs out = typed;
    const std::string input = "<input type=\"hidden\" name=\"";
    for (std::size_t at = form.find(input); at != form.npos; at = form.find(input, at + 1)) {
      const std::size_t name = at + input.size();
      const std::string id = form.substr(name, form.find('"', name) - name);
      out.emplace_back(id, input_value(form.substr(at), id));
    }
    return out;
  }

  Served::Pairs open(const std::string& page, const std::string& action,
                     const Served::Pairs& typed) {
    return form_in(desk.get(page + "?lang=fr").body, action, typed);
  }

  http::Response send(const std::string& action, const Served::Pairs& form) {
    return desk.post(action + "?lang=fr", form);
  }

  std::string person(const char* field) {
    const auto snapshot = *desk.stage().load({1});
    const auto found = snapshot.person.find(field);
    return found == snapshot.person.end() ? "" : feel::to_text(found->second.value());
  }
};

const std::string kUpdate = "/cases/1/acts/mettre_a_jour";

}  // namespace

TEST_CASE("an act on a case that has moved on shows what was typed and what is there, by whom") {
  TwoWindows windows;
  const auto mine =
      windows.open("/cases/1", kUpdate,
                   {{"nom", "Vayssié"}, {"prenom", "Louise"}, {"telephone", "05 65 00 01 00"}});
  const auto theirs = windows.open("/cases/1", kUpdate, {{"prenom", "Lucette"}});
  windows.desk.cookie = "guichet-role=secretaire";
  REQUIRE(windows.send(kUpdate, theirs).status == 303);
  windows.desk.cookie = "guichet-role=coordinatrice";

  const auto both = windows.send(kUpdate, mine);

  REQUIRE(both.status == 409);
  CHECK(has(both.body, "Le dossier a changé entre-temps"));
  CHECK(has(both.body, "name=\"prenom\" value=\"Louise\""));
  CHECK(has(both.body, "<dd>Lucette<br>"));
  CHECK(has(both.body, "écrit par Odile Rames le 04/02/2009 09:30"));
  CHECK(has(both.body, "Mettre à jour les faits"));
  CHECK(windows.person("prenom") == "Lucette");

  REQUIRE(windows.send(kUpdate, TwoWindows::form_in(both.body, kUpdate, {{"prenom", "Louise"}}))
              .status == 303);
  CHECK(windows.person("prenom") == "Louise");
}

TEST_CASE("what one has not changed oneself is not taken back by sending again") {
  TwoWindows windows;
  const auto mine =
      windows.open("/cases/1", kUpdate, {{"prenom", "Lucie"}, {"telephone", "05 65 00 09 99"}});
  REQUIRE(
      windows.send(kUpdate, windows.open("/cases/1", kUpdate, {{"prenom", "Lucette"}})).status ==
      303);

  const auto both = windows.send(kUpdate, mine);

  REQUIRE(both.status == 409);
  CHECK(has(both.body, "Rien de ce que vous avez tapé"));
  CHECK(count(both.body, "<dt>") == 1);  // the telephone alone
  REQUIRE(
      windows
          .send(kUpdate, TwoWindows::form_in(both.body, kUpdate, {{"telephone", "05 65 00 09 99"}}))
          .status == 303);
  CHECK(windows.person("prenom") == "Lucette");
  CHECK(windows.person("telephone") == "05 65 00 09 99");
}

TEST_CASE("a correction that comes late keeps its reason and shows both versions") {
  TwoWindows windows;
  const std::string action = "/cases/1/correct";
  const Served::Pairs typed{
      {"nom", "Vayssier"}, {"prenom", "Lucie"}, {"form-reason", "Mal entendu"}};
  const auto mine = windows.open(action, action, typed);
  REQUIRE(windows.send(kUpdate, windows.open("/cases/1", kUpdate, {{"nom", "Vaissié"}})).status ==
          303);

  const auto both = windows.send(action, mine);

  REQUIRE(both.status == 409);
  CHECK(has(both.body, "name=\"nom\" value=\"Vayssier\""));
  CHECK(has(both.body, "Mal entendu"));
  CHECK(has(both.body, "<dd>Vaissié<br>"));
  REQUIRE(
      windows
          .send(action, TwoWindows::form_in(both.body, action,
                                            {{"nom", "Vayssier"}, {"form-reason", "Mal entendu"}}))
          .status == 303);
  CHECK(windows.person("nom") == "Vayssier");
}

TEST_CASE("a request that two people qualify is qualified once, and the second sees the first") {
  TwoWindows windows;
  const std::string action = "/cases/1/acts/qualifier";
  const Served::Pairs typed{
      {"themes", "formation"}, {"statut", "entreprise"}, {"commune", "46102"}};
  const auto mine = windows.open("/cases/1", action, typed);
  REQUIRE(windows.send(action, windows.open("/cases/1", action, typed)).status == 303);

  const auto both = windows.send(action, mine);

  REQUIRE(both.status == 409);
  CHECK(has(both.body, "Figeac (46102)"));
  CHECK(has(both.body, "Qualifier"));
  // The act is not open any more: the case says so, in its own words.
  const auto again = windows.send(action, TwoWindows::form_in(both.body, action, typed));
  CHECK(again.status == 409);
  CHECK(has(again.body, "class=\"refused\""));
}

TEST_CASE("that a letter was delivered meanwhile is nobody's version: the form goes through") {
  TwoWindows windows;
  const Served::Pairs typed{{"themes", "creation"},
                            {"statut", "porteur de projet"},
                            {"commune", "46102"},
                            {"courriel", "lucie@exemple.test"},
                            {"consentement_partage", "non"}};
  const std::string qualify = "/cases/1/acts/qualifier";
  REQUIRE(windows.send(qualify, windows.open("/cases/1", qualify, typed)).status == 303);
  const auto mine = windows.open("/cases/1", kUpdate, {{"prenom", "Louise"}});
  const auto letters = windows.desk.stage().letters({1});
  REQUIRE_FALSE(letters.empty());
  REQUIRE(windows.desk.stage().submit(
      access::system_actor(), {1},
      cases::ReportDelivery{.outbox_key = letters.front().letter.key, .reason = ""}));

  CHECK(windows.send(kUpdate, mine).status == 303);
}
