// Results as officials and funders see them: small numbers hidden, definitions at hand, exports
// that a spreadsheet may open.
#include <catch2/catch.hpp>

#include "adapters/http/api/api.hpp"
#include "adapters/http/results/result_words.hpp"
#include "tests/adapters/web/asked_partner.hpp"

#include "adapters/http/entrance/guard.hpp"

using namespace guichet;
using namespace guichet::web;

namespace {

class OfficialIdentity final : public http::Identity {
 public:
  explicit OfficialIdentity(const access::Persona& persona) : persona_(persona) {}
  access::Principal find(const http::Request&) const override {
    return {.persona = persona_, .account = "official"};
  }

 private:
  const access::Persona& persona_;
};

struct ResultsDesk : AskedPartner {
  access::Persona persona = access::Persona::official;
  Visitor visitor{served, {}, {}};

  ResultsDesk() {
    http::add_guard(served.router(), served.site(),
                    std::make_shared<const OfficialIdentity>(persona));
    for (int i = 0; i < 6; ++i) open("formation", "46102");
    for (int i = 0; i < 2; ++i) open("recrutement", "46104");
  }
  void open(const char* theme, const char* commune) {
    cases::Fields fields;
    for (const auto& [id, value] : {std::pair{"nom", "Delmas"},
                                    {"telephone", "05 65 00 01 00"},
                                    {"description", "x"},
                                    {"themes", theme},
                                    {"commune", commune},
                                    {"entreprise", "=Delmas"},
                                    {"effectif", "3"},
                                    {"naf", "10.71C"},
                                    {"consentement_partage", "non"}}) {
      const auto* field = stage().definition().vocabulary->find(id);
      REQUIRE(field != nullptr);
      fields[id] = *vocabulary::parse_value(*field, value, *stage().definition().vocabulary, {});
    }
    REQUIRE(stage().submit(coordinator(), {}, cases::OpenRequest{fields}));
  }
  // A need that ends well, and whose person says so.
  void be_useful() {
    open("creation", "46102");
    const base::CaseId id = stage().case_ids().back();
    const auto act = [&](const char* name, cases::Fields with) {
      REQUIRE(stage().submit(coordinator(), id,
                             cases::Act{.n = {2}, .name = name, .with = std::move(with)}));
    };
    const base::Day day{std::chrono::year(2009) / 2 / 3};
    act("accompagner", {});
    act("conclure",
        {{"issue", feel::Stored::string("abouti")}, {"date_issue", feel::Stored::date(day)}});
    act("saisir_suivi", {{"suivi", feel::Stored::string("en_activite")},
                         {"satisfaction", feel::Stored::string("beaucoup")}});
  }
  const std::string& body() const { return visitor.last.body; }
};

}  // namespace

TEST_CASE("an official is led to the results, and sees nothing else") {
  ResultsDesk desk;
  REQUIRE(desk.visitor.get("/") == 303);
  CHECK(desk.visitor.last.headers.get("Location") == "/results");
  REQUIRE(desk.visitor.get("/results") == 200);
  CHECK(has(desk.body(), "Résultats de la plate-forme"));
  CHECK(has(desk.body(), "objectif : 100 à 120 par an"));
  CHECK_FALSE(has(desk.body(), "Delmas"));
  CHECK(desk.visitor.get("/cases") == 403);
  CHECK(desk.visitor.get("/commitments") == 403);
}

TEST_CASE("small numbers are hidden on the page, and another that would give them away") {
  ResultsDesk desk;
  REQUIRE(desk.visitor.get("/results?period=2009") == 200);
  const std::string themes = desk.body().substr(desk.body().find("id=\"by-theme\""));
  CHECK(has(themes, "&lt; 5"));
  CHECK(has(themes, "masqué"));
  // 9 needs: one of creation, six of training, two of recruitment.
  const std::string rows = themes.substr(0, themes.find("</table>"));
  CHECK_FALSE(has(rows, "data-label=\"Besoins\">2<"));
  CHECK_FALSE(has(rows, "data-label=\"Besoins\">1<"));
  CHECK(has(desk.body(), "<svg class=\"bars\""));
  CHECK(has(desk.body(), "id=\"by-month\""));
  CHECK(has(desk.body(), "ne sont pas donnés"));
}

TEST_CASE("every figure has its definition beside it") {
  ResultsDesk desk;
  REQUIRE(desk.visitor.get("/results") == 200);
  CHECK(has(desk.body(), "deux demandes fusionnées ne comptent"));
  CHECK(count(desk.body(), "<details>") >= 7);
}

