// The public request form: who may send it, what is said at each field, what the person is told.
#include <catch2/catch.hpp>

#include "tests/adapters/web/asked_partner.hpp"

using namespace guichet;
using web::has;
using web::Served;
using web::Visitor;

namespace {

// A Wednesday: two business days later is a Friday.
constexpr const char* kNow = "2009-02-04T09:30";

Served::Pairs answers() {
  return {{"themes", "creation"},
          {"description", "Ouvrir une boulangerie"},
          {"statut", "porteur de projet"},
          {"commune", "Faycelles"},
          {"nom", "Vayssié"},
          {"telephone", "05 65 00 01 00"},
          {"courriel", "vayssie@exemple.test"},
          {"consentement_partage", "oui"}};
}

Served::Pairs answers_with(const std::string& name, const std::string& text) {
  Served::Pairs out = answers();
  for (auto& [id, value] : out) {
    if (id == name) value = text;
  }
  return out;
}

struct AskingDesk {
  Served served{"pays-de-figeac", kNow};
  Visitor visitor{served};

  AskingDesk() { REQUIRE(visitor.get("/ask?lang=fr") == 200); }
  int send(const Served::Pairs& with) { return visitor.press("/ask", with); }
  const std::string& body() const { return visitor.last.body; }
  std::vector<base::CaseId> cases() { return served.stage().case_ids(); }
};

}  // namespace

TEST_CASE("the form asks what the desk's intake says, in its words, and nothing else") {
  AskingDesk desk;

  for (const char* name : {"nom", "telephone", "courriel", "commune", "themes", "description"}) {
    INFO(name);
    CHECK(has(desk.body(), " name=\"" + std::string(name) + "\""));
  }
  for (const char* name : {"numero", "canal", "naf", "recue_le", "motif_classement"}) {
    INFO(name);
    CHECK_FALSE(has(desk.body(), " name=\"" + std::string(name) + "\""));
  }
  CHECK(has(desk.body(), "Nombre de salariés"));
  CHECK(has(desk.body(), "05 65 00 00 00"));
  CHECK(has(desk.body(), "du lundi au vendredi"));
  CHECK(has(desk.body(), "autocomplete=\"tel\""));
  CHECK(has(desk.body(), "type=\"radio\" name=\"consentement_partage\" value=\"non\""));
  CHECK_FALSE(has(desk.body(), "value=\"retiré\""));
  CHECK_FALSE(has(desk.body(), "action=\"/clock\""));
}

TEST_CASE("who has sent is told who calls and until when, in this browser alone") {
  AskingDesk desk;

  REQUIRE(desk.send(answers()) == 303);
  CHECK(desk.visitor.last.headers.get("Location") == "/ask/done");
  REQUIRE(desk.visitor.get("/ask/done") == 200);

  CHECK(has(desk.body(),
            "Claire Vernhes la suit et vous appelle au plus tard le vendredi 6 février "
            "2009"));
  CHECK(has(desk.body(), "v…@exemple.test"));
  CHECK_FALSE(has(desk.body(), "vayssie@"));
  CHECK(desk.visitor.last.headers.get("Cache-Control") == "no-store");
  REQUIRE(desk.cases().size() == 1);
  const auto kase = *desk.served.stage().load(desk.cases().front());
  CHECK(has(desk.body(), ">" + kase.number + "<"));
  CHECK(feel::to_text(kase.instances.front().data.at("canal").value()) == "site");
  CHECK(feel::to_text(kase.instances.front().data.at("recue_le").value()) == "2009-02-04");
  const auto letters = desk.served.stage().letters(kase.id);
  REQUIRE_FALSE(letters.empty());
  CHECK(letters.front().letter.letter == "accuse-de-reception");

  Visitor stranger{desk.served};
  CHECK(stranger.get("/ask/done") == 303);
  CHECK(stranger.last.headers.get("Location") == "/ask");
  stranger.jar["guichet-asked"] = "1.99999999999." + std::string(64, 'a');
  CHECK(stranger.get("/ask/done") == 303);
}

TEST_CASE("the confirmation is there for a quarter of an hour") {
  AskingDesk desk;
  REQUIRE(desk.send(answers()) == 303);

  desk.served.stage().set_now(desk.served.stage().now() + std::chrono::minutes(16));

  CHECK(desk.visitor.get("/ask/done") == 303);
}

TEST_CASE("a public form that is sent twice is one request") {
  AskingDesk desk;
  const std::string page = desk.body();
  REQUIRE(desk.send(answers()) == 303);
  desk.visitor.last.body = page;

  REQUIRE(desk.send(answers()) == 303);

  CHECK(desk.cases().size() == 1);
  desk.visitor.last.body = page;
  CHECK(desk.send(answers_with("nom", "Delmas")) == 409);
  CHECK(has(desk.body(), "déjà été envoyé"));
  CHECK(has(desk.body(), "value=\"Delmas\""));
  CHECK(desk.send(answers_with("nom", "Delmas")) == 303);  // as another request
  CHECK(desk.cases().size() == 2);
}

TEST_CASE("who goes back and sends the same again is shown the same confirmation") {
  AskingDesk desk;
  REQUIRE(desk.send(answers()) == 303);
  REQUIRE(desk.visitor.get("/ask/done") == 200);
  const std::string told = desk.body();

  REQUIRE(desk.visitor.get("/ask") == 200);  // a page of its own, with a key of its own
  CHECK(has(desk.body(), "Votre demande 1 est bien partie"));
  CHECK(has(desk.body(), "href=\"/ask/done\""));
  REQUIRE(desk.send(answers()) == 303);

  CHECK(desk.cases().size() == 1);
  REQUIRE(desk.visitor.get("/ask/done") == 200);
  CHECK(desk.body() == told);

  desk.visitor.get("/ask");
  CHECK(desk.send(answers_with("description", "Et un salon de thé")) == 303);
  CHECK(desk.cases().size() == 2);
}

