// Against a real mail server (aiosmtpd) on the loopback address.
#include <catch2/catch.hpp>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "adapters/delivery/carrier.hpp"
#include "adapters/delivery/message.hpp"
#include "tests/adapters/delivery/letters.hpp"
#include "tests/adapters/delivery/sink.hpp"

using namespace guichet;
using namespace delivery;
using Kind = Outcome::Kind;

namespace {

RelaySettings settings_for(std::uint16_t port) {
  RelaySettings settings;
  settings.host = "127.0.0.1";
  settings.port = port;
  settings.tls = RelaySettings::Tls::off;
  settings.desk_host = "guichet.example";
  return settings;
}

Outcome send(const RelaySettings& settings, const Parcel& parcel) {
  boost::asio::io_context loop;
  const auto relay = make_relay(loop, settings);
  std::optional<Outcome> outcome;
  relay->send(parcel, [&](Outcome told) {
    outcome = std::move(told);
    loop.stop();
  });
  loop.run_for(std::chrono::seconds(20));
  REQUIRE(outcome);
  return *outcome;
}

Outcome send_to(const std::string& behaviour, const Parcel& parcel = a_letter()) {
  const Sink sink(behaviour);
  return send(settings_for(sink.port()), parcel);
}

}  // namespace

TEST_CASE("a relay takes the very bytes of the message") {
  Sink sink("accept");
  const Outcome outcome = send(settings_for(sink.port()), a_letter());
  CHECK(outcome.kind == Kind::sent);
  CHECK(outcome.code == 250);
  const Sink::Letter letter = sink.letter();
  CHECK(letter.sender == "guichet@figeac.example");
  CHECK(letter.recipient == "elodie@boulangerie.example");
  CHECK(letter.bytes == compose_message(a_letter(), "guichet.example").value());
  CHECK(sink.line() == "quit");
}

TEST_CASE("a refusal for good has its code and the relay's words") {
  const Outcome unknown = send_to("rcpt550");
  CHECK(unknown.kind == Kind::refused);
  CHECK(unknown.code == 550);
  CHECK(unknown.reason == "5.1.1 No such user");

  const Outcome content = send_to("data554");
  CHECK(content.kind == Kind::refused);
  CHECK(content.code == 554);
}

TEST_CASE("a refusal for now makes the letter wait") {
  const Outcome outcome = send_to("rcpt451");
  CHECK(outcome.kind == Kind::later);
  CHECK(outcome.code == 451);
  CHECK(outcome.reason == "4.7.1 Greylisted, come back");
}

TEST_CASE("a relay that refuses us is down, the letter is not to blame") {
  for (const auto& [behaviour, code] : {std::pair{"greeting554", 554}, std::pair{"mail530", 530}}) {
    const Outcome outcome = send_to(behaviour);
    CHECK(outcome.kind == Kind::relay_down);
    CHECK(outcome.code == code);
  }
  const Sink sink("auth535");
  RelaySettings settings = settings_for(sink.port());
  settings.user = "desk";
  settings.password = "wrong";
  const Outcome outcome = send(settings, a_letter());
  CHECK(outcome.kind == Kind::relay_down);
  CHECK(outcome.code == 535);
}

TEST_CASE("user and password open a relay that asks for them") {
  Sink sink("auth");
  RelaySettings settings = settings_for(sink.port());
  settings.user = "desk";
  settings.password = "secret";
  CHECK(send(settings, a_letter()).kind == Kind::sent);
}

TEST_CASE(
    "a connection lost before the last reply makes the letter wait, after it changes nothing") {
  CHECK(send_to("drop_before").kind == Kind::later);
  CHECK(send_to("drop_after").kind == Kind::sent);
}

TEST_CASE("a relay that never replies to the letter's end makes it wait") {
  const Sink sink("hang");
  RelaySettings settings = settings_for(sink.port());
  settings.reply_time = std::chrono::seconds(1);
  const Outcome outcome = send(settings, a_letter());
  CHECK(outcome.kind == Kind::later);
  CHECK(outcome.code == 0);
}

