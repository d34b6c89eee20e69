#include "adapters/http/api.hpp"

#include "adapters/http/guard.hpp"

#include "engine/json/json.hpp"
#include "tests/support/case_fixture.hpp"
#include "tests/support/silent_log.hpp"

using namespace guichet;
using guichet::tests::small_desk;

namespace {

// The API without a network: a request goes through the router to its handler.
struct ServedApi {
  base::ManualClock clock{*base::parse_instant("2026-03-02T10:00:00Z")};
  tests::SilentLog log;
  std::unique_ptr<store::Store> store = store::make_memory_store();
  desk::Desk desk{small_desk(), *store, clock, log};
  http::Site site{.desk = desk};
  http::Router router;

  ServedApi() {
    http::add_api(router, site);
    http::add_guard(router, site);
  }

  http::Response ask(std::string method, std::vector<std::string> path, std::string body = {},
                     http::Headers headers = {}) {
    const auto match = router.find(method, path);
    REQUIRE(match.handler != nullptr);
    http::Request request{.method = std::move(method),
                          .path = std::move(path),
                          .params = match.params,
                          .headers = std::move(headers),
                          .body = std::move(body)};
    request.headers.set("Content-Type", "application/json");
    http::Response answer;
    router.serve(match, request, [&](http::Response response) { answer = std::move(response); });
    return answer;
  }

  static feel::Stored read(const http::Response& response) {
    auto value = json::read(response.body);
    INFO(response.body);
    REQUIRE(value);
    return *value;
  }
};

const char* kRequest =
    R"({"key":"k1","fields":{"reference":"R-1","name":"Ada","phone":"01632 960020",)"
    R"("description":"A bench","area":"riverside","may_share":"yes","themes":["workshop"]}})";

}  // namespace

TEST_CASE("a request opened over the API is shown, acted upon and found again") {
  ServedApi api;

  const auto opened = api.ask("POST", {"api", "requests"}, kRequest);
  REQUIRE(opened.status == 201);
  CHECK(opened.headers.get("Location") == "/api/cases/1");
  CHECK(api.ask("POST", {"api", "requests"}, kRequest).status ==
        200);  // the same key: the first receipt

  const auto shown = ServedApi::read(api.ask("GET", {"api", "cases", "1"}));
  CHECK(shown.value().member("number")->text() == "R-1");
  CHECK(shown.value().member("person")->text() == "Ada");
  REQUIRE(shown.value().member("needs")->items().size() == 1);

  const auto acted = api.ask("POST", {"api", "cases", "1", "acts", "pass_on"}, R"({"n":2})");
  CHECK(acted.status == 201);
  const auto after = ServedApi::read(api.ask("GET", {"api", "cases", "1"}));
  const auto referrals = after.value().member("needs")->items()[0].member("referrals")->items();
  REQUIRE(referrals.size() == 1);
  CHECK(referrals[0].member("partner")->text() == "guild");

  const auto work = ServedApi::read(api.ask("GET", {"api", "work"}));
  CHECK_FALSE(work.value().member("promises")->items().empty());
}

TEST_CASE("a refusal is a problem with every reason") {
  ServedApi api;
  REQUIRE(api.ask("POST", {"api", "requests"}, kRequest).status == 201);

  const auto answer = api.ask("POST", {"api", "cases", "1", "acts", "finish"}, R"({"n":2})");

  CHECK(answer.status == 422);
  CHECK(answer.headers.get("Content-Type") == "application/problem+json");
  CHECK(answer.body.find("missing-field") != std::string::npos);
}

TEST_CASE("what is typed wrongly is refused by field, and nothing is opened") {
  ServedApi api;

  const auto answer = api.ask(
      "POST", {"api", "requests"},
      R"({"fields":{"reference":"R-1","name":"Ada","phone":"x","description":"d","people":"many"}})");

  CHECK(answer.status == 422);
  const auto list = ServedApi::read(api.ask("GET", {"api", "cases"}));
  CHECK(list.value().member("total")->as_integer() == 0);
}

TEST_CASE("another site's page can make nobody act") {
  ServedApi api;
  for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{
           {"Sec-Fetch-Site", "cross-site"}, {"Origin", "http://evil.example"}}) {
    const auto answer =
        api.ask("POST", {"api", "requests"}, kRequest, {{name, value}, {"Host", "127.0.0.1:8080"}});
    CHECK(answer.status == 403);
  }
  CHECK(api.ask("POST", {"api", "requests"}, kRequest,
                {{"Origin", "http://127.0.0.1:8080"}, {"Host", "127.0.0.1:8080"}})
            .status == 201);
}

TEST_CASE("a case that is not there, a body that is no JSON, a clock that is real") {
  ServedApi api;
  CHECK(api.ask("GET", {"api", "cases", "99"}).status == 404);
  CHECK(api.ask("GET", {"api", "cases", "x"}).status == 404);
  CHECK(api.ask("POST", {"api", "requests"}, "{").status == 400);
  CHECK(api.ask("POST", {"api", "requests"}, "[1]").status == 400);
  CHECK(api.ask("POST", {"api", "clock"}, R"({"until":"2026-03-05T09:00"})").status == 409);
}

TEST_CASE("what is put right over the API needs its reason, and is told afterwards") {
  ServedApi api;
  REQUIRE(api.ask("POST", {"api", "requests"}, kRequest).status == 201);
  const auto put = [&](const char* act, const char* body) {
    return api.ask("POST", {"api", "cases", "1", "operator", act}, body).status;
  };

  CHECK(put("due", R"({"n":2,"timer":"nudge","to":"2026-03-20"})") == 422);
  CHECK(put("due", R"({"n":2,"timer":"nudge","to":"soon","reason":"leave"})") == 422);
  CHECK(put("due", R"({"n":2,"timer":"nudge","to":"2026-03-20","reason":"leave"})") == 201);
  CHECK(put("correct", R"({"n":2,"with":{"name":"Ada B."},"reason":"misheard"})") == 201);
  CHECK(put("move", R"({"n":2,"state":"with_partner","reason":"told by phone"})") == 201);
  CHECK(put("hand-over", R"({"n":3,"adviser":"nobody","reason":"leave"})") == 422);
  CHECK(put("incident", R"({"incident":99,"reason":"seen"})") == 404);
  CHECK(put("reopen", R"({"n":2})") == 409);
  CHECK(put("due", R"({"n":2,"timer":"nudge","to":"2026-03-20","reason":"x","rest":1})") == 422);
  CHECK(put("due", R"({"n":"2","timer":"nudge","to":"2026-03-20","reason":"x"})") == 422);

  const auto told = ServedApi::read(api.ask("GET", {"api", "staff", "robin", "meanwhile"}, {}, {}));
  CHECK(told.value().member("happenings") == nullptr);  // she was not away: since when?
  CHECK(api.ask("GET", {"api", "staff", "nobody", "meanwhile"}).status == 404);
  const auto notices = ServedApi::read(api.ask("GET", {"api", "notices"}));
  CHECK(notices.value().member("notices")->items().empty());
}
