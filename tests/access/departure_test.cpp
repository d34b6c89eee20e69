// Whoever leaves, goes idle or is put out is out at once, with all that she holds.
#include <catch2/catch.hpp>

#include "adapters/app/routes.hpp"
#include "adapters/http/entrance/account_identity.hpp"
#include "adapters/http/transport/event_stream.hpp"
#include "adapters/http/transport/target.hpp"
#include "tests/support/accounts_desk.hpp"

using namespace guichet;
using namespace guichet::tests;
using namespace std::chrono_literals;
using access::Persona;

namespace {

const accounts::Origin kHome{"192.0.2.7", ""};
const std::string kRobin = "robin@example.test";
const std::string kAsh = "jo@example.test";

// Browsers of several people; each has its cookies and the token of its session.
struct Desk : AccountsDesk {
  struct Browser {
    std::map<std::string, std::string> jar;
    std::string token;
  };

  Desk() : AccountsDesk(app::add_routes) {
    add(kRobin, {Persona::coordinator}, {}, "robin", "Robin");
    add(kAsh, {Persona::partner}, {{"guild", "j-ash"}}, "", "Jo Ash");
  }
  Browser enter(const std::string& email) {
    auto in = reception.sign_in().log_in({email, kAccountPassword, {}, {}}, kHome, clock.now());
    REQUIRE(in);
    accounts::SignedIn now = *in;
    if (in->session.stage == store::SessionStage::enrolling) {
      REQUIRE(reception.sign_in().begin_second_factor(in->id, clock.now()));
      const auto done = reception.sign_in().finish_second_factor(in->id, code_of(email, true),
                                                                 kHome, clock.now());
      REQUIRE(done);
      now = done->signed_in;
    }
    access::Principal principal;
    principal.session = now.session.csrf_secret;
    return {{{std::string(http::session_cookie(true)), now.id}}, http::form_token(principal)};
  }
  http::Response call(const Browser& browser, const std::string& method, const std::string& target,
                      std::string body = {}, const std::string& poll = {}) {
    jar = browser.jar;
    http::Request request{.method = method, .target = target, .body = std::move(body)};
    REQUIRE(http::read_target(target, request));
    if (method != "GET") request.headers.set("Content-Type", "application/json");
    if (!poll.empty()) request.headers.set("HX-Request", poll);
    request.headers.set(http::kTokenHeader, browser.token);
    return send(std::move(request));
  }
  std::string open_case() {
    const auto outcome =
        desk.submit_and_wait({.kase = {0},
                              .actor = *access::actor_as(*small_desk(), "robin"),
                              .body = cases::OpenRequest{{{"reference", text("R-1")},
                                                          {"name", text("Ada")},
                                                          {"phone", text("01632 960020")},
                                                          {"email", text("ada@example.test")},
                                                          {"description", text("A bench")},
                                                          {"area", text("riverside")},
                                                          {"may_share", text("given")},
                                                          {"themes", text("workshop")}}}});
    REQUIRE(outcome);
    return std::to_string(outcome->kase.value);
  }
  std::size_t noted(const std::string& act) {
    const auto rows = audit();
    return static_cast<std::size_t>(std::ranges::count(rows, act, &store::AuditRow::act));
  }
};

const char* const kLeaves = R"({"reason":"She moves","leaves":true})";
const char* const kHandOver = "/api/partners/guild/advisers/j-ash/hand-over";

}  // namespace

TEST_CASE("an adviser who leaves is out with her next request, and comes in no more") {
  Desk desk;
  const auto robin = desk.enter(kRobin);
  const auto ash = desk.enter(kAsh);
  REQUIRE(desk.call(ash, "GET", "/api/inbox").status == 200);
  const auto id = desk.reception.book().find(kAsh)->id;
  desk::write_and_wait(*desk.store, [&](store::Transaction& t) {
    accounts::trust_device(t.accounts(), desk.reception.random(), id, kHome, desk.clock.now());
  });

  const auto left = desk.call(robin, "POST", kHandOver, kLeaves);
  INFO(left.body);
  REQUIRE(left.body.find(R"("taken_out":true)") != std::string::npos);
  CHECK(desk.call(ash, "GET", "/api/inbox").status == 401);
  desk.store->read([&](store::Reader& reader) {
    CHECK(reader.accounts().sessions(id).empty());
    CHECK(reader.accounts().devices(id).empty());
  });
  CHECK(desk.noted("adviser-left") == 1);
  CHECK(desk.call(robin, "GET", "/api/cases").status == 200);
  const auto again = desk.enter(kAsh);
  CHECK(desk.call(again, "GET", "/api/inbox").status == 401);
}

