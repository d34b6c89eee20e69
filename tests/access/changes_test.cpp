// Who is told of a change: whoever may see the case, while she follows.
#include <catch2/catch.hpp>

#include "adapters/http/transport/event_stream.hpp"
#include "tests/access/asked_desk.hpp"

using namespace guichet;
using namespace guichet::tests;

namespace {

std::shared_ptr<http::EventStream> follow(AskedDesk& desk, const std::string& actor) {
  const auto answer = desk.ask({.method = "GET", .target = "/api/events", .actor = actor});
  INFO(actor << ": " << answer.status << " " << answer.body);
  REQUIRE(answer.events != nullptr);
  return answer.events;
}

void correct(AskedDesk& desk, int kase) {
  const auto answer =
      desk.ask({.method = "POST",
                .target = "/api/cases/" + std::to_string(kase) + "/operator/correct",
                .body = R"({"with":{"name":"Bea"},"reason":"misheard"})"});
  INFO(answer.body);
  REQUIRE(answer.status == 201);
}

}  // namespace

TEST_CASE("a change is told to those who may see the case, without a word of its content") {
  AskedDesk desk;
  const auto robin = follow(desk, "coordinator");
  const auto guild = follow(desk, "partner");
  const auto holder = follow(desk, "link_holder:2");

  correct(desk, 1);
  const std::string told = robin->take();
  CHECK(told.find("event: change\ndata: {\"case\":1,\"rev\":") == 0);
  CHECK(told.find("Bea") == std::string::npos);
  CHECK(guild->take() == told);
  CHECK(holder->take().empty());

  correct(desk, 2);
  CHECK_FALSE(robin->take().empty());
  CHECK(guild->take().empty());
  CHECK_FALSE(holder->take().empty());
}

TEST_CASE("what is refused tells nobody, and who has left is told nothing") {
  AskedDesk desk;
  const auto robin = follow(desk, "coordinator");
  const auto refused = desk.ask({.method = "POST",
                                 .target = "/api/cases/1/operator/correct",
                                 .body = R"({"with":{"name":"Bea"}})"});
  CHECK(refused.status == 422);
  CHECK(robin->take().empty());
  robin->close();
  correct(desk, 1);
  CHECK(robin->take().empty());
}

TEST_CASE("one person's pages follow up to a number, others still may") {
  AskedDesk desk;
  std::vector<std::shared_ptr<http::EventStream>> open;
  for (int i = 0; i < 20; ++i) open.push_back(follow(desk, "coordinator"));
  const auto one_more = desk.ask({.method = "GET", .target = "/api/events"});
  CHECK(one_more.status == 429);
  CHECK(one_more.headers.get("Retry-After") == "60");
  follow(desk, "partner");
  open.back()->close();
  follow(desk, "coordinator");
}
