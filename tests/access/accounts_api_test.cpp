// The API of whoever keeps accounts, on a desk that has some: what it does, and that each answer is
// what its description says.
#include <catch2/catch.hpp>

#include "adapters/app/routes.hpp"
#include "adapters/http/transport/target.hpp"
#include "engine/json/json.hpp"
#include "tests/access/schema_check.hpp"
#include "tests/support/accounts_desk.hpp"

using namespace guichet;
using namespace guichet::tests;
using namespace std::chrono_literals;
using access::Persona;

namespace {

const std::string kRoot = "root@example.test";
const std::string kChosen = "galet horloge sapinette virgule";

struct Keeper : AccountsDesk {
  std::string token;
  http::Response last;

  Keeper() : AccountsDesk(app::add_routes) {
    add(kRoot, {Persona::administrator, Persona::auditor}, {}, "", "Paul");
    enter(kRoot);
  }
  void enter(const std::string& email) {
    const accounts::Origin origin{"192.0.2.7", ""};
    auto in = reception.sign_in().log_in({email, kAccountPassword, {}, {}}, origin, clock.now());
    REQUIRE(in);
    accounts::SignedIn now = *in;
    if (in->session.stage == store::SessionStage::enrolling) {
      REQUIRE(reception.sign_in().begin_second_factor(in->id, clock.now()));
      const auto done = reception.sign_in().finish_second_factor(in->id, code_of(email, true),
                                                                 origin, clock.now());
      REQUIRE(done);
      now = done->signed_in;
    }
    jar[std::string(http::session_cookie(true))] = now.id;
    access::Principal principal;
    principal.session = now.session.csrf_secret;
    token = http::form_token(principal);
  }
  int call(const std::string& method, const std::string& target, std::string body = {}) {
    http::Request request{.method = method, .target = target, .body = std::move(body)};
    REQUIRE(http::read_target(target, request));
    if (method != "GET") request.headers.set("Content-Type", "application/json");
    request.headers.set(http::kTokenHeader, token);
    last = send(std::move(request));
    return last.status;
  }
  feel::Stored read() {
    auto value = json::read(last.body);
    INFO(last.body);
    REQUIRE(value);
    return *value;
  }
  std::string text(const char* name) {
    const auto value = read();
    const feel::Value* found = value.value().member(name);
    INFO(last.body);
    REQUIRE(found != nullptr);
    return std::string(found->text());
  }
  // Fields that the problem's reasons name.
  std::vector<std::string> faults() {
    std::vector<std::string> out;
    const auto value = read();
    for (const feel::Value& each : value.value().member("reasons")->items()) {
      const feel::Value* field = each.member("field");
      out.emplace_back(field == nullptr ? "" : field->text());
    }
    return out;
  }
};

constexpr const char* kJulie =
    R"({"email":"julie@example.test","name":"Julie","roles":["partner"],"partners":["guild"]})";

}  // namespace

TEST_CASE("accounts are made, changed, disabled and freed of a second factor over the API") {
  Keeper desk;
  CHECK(desk.call("POST", "/api/accounts", "{}") == 422);
  CHECK(desk.faults() == std::vector<std::string>{"email", "name", "role"});
  CHECK(desk.call("POST", "/api/accounts",
                  R"({"email":"j@e.test","name":"J","roles":["partner"],"partners":["gone"]})") ==
        422);
  CHECK(desk.faults() == std::vector<std::string>{"partner"});
  REQUIRE(desk.call("POST", "/api/accounts", kJulie) == 201);
  const std::string at = "/api/accounts/" + desk.text("account");
  REQUIRE(desk.posted.size() == 1);
  CHECK(desk.call("POST", "/api/accounts", kJulie) == 409);

  const std::string letter = desk.posted[0].text;
  const std::string token = letter.substr(letter.find("/invitation/") + 12, 64);
  CHECK(desk.call("POST", "/api/invitations/" + token, R"({"password":"azerty"})") == 422);
  CHECK(desk.faults().front() == "password");
  CHECK(desk.call("POST", "/api/invitations/" + token, R"({"password":")" + kChosen + "\"}") ==
        200);
  CHECK(desk.call("POST", "/api/invitations/" + token, R"({"password":")" + kChosen + "\"}") ==
        404);

  CHECK(desk.call("POST", at,
                  R"({"email":"julie@example.test","name":"Julie M","roles":["official"]})") ==
        200);
  CHECK(desk.text("name") == "Julie M");
  for (const char* deed :
       {"/second-factor/reset", "/sessions/end", "/invitation", "/disable", "/enable"}) {
    CHECK(desk.call("POST", at + deed, "{}") == 200);
    CHECK(desk.call("POST", std::string("/api/accounts/none") + deed, "{}") == 404);
  }
  const auto root = desk.reception.book().find(kRoot)->id;
  CHECK(desk.call("POST", "/api/accounts/" + root + "/disable", "{}") == 409);
}