TEST_CASE("of several institutions, the one that she left falls away and the others stay") {
  Desk desk;
  desk.add("two@example.test", {Persona::partner}, {{"guild", "gone"}, {"guild", ""}});
  const auto two = desk.enter("two@example.test");
  CHECK(desk.call(two, "GET", "/api/inbox").status == 200);
  desk.add("none@example.test", {Persona::partner}, {{"guild", "gone"}});
  CHECK(desk.call(desk.enter("none@example.test"), "GET", "/api/inbox").status == 401);
}

TEST_CASE("the link of an adviser who left opens nothing, the head's does") {
  Desk desk;
  const auto identity = http::make_account_identity(desk.desk, *desk.store, desk.clock, true);
  const auto who_with = [&](const std::string& adviser) {
    accounts::Opened opened;
    desk::write_and_wait(*desk.store, [&](store::Transaction& t) {
      opened = accounts::open_link_session(t.accounts(), desk.reception.random(),
                                           {{{7}, {3}}, {"guild", adviser}, "address"}, kHome,
                                           desk.clock.now());
    });
    http::Request request{.method = "GET"};
    request.cookies.add(std::string(http::session_cookie(true)), opened.id);
    return identity->find(request).persona;
  };
  CHECK(who_with("j-ash") == Persona::link_holder);
  CHECK(who_with("head") == Persona::link_holder);
  CHECK(who_with("gone") == Persona::anonymous);
}

TEST_CASE("a page that asks for news by itself keeps no session alive and is no look at a case") {
  Desk desk;
  const auto robin = desk.enter(kRobin);
  const std::string page = "/cases/" + desk.open_case();
  const std::string shown = desk.call(robin, "GET", page).body;
  CHECK(desk.noted("see_case") == 1);
  const std::size_t at = shown.find(page + "?seen=");
  REQUIRE(at != std::string::npos);
  const std::string again = shown.substr(at, shown.find('"', at) - at);
  CHECK(desk.call(robin, "GET", page + "?seen=0", {}, "true").status == 200);
  const std::size_t seen = desk.noted("see_case");
  CHECK(seen == 2);  // there was something new, and it was shown
  for (int i = 0; i < 6; ++i) {
    desk.clock.set(desk.clock.now() + 9min);
    CHECK(desk.call(robin, "GET", again, {}, "true").status == 204);
    CHECK(desk.call(robin, "GET", "/?as=list", {}, "true").status == 200);
  }
  CHECK(desk.noted("see_case") == seen);
  desk.clock.set(desk.clock.now() + 9min);
  const auto out = desk.call(robin, "GET", again, {}, "true");
  CHECK(out.status == 401);  // a page led away would be put in the middle of this one
}

TEST_CASE("what changes is told no more to whoever has signed out or was put out") {
  Desk desk;
  desk.open_case();
  const auto change = [&](const char* name) {
    const auto done = desk.desk.submit_and_wait(
        {.kase = {1},
         .actor = *access::actor_as(*small_desk(), "robin"),
         .body = cases::CorrectFields{{1}, {{"name", text(name)}}, "misheard"}});
    REQUIRE(done);
  };
  const auto first = desk.enter(kRobin);
  const auto stream = desk.call(first, "GET", "/api/events").events;
  REQUIRE(stream != nullptr);
  change("Bea");
  CHECK_FALSE(stream->take().empty());

  SECTION("signed out, while another browser of hers stays") {
    const auto second = desk.enter(kRobin);
    REQUIRE(desk.call(first, "POST", "/api/logout", "{}").status < 300);
  }
  SECTION("disabled") {
    const auto id = desk.reception.book().find(kRobin)->id;
    REQUIRE(desk.reception.book().disable(id, "", desk.clock.now()));
  }
  change("Cleo");
  CHECK(stream->take().empty());
  CHECK_FALSE(stream->is_open());
}
