// Server-sent events, end to end on a loopback port.
#include <catch2/catch.hpp>

#include <atomic>

#include "adapters/http/transport/event_stream.hpp"
#include "tests/adapters/http/site.hpp"

using namespace guichet;
using namespace http;
using namespace std::chrono_literals;

TEST_CASE("events reach the browser as they are pushed, from any thread, until the stream closes") {
  const auto stream = make_event_stream();
  Router router;
  router.get("/events", kPublic, [&](const Request&, const Respond& respond) {
    Response response;
    response.events = stream;
    respond(std::move(response));
  });
  TestSite site(std::move(router));
  stream->push("early", "before the answer");
  Client client(site.port());
  client.say("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
  const Reply head = client.reply();
  CHECK(head.headers.at("content-type") == "text/event-stream");
  CHECK(head.headers.at("cache-control") == "no-store");
  CHECK(client.until("\n\n") == "event: early\ndata: before the answer\n\n");
  std::thread([&] { stream->push("case", "deux\nlignes", "7"); }).join();
  CHECK(client.until("\n\n") == "id: 7\nevent: case\ndata: deux\ndata: lignes\n\n");
  stream->push("last", "x");
  stream->close();
  CHECK(client.until("\n\n") == "event: last\ndata: x\n\n");
  CHECK(client.is_ended());
}

TEST_CASE("a stream ends when the browser leaves, and idles with a heartbeat") {
  const auto stream = make_event_stream();
  std::atomic<bool> closed = false;
  stream->on_close([&] {
    closed = true;
    closed.notify_all();
  });
  Limits limits;
  limits.heartbeat = 20ms;
  Router router;
  router.get("/events", kPublic, [&](const Request&, const Respond& respond) {
    Response response;
    response.events = stream;
    respond(std::move(response));
  });
  TestSite site(std::move(router), limits);
  {
    Client client(site.port());
    client.say("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(client.reply().status == 200);
    CHECK(client.until("\n\n") == ":\n\n");
  }
  closed.wait(false);
  CHECK_FALSE(stream->is_open());
}