TEST_CASE("without letters no account is made by invitation") {
  Keeper desk;
  desk.site.post_now = nullptr;
  CHECK(desk.call("POST", "/api/accounts", kJulie) == 503);
  CHECK_FALSE(desk.reception.book().find("julie@example.test"));
}

TEST_CASE("all of it wants a fresh proof, but for one's own account and the journal") {
  Keeper desk;
  desk.clock.set(desk.clock.now() + 5min);
  CHECK(desk.call("GET", "/api/accounts") == 403);
  CHECK(desk.call("GET", "/api/keys") == 403);
  CHECK(desk.call("GET", "/api/audit/export") == 403);
  CHECK(desk.call("POST", "/api/cases/1/open-with-reason",
                  R"({"reason":"a reason that suffices"})") == 403);
  CHECK(desk.call("GET", "/api/account") == 200);
  CHECK(desk.call("POST", "/api/account/recovery", "{}") == 403);
  CHECK(desk.call("GET", "/api/audit") == 200);
}

TEST_CASE("each answer about accounts is what the description says") {
  Keeper desk;
  REQUIRE(desk.call("GET", "/api/openapi.json") == 200);
  const auto document = desk.read();
  SchemaCheck check(document.value());
  const auto fits = [&](const std::string& schema, int status) {
    INFO(desk.last.body);
    CHECK(desk.last.status == status);
    const auto value = desk.read();
    CHECK(check.misfits(value.value(), check.schema(schema)) == std::vector<std::string>{});
  };
  desk.call("POST", "/api/accounts", kJulie);
  fits("Account", 201);
  desk.call("GET", "/api/accounts");
  fits("AccountList", 200);
  desk.call("POST", "/api/keys",
            R"({"label":"Tool","partner":"guild","may":["list_cases"],"days":30})");
  fits("NewKey", 201);
  const std::string key = desk.text("id");
  desk.call("GET", "/api/keys");
  fits("KeyList", 200);
  desk.call("POST", "/api/keys/" + key + "/revoke", "{}");
  fits("Done", 200);
  desk.call("GET", "/api/account");
  fits("OwnAccount", 200);
  desk.call("GET", "/api/account/sessions");
  fits("Sessions", 200);
  desk.call("POST", "/api/account/recovery", "{}");
  fits("Recovery", 200);
  desk.call("GET", "/api/audit?first=2");
  fits("Audit", 200);
  desk.call("POST", "/api/audit/check", "{}");
  fits("Done", 200);
  desk.call("GET", "/api/audit?from=nonsense");
  fits("Problem", 422);
  desk.call("POST", "/api/cases/1/open-with-reason", R"({"reason":"a reason that suffices"})");
  fits("Problem", 404);
  desk.call("POST", "/api/cases/1/close-again", "{}");
  fits("Done", 200);
  CHECK(desk.call("GET", "/api/audit/export?act=login") == 200);
  CHECK(desk.last.headers.get("Content-Type").starts_with("text/csv"));
}

TEST_CASE("a key calls for what it was given, until it ends") {
  Keeper desk;
  REQUIRE(desk.call("POST", "/api/keys",
                    R"({"label":"Tool","partner":"guild","may":["list_cases"],"days":1})") == 201);
  const std::string key = desk.text("key");
  const auto ask = [&](const std::string& target) {
    http::Request request{.method = "GET", .target = target};
    REQUIRE(http::read_target(target, request));
    request.headers.set("Authorization", "Bearer " + key);
    return desk.send(std::move(request)).status;
  };
  CHECK(ask("/api/cases") == 200);
  CHECK(ask("/api/accounts") == 403);
  CHECK(ask("/api/audit") == 403);
  CHECK(ask("/api/account") == 403);
  desk.clock.set(desk.clock.now() + 24h);
  CHECK(ask("/api/cases") == 401);
}
