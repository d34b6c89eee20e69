// A partner that has an account: its inbox, the page of a request put to it, its commitments.
#include "tests/adapters/web/asked_partner.hpp"

#include "adapters/http/entrance/guard.hpp"

using namespace guichet;
using namespace guichet::web;

namespace {

// Whoever asks is the one that the test says.
class ToldIdentity final : public http::Identity {
 public:
  explicit ToldIdentity(const access::Principal& principal) : principal_(principal) {}
  access::Principal find(const http::Request&) const override { return principal_; }

 private:
  const access::Principal& principal_;
};

struct PartnerDesk : AskedPartner {
  access::Principal who;
  Visitor visitor{served, {}, {}};

  PartnerDesk() {
    http::add_guard(served.router(), served.site(), std::make_shared<const ToldIdentity>(who));
    be_partner(referral().referral->partner);
  }
  void be_partner(const std::string& partner) {
    who = {.persona = access::Persona::partner,
           .actor = access::partner_actor(stage().definition().directory, partner),
           .account = "someone",
           .partners = {partner}};
  }
  std::string asked() {
    return "/inbox/" + std::to_string(kase.value) + "/" + std::to_string(referral().n.value);
  }
  const std::string& body() const { return visitor.last.body; }
  std::string partner_of_nobody() {
    for (const auto& [id, partner] : stage().definition().directory.partners) {
      bool is_asked = false;
      for (const cases::Instance& each : now().instances) {
        is_asked = is_asked || (each.referral && each.referral->partner == id);
      }
      if (!is_asked) return id;
    }
    return "";
  }
};

}  // namespace

TEST_CASE("a partner's first page is its inbox, with what asks it and nobody else's") {
  PartnerDesk desk;
  REQUIRE(desk.visitor.get("/") == 200);
  CHECK(has(desk.body(), "href=\"" + desk.asked() + "\""));
  CHECK(count(desk.body(), "<tbody class=") == 1);
  CHECK_FALSE(has(desk.body(), "/cases/" + std::to_string(desk.kase.value)));

  desk.be_partner(desk.partner_of_nobody());
  REQUIRE(desk.visitor.get("/inbox") == 200);
  CHECK(count(desk.body(), "<tbody class=") == 0);
  CHECK(desk.visitor.get(desk.asked()) == 404);
}

TEST_CASE("a partner accepts from its inbox, once, and the request moves on in its lists") {
  PartnerDesk desk;
  const std::string address = desk.asked();
  REQUIRE(desk.visitor.get(address) == 200);
  CHECK(has(desk.body(), "<h1>" + desk.stage().definition().workflow("creation")->title));
  CHECK(has(desk.body(), "Figeac"));
  const std::string accept = address + "/replies/accepter";
  CHECK(desk.visitor.press(accept) == 422);
  CHECK(has(desk.body(), "role=\"alert\""));

  REQUIRE(desk.visitor.press(accept, {{"referent", "Mme Lacaze"}}) == 303);
  CHECK(desk.visitor.last.headers.get("Location") == address + "?done=1");

  CHECK(desk.referral().outcome == "accepted");
  std::string channel, actor;
  for (const cases::Fact& fact : desk.stage().facts(desk.kase)) {
    const auto* act = std::get_if<cases::ActTaken>(&fact.event);
    if (act != nullptr && act->reply) {
      channel = act->channel;
      actor = fact.actor;
    }
  }
  CHECK(channel == "inbox");
  CHECK(actor == desk.who.actor.id);
  REQUIRE(desk.visitor.get("/inbox") == 200);
  CHECK_FALSE(has(desk.body(), "href=\"" + address + "\""));
  REQUIRE(desk.visitor.get("/inbox?list=under_way") == 200);
  CHECK(has(desk.body(), "href=\"" + address + "\""));
  CHECK(has(desk.body(), "Premier contact à prendre"));  // the timer's title, not its id
}

