#include "adapters/http/transport/proxies.hpp"

#include <catch2/catch.hpp>
#include <memory>

#include "tests/adapters/http/site.hpp"

using namespace guichet::http;

namespace {

constexpr const char* kList = "X-Forwarded-For";

Proxies trusting(std::initializer_list<const char*> networks) {
  Proxies proxies;
  for (const char* each : networks) REQUIRE(proxies.trust(each));
  return proxies;
}

std::string by_list(const std::string& peer, const std::string& value) {
  return trusting({"127.0.0.1", "10.0.0.0/8", "fd00::/8"}).client_of(peer, {{kList, value}});
}

std::string by_forwarded(const std::string& value) {
  Proxies proxies = trusting({"127.0.0.1", "10.0.0.0/8"});
  proxies.read_from(Proxies::Header::forwarded);
  return proxies.client_of("127.0.0.1", {{"Forwarded", value}});
}

}  // namespace

TEST_CASE("nobody's word is taken where no proxy is named") {
  const Headers headers{{kList, "203.0.113.9"}, {"Forwarded", "for=203.0.113.9"}};
  CHECK(Proxies{}.client_of("127.0.0.1", headers) == "127.0.0.1");
  CHECK(Proxies{}.client_of("::ffff:192.0.2.7", headers) == "192.0.2.7");
  CHECK(Proxies{}.client_of("", headers).empty());
}

TEST_CASE("a peer that is not trusted is itself, whatever it writes") {
  CHECK(by_list("198.51.100.4", "203.0.113.9") == "198.51.100.4");
  CHECK(by_list("198.51.100.4", "127.0.0.1") == "198.51.100.4");
  CHECK(by_list("11.0.0.1", "203.0.113.9") == "11.0.0.1");
  CHECK(by_list("2001:db8::1", "203.0.113.9") == "2001:db8::1");
}

TEST_CASE("of a chain the right-most address that is not trusted asks") {
  CHECK(by_list("127.0.0.1", "203.0.113.9") == "203.0.113.9");
  CHECK(by_list("::ffff:127.0.0.1", "203.0.113.9") == "203.0.113.9");
  CHECK(by_list("127.0.0.1", "203.0.113.9, 10.1.2.3") == "203.0.113.9");
  CHECK(by_list("127.0.0.1", "1.1.1.1, 127.0.0.1, 203.0.113.9 ,10.1.2.3") == "203.0.113.9");
  CHECK(by_list("127.0.0.1", "127.0.0.1, 10.0.0.9, 203.0.113.9") == "203.0.113.9");
  CHECK(by_list("127.0.0.1", "203.0.113.9:4711") == "203.0.113.9");
  CHECK(by_list("127.0.0.1", "[2001:DB8::9]:4711") == "2001:db8::9");
  CHECK(by_list("127.0.0.1", "2001:db8::9, fd00::1") == "2001:db8::9");
  CHECK(by_list("127.0.0.1", "::ffff:203.0.113.9") == "203.0.113.9");
  CHECK(by_list("127.0.0.1", "10.0.0.7") == "10.0.0.7");  // a machine of the house
  CHECK(by_list("127.0.0.1", "") == "127.0.0.1");
}

TEST_CASE("several lines of the header are one list") {
  const Headers headers{{kList, "1.1.1.1"}, {"x-forwarded-for", "203.0.113.9"}};
  CHECK(trusting({"127.0.0.1"}).client_of("127.0.0.1", headers) == "203.0.113.9");
}

TEST_CASE("what cannot be read hides nobody: the hop that wrote it counts") {
  for (const char* text :
       {"unknown", "localhost", "_gate", "203.0.113.9;", "203.0.113", "0x7f.1", "203.0.113.009",
        "203.0.113.9:x", "203.0.113.9:123456", "[203.0.113.9]", "[2001:db8::9", "fe80::1%eth0",
        "203.0.113.9 198.51.100.4", "'1.1.1.1'", "<b>", "1.1.1.1,", "1.1.1.1,,", "\xff"}) {
    INFO(text);
    const std::string chain(text);
    CHECK(by_list("127.0.0.1", chain + ", 10.1.2.3") == "10.1.2.3");
    CHECK(by_list("127.0.0.1", chain.ends_with(',') ? chain + "," : chain) == "127.0.0.1");
    CHECK(by_list("127.0.0.1", chain + ", 203.0.113.9") == "203.0.113.9");
  }
  CHECK(by_list("127.0.0.1", std::string("203.0.113.9\0", 12)) == "127.0.0.1");
}

