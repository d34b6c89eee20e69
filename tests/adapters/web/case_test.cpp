// The intake form and the case page: forms become commands, rejections keep what was typed.
#include <catch2/catch.hpp>

#include "tests/adapters/web/served.hpp"

using namespace guichet;
using web::count;
using web::has;
using web::input_value;
using web::Served;

namespace {

const Served::Pairs kCall{
    {"nom", "Vayssié"}, {"telephone", "05 65 00 01 00"}, {"description", "Ouvrir\nun salon"}};

Served::Pairs with(Served::Pairs form, const Served::Pairs& more) {
  form.insert(form.end(), more.begin(), more.end());
  return form;
}

// A project holder of Figeac whose request goes to partners once they are confirmed.
Served::Pairs creation() {
  return with(kCall, {{"themes", "creation"},
                      {"statut", "porteur de projet"},
                      {"commune", "46102"},
                      {"naf", "96.02A"},
                      {"stade", "projet"},
                      {"consentement_partage", "oui"}});
}

// The hidden inputs of the form that posts to `action`, and what else is sent.
Served::Pairs form_of(const std::string& page, const std::string& action,
                      const Served::Pairs& more = {}) {
  const std::string mark = "action=\"" + action + "\"";
  REQUIRE(has(page, mark));
  return with({{"form-n", input_value(page, "form-n", mark)},
               {"form-rev", input_value(page, "form-rev", mark)},
               {"form-key", input_value(page, "form-key", mark)}},
              more);
}

std::string send(Served& desk, const std::string& action, const Served::Pairs& more = {}) {
  const std::string page = desk.get("/cases/1?lang=fr").body;
  const auto answer = desk.post(action + "?lang=fr", form_of(page, action, more));
  if (answer.status == 303) return desk.get(answer.headers.get("Location") + "?lang=fr").body;
  return std::to_string(answer.status) + "\n" + answer.body;
}

}  // namespace

TEST_CASE("the form asks first for what saves a call, and marks it") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");

  const std::string form = desk.get("/requests/new?lang=fr").body;

  CHECK(count(form, "aria-required=\"true\"") == 3);
  CHECK(form.find("name=\"description\"") < form.find("name=\"prenom\""));
  CHECK(has(form, "<textarea id=\"description\""));
  CHECK(has(form, "name=\"recue_le\" value=\"2009-02-04\" type=\"date\""));
  CHECK(has(form, "<option value=\"Figeac (46102)\">"));
  CHECK(has(form, "type=\"checkbox\" name=\"themes\" value=\"emploi-jeunes\""));
  // What comes up later, and what the desk writes itself, is not asked.
  CHECK_FALSE(has(form, "name=\"motif_classement\""));
  CHECK_FALSE(has(form, "name=\"motifs_de_refus\""));
  CHECK_FALSE(has(form, "name=\"precision\""));
}

TEST_CASE("every input of the forms has a label") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", kCall);

  for (const char* path : {"/requests/new", "/cases/1"}) {
    const std::string page = desk.get(path).body;
    for (std::size_t at = page.find(" id=\"act-"); at != std::string::npos;
         at = page.find(" id=\"act-", at + 1)) {
      const std::string id = page.substr(at + 5, page.find('"', at + 5) - at - 5);
      const bool is_group = has(page, "<fieldset class=\"field checks\" id=\"" + id + "\"");
      CHECK((is_group || id.ends_with("-error") || has(page, "for=\"" + id + "\"")));
    }
  }
}

TEST_CASE("a call is saved on a name, a telephone and a sentence") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");

  const auto saved = desk.post("/requests", kCall);

  REQUIRE(saved.status == 303);
  CHECK(saved.headers.get("Location") == "/cases/1?saved=1");
  const std::string page = desk.get("/cases/1?saved=1&lang=fr").body;
  CHECK(has(page, "La demande 1 est enregistrée."));
  CHECK(has(page, "À qualifier"));
  CHECK(has(page, "Ouvrir\nun salon"));
}

TEST_CASE("the same form sent twice is one request") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  const std::string key = input_value(desk.get("/requests/new").body, "form-key");
  REQUIRE_FALSE(key.empty());

  desk.post("/requests", with(kCall, {{"form-key", key}}));
  const auto again = desk.post("/requests", with(kCall, {{"form-key", key}}));

  CHECK(again.headers.get("Location") == "/cases/1?saved=1");
  CHECK(desk.stage().case_ids().size() == 1);
}

