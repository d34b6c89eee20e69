// Coming in over the API: cookies, stages, tokens, who the guard then takes one for.
#include <catch2/catch.hpp>

#include "adapters/http/api/api.hpp"
#include "adapters/http/transport/cookie.hpp"
#include "engine/accounts/api_keys.hpp"
#include "engine/json/json.hpp"
#include "tests/support/accounts_desk.hpp"

using namespace guichet;
using namespace std::chrono_literals;
using access::Persona;

namespace {

const std::string& kPassword = tests::kAccountPassword;
const std::string kOther = "galet horloge sapinette virgule";

// The browser's script: JSON, and the session's token.
struct Desk : tests::AccountsDesk {
  std::string token;
  http::Response last;

  Desk() : AccountsDesk([](http::Router& router, http::Site& site) { add_api(router, site); }) {}

  http::Request request(std::string method, std::vector<std::string> path, std::string body) {
    http::Request out{
        .method = std::move(method), .path = std::move(path), .body = std::move(body)};
    out.headers.set("Content-Type", "application/json");
    if (!token.empty()) out.headers.set(http::kTokenHeader, token);
    return out;
  }

  // The status of the answer, whose token the script takes over.
  int send(http::Request request) {
    last = AccountsDesk::send(std::move(request));
    if (last.status == 200 && last.body.contains("\"token\":")) token = text("token");
    return last.status;
  }
  int post(std::vector<std::string> path, std::string body = "{}") {
    path.insert(path.begin(), "api");
    return send(request("POST", std::move(path), std::move(body)));
  }
  int get(std::vector<std::string> path) {
    path.insert(path.begin(), "api");
    return send(request("GET", std::move(path), ""));
  }

  std::string text(const std::string& name) {
    const auto value = json::read(last.body);
    INFO(last.body);
    REQUIRE(value);
    const feel::Value* found = value->value().member(name);
    REQUIRE(found != nullptr);
    return std::string(found->text());
  }
  std::string fault() {
    const auto value = json::read(last.body);
    INFO(last.body);
    REQUIRE(value);
    const feel::Value* reasons = value->value().member("reasons");
    REQUIRE(reasons != nullptr);
    return std::string(reasons->items()[0].member("code")->text());
  }

  int log_in(const std::string& email, const std::string& password = kPassword) {
    return post({"login"}, R"({"email":")" + email + R"(","password":")" + password + "\"}");
  }
};

}  // namespace

TEST_CASE("a coordinator's first day: password, second factor, then the cases") {
  Desk desk;
  desk.add("ada@example.test", {Persona::coordinator});
  CHECK(desk.get({"cases"}) == 401);

  REQUIRE(desk.log_in("ada@example.test") == 200);
  CHECK(desk.text("stage") == "enrolling");
  CHECK(desk.text("token").empty());
  CHECK(desk.get({"cases"}) == 401);
  REQUIRE(desk.post({"account", "second-factor"}) == 200);
  CHECK(desk.text("uri").starts_with("otpauth://totp/Makers:ada%40example.test?"));
  CHECK(desk.post({"account", "second-factor", "code"}, R"({"code":"000000"})") == 422);
  const std::string before = desk.session();
  REQUIRE(desk.post({"account", "second-factor", "code"},
                    R"({"code":")" + desk.code_of("ada@example.test") + "\"}") == 200);

  CHECK(desk.text("stage") == "open");
  CHECK(desk.session() != before);
  CHECK(desk.get({"cases"}) == 200);
  desk.jar[std::string(http::session_cookie(true))] = before;
  CHECK(desk.get({"cases"}) == 401);
}

TEST_CASE("the session's cookie is the host's own, out of reach of scripts") {
  Desk desk;
  desk.add("p@example.test", {Persona::partner}, {{"guild", ""}});
  REQUIRE(desk.log_in("p@example.test") == 200);
  const std::string cookie = desk.last.headers.get("Set-Cookie");
  CHECK(cookie.starts_with("__Host-guichet="));
  for (const char* mark : {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"}) {
    CHECK(cookie.contains(mark));
  }
  CHECK_FALSE(cookie.contains("Max-Age"));
  CHECK(desk.last.headers.get("Cache-Control") == "no-store");
  CHECK_FALSE(desk.last.body.contains(desk.session()));
}

TEST_CASE("with a second factor the code comes second, and a browser can be trusted") {
  Desk desk;
  const auto ada = desk.add("ada@example.test", {Persona::coordinator});
  REQUIRE(desk.reception.book().hand_second_factor(ada.id, "", desk.clock.now()));
  REQUIRE(desk.log_in("ada@example.test") == 200);
  CHECK(desk.text("stage") == "awaiting_code");
  CHECK(desk.get({"cases"}) == 401);
  CHECK(desk.post({"login", "code"}, R"({"code":"123"})") == 401);
  REQUIRE(desk.post({"login", "code"},
                    R"({"trust":true,"code":")" + desk.code_of("ada@example.test") + "\"}") == 200);
  CHECK(desk.get({"cases"}) == 200);
  CHECK(desk.jar[std::string(http::device_cookie(true))].size() == 64);
}

