// End to end on a loopback port.
#include <catch2/catch.hpp>

#include <atomic>
#include <stdexcept>

#include "adapters/http/transport/event_stream.hpp"
#include "tests/adapters/http/site.hpp"

using namespace guichet;
using namespace http;
using namespace std::chrono_literals;

namespace {

Handler say(std::string text) {
  return [text = std::move(text)](const Request&, const Respond& respond) {
    respond(text_response(200, text));
  };
}

Handler echo() {
  return [](const Request& request, const Respond& respond) {
    respond(text_response(200, request.body));
  };
}

Router a_router() {
  Router router;
  router.get("/hello", kPublic, say("bonjour"));
  router.post("/echo", kPublic, echo());
  router.post("/import", kPublic, echo(), {10 * 1024 * 1024});
  return router;
}

std::string post(const std::string& target, const std::string& body) {
  return "POST " + target +
         " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         body;
}

}  // namespace

TEST_CASE("an answer carries its body and the headers of security") {
  TestSite site(a_router());
  const Reply reply = get(site.port(), "/hello");
  CHECK(reply.status == 200);
  CHECK(reply.body == "bonjour");
  CHECK(reply.headers.at("content-security-policy") ==
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src "
        "'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
        "frame-ancestors 'none'");
  CHECK(reply.headers.at("x-content-type-options") == "nosniff");
  CHECK(reply.headers.at("x-frame-options") == "DENY");
  CHECK_FALSE(reply.headers.contains("strict-transport-security"));
  CHECK(reply.headers.at("referrer-policy") == "no-referrer");
  CHECK(reply.headers.at("cache-control") == "no-store");
  CHECK(reply.headers.contains("permissions-policy"));
  CHECK(get(site.port(), "/nowhere").headers.contains("content-security-policy"));
}

TEST_CASE("a browser that came by https is told to stay with it") {
  Limits limits;
  limits.behind_https = [] { return true; };
  TestSite site(a_router(), limits);
  for (const char* path : {"/hello", "/nowhere"}) {
    CHECK(get(site.port(), path).headers.at("strict-transport-security") == "max-age=31536000");
  }
}

