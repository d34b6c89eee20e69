#include "adapters/http/transport/slow_work.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <future>

#include "adapters/http/site.hpp"
#include "tests/adapters/http/site.hpp"
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using http::Request;
using http::Response;
using http::SlowWork;

namespace {

struct SlowSite {
  base::ManualClock clock{*base::parse_instant("2026-03-02T10:00:00Z")};
  http::RecordingLog log;
  std::unique_ptr<store::Store> store = store::make_memory_store();
  desk::Desk desk{tests::small_desk(), *store, clock, log};
  http::Site site{.desk = desk};
  Request request{.method = "GET", .target = "/api/slow", .path = {"api", "slow"}};

  SlowSite() { site.log = &log; }
};

}  // namespace

TEST_CASE("work leaves the thread that hands it over, and what is queued is finished") {
  SlowSite slow;
  std::thread::id by;
  int done = 0;
  {
    SlowWork threads(1);
    slow.site.slow = &threads;
    for (int i = 0; i < 5; ++i) {
      http::answer_slowly(
          slow.site, slow.request,
          [&](const Response& response) {
            by = std::this_thread::get_id();
            done += response.status == 200 ? 1 : 0;
          },
          [](const Request& request) { return http::text_response(200, request.path.back()); });
    }
  }
  CHECK(by != std::this_thread::get_id());
  CHECK(done == 5);
}

TEST_CASE("what is one too many is told when to come back") {
  SlowSite slow;
  std::promise<void> begun, go_on;
  SlowWork threads(1, 1);
  slow.site.slow = &threads;
  REQUIRE(threads.post([&] {
    begun.set_value();
    go_on.get_future().wait();
  }));
  begun.get_future().wait();
  REQUIRE(threads.post([] {}));

  Response answer;
  http::answer_slowly(
      slow.site, slow.request, [&](Response response) { answer = std::move(response); },
      [](const Request&) { return http::text_response(200, "late"); });

  CHECK(answer.status == 503);
  CHECK(answer.headers.get("Retry-After") == "5");
  CHECK(answer.body.find("too-busy") != std::string::npos);
  go_on.set_value();
  threads.finish();
  CHECK_FALSE(threads.post([] {}));
}

TEST_CASE("studies leave a thread to what is brief, and are all done in the end") {
  SlowWork threads(2);
  std::promise<void> begun, go_on, brief_done;
  std::atomic<int> studied = 0;
  REQUIRE(threads.post(
      [&] {
        begun.set_value();
        go_on.get_future().wait();
        ++studied;
      },
      http::Effort::study));
  begun.get_future().wait();
  REQUIRE(threads.post([&] { ++studied; }, http::Effort::study));
  REQUIRE(threads.post([&] { brief_done.set_value(); }));

  CHECK(brief_done.get_future().wait_for(std::chrono::seconds(20)) == std::future_status::ready);
  CHECK(studied == 0);
  go_on.set_value();
  threads.finish();
  CHECK(studied == 2);
}

TEST_CASE("without threads work is done in place; what it throws is under an id in the log") {
  SlowSite slow;
  Response answer;
  const auto keep = [&](Response response) { answer = std::move(response); };

  http::answer_slowly(slow.site, slow.request, keep,
                      [](const Request&) { return http::text_response(200, "here"); });
  CHECK(answer.body == "here");

  http::answer_slowly(slow.site, slow.request, keep,
                      [](const Request&) -> Response { throw std::runtime_error("torn"); });
  CHECK(answer.status == 500);
  REQUIRE(slow.log.all().size() == 1);
  const std::string line = slow.log.all().front();
  CHECK(line.find("GET /api/slow: torn") != std::string::npos);
  const std::string id = line.substr(6, 8);
  CHECK(answer.body.find(id) != std::string::npos);
}