TEST_CASE("a request that cannot be saved keeps what was typed and says why at each field") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");

  const auto refused = desk.post("/requests?lang=fr", {{"nom", "<Vayssié>"},
                                                       {"telephone", "12"},
                                                       {"description", ""},
                                                       {"commune", "Figeac"},
                                                       {"effectif", "beaucoup"},
                                                       {"themes", "formation"},
                                                       {"stade", "projet"}});

  CHECK(refused.status == 422);
  CHECK(desk.stage().case_ids().empty());
  CHECK(has(refused.body, "value=\"&lt;Vayssié&gt;\""));
  CHECK(has(refused.body, "value=\"12\""));
  CHECK(has(refused.body, "value=\"Figeac (46102)\""));
  CHECK(has(refused.body, "name=\"themes\" value=\"formation\" checked"));
  CHECK(has(refused.body, "<option value=\"projet\" selected>"));
  for (const char* id : {"telephone", "description", "effectif"}) {
    CHECK(has(refused.body, "<p class=\"error\" id=\"" + std::string(id) + "-error\">"));
    CHECK(has(refused.body, "<a href=\"#" + std::string(id) + "\">"));
  }
}

TEST_CASE("an act by form moves the case") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", kCall);

  const std::string page = send(desk, "/cases/1/acts/qualifier",
                                {{"themes", "formation"},
                                 {"themes", "recrutement"},
                                 {"statut", "entreprise"},
                                 {"commune", "Figeac (46102)"},
                                 {"effectif", "4"}});

  CHECK(has(page, "<h3>Formation"));
  CHECK(has(page, "<h3>Recrutement"));
  CHECK(has(page, "Prise en charge"));
}

TEST_CASE("a rejected act shows every reason, opens its form and keeps what was typed") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", kCall);

  const std::string page =
      send(desk, "/cases/1/acts/qualifier", {{"statut", "entreprise"}, {"prenom", "Lucie \"L\""}});

  CHECK(page.starts_with("422"));
  CHECK(has(page, "rien n’a changé"));
  for (const char* id : {"themes", "commune"}) {
    CHECK(has(page, "<a href=\"#act-1-qualifier-" + std::string(id) + "\">il manque"));
    CHECK(has(page, " id=\"act-1-qualifier-" + std::string(id) + "\""));
    CHECK(has(page, " id=\"act-1-qualifier-" + std::string(id) + "-error\""));
  }
  CHECK(has(page, "<details class=\"act\" open><summary>Qualifier"));
  CHECK(has(page, "value=\"Lucie &quot;L&quot;\""));
  CHECK(has(page, "<option value=\"entreprise\" selected>"));
}

TEST_CASE("a value that does not fit is said at its field and nothing is submitted") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", kCall);
  const auto facts = desk.stage().facts({1}).size();

  const std::string page = send(desk, "/cases/1/acts/qualifier", {{"effectif", "beaucoup"}});

  CHECK(page.starts_with("422"));
  CHECK(has(page, "id=\"act-1-qualifier-effectif-error\""));
  CHECK(desk.stage().facts({1}).size() == facts);
}

TEST_CASE("a form that shows an older case is refused, and the page shows it as it is") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", kCall);
  const std::string action = "/cases/1/acts/classer";
  const Served::Pairs old =
      form_of(desk.get("/cases/1").body, action, {{"motif_classement", "Doublon de la 3"}});
  send(desk, "/cases/1/acts/qualifier",
       {{"themes", "formation"}, {"statut", "entreprise"}, {"commune", "46102"}});

  const auto refused = desk.post(action, old);

  CHECK(refused.status == 409);
  CHECK(has(refused.body, "Le dossier a changé entre-temps"));
  CHECK(has(refused.body, "Doublon de la 3"));
}