TEST_CASE("what is wrong is a problem; what comes too often says for how long") {
  Desk desk;
  desk.add("p@example.test", {Persona::partner}, {{"guild", ""}});
  for (int i = 0; i < 5; ++i) {
    CHECK(desk.log_in("p@example.test", "wrong") == 401);
    CHECK(desk.fault() == "wrong-login");
  }
  CHECK(desk.log_in("p@example.test") == 429);
  CHECK(desk.last.headers.get("Retry-After") == "30");
  CHECK(desk.last.headers.get("Content-Type") == "application/problem+json");
  CHECK_FALSE(desk.last.body.contains(kPassword));
}

TEST_CASE("a request from another site, or without the session's token, does nothing") {
  Desk desk;
  desk.add("p@example.test", {Persona::partner}, {{"guild", ""}});
  auto foreign = desk.request("POST", {"api", "login"},
                              R"({"email":"p@example.test","password":")" + kPassword + "\"}");
  foreign.headers.set("Sec-Fetch-Site", "cross-site");
  CHECK(desk.send(foreign) == 403);
  CHECK(desk.jar.empty());

  REQUIRE(desk.log_in("p@example.test") == 200);
  const std::string token = std::exchange(desk.token, "");
  CHECK(desk.post({"account", "sessions", "end-others"}) == 403);
  desk.token = std::string(token.size(), '0');
  CHECK(desk.post({"account", "sessions", "end-others"}) == 403);
  desk.token = token;
  CHECK(desk.post({"account", "sessions", "end-others"}) == 200);
}

TEST_CASE("one sees one's sessions and ends one of them") {
  Desk here;
  here.add("p@example.test", {Persona::partner}, {{"guild", ""}});
  REQUIRE(here.log_in("p@example.test") == 200);
  const auto mine = std::exchange(here.jar, {});
  const auto my_token = std::exchange(here.token, "");
  REQUIRE(here.log_in("p@example.test") == 200);
  const auto other = std::exchange(here.jar, mine);
  here.token = my_token;

  REQUIRE(here.get({"account", "sessions"}) == 200);
  const auto listed = json::read(here.last.body);
  REQUIRE(listed);
  const feel::Value* sessions = listed->value().member("sessions");
  REQUIRE(sessions->items().size() == 2);
  std::string handle;
  for (const feel::Value& each : sessions->items()) {
    if (!each.member("here")->is_true()) handle = std::string(each.member("handle")->text());
  }
  CHECK(here.post({"account", "sessions", "none", "end"}) == 404);
  CHECK(here.post({"account", "sessions", handle, "end"}) == 200);
  here.jar = other;
  CHECK(here.get({"account", "sessions"}) == 401);
  here.jar = mine;
  CHECK(here.post({"logout"}) == 200);
  CHECK(here.last.headers.get("Set-Cookie").contains("Max-Age=0"));
  here.jar = mine;
  CHECK(here.get({"account", "sessions"}) == 401);
}

TEST_CASE("a password is changed with the present one, and the policy is told in full") {
  Desk desk;
  desk.add("p@example.test", {Persona::partner}, {{"guild", ""}});
  REQUIRE(desk.log_in("p@example.test") == 200);
  CHECK(desk.post({"account", "password"},
                  R"({"present":")" + kPassword + R"(","wanted":"azerty"})") == 422);
  CHECK(desk.last.body.contains("password-too-short"));
  CHECK(desk.last.body.contains("password-guessed"));
  CHECK(desk.post({"account", "password"}, R"({"present":"wrong","wanted":")" + kOther + "\"}") ==
        403);
  CHECK(desk.post({"account", "password"},
                  R"({"present":")" + kPassword + R"(","wanted":")" + kOther + "\"}") == 200);
  CHECK(desk.get({"account", "sessions"}) == 200);
  CHECK(desk.post({"account", "proof"}, R"({"proof":")" + kOther + "\"}") == 200);
}

TEST_CASE("a disabled account is out with its next request") {
  Desk desk;
  const auto account = desk.add("p@example.test", {Persona::partner}, {{"guild", ""}});
  REQUIRE(desk.log_in("p@example.test") == 200);
  CHECK(desk.get({"account", "sessions"}) == 200);
  REQUIRE(desk.reception.book().disable(account.id, "", desk.clock.now()));
  CHECK(desk.get({"account", "sessions"}) == 401);
}

TEST_CASE("an idle session is out, one that is used stays") {
  Desk desk;
  desk.add("p@example.test", {Persona::partner}, {{"guild", ""}});
  REQUIRE(desk.log_in("p@example.test") == 200);
  for (int i = 0; i < 3; ++i) {
    desk.clock.set(desk.clock.now() + 50min);
    CHECK(desk.get({"account", "sessions"}) == 200);
  }
  desk.clock.set(desk.clock.now() + 60min);
  CHECK(desk.get({"account", "sessions"}) == 401);
}

