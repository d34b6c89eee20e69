// Fairness between those who take their answers and those who do not.
#include "adapters/http/transport/turns.hpp"

#include <arpa/inet.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "adapters/http/transport/listener.hpp"
#include "tests/adapters/http/site.hpp"

using namespace guichet::http;
using std::chrono::milliseconds, std::chrono::seconds;

namespace {

const Turns::Clock::time_point kNow{seconds(1000)};

// A connection to this port; with `room`, of a peer that has only that for what comes.
int connect_to(std::uint16_t port, int room = 0) {
  const int made = ::socket(AF_INET, SOCK_STREAM, 0);
  if (room != 0) REQUIRE(::setsockopt(made, SOL_SOCKET, SO_RCVBUF, &room, sizeof room) == 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::connect(made, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0);
  return made;
}

std::uint16_t port_of(int listening) {
  sockaddr_in at{};
  socklen_t size = sizeof at;
  REQUIRE(::getsockname(listening, reinterpret_cast<sockaddr*>(&at), &size) == 0);
  return ntohs(at.sin_port);
}

}  // namespace

TEST_CASE("those who take little have turns, a fifth of the time in all") {
  Turns turns;

  CHECK(turns.reserve(kNow) == kNow);
  CHECK(turns.reserve(kNow) == kNow + milliseconds(25));
  CHECK(turns.reserve(kNow) == kNow + milliseconds(50));
  CHECK(turns.reserve(kNow + seconds(9)) == kNow + seconds(9));
}

TEST_CASE("turns are as far from each other as the answers are dear") {
  Turns turns;
  for (int i = 0; i < 50; ++i) turns.took(milliseconds(20));

  REQUIRE(turns.reserve(kNow) == kNow);
  const auto second = turns.reserve(kNow).value() - kNow;

  CHECK(second > milliseconds(99));
  CHECK(second <= milliseconds(100));
}

TEST_CASE("where too many wait for a turn the next one is turned away") {
  Turns turns;
  auto last = kNow;
  int promised = 0;
  for (auto turn = turns.reserve(kNow); turn; turn = turns.reserve(kNow)) {
    last = *turn;
    REQUIRE(++promised < 5'000);
  }

  CHECK(promised > 1'000);
  CHECK(last - kNow <= seconds(30));
  CHECK(turns.reserve(kNow + seconds(31)));
}

TEST_CASE("a peer that makes room for a packet or two is told from a browser") {
  const auto listener = open_listener("127.0.0.1", 0);
  REQUIRE(listener);
  const std::uint16_t port = port_of(listener->descriptor);
  for (const bool little : {false, true}) {
    const int peer = connect_to(port, little ? 8 : 0);
    const int accepted = ::accept(listener->descriptor, nullptr, nullptr);

    CHECK(takes_little(accepted) == little);

    ::close(accepted);
    ::close(peer);
  }
  ::close(listener->descriptor);
}

TEST_CASE("who takes little is answered all the same") {
  Router router;
  router.get("/", kPublic, [](const Request&, const Respond& respond) {
    respond(text_response(200, std::string(9'000, 'x')));
  });
  const TestSite site(std::move(router));
  for (int i = 0; i < 3; ++i) {
    const int peer = connect_to(site.port(), 8);
    const std::string ask = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    REQUIRE(::send(peer, ask.data(), ask.size(), 0) == static_cast<ssize_t>(ask.size()));

    std::string all;
    char chunk[4096];
    for (ssize_t n = 0; (n = ::recv(peer, chunk, sizeof chunk, 0)) > 0;) {
      all.append(chunk, static_cast<std::size_t>(n));
    }

    CHECK(all.starts_with("HTTP/1.1 200"));
    CHECK(all.ends_with(std::string(9'000, 'x')));
    ::close(peer);
  }
}

TEST_CASE("room is made for connections where the system gives little to those who do not ask") {
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
  const rlimit little{.rlim_cur = 64, .rlim_max = before.rlim_max};
  REQUIRE(setrlimit(RLIMIT_NOFILE, &little) == 0);

  make_room(128);

  rlimit after{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &after) == 0);
  CHECK(after.rlim_cur == 128);
  make_room(100);  // never less
  REQUIRE(getrlimit(RLIMIT_NOFILE, &after) == 0);
  CHECK(after.rlim_cur == 128);
  REQUIRE(setrlimit(RLIMIT_NOFILE, &before) == 0);
}
