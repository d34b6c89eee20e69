// Answers of an old page: what somebody else has changed meanwhile is not taken back, and of two
// answers none is dropped unseen.
#include <catch2/catch.hpp>

#include "tests/adapters/web/asked_partner.hpp"

using namespace guichet;
using web::AskedPartner;
using web::has;
using web::Served;
using web::Visitor;

namespace {

// A request that waits for a fact, and the page of the person who made it, as it was then.
struct OldPage {
  AskedPartner desk;
  Visitor visitor{desk.served};
  std::string link, act, page;

  OldPage() {
    desk.kase = desk.stage()
                    .submit(desk.coordinator(), {},
                            cases::OpenRequest{fields({{"nom", "Lacam"},
                                                       {"telephone", "05 65 00 02 00"},
                                                       {"courriel", "lacam@exemple.test"},
                                                       {"description", "Reprendre un garage"},
                                                       {"themes", "creation"},
                                                       {"statut", "entreprise"},
                                                       {"commune", "46102"},
                                                       {"consentement_partage", "oui"}})})
                    ->kase;
    link = desk.link("person");
    act = link + "/acts/completer";
    visitor.come_in(desk, link);
    REQUIRE(visitor.get(link + "?lang=fr") == 200);
    page = visitor.last.body;
  }
  cases::Fields fields(const Served::Pairs& given) {
    http::Pairs pairs;
    for (const auto& [id, text] : given) pairs.add(id, text);
    return http::read_fields(pairs, desk.stage().definition()).value();
  }
  void correct(const std::string& commune) {
    REQUIRE(desk.stage().submit(
        desk.coordinator(), desk.kase,
        cases::Act{.n = {1}, .name = "completer", .with = fields({{"commune", commune}})}));
  }
  // As a browser sends the old page: with every value that it showed.
  int send_old(const Served::Pairs& typed) {
    visitor.last.body = page;
    return visitor.press(act, typed);
  }
  std::string known(const std::string& field) {
    const cases::Snapshot now = desk.now();
    for (const cases::Fields* each :
         {&now.data, &now.person, &now.firm, &now.instances.front().data}) {
      const auto found = each->find(field);
      if (found != each->end()) return feel::to_text(found->second.value());
    }
    return {};
  }
};

}  // namespace

TEST_CASE("an old page of the person's does not take back what the desk has corrected meanwhile") {
  OldPage old;
  REQUIRE(old.known("commune") == "46102");
  old.correct("46055");

  REQUIRE(old.send_old({{"themes", "creation"},
                        {"statut", "entreprise"},
                        {"commune", "Figeac (46102)"},
                        {"effectif", "3"}}) == 303);

  CHECK(old.known("commune") == "46055");
  CHECK(old.known("effectif") == "3");
}

TEST_CASE("a field that both have changed is shown with both values, and sent again knowingly") {
  OldPage old;
  old.correct("46055");
  const Served::Pairs typed{{"statut", "entreprise"}, {"commune", "46170"}, {"effectif", "3"}};

  CHECK(old.send_old(typed) == 409);

  CHECK(has(old.visitor.last.body, "quelqu’un d’autre y a écrit « Capdenac"));
  CHECK(has(old.visitor.last.body, "Leyme (46170)"));
  CHECK(old.known("commune") == "46055");
  CHECK(old.known("effectif").empty());
  REQUIRE(old.visitor.press(old.act, typed) == 303);
  CHECK(old.known("commune") == "46170");
}

TEST_CASE("what both have changed to the same is no conflict") {
  OldPage old;
  old.correct("46055");

  REQUIRE(old.send_old({{"statut", "entreprise"}, {"commune", "46055"}, {"effectif", "3"}}) == 303);

  CHECK(old.known("effectif") == "3");
}

TEST_CASE(
    "another answer from a second window is not lost: the first is told, what was typed stands") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  visitor.come_in(desk, link);
  visitor.get(link + "?lang=fr");
  const std::string one = visitor.last.body;
  visitor.get(link);
  const std::string two = visitor.last.body;
  visitor.last.body = one;
  REQUIRE(visitor.press(link + "/replies/decliner", {{"motif_refus", "Complet en mars"}}) == 303);

  visitor.last.body = two;
  REQUIRE(visitor.press(link + "/replies/decliner", {{"motif_refus", "Complet en mars"}}) == 303);
  for (const std::string& page : {one, two}) {  // a new key, and the one of the answer that stands
    visitor.last.body = page;
    CHECK(visitor.press(link + "/replies/decliner", {{"motif_refus", "Hors secteur"}}) == 409);
    CHECK(has(visitor.last.body, "« Complet en mars » est déjà enregistré en votre nom"));
    CHECK(has(visitor.last.body, "Hors secteur"));
  }
}