TEST_CASE("a relay that is slow to answer holds neither the loop nor the other letters") {
  const Sink sink("hang_first");
  boost::asio::io_context loop;
  const auto relay = make_relay(loop, settings_for(sink.port()));
  Parcel slow = a_letter();
  slow.to_address = "slow@boulangerie.example";
  bool slow_told = false;
  int sent = 0;
  relay->send(slow, [&](const Outcome&) { slow_told = true; });
  for (int i = 0; i < 6; ++i) {
    relay->send(a_letter(), [&](const Outcome& outcome) {
      CHECK(outcome.kind == Kind::sent);
      if (++sent == 6) loop.stop();
    });
  }
  loop.run_for(std::chrono::seconds(20));
  CHECK(sent == 6);
  CHECK_FALSE(slow_told);
}

TEST_CASE("a relay that never answers QUIT does not hold the loop") {
  const Sink sink("hang_quit");
  const auto begun = std::chrono::steady_clock::now();
  CHECK(send(settings_for(sink.port()), a_letter()).kind == Kind::sent);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
}

TEST_CASE("where nobody listens the letter waits") {
  std::uint16_t free_port = 0;
  {
    boost::asio::io_context loop;
    boost::asio::ip::tcp::acceptor acceptor(
        loop, {boost::asio::ip::make_address("127.0.0.1"), std::uint16_t{0}});
    free_port = acceptor.local_endpoint().port();
  }
  const Outcome outcome = send(settings_for(free_port), a_letter());
  CHECK(outcome.kind == Kind::later);
  CHECK(outcome.code == 0);
  CHECK(outcome.reason.starts_with("relais injoignable"));
}

TEST_CASE("an address with an accent goes to a relay that can, and is refused at one that cannot") {
  Parcel parcel = a_letter();
  parcel.to_address = "élodie@figeac.example";
  Sink sink("accept");
  CHECK(send(settings_for(sink.port()), parcel).kind == Kind::sent);
  const Sink::Letter letter = sink.letter();
  CHECK(letter.recipient == "élodie@figeac.example");
  CHECK(letter.options.find("SMTPUTF8") != std::string::npos);

  const Outcome outcome = send_to("plain_ascii", parcel);
  CHECK(outcome.kind == Kind::refused);
  CHECK(outcome.reason.ends_with("appelez plutôt"));
  CHECK(send_to("plain_ascii").kind == Kind::sent);
}

TEST_CASE("STARTTLS is used where it is required, and a relay without it is not used") {
  const Folder folder;
  Sink sink("starttls", folder.path());
  RelaySettings settings = settings_for(sink.port());
  settings.host = "localhost";
  settings.tls = RelaySettings::Tls::require;
  settings.ca_file = sink.certificate();
  CHECK(send(settings, a_letter()).kind == Kind::sent);
  CHECK(sink.letter().recipient == "elodie@boulangerie.example");

  settings.ca_file.clear();
  CHECK(send(settings, a_letter()).kind == Kind::relay_down);  // a certificate that nobody signed
  settings.tls = RelaySettings::Tls::attempt;
  CHECK(send(settings, a_letter()).kind == Kind::sent);

  Sink plain("accept");
  RelaySettings strict = settings_for(plain.port());
  strict.tls = RelaySettings::Tls::require;
  const Outcome outcome = send(strict, a_letter());
  CHECK(outcome.kind == Kind::relay_down);
  CHECK_FALSE(plain.line(0).starts_with("letter"));
}

TEST_CASE("ending the relay in the middle of an attempt leaves nothing behind") {
  const Sink sink("hang");
  boost::asio::io_context loop;
  bool told = false;
  {
    const auto relay = make_relay(loop, settings_for(sink.port()));
    relay->send(a_letter(), [&](const Outcome&) { told = true; });
    loop.run_for(std::chrono::milliseconds(100));
  }
  loop.restart();
  loop.run_for(std::chrono::milliseconds(100));
  CHECK_FALSE(told);
}
