// A coordinator's lists: filters in the address, the meeting, what happened meanwhile, the sheet.
#include <catch2/catch.hpp>

#include "tests/adapters/web/served.hpp"

using namespace guichet;
using web::count;
using web::has;
using web::input_value;
using web::Served;

namespace {

void save_request(Served& desk, const std::string& name, const Served::Pairs& more = {}) {
  Served::Pairs form{{"nom", name}, {"telephone", "05 65 00 01 00"}, {"description", "Un appel"}};
  form.insert(form.end(), more.begin(), more.end());
  REQUIRE(desk.post("/requests", form).status == 303);
}

const Served::Pairs kCreation{{"themes", "creation"}, {"statut", "porteur de projet"},
                              {"commune", "46102"},   {"naf", "96.02A"},
                              {"stade", "projet"},    {"consentement_partage", "oui"}};

}  // namespace

TEST_CASE("the work list is filtered by the address, and says how much each filter leaves") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_request(desk, "Vayssié");
  save_request(desk, "Rouquié", kCreation);

  const std::string all = desk.get("/?lang=fr").body;
  CHECK(has(all, "En retard <span class=\"count\">0</span>"));
  CHECK(has(desk.get("/?when=late&lang=fr").body, "Aucune échéance ne correspond."));
  const std::string found = desk.get("/?text=vayssie&lang=fr").body;
  CHECK(has(found, "Vayssié"));
  CHECK_FALSE(has(found, "Rouquié"));
  const std::string creations = desk.get("/?theme=creation&lang=fr").body;
  CHECK(has(creations, "Rouquié"));
  CHECK_FALSE(has(creations, "Vayssié"));
  // The other filters stay in the address of each.
  CHECK(has(desk.get("/?theme=creation&owner=coordinatrice").body,
            "href=\"/?owner=coordinatrice&amp;when=late&amp;theme=creation\""));
}

TEST_CASE("who saves a call is told who calls back and by when") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_request(desk, "Vayssié");

  CHECK(has(desk.get("/cases/1?saved=1&lang=fr").body,
            "La demande 1 est enregistrée. Claire Vernhes rappelle au plus tard le vendredi 6 "
            "février 2009."));
}

TEST_CASE("the meeting has what is new, with acts that lead back to it") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_request(desk, "Vayssié");
  save_request(desk, "Rouquié", kCreation);

  const std::string page = desk.get("/agenda?lang=fr").body;
  CHECK(has(page, "Nouveaux"));
  CHECK(has(page, "Nouvelle demande du 04/02/2009."));
  CHECK(has(page, "id=\"case-2-act-2-confirmer-partenaires\""));
  const std::string mark = "action=\"/cases/2/acts/confirmer\"";
  REQUIRE(has(page, mark));
  const auto done =
      desk.post("/cases/2/acts/confirmer", {{"form-n", input_value(page, "form-n", mark)},
                                            {"form-rev", input_value(page, "form-rev", mark)},
                                            {"form-back", "/agenda"},
                                            {"form-many", "partenaires"},
                                            {"partenaires", "cma-46"}});
  CHECK(done.status == 303);
  CHECK(done.headers.get("Location") == "/agenda");
  CHECK_FALSE(has(desk.get("/agenda").body, mark));
}

TEST_CASE("a partner that stays silent is talked about; what is no longer new is not") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_request(desk, "Rouquié", kCreation);
  const std::string mark = "action=\"/cases/1/acts/confirmer\"";
  const std::string page = desk.get("/cases/1").body;
  REQUIRE(desk.post("/cases/1/acts/confirmer",
                    {{"form-n", input_value(page, "form-n", mark)}, {"partenaires", "cma-46"}})
              .status == 303);
  for (int month = 0; month < 2; ++month) desk.post("/clock", {{"by", "month"}});

  const std::string agenda = desk.get("/agenda?lang=fr").body;

  CHECK(has(agenda, "Chambre de métiers et de l’artisanat du Lot n’a pas répondu."));
  CHECK_FALSE(has(agenda, "Nouvelle demande du"));
}