TEST_CASE("a partner declines with a reason, and finds it among what has ended") {
  PartnerDesk desk;
  const std::string address = desk.asked();
  REQUIRE(desk.visitor.get(address) == 200);
  CHECK(desk.visitor.press(address + "/replies/decliner") == 422);
  REQUIRE(desk.visitor.press(address + "/replies/decliner", {{"motif_refus", "Complet"}}) == 303);
  REQUIRE(desk.visitor.get("/inbox?list=ended") == 200);
  CHECK(has(desk.body(), "href=\"" + address + "\""));
  REQUIRE(desk.visitor.get("/inbox?list=ended&outcome=concluded") == 200);
  CHECK_FALSE(has(desk.body(), "href=\"" + address + "\""));
  REQUIRE(desk.visitor.get("/inbox?list=ended&year=2008") == 200);
  CHECK_FALSE(has(desk.body(), "href=\"" + address + "\""));
}

TEST_CASE("a question stops the clock, and is kept apart from what waits for an answer") {
  PartnerDesk desk;
  const std::string address = desk.asked();
  REQUIRE(desk.visitor.get(address) == 200);
  REQUIRE(desk.visitor.press(address + "/replies/preciser", {{"question", "Quel local ?"}}) == 303);
  REQUIRE(desk.visitor.get("/inbox") == 200);
  CHECK_FALSE(has(desk.body(), "href=\"" + address + "\""));
  REQUIRE(desk.visitor.get("/inbox?list=questions") == 200);
  CHECK(has(desk.body(), "href=\"" + address + "\""));
  CHECK(has(desk.body(), "suspendu"));
}

TEST_CASE("somebody of several institutions sees what asks each of them, apart") {
  PartnerDesk desk;
  desk.who.partners.push_back(desk.partner_of_nobody());
  REQUIRE(desk.visitor.get("/inbox") == 200);
  CHECK(count(desk.body(), "<section class=\"card\"") == 2);
  CHECK(count(desk.body(), "<tbody class=") == 1);
}

TEST_CASE("the desk's own people have no inbox to answer from") {
  PartnerDesk desk;
  const std::string address = desk.asked();
  desk.who = {.persona = access::Persona::coordinator, .actor = desk.coordinator()};
  CHECK(desk.visitor.get(address) == 404);
  CHECK(desk.visitor.send(
            "POST", address + "/replies/accepter",
            {{"form-n", std::to_string(desk.referral().n.value)}, {"referent", "x"}}) == 404);
  CHECK(desk.referral().outcome.empty());
}

TEST_CASE("commitments tell what is promised and what was kept, of one institution") {
  PartnerDesk desk;
  desk.stage().run_until(desk.stage().now() + std::chrono::hours(24 * 90));
  REQUIRE(desk.visitor.get("/commitments") == 200);
  CHECK(has(desk.body(), "20 jours ouvrés"));
  CHECK(has(desk.body(), "10 jours ouvrés"));
  CHECK(has(desk.body(), "CC Grand-Figeac"));
  CHECK_FALSE(has(desk.body(), "<th scope=\"row\">2009-"));  // a month has a name
  CHECK_FALSE(has(desk.body(), "..20"));                     // and an interval is said
  CHECK(has(desk.body(), "data-label=\"Sans réponse\">1<"));
  CHECK_FALSE(has(desk.body(), "Vayssié"));
  REQUIRE(desk.visitor.get("/commitments?from=2008-01-01&until=2008-12-31") == 200);
  CHECK(has(desk.body(), "Aucune demande"));

  const std::string other = desk.partner_of_nobody();
  CHECK(desk.visitor.get("/partners/" + other + "/commitments") == 404);
  desk.who = {.persona = access::Persona::coordinator, .actor = desk.coordinator()};
  REQUIRE(desk.visitor.get("/commitments") == 200);
  CHECK(has(desk.body(), "/partners/" + other + "/commitments"));
  CHECK(desk.visitor.get("/partners/" + other + "/commitments") == 200);
}
