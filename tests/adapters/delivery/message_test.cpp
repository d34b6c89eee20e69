#include "adapters/delivery/message.hpp"

#include <catch2/catch.hpp>

#include "engine/base/file.hpp"
#include "tests/adapters/delivery/letters.hpp"

using namespace guichet;
using delivery::a_letter;
using delivery::compose_message;
using delivery::Parcel;

namespace {

const std::string kHost = "guichet.figeac.example";

// The head of a message, unfolded, one line a header.
std::vector<std::string> heads_of(const std::string& message) {
  std::vector<std::string> heads;
  std::size_t begin = 0;
  while (message.compare(begin, 2, "\r\n") != 0) {
    const std::size_t end = message.find("\r\n", begin);
    const std::string line = message.substr(begin, end - begin);
    if (line.starts_with(' ') || line.starts_with('\t')) {
      heads.back() += line;
    } else {
      heads.push_back(line);
    }
    begin = end + 2;
  }
  return heads;
}

std::string head_of(const std::string& message, std::string_view name) {
  std::string found;
  for (const std::string& head : heads_of(message)) {
    if (head.starts_with(name)) found += head;
  }
  return found;
}

}  // namespace

TEST_CASE("a letter's bytes are those of the golden file") {
  const auto message = compose_message(a_letter(), kHost);
  REQUIRE(message);
  const std::string path = GUICHET_ROOT "/tests/adapters/delivery/letter.eml";
  if (std::getenv("GUICHET_UPDATE_EXPECTED") != nullptr) {
    REQUIRE(base::write_file(path, *message));
  }
  CHECK(*message == base::read_bytes(path).value());
}

TEST_CASE("composing twice gives the same bytes, another key another boundary") {
  Parcel parcel = a_letter();
  const std::string first = compose_message(parcel, kHost).value();
  CHECK(first == compose_message(parcel, kHost).value());
  parcel.key = "12-34-2";
  const std::string second = compose_message(parcel, kHost).value();
  CHECK(head_of(first, "Content-Type:") != head_of(second, "Content-Type:"));
  CHECK(head_of(second, "Message-Id:") == "Message-Id: <12-34-2@guichet.figeac.example>");
}

TEST_CASE("every line of a message ends in CR LF, is ASCII and short") {
  Parcel parcel = a_letter();
  parcel.text.assign(3000, 'x');
  parcel.text += "\r\nligne\rseule\nÉ";
  const std::string message = compose_message(parcel, kHost).value();
  std::size_t begin = 0;
  while (begin < message.size()) {
    const std::size_t end = message.find('\n', begin);
    REQUIRE(end != std::string::npos);
    REQUIRE(message[end - 1] == '\r');
    CHECK(end - begin <= 200);
    begin = end + 1;
  }
  CHECK(std::ranges::all_of(message, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

TEST_CASE("a field of one line that holds a line break or a NUL refuses the letter") {
  const auto fields = {&Parcel::subject, &Parcel::from_name, &Parcel::to_name};
  for (const std::string tail :
       {"\r\nBcc: tous@example.org", "\nBcc: x@y.example", "\r", "\x7f", "\r\n\r\n<script>"}) {
    for (const auto field : fields) {
      Parcel parcel = a_letter();
      parcel.*field += tail;
      const auto message = compose_message(parcel, kHost);
      REQUIRE_FALSE(message);
      CHECK(message.error().what.key() == "letter-control-character");
    }
  }
  Parcel parcel = a_letter();
  parcel.subject += '\0';
  CHECK_FALSE(compose_message(parcel, kHost));
}

TEST_CASE("an address that is none refuses the letter") {
  const auto wrong = {"",
                      "elodie",
                      "a@b\r\nBcc: c@d",
                      "a b@c.example",
                      "<a@b.example>",
                      "a@b@c.example",
                      "a@.example",
                      ".a@b.example",
                      "a@b.example>",
                      "a,b@c.example",
                      "a@b..example"};
  for (const auto address : wrong) {
    Parcel parcel = a_letter();
    parcel.to_address = address;
    const auto message = compose_message(parcel, kHost);
    REQUIRE_FALSE(message);
    CHECK(message.error().what.key() == "letter-bad-address");
  }
}

TEST_CASE("a key that could leave its folder refuses the letter") {
  for (const auto key : {"", "../x", "a/b", ".x", "a b", "a@b", "é"}) {
    Parcel parcel = a_letter();
    parcel.key = key;
    CHECK(compose_message(parcel, kHost).error().what.key() == "letter-bad-key");
  }
}

TEST_CASE("words that look like headers stay inside their field") {
  Parcel parcel = a_letter();
  parcel.subject = "Bcc: tous@example.org =?utf-8?Q?=0D=0ABcc:_x@y.example?=";
  parcel.to_name = "\"x\" <autre@example.org>, y";
  const std::string message = compose_message(parcel, kHost).value();
  CHECK(head_of(message, "Bcc").empty());
  const std::string to = head_of(message, "To:");
  CHECK(to == "To: \"\\\"x\\\" <autre@example.org>, y\" <elodie@boulangerie.example>");
}

TEST_CASE("robots are told that a robot wrote") {
  const std::string message = compose_message(a_letter(), kHost).value();
  CHECK(head_of(message, "Auto-Submitted:") == "Auto-Submitted: auto-generated");
  CHECK(head_of(message, "List-Id").empty());
  CHECK(head_of(message, "Date:") == "Date: Mon, 02 Mar 2026 08:00:00 +0000");
}

TEST_CASE("an address with an accent before its @ is written as it is") {
  Parcel parcel = a_letter();
  parcel.to_address = "élodie@figeac.example";
  const std::string message = compose_message(parcel, kHost).value();
  CHECK(head_of(message, "To:").ends_with("<élodie@figeac.example>"));
  CHECK(delivery::needs_smtputf8(parcel.to_address));
  CHECK_FALSE(delivery::needs_smtputf8("elodie@métiers.example"));
  CHECK(delivery::to_envelope("elodie@métiers.example") == "elodie@xn--mtiers-bva.example");
}

TEST_CASE("an invitation is a form of its own, folded and escaped") {
  Parcel parcel = a_letter();
  delivery::Invitation visit;
  visit.uid = "rdv-12@guichet.figeac.example";
  visit.sequence = 2;
  visit.starts_at = parcel.date;
  visit.ends_at = parcel.date + std::chrono::hours(1);
  visit.summary =
      "Rendez-vous à la boulangerie ; apporter bail, bilan\net l'échéancier des travaux";
  parcel.invitation = visit;

  const std::string calendar = delivery::to_icalendar(visit, parcel);
  CHECK(calendar.find(
            "SUMMARY:Rendez-vous à la boulangerie \\; apporter bail\\, bilan\\net l'éché\r\n "
            "ancier des travaux\r\n") != std::string::npos);
  CHECK(calendar.find("DTSTART:20260302T080000Z\r\nDTEND:20260302T090000Z\r\n") !=
        std::string::npos);
  const std::string message = compose_message(parcel, kHost).value();
  INFO(message);
  CHECK(message.find("Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n") !=
        std::string::npos);

  visit.cancelled = true;
  CHECK(delivery::to_icalendar(visit, parcel).find("STATUS:CANCELLED") != std::string::npos);
}