TEST_CASE("a connection serves several requests, sent one by one or all at once") {
  TestSite site(a_router());
  Client client(site.port());
  client.say("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(client.reply().body == "bonjour");
  client.say(post("/echo", "un") + post("/echo", "deux") +
             "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(client.reply().body == "un");
  CHECK(client.reply().body == "deux");
  CHECK(client.reply().body == "bonjour");
  client.say("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  CHECK(client.reply().headers.at("connection") == "close");
  CHECK(client.is_ended());
}

TEST_CASE("an unknown path is 404, a known one with another method is 405 and says which") {
  TestSite site(a_router());
  CHECK(get(site.port(), "/nowhere").status == 404);
  const Reply reply = ask(site.port(), "DELETE /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(reply.status == 405);
  CHECK(reply.headers.at("allow") == "GET, HEAD");
}

TEST_CASE("HEAD has the headers of GET and no body") {
  TestSite site(a_router());
  Client client(site.port());
  client.say("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  const Reply head = client.reply(true);
  CHECK(head.status == 200);
  CHECK(head.headers.at("content-length") == "7");
  CHECK(client.reply().body == "bonjour");
}

TEST_CASE("a body in chunks and one announced are the same to a handler") {
  TestSite site(a_router());
  const std::string head = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  CHECK(ask(site.port(), head + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n").body == "abcde");
  CHECK(ask(site.port(), head + "3\r\nabcX\r\n0\r\n\r\n").status == 400);
  CHECK(ask(site.port(), head + "ffffffffffffffff1\r\nabc\r\n0\r\n\r\n").status == 400);
  CHECK(ask(site.port(), head + "3;" + std::string(200'000, 'x')).status == 400);
}

TEST_CASE("a body beyond its route's limit is 413, before it is read") {
  TestSite site(a_router());
  const std::string big(2 * 1024 * 1024, 'x');
  CHECK(ask(site.port(), "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000000\r\n\r\n")
            .status == 413);
  CHECK(ask(site.port(), post("/echo", big)).status == 413);
  CHECK(ask(site.port(),
            "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
            "200000\r\n" +
                big + "\r\n0\r\n\r\n")
            .status == 413);
  CHECK(ask(site.port(), post("/import", big)).body.size() == big.size());
}

TEST_CASE("heads that are too long are 414 and 431") {
  TestSite site(a_router());
  CHECK(get(site.port(), "/" + std::string(9'000, 'x')).status == 414);
  CHECK(get(site.port(), "/" + std::string(90'000, 'x')).status == 414);
  CHECK(get(site.port(), "/hello", "A: " + std::string(20'000, 'x') + "\r\n").status == 431);
  std::string fields;
  for (int i = 0; i < 101; ++i) fields += "A" + std::to_string(i) + ": b\r\n";
  CHECK(get(site.port(), "/hello", fields).status == 431);
}

TEST_CASE("ambiguous framing is refused and what follows it is not executed") {
  std::atomic<int> executed = 0;
  Router router = a_router();
  router.get("/hidden", kPublic, [&](const Request&, const Respond& respond) {
    ++executed;
    respond(text_response(200, "hidden"));
  });
  TestSite site(std::move(router));
  const std::string hidden = "GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::string chunk = "0\r\n\r\n";
  const std::vector<std::string> heads{
      "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n",
      "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
      "Content-Length: 5\r\nContent-Length: 5\r\n",
      "Content-Length: 5\r\nContent-Length: 0\r\n",
      "Content-Length: 5, 5\r\n",
      "Content-Length: +5\r\n",
      "Content-Length: -1\r\n",
      "Content-Length: 0x5\r\n",
      "Content-Length: 5 5\r\n",
      "Content-Length:\r\n",
      "Content-Length: 99999999999999999999\r\n",
      "Transfer-Encoding : chunked\r\n",
      "Transfer-Encoding: chunked, gzip\r\n",
      "Transfer-Encoding: gzip, chunked\r\n",
      "Transfer-Encoding: xchunked\r\n",
      "Transfer-Encoding: \x0b"
      "chunked\r\n",
      "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
      "Transfer-Encoding:\r\n chunked\r\n",
      "X: a\r\n b\r\n",
      " X: a\r\n",
      "X\r\n",
      ": a\r\n",
      "X: a\nY: b\r\n",
      "X: a\rY: b\r\n",
      std::string("X: a\0b\r\n", 8),
      "X\x01: a\r\n",
      "Host: y\r\n",
  };
  for (const std::string& head : heads) {
    INFO(head);
    Client client(site.port());
    client.say("POST /echo HTTP/1.1\r\nHost: x\r\n" + head + "\r\n" + chunk + hidden);
    CHECK(client.reply().status == 400);
    CHECK(client.is_ended());
  }
  for (const std::string line :
       {"GET /hello", "GET  /hello HTTP/1.1", "GET hello HTTP/1.1", "GET http://x/hello HTTP/1.1",
        "G(T /hello HTTP/1.1", "GET /h\xC3\xA9 HTTP/1.1", "GET /a b HTTP/1.1",
        "GET /hello http/1.1", "OPTIONS * HTTP/1.1", "GET /%zz HTTP/1.1", "GET /%00 HTTP/1.1",
        "GET /../hello HTTP/1.1", "GET /%2e%2e/hello HTTP/1.1", "GET //hello HTTP/1.1",
        "GET /hello?a=%ff HTTP/1.1"}) {
    INFO(line);
    CHECK(ask(site.port(), line + "\r\nHost: x\r\n\r\n" + hidden).status == 400);
  }
  CHECK(ask(site.port(), "GET /hello HTTP/2.0\r\nHost: x\r\n\r\n").status == 505);
  CHECK(ask(site.port(), "GET /hello HTTP/1.1\r\n\r\n").status == 400);  // no Host
  CHECK(ask(site.port(), "GET /hello HTTP/1.1\nHost: x\n\n").status == 400);
  CHECK(ask(site.port(),
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\n"
            "Content-Length: 1\r\n\r\nx")
            .status == 415);
  CHECK(executed == 0);
}

TEST_CASE("a refused body that is not read ends the connection") {
  TestSite site(a_router());
  Client client(site.port());
  client.say(post("/nowhere", "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"));
  CHECK(client.reply().status == 404);
  CHECK(client.is_ended());
}

TEST_CASE("a head that comes too slowly is 408, a connection that says nothing is ended") {
  Limits limits;
  limits.header_time = 100ms;
  limits.body_time = 100ms;
  limits.idle_time = 150ms;
  TestSite site(a_router(), limits);
  Client slow(site.port());
  slow.say("GET /hello HTTP/1.1\r\nHo");
  CHECK(slow.reply().status == 408);
  CHECK(slow.is_ended());
  CHECK(ask(site.port(), "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab").status ==
        408);
  Client silent(site.port());
  CHECK(silent.is_ended());
}

TEST_CASE("more connections than the limit are turned away, and served again when there is room") {
  Limits limits;
  limits.connections = 2;
  TestSite site(a_router(), limits);
  const std::string request = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
  Client first(site.port());
  first.say(request);
  CHECK(first.reply().status == 200);
  {
    Client second(site.port());
    second.say(request);
    CHECK(second.reply().status == 200);
    const Reply busy = Client(site.port()).reply();
    CHECK(busy.status == 503);
    CHECK(busy.headers.at("content-security-policy") == "default-src 'none'; frame-ancestors 'none'");
    CHECK(busy.headers.at("cache-control") == "no-store");
    second.say("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    CHECK(second.reply().status == 200);
    CHECK(second.is_ended());
  }
  int status = 503;
  for (int i = 0; i < 1000 && status != 200; ++i) status = get(site.port(), "/hello").status;
  CHECK(status == 200);
}

TEST_CASE("an exception of a handler is 500 with an id that is in the log") {
  Router router;
  router.get("/fault", kPublic, [](const Request&, const Respond&) {
    throw std::runtime_error("the cellar is flooded");
  });
  TestSite site(std::move(router));
  const Reply reply = get(site.port(), "/fault?nom=Durand");
  CHECK(reply.status == 500);
  CHECK(reply.body.find("cellar") == std::string::npos);
  const auto lines = site.log.all();
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].ends_with("GET /fault: the cellar is flooded"));
  CHECK(lines[0].find("Durand") == std::string::npos);
  const std::string id = lines[0].substr(6, 8);
  CHECK(reply.body.find(id) != std::string::npos);
}

TEST_CASE("faults and refusals of the API are problems; a fault's has the id of the log") {
  Router router;
  router.get("/api/fault", kPublic, [](const Request&, const Respond&) {
    throw std::runtime_error("the cellar is flooded");
  });
  TestSite site(std::move(router));
  const Reply fault = get(site.port(), "/api/fault");
  CHECK(fault.status == 500);
  CHECK(fault.headers.at("content-type") == "application/problem+json");
  CHECK(fault.body.find("cellar") == std::string::npos);
  const std::string id = site.log.all().at(0).substr(6, 8);
  CHECK(fault.body.find("\"id\":\"" + id + "\"") != std::string::npos);
  const Reply unknown = get(site.port(), "/api/nowhere", "Accept-Language: en\r\n");
  CHECK(unknown.status == 404);
  CHECK(unknown.body.starts_with("{\"type\":\"urn:guichet:no-such-page\""));
  CHECK(ask(site.port(), "POST /api/fault HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
            .headers.at("content-type") == "application/problem+json");
}

TEST_CASE("an answer with a line break in a header is a fault, not two answers") {
  Router router;
  router.get("/split", kPublic, [](const Request&, const Respond& respond) {
    respond(see_other("/a\r\nSet-Cookie: x=y"));
  });
  TestSite site(std::move(router));
  const Reply reply = get(site.port(), "/split");
  CHECK(reply.status == 500);
  CHECK_FALSE(reply.headers.contains("set-cookie"));
}

TEST_CASE("a handler may answer later and from another thread, once") {
  Router router;
  std::vector<std::thread> threads;
  router.get("/later", kPublic, [&](const Request&, const Respond& respond) {
    threads.emplace_back([respond] {
      respond(text_response(200, "later"));
      respond(text_response(200, "again"));
    });
  });
  router.get("/hello", kPublic, say("bonjour"));
  TestSite site(std::move(router));
  Client client(site.port());
  for (int i = 0; i < 20; ++i) {
    client.say("GET /later HTTP/1.1\r\nHost: x\r\n\r\nGET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(client.reply().body == "later");
    CHECK(client.reply().body == "bonjour");
  }
  for (std::thread& thread : threads) thread.join();
}

TEST_CASE("a handler that never answers is 503 when its time is over, and too late is ignored") {
  Limits limits;
  limits.answer_time = 50ms;
  Router router = a_router();
  Respond kept;
  router.get("/never", kPublic,
             [&](const Request&, Respond respond) { kept = std::move(respond); });
  TestSite site(std::move(router), limits);
  Client client(site.port());
  client.say("GET /never HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(client.reply().status == 503);
  kept(text_response(200, "too late"));
  client.say("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(client.reply().body == "bonjour");
}

TEST_CASE("stopping ends idle connections and streams, and finishes what is being answered") {
  const auto stream = make_event_stream();
  Router router = a_router();
  router.get("/events", kPublic, [&](const Request&, const Respond& respond) {
    Response response;
    response.events = stream;
    respond(std::move(response));
  });
  Respond kept;
  std::atomic<bool> asked = false;
  router.get("/slow", kPublic, [&](const Request&, Respond respond) {
    kept = std::move(respond);
    asked = true;
    asked.notify_all();
  });
  TestSite site(std::move(router));
  Client idle(site.port());
  idle.say("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(idle.reply().status == 200);
  Client events(site.port());
  events.say("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(events.reply().status == 200);
  Client slow(site.port());
  slow.say("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  asked.wait(false);

  site.stop();
  CHECK(idle.is_ended());
  CHECK(events.is_ended());
  kept(text_response(200, "done"));
  const Reply reply = slow.reply();
  CHECK(reply.body == "done");
  CHECK(reply.headers.at("connection") == "close");
}

TEST_CASE("a port that is taken is an error of the surroundings that names it") {
  TestSite site(a_router());
  boost::asio::io_context loop;
  RecordingLog log;
  const auto second = make_server(loop, "127.0.0.1", site.port(), a_router(), {}, log);
  REQUIRE_FALSE(second);
  CHECK(second.error().kind == base::ErrorKind::surroundings);
  CHECK(second.error().what.key() == "port-in-use");
  CHECK(second.error()
            .what.in(base::Language::fr)
            .starts_with("le port " + std::to_string(site.port()) + " de 127.0.0.1 est déjà pris"));

  const auto nowhere = make_server(loop, "192.0.2.1", 0, a_router(), {}, log);
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().what.key() == "cannot-listen");
}

TEST_CASE("Expect: 100-continue is answered before the body comes, anything else is 417") {
  TestSite site(a_router());
  Client client(site.port());
  client.say("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.reply(true).status == 100);
  client.say("ok");
  CHECK(client.reply().body == "ok");
  CHECK(get(site.port(), "/hello", "Expect: cakes\r\n").status == 417);
}