TEST_CASE("one header is read, the other is the client's own") {
  const Headers both{{kList, "203.0.113.9"}, {"Forwarded", "for=198.51.100.4"}};
  Proxies proxies = trusting({"127.0.0.1"});
  CHECK(proxies.client_of("127.0.0.1", both) == "203.0.113.9");
  proxies.read_from(Proxies::Header::forwarded);
  CHECK(proxies.client_of("127.0.0.1", both) == "198.51.100.4");
}

TEST_CASE("Forwarded is read as RFC 7239 has it") {
  CHECK(by_forwarded("for=203.0.113.9") == "203.0.113.9");
  CHECK(by_forwarded("For=\"[2001:db8:cafe::17]:4711\"") == "2001:db8:cafe::17");
  CHECK(by_forwarded("for=203.0.113.9;proto=https;by=10.0.0.1") == "203.0.113.9");
  CHECK(by_forwarded("by=10.0.0.1 ; for=\"203.0.113.9:80\"") == "203.0.113.9");
  CHECK(by_forwarded("for=1.1.1.1, for=203.0.113.9, for=10.0.0.3") == "203.0.113.9");
  CHECK(by_forwarded("host=\"a, for=1.1.1.1\", for=203.0.113.9") == "203.0.113.9");
  CHECK(by_forwarded("host=\"a\\\", for=1.1.1.1\", for=203.0.113.9") == "203.0.113.9");
}

TEST_CASE("a quote left open by the client does not take the proxy's own word in") {
  CHECK(by_forwarded("for=1.1.1.1;by=\", for=203.0.113.9") == "127.0.0.1");
  CHECK(by_forwarded("for=1.1.1.1;by=\", for=\"[2001:db8::9]:80\"") == "127.0.0.1");
  for (const char* text : {"for=unknown", "for=_hidden", "proto=https", "for", "=203.0.113.9",
                           "for=", "for=203.0.113.9 for=1.1.1.1", "for=203.0.113.9;for=1.1.1.1",
                           "for=203.0.113.9x\"", "for=\"203.0.113.9", ",", ";"}) {
    INFO(text);
    CHECK(by_forwarded(text) == "127.0.0.1");
  }
}

TEST_CASE("a network is written whole, and never names everybody") {
  Proxies proxies;
  for (const char* text :
       {"", " ", "10.0.0.0/0", "::/0", "10.0.0.1/8", "10.0.0.0/33", "fd00::/129", "10.0.0.0/",
        "10.0.0.0/8x", "10.0.0.0/-8", "10/8", "proxy", "fd00::1/8", "10.0.0.0/8/8", "[fd00::]/8"}) {
    INFO(text);
    CHECK_FALSE(proxies.trust(text));
  }
  CHECK(proxies.client_of("10.0.0.1", {{kList, "203.0.113.9"}}) == "10.0.0.1");
  CHECK(trusting({"0.0.0.0/1"}).client_of("127.0.0.1", {{kList, "203.0.113.9"}}) == "203.0.113.9");
  CHECK(trusting({"10.1.2.3/32"}).client_of("10.1.2.3", {{kList, "1.1.1.1"}}) == "1.1.1.1");
  CHECK(trusting({"10.1.2.3/32"}).client_of("10.1.2.2", {{kList, "1.1.1.1"}}) == "10.1.2.2");
  CHECK(trusting({"10.1.2.0/23"}).client_of("10.1.3.9", {{kList, "1.1.1.1"}}) == "1.1.1.1");
  CHECK(trusting({"10.1.2.0/23"}).client_of("10.1.4.1", {{kList, "1.1.1.1"}}) == "10.1.4.1");
}

TEST_CASE("handlers of a served site see who asks") {
  const auto site = [](const Limits& limits) {
    Router router;
    router.get("/who", kPublic, [](const Request& request, const Respond& respond) {
      respond(text_response(200, request.remote));
    });
    return std::make_unique<TestSite>(std::move(router), limits);
  };
  const std::string chain = "X-Forwarded-For: 1.1.1.1, 203.0.113.9\r\n";
  Limits limits;
  CHECK(get(site(limits)->port(), "/who", chain).body == "127.0.0.1");
  REQUIRE(limits.proxies.trust("127.0.0.0/8"));
  const auto behind = site(limits);
  CHECK(get(behind->port(), "/who", chain).body == "203.0.113.9");
  CHECK(get(behind->port(), "/who").body == "127.0.0.1");
}
