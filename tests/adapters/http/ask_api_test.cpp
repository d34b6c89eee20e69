// A request handed in over the API by somebody unknown.
#include <catch2/catch.hpp>

#include "adapters/http/api/api.hpp"
#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/outside/ask.hpp"
#include "engine/json/json.hpp"
#include "tests/support/case_fixture.hpp"
#include "tests/support/silent_log.hpp"

using namespace guichet;
using guichet::tests::small_desk;

namespace {

struct Nobody final : http::Identity {
  access::Principal find(const http::Request&) const override { return {}; }
};

struct OpenDesk {
  base::ManualClock clock{*base::parse_instant("2026-03-02T10:00:00Z")};
  tests::SilentLog log;
  std::unique_ptr<store::Store> store = store::make_memory_store();
  desk::Desk desk{small_desk(), *store, clock, log};
  http::Site site{.desk = desk};
  http::Router router;

  OpenDesk() {
    http::add_api(router, site);
    http::add_guard(router, site, std::make_shared<const Nobody>());
  }

  http::Response ask(const std::string& body, const std::string& remote = "192.0.2.7") {
    const auto match = router.find("POST", {"api", "asks"});
    REQUIRE(match.handler != nullptr);
    http::Request request{.method = "POST", .path = {"api", "asks"}, .body = body};
    request.remote = remote;
    request.headers.set("Content-Type", "application/json");
    http::Response answer;
    router.serve(match, request, [&](http::Response response) { answer = std::move(response); });
    return answer;
  }
};

std::string body_of(const std::string& name, const std::string& key = "") {
  return R"({"key":")" + key + R"(","fields":{"name":")" + name +
         R"(","phone":"01632 960020","description":"A bench","themes":["workshop"],)"
         R"("email":"ada@example.test"}})";
}

feel::Stored read(const http::Response& response) {
  INFO(response.body);
  auto value = json::read(response.body);
  REQUIRE(value);
  return *value;
}

std::string member(const feel::Stored& value, const char* name) {
  const feel::Value* found = value.value().member(name);
  REQUIRE(found != nullptr);
  return feel::to_text(*found);
}

}  // namespace

TEST_CASE("a program hands a request in and is told who takes care of it, and no more") {
  OpenDesk desk;

  const auto answer = desk.ask(body_of("Ada"));

  REQUIRE(answer.status == 201);
  const feel::Stored told = read(answer);
  CHECK(member(told, "eligible") == "true");
  CHECK_FALSE(member(told, "contact").empty());
  CHECK(answer.body.find("ada@") == std::string::npos);
  CHECK(answer.body.find("\"case\"") == std::string::npos);
  CHECK_FALSE(answer.headers.has("Location"));
}

TEST_CASE("the same key is the same request; with other answers it is refused without its case") {
  OpenDesk desk;
  REQUIRE(desk.ask(body_of("Ada", "k1")).status == 201);

  const auto again = desk.ask(body_of("Ada", "k1"));
  CHECK(again.status == 200);
  CHECK(member(read(again), "repeated") == "true");

  const auto other = desk.ask(body_of("Bea", "k1"));
  CHECK(other.status == 409);
  CHECK(other.body.find("ask-sent-already") != std::string::npos);
}

TEST_CASE("what the form does not ask is refused, field by field, and so is what is missing") {
  OpenDesk desk;

  const auto more = desk.ask(R"({"fields":{"reference":"R-1","verdict":"x"}})");
  CHECK(more.status == 422);
  CHECK(more.body.find("\"field\":\"reference\"") != std::string::npos);
  CHECK(more.body.find("\"field\":\"verdict\"") != std::string::npos);

  const auto less = desk.ask(R"({"fields":{"name":"Ada"}})");
  CHECK(less.status == 422);
  CHECK(less.body.find("\"field\":\"phone\"") != std::string::npos);
  CHECK(less.body.find("\"field\":\"name\"") == std::string::npos);
}

TEST_CASE("an address sends five requests in ten minutes, another one its own") {
  OpenDesk desk;
  for (int i = 0; i < 5; ++i) REQUIRE(desk.ask(body_of("Ada " + std::to_string(i))).status == 201);

  const auto answer = desk.ask(body_of("Ada 6"));

  CHECK(answer.status == 429);
  CHECK(answer.headers.get("Retry-After") == "600");
  CHECK(desk.ask(body_of("Bea"), "192.0.2.8").status == 201);
}

TEST_CASE("an address is shown so that its owner knows it again, and nobody else") {
  CHECK(http::masked_address("paul@exemple.test") == "p…@exemple.test");
  CHECK(http::masked_address("élodie@exemple.test") == "é…@exemple.test");
  CHECK(http::masked_address("@exemple.test").empty());
  CHECK(http::masked_address("nobody").empty());
}
