#include "adapters/http/api/api.hpp"

#include "adapters/http/entrance/guard.hpp"

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
                     http::Headers headers = {}, http::Pairs query = {}) {
    const auto match = router.find(method, path);
    REQUIRE(match.handler != nullptr);
    http::Request request{.method = std::move(method),
                          .path = std::move(path),
                          .params = match.params,
                          .query = std::move(query),
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

TEST_CASE("the meeting's agenda is told over the API, from a day on") {
  ServedApi api;
  REQUIRE(api.ask("POST", {"api", "requests"}, kRequest).status == 201);
  const auto lines = [&](std::string since) {
    http::Pairs query;
    if (!since.empty()) query.add("since", std::move(since));
    const auto told = ServedApi::read(api.ask("GET", {"api", "agenda"}, {}, {}, query));
    return told.value().member("lines")->items().size();
  };
  CHECK(lines("") == 1);
  CHECK(lines("2026-03-03") == 0);
  http::Pairs never;
  never.add("since", "never");
  CHECK(api.ask("GET", {"api", "agenda"}, {}, {}, never).status == 422);
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

TEST_CASE("a list comes by pages, each with the way to the others") {
  ServedApi api;
  for (const char* reference : {"R-1", "R-2", "R-3"}) {
    const std::string body =
        std::string(R"({"fields":{"reference":")") + reference +
        R"(","name":"Ada","phone":"01632 960020","description":"A bench","area":"riverside",)"
        R"("may_share":"yes","themes":["workshop"]}})";
    REQUIRE(api.ask("POST", {"api", "requests"}, body).status == 201);
  }
  const auto page = [&](const char* first, const char* most) {
    http::Pairs query;
    query.add("first", first);
    query.add("most", most);
    query.add("text", "a d");
    query.add("all", "1");
    return api.ask("GET", {"api", "cases"}, {}, {}, query);
  };
  http::Pairs plain;
  plain.add("first", "1");
  plain.add("most", "1");
  const auto middle = api.ask("GET", {"api", "cases"}, {}, {}, plain);
  const auto list = ServedApi::read(middle);
  CHECK(list.value().member("total")->as_integer() == 3);
  CHECK(list.value().member("first")->as_integer() == 1);
  CHECK(list.value().member("most")->as_integer() == 1);
  CHECK(list.value().member("cases")->items().size() == 1);
  CHECK(middle.headers.get("Link") ==
        R"(</api/cases?first=0&most=1>; rel="first", </api/cases?first=0&most=1>; rel="prev", )"
        R"(</api/cases?first=2&most=1>; rel="next")");
  // What was asked for besides goes along, as it is to be read back; what is no number is not.
  CHECK(page("x", "-3").headers.get("Link") ==
        R"(</api/cases?first=0&most=1&text=a%20d&all=1>; rel="first")");
}

TEST_CASE("a case that moved on meanwhile is not overwritten: both versions are shown") {
  ServedApi api;
  REQUIRE(api.ask("POST", {"api", "requests"}, kRequest).status == 201);
  const std::string seen = api.ask("GET", {"api", "cases", "1"}).headers.get("ETag");
  const std::vector<std::string> correct{"api", "cases", "1", "operator", "correct"};
  const char* mine = R"({"with":{"name":"Ada B."},"reason":"misheard"})";

  const auto first = api.ask("POST", correct, mine, {{"If-Match", seen}});
  CHECK(first.status == 201);
  CHECK(first.headers.get("ETag") == api.ask("GET", {"api", "cases", "1"}).headers.get("ETag"));

  const char* theirs = R"({"with":{"name":"Ida"},"reason":"misread"})";
  const auto second = api.ask("POST", correct, theirs, {{"If-Match", seen}});
  CHECK(second.status == 412);
  const auto problem = ServedApi::read(second);
  CHECK(problem.value().member("sent")->member("with")->member("name")->text() == "Ida");
  CHECK(problem.value().member("current")->member("person")->text() == "Ada B.");
  CHECK(api.ask("POST", correct, R"({"rev":1,"with":{"name":"Ida"},"reason":"misread"})").status ==
        409);
  CHECK(api.ask("POST", correct, theirs, {{"If-Match", "12"}}).status == 400);
  CHECK(api.ask("POST", correct, theirs, {{"If-Match", "*"}}).status == 201);
}

TEST_CASE("a repetition under its Idempotency-Key is the first one again") {
  ServedApi api;
  const char* body = R"({"fields":{"name":"Ada","phone":"01632 960020","description":"A bench",)"
                     R"("area":"riverside","reference":"R-7","themes":["workshop"]}})";
  const auto first = api.ask("POST", {"api", "requests"}, body, {{"Idempotency-Key", "k-7"}});
  CHECK(first.status == 201);
  const auto again = api.ask("POST", {"api", "requests"}, body, {{"Idempotency-Key", "k-7"}});
  CHECK(again.status == 200);
  CHECK(ServedApi::read(again).value().member("repeated")->is_true());
  CHECK(again.headers.get("Location") == first.headers.get("Location"));
}

TEST_CASE("a reason names the field that it is about") {
  ServedApi api;
  const auto mistyped = ServedApi::read(api.ask(
      "POST", {"api", "requests"},
      R"({"fields":{"reference":"R-1","name":"A","phone":"01632 960020","description":"d","people":"many"}})"));
  const auto reasons = mistyped.value().member("reasons")->items();
  REQUIRE(reasons.size() == 1);
  CHECK(reasons[0].member("field")->text() == "people");
  CHECK(mistyped.value().member("type")->text().starts_with("urn:guichet:"));

  REQUIRE(api.ask("POST", {"api", "requests"}, kRequest).status == 201);
  const auto missing =
      ServedApi::read(api.ask("POST", {"api", "cases", "1", "acts", "finish"}, R"({"n":2})"));
  CHECK(missing.value().member("reasons")->items()[0].member("field")->text() == "result");
}