TEST_CASE("what happened meanwhile is told by case, from a day on") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_request(desk, "Rouquié", kCreation);

  const std::string page = desk.get("/meanwhile?who=coordinatrice&since=2009-02-01&lang=fr").body;
  CHECK(has(page, "Demande reçue"));
  CHECK(has(page, "href=\"/cases/1\">Dossier 1</a>"));
  // In the words of people: no letter's file name, no kind of addressee.
  CHECK(has(page, "Votre demande … est bien arrivée\u00a0» à Demandeur"));
  CHECK_FALSE(has(page, "accuse-de-reception"));
  CHECK(has(desk.get("/meanwhile?who=coordinatrice&since=2009-02-05&lang=fr").body,
            "Rien ne s’est passé depuis."));
  CHECK(has(desk.get("/meanwhile?who=directeur&since=2009-02-01&lang=fr").body,
            "Rien ne s’est passé depuis."));
}

TEST_CASE("a page that is not there says so in words, and where to go from it") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");

  const std::string nowhere = desk.get("/nowhere?lang=fr").body;

  CHECK(has(nowhere, "<h1>Page introuvable</h1>"));
  CHECK(has(nowhere, "href=\"/\">Revenir à l’accueil</a>"));
  CHECK(has(desk.get("/cases/999?lang=fr").body, "<h1>Page introuvable</h1>"));
}

TEST_CASE("the sheet of a case has its facts and no form") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_request(desk, "Rouquié", kCreation);

  const std::string sheet = desk.get("/cases/1/print?lang=fr").body;

  CHECK(has(sheet, "<h1>Rouquié</h1>"));
  CHECK(has(sheet, "Création"));
  CHECK(has(sheet, "accord donné"));
  CHECK_FALSE(has(sheet, "action=\"/cases/1/"));
  CHECK(desk.get("/cases/9/print").status == 404);
}

TEST_CASE("ticked cases go to a colleague together; what does not go is said with its reason") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_request(desk, "Vayssié");
  save_request(desk, "Rouquié");
  CHECK(has(desk.get("/cases?lang=fr").body, "name=\"case\" value=\"2\""));

  const auto done = desk.post(
      "/cases/assign?lang=fr",
      {{"case", "1"}, {"case", "2"}, {"form-owner", "directeur"}, {"form-reason", "Congés"}});
  CHECK(done.status == 200);
  CHECK(has(done.body, "2 dossiers confiés à Marc Lafon."));
  CHECK(count(desk.get("/cases").body, "<td data-label=\"Suivi par\">Marc Lafon</td>") == 2);

  const auto again =
      desk.post("/cases/assign?lang=fr",
                {{"case", "1"}, {"form-owner", "directeur"}, {"form-reason", "Congés"}});
  CHECK(again.status == 409);
  CHECK(has(again.body, "0 dossier confié à Marc Lafon."));
  CHECK(has(again.body, "Marc Lafon » en a déjà la charge"));
  CHECK_FALSE(has(again.body, "directeur » en a"));
  CHECK(desk.post("/cases/assign", {{"case", "1"}}).status == 422);
}

TEST_CASE("cases that cannot be handed over stay ticked in the list, and the field says why") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save_request(desk, "Vayssié");
  save_request(desk, "Rouquié", kCreation);
  const std::string list = desk.get("/cases?text=rouquie&lang=fr").body;

  const auto refused =
      desk.post("/cases/assign?lang=fr", {{"case", "2"},
                                          {"form-owner", "directeur"},
                                          {"form-reason", ""},
                                          {"form-back", input_value(list, "form-back")}});

  REQUIRE(refused.status == 422);
  CHECK(has(refused.body, "value=\"2\" form=\"bulk\" checked"));
  CHECK(has(refused.body, "<option value=\"directeur\" selected>"));
  CHECK(has(refused.body, "<p class=\"error\" id=\"bulk-reason-error\">dites pourquoi</p>"));
  CHECK(has(refused.body, "<a href=\"#bulk-reason\">"));
  CHECK(has(refused.body, "Rouquié"));
  CHECK_FALSE(has(refused.body, "Vayssié"));
  CHECK(desk.post("/cases/assign?lang=fr", {{"case", "2"}, {"form-back", "//elsewhere/"}}).status ==
        422);
}