TEST_CASE("a year, or the three that it is one of; whatever else is asked, the latest year") {
  ResultsDesk desk;
  REQUIRE(desk.visitor.get("/results?period=2007-2009") == 200);
  CHECK(has(desk.body(), "href=\"/results?period=2009\""));
  CHECK_FALSE(has(desk.body(), "id=\"by-month\""));
  REQUIRE(desk.visitor.get("/results?period=2008-2010") == 200);
  CHECK(has(desk.body(), "id=\"by-month\""));
  CHECK(desk.visitor.get("/results?period=%3Cscript%3E") == 200);
  CHECK_FALSE(has(desk.body(), "<script>"));
  CHECK(desk.visitor.get("/results?period=99999999999999999999") == 200);
}

TEST_CASE("what people answered to the survey is told, with its share and what it means") {
  ResultsDesk desk;
  for (int i = 0; i < 3; ++i) desk.be_useful();
  REQUIRE(desk.visitor.get("/results?period=2009&lang=fr") == 200);
  const std::string survey = desk.body().substr(desk.body().find("id=\"survey-satisfaction\""));
  CHECK(has(survey, "L’aide reçue a-t-elle été utile ?"));
  CHECK(has(survey, "réponses : &lt; 5"));
  CHECK(has(survey, "Oui beaucoup"));
  CHECK(has(survey, "<summary>Définition"));
  CHECK_FALSE(has(survey.substr(0, survey.find("</section>")), "100 %"));
  for (int i = 0; i < 2; ++i) desk.be_useful();
  REQUIRE(desk.visitor.get("/results?period=2009") == 200);
  CHECK(has(desk.body(), "réponses : 5"));
  CHECK(has(desk.body(), ">100 %<"));
  REQUIRE(desk.visitor.get("/results.csv?period=2009") == 200);
  CHECK(has(desk.body(), ";L’aide reçue a-t-elle été utile ?;Oui beaucoup;Réponses;5\r\n"));
  CHECK(has(desk.body(), ";Oui beaucoup;Part des réponses (%);100\r\n"));
}

TEST_CASE("the file for spreadsheets says what the page says, with its mark and semicolons") {
  ResultsDesk desk;
  REQUIRE(desk.visitor.get("/results.csv?period=2009") == 200);
  CHECK(desk.visitor.last.headers.get("Content-Type") == "text/csv; charset=utf-8");
  CHECK(has(desk.visitor.last.headers.get("Content-Disposition"), "resultats-2009.csv"));
  CHECK(desk.body().starts_with("\xEF\xBB\xBFPériode;Tableau;Ligne;Chiffre;Nombre\r\n"));
  CHECK(has(desk.body(), ";< 5\r\n"));
  CHECK(has(desk.body(), ";masqué\r\n"));
}

TEST_CASE("a name that a spreadsheet would run is made harmless") {
  ResultsDesk desk;
  http::ResultsView view{.period = {2009, false}, .years = {2009}, .figures = {}};
  for (const std::string_view id : bundle::kMeasures) view.figures.total[std::string(id)] = {};
  results::FigureTable table{.by = "place", .measures = {"requests"}, .rows = {}, .total = {}};
  for (const char* name : {"=1+1", "+1", "-1+1", "@SUM(A1)", "\tx", "\rx"}) {
    table.rows.push_back({.id = name,
                          .place = {name, results::PlaceGroup::Kind::alone, name, {name}},
                          .figures = {{7, results::Shown::plain}}});
  }
  view.figures.tables = {table};
  const std::string csv = to_csv(view, http::ResultWords(desk.stage().desk(), base::Language::fr));
  for (const char* name : {"'=1+1", "'-1+1", "'@SUM(A1)", "'\tx", "'\rx"}) CHECK(has(csv, name));
  CHECK_FALSE(has(csv, ";=1"));
}

TEST_CASE("partners are not told of each other by the table of partners") {
  ResultsDesk desk;
  REQUIRE(desk.visitor.get("/results") == 200);
  CHECK(has(desk.body(), "id=\"by-partner\""));
  desk.persona = access::Persona::partner;
  REQUIRE(desk.visitor.get("/results") == 200);
  CHECK_FALSE(has(desk.body(), "id=\"by-partner\""));
  REQUIRE(desk.visitor.get("/results.csv") == 200);
  CHECK_FALSE(has(desk.body(), "Par partenaire"));
}