TEST_CASE("identities are what accounts, keys and links say, as the desk stands today") {
  Desk desk;
  const auto identity = http::make_account_identity(desk.desk, *desk.store, desk.clock, true);
  const auto find = [&] {
    auto request = desk.request("GET", {"api", "cases"}, "");
    for (const auto& [name, value] : desk.jar) request.cookies.add(name, value);
    return identity->find(request);
  };

  SECTION("nobody") {
    CHECK(find().persona == Persona::anonymous);
    desk.jar[std::string(http::session_cookie(true))] = std::string(64, 'a');
    CHECK(find().persona == Persona::anonymous);
  }
  SECTION("a partner, of the institutions that the desk has") {
    desk.add("p@example.test", {Persona::partner}, {{"gone", ""}, {"guild", ""}});
    REQUIRE(desk.log_in("p@example.test") == 200);
    const auto who = find();
    CHECK(who.persona == Persona::partner);
    CHECK(who.partners == std::vector<std::string>{"guild"});
    CHECK(who.actor.kind == access::ActorKind::partner);
    CHECK(who.actor.partner == "guild");
    CHECK_FALSE(who.session.empty());
    CHECK(who.proven_at == desk.clock.now());
  }
  SECTION("a partner whose institution has left") {
    desk.add("p@example.test", {Persona::partner}, {{"gone", ""}});
    REQUIRE(desk.log_in("p@example.test") == 200);
    CHECK(find().persona == Persona::anonymous);
  }
  SECTION("a key, which wins over a cookie, and nobody where it is wrong") {
    const auto made =
        accounts::make_api_key(*desk.store, desk.reception.keys(), desk.reception.random(),
                               {"Billing", "guild", {"see_case"}, ""}, desk.clock.now());
    REQUIRE(made);
    // As an older version may have left it.
    auto row = made->row;
    row.granted.emplace_back("no_such_right");
    desk::write_and_wait(*desk.store, [&](store::Transaction& t) { t.accounts().save(row); });
    desk.add("p@example.test", {Persona::partner}, {{"guild", ""}});
    REQUIRE(desk.log_in("p@example.test") == 200);
    auto request = desk.request("GET", {"api", "cases"}, "");
    request.headers.set("Authorization", "Bearer " + made->key);
    const auto who = identity->find(request);
    CHECK(who.persona == Persona::service);
    CHECK(who.session.empty());
    CHECK(who.partners == std::vector<std::string>{"guild"});
    CHECK(who.granted == std::vector<access::Right>{access::Right::see_case});
    for (const std::string& wrong :
         {std::string("Bearer x"), std::string("Basic eA=="), "Bearer " + made->row.hash}) {
      request.headers.set("Authorization", wrong);
      CHECK(identity->find(request).persona == Persona::anonymous);
    }
  }
  SECTION("the holder of a link, as adviser or as the person") {
    const accounts::Origin origin{"192.0.2.7", ""};
    const auto enter = [&](const accounts::Link& link) {
      const auto sent = desk.reception.links().request(link, origin, desk.clock.now());
      REQUIRE(sent);
      const auto in = desk.reception.links().redeem(link, sent->code, sent->nonce, false, origin,
                                                    desk.clock.now());
      REQUIRE(in);
      desk.jar[std::string(http::session_cookie(true))] = in->id;
      return find();
    };
    const auto adviser = enter({"7-3-x", {{7}, {3}}, {"guild", ""}, "guild@example.test"});
    CHECK(adviser.persona == Persona::link_holder);
    REQUIRE(adviser.link);
    CHECK(adviser.link->kase.value == 7);
    CHECK(adviser.link->n.value == 3);
    CHECK(adviser.actor.kind == access::ActorKind::partner);
    CHECK(adviser.actor.partner == "guild");
    const auto person = enter({"7-1-y", {{7}, {1}}, {}, "ada@example.test"});
    CHECK(person.persona == Persona::link_holder);
    CHECK(person.actor.kind == access::ActorKind::applicant);
  }
}

TEST_CASE("who looks at what, and who is refused, is in the audit; strangers are not") {
  Desk desk;
  const auto ada = desk.add("p@example.test", {Persona::partner}, {{"guild", ""}});
  CHECK(desk.get({"cases", "7"}) == 401);
  REQUIRE(desk.log_in("p@example.test") == 200);
  CHECK(desk.get({"account", "sessions"}) == 200);
  CHECK(desk.get({"cases", "7"}) == 404);
  CHECK(desk.get({"cases"}) == 200);

  std::vector<std::string> told;
  desk.store->read([&](store::Reader& reader) {
    for (const store::AuditRow& row : reader.accounts().audit(0, 100)) {
      told.push_back(row.actor + " " + row.act + " " + row.object + " " + row.result);
      CHECK(row.ip != "192.0.2.7");
    }
    CHECK_FALSE(accounts::check_audit(reader.accounts(), desk.reception.keys()).broken);
  });
  CHECK(told == std::vector<std::string>{" account-made account " + ada.id + " done",
                                         ada.id + " login account " + ada.id + " done",
                                         ada.id + " keep_own_account nothing allow",
                                         ada.id + " see_case case 7 hide"});
}

TEST_CASE("a desk without accounts says so") {
  Desk desk;
  desk.site.reception = nullptr;
  CHECK(desk.log_in("p@example.test") == 404);
  CHECK(desk.fault() == "no-accounts");
}