TEST_CASE("what is not for the role in hand is shown with whom it is for, without a form") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", kCall);
  desk.cookie = "guichet-role=presidente";

  const std::string page = desk.get("/cases/1?lang=fr").body;

  CHECK(has(page, "Conseiller du dossier, Secrétariat"));
  CHECK_FALSE(has(page, "action=\"/cases/1/acts/qualifier\""));
  CHECK_FALSE(has(page, "action=\"/cases/1/tasks/"));
  const auto refused =
      desk.post("/cases/1/acts/classer", {{"form-n", "1"}, {"motif_classement", "x"}});
  CHECK(refused.status == 403);
}

TEST_CASE("the partners that the convention proposes come ticked; the page says why and why not") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", creation());

  const std::string page = desk.get("/cases/1?lang=fr").body;

  CHECK(has(page, "name=\"partenaires\" value=\"cma-46\" checked"));
  CHECK_FALSE(has(page, "name=\"partenaires\" value=\"pole-emploi\" checked"));
  CHECK(has(page, "Pourquoi ces partenaires"));
  CHECK(has(page, "<td data-label=\"Critère\">Thème</td>"));
  CHECK(has(page, "96.02A Coiffure"));
}

TEST_CASE("a fact that is missing is named as such, not as the condition that asks for it") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", with(kCall, {{"themes", "creation"},
                                      {"statut", "porteur de projet"},
                                      {"commune", "46102"},
                                      {"consentement_partage", "oui"}}));

  const std::string page = desk.get("/cases/1?lang=fr").body;

  CHECK(has(page,
            "<td data-label=\"Critère\">Activité (NAF)</td>"
            "<td data-label=\"Ce dossier\">non renseigné</td>"));
  CHECK_FALSE(has(page, "!= null"));
}

TEST_CASE("confirmed partners are asked; a spoken answer is recorded with its channel") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", creation());
  std::string page = send(desk, "/cases/1/acts/confirmer",
                          {{"form-many", "partenaires"}, {"partenaires", "cma-46"}});
  REQUIRE(has(page, "Partenaires sollicités"));
  REQUIRE(has(page, "Réponse attendue"));
  CHECK(has(page, "<pre>Bonjour"));

  page = send(desk, "/cases/1/replies/accepter",
              {{"referent", "A. Martin"}, {"form-channel", "phone"}});

  CHECK(has(page, "Prise en charge par le partenaire"));
  CHECK(has(page, "notée par Claire Vernhes (téléphone)"));
}

TEST_CASE("partners that are all unticked are nobody, not those that were proposed") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", creation());

  const std::string page = send(desk, "/cases/1/acts/confirmer", {{"form-many", "partenaires"}});

  CHECK_FALSE(has(page, "Partenaires sollicités"));
  CHECK(has(page, "<span class=\"tag state\">À orienter</span>"));
}

TEST_CASE("a task is said to be done by a button") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", kCall);
  const std::string page = desk.get("/cases/1").body;
  const std::size_t at = page.find("action=\"/cases/1/tasks/");
  REQUIRE(at != std::string::npos);
  const std::string action = page.substr(at + 8, page.find('"', at + 8) - at - 8);

  const std::string after = send(desk, action);

  CHECK(has(after, "plus à faire : Rappeler et qualifier la demande"));
  CHECK_FALSE(has(after, "action=\"/cases/1/tasks/"));
}

TEST_CASE("a page that asks what is new is answered only when something is") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", kCall);
  const std::string page = desk.get("/cases/1").body;
  const std::size_t at = page.find("hx-get=\"/cases/1?seen=");
  REQUIRE(at != std::string::npos);
  const std::string self = page.substr(at + 8, page.find('"', at + 8) - at - 8);

  CHECK(desk.get(self).status == 204);
  desk.post("/clock", {{"by", "week"}});
  CHECK(desk.get(self).status == 200);
}

TEST_CASE("forms that are none are refused") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", kCall);

  CHECK(desk.post("/cases/1/acts/qualifier", {}).status == 400);
  CHECK(desk.post("/cases/1/acts/qualifier", {{"form-n", "x"}}).status == 400);
  CHECK(desk.post("/cases/9/acts/qualifier", {{"form-n", "1"}}).status == 404);
  CHECK(desk.post("/cases/1/acts/inconnu", {{"form-n", "1"}}).status == 409);
  CHECK(desk.post("/cases/1/acts/qualifier", {{"form-n", "77"}}).status == 404);
}