TEST_CASE("the same request from another browser, or long after, is another one") {
  AskingDesk desk;
  REQUIRE(desk.send(answers()) == 303);

  Visitor other{desk.served};
  REQUIRE(other.get("/ask?lang=fr") == 200);
  CHECK_FALSE(has(other.last.body, "est bien partie"));
  REQUIRE(other.press("/ask", answers()) == 303);
  CHECK(desk.cases().size() == 2);

  desk.served.stage().set_now(desk.served.stage().now() + std::chrono::minutes(16));
  desk.visitor.get("/ask?lang=fr");
  REQUIRE(desk.send(answers()) == 303);
  CHECK(desk.cases().size() == 3);
}

TEST_CASE("a refusal stands at its field, and nothing that was typed is lost") {
  AskingDesk desk;
  Served::Pairs typed = answers_with("telephone", "12");
  typed[7].second = "";  // the consent is not answered

  REQUIRE(desk.send(typed) == 422);

  CHECK(has(desk.body(), "id=\"telephone-error\""));
  CHECK(has(desk.body(), "id=\"consentement_partage-error\""));
  CHECK(has(desk.body(), "value=\"12\""));
  CHECK(has(desk.body(), "Ouvrir une boulangerie</textarea>"));
  CHECK(has(desk.body(), "value=\"Faycelles (46100)\""));
  CHECK(desk.cases().empty());
  REQUIRE(desk.send(answers_with("commune", "Figac")) == 422);
  CHECK(has(desk.body(), "n’est pas dans la liste"));
}

TEST_CASE("a no to passing the request on is taken like a yes") {
  AskingDesk desk;

  REQUIRE(desk.send(answers_with("consentement_partage", "non")) == 303);

  REQUIRE(desk.cases().size() == 1);
  REQUIRE(desk.visitor.get("/ask/done") == 200);
  CHECK(has(desk.body(), "Votre demande est enregistrée"));
}

TEST_CASE("whom the desk cannot help is told so, and who can") {
  AskingDesk desk;
  Served::Pairs typed = answers_with("statut", "entreprise");
  typed.emplace_back("effectif", "60");

  REQUIRE(desk.send(typed) == 303);

  REQUIRE(desk.visitor.get("/ask/done") == 200);
  CHECK(has(desk.body(), "D’autres peuvent vous aider"));
  CHECK(has(desk.body(), "20 salariés ou plus"));
  CHECK(has(desk.body(), "l’artisanat"));
  // As the letter's paragraphs and list, not with the line breaks of its plain text.
  CHECK(has(desk.body(), "<p>Voici qui peut vous aider"));
  CHECK(has(desk.body(), "<li>pour une activité agricole, sa chambre d’agriculture"));
  CHECK_FALSE(has(desk.body(), "appelle au plus tard"));
}

TEST_CASE("a missing fact is asked for, and holds nothing back") {
  AskingDesk desk;

  REQUIRE(desk.send(answers_with("statut", "entreprise")) == 303);

  REQUIRE(desk.visitor.get("/ask/done") == 200);
  CHECK(has(desk.body(), "Il nous manque seulement"));
  CHECK(has(desk.body(), "l’effectif de votre entreprise"));
  CHECK(has(desk.body(), "6 février 2009"));
}

TEST_CASE("a form that no page of this browser holds, or that a robot filled in, is not taken") {
  AskingDesk desk;
  Served::Pairs typed = answers();
  typed.emplace_back("form-website", "https://spam.test");

  CHECK(desk.send(typed) == 422);
  CHECK(has(desk.body(), "Une case cachée"));
  CHECK(has(desk.body(), "value=\"Vayssié\""));
  CHECK_FALSE(has(desk.body(), "spam.test"));

  Visitor other{desk.served};
  CHECK(other.send("POST", "/ask", answers()) == 403);
  CHECK(has(other.last.body, "value=\"Vayssié\""));
  CHECK(desk.cases().empty());
  CHECK(other.press("/ask", answers()) == 303);  // the page has given the cookie
}

TEST_CASE("five requests in ten minutes come from one address, then it is said when to go on") {
  AskingDesk desk;
  for (int i = 0; i < 5; ++i) {
    desk.visitor.get("/ask?lang=fr");
    REQUIRE(desk.send(answers_with("nom",
                                   "Delmas " + std::string(1, static_cast<char>('A' + i)))) == 303);
  }
  desk.visitor.get("/ask?lang=fr");

  REQUIRE(desk.send(answers()) == 429);

  CHECK(has(desk.body(), "Attendez 10 min"));
  CHECK(desk.visitor.last.headers.get("Retry-After") == "600");
  CHECK(has(desk.body(), "value=\"Vayssié\""));
  desk.served.stage().set_now(desk.served.stage().now() + std::chrono::minutes(10));
  CHECK(desk.send(answers()) == 303);
}

TEST_CASE("a desk that writes no form has one all the same") {
  Served served("riverside-makers", "2024-03-04T09:30");
  Visitor visitor{served};

  REQUIRE(visitor.get("/ask?lang=en") == 200);

  CHECK(has(visitor.last.body, "for=\"name\""));
  CHECK(visitor.press("/ask", {{"name", "Ann"}}) == 422);
  CHECK(visitor.get("/demande") == 303);
}
