// Codes of links: sent to the address of record, typed in the browser that asked, once.
#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

#include "adapters/sql/database.hpp"
#include "tests/adapters/sql/scratch.hpp"
#include "tests/engine/accounts/premises.hpp"

using namespace guichet;
using namespace guichet::accounts;
using namespace std::chrono_literals;

namespace {

Link link(const std::string& locator = "7-3-abcdef", std::int32_t n = 3,
          const std::string& email = "Salvan@CMA.example") {
  return {locator, {{7}, {n}}, {"cma-46", "salvan"}, email};
}

}  // namespace

TEST_CASE("a code of eight readable characters opens the one case, as often as people type it") {
  Premises desk;
  const auto sent = desk.links.request(link(), desk.origin, desk.now);
  REQUIRE(sent);
  CHECK(sent->code.size() == 8);
  CHECK(sent->code.find_first_not_of(kReadableAlphabet) == std::string::npos);
  for (const char odd : std::string("0O1IL"))
    CHECK(kReadableAlphabet.find(odd) == std::string::npos);

  std::string typed = " " + sent->code.substr(0, 4) + "-" + sent->code.substr(4);
  for (char& c : typed) c = static_cast<char>(std::tolower(c));
  const auto in = desk.links.redeem(link(), typed, sent->nonce, false, desk.origin, desk.now);
  REQUIRE(in);
  const auto live = desk.session(in->id);
  REQUIRE((live && live->session.link));
  CHECK(live->session.link->kase.value == 7);
  CHECK(live->session.link->n.value == 3);
  CHECK(live->session.asked.partner == "cma-46");
  CHECK(live->session.account.empty());
  CHECK_FALSE(live->account);
  CHECK(in->device.empty());
}

TEST_CASE("a code serves once, for ten minutes, in the browser that asked, at its own link") {
  Premises desk;
  const auto sent = desk.links.request(link(), desk.origin, desk.now);
  const auto redeem = [&](const Link& at, const std::string& nonce) {
    return desk.links.redeem(at, sent->code, nonce, false, desk.origin, desk.now);
  };
  CHECK(fault(redeem(link(), "")) == "other-browser");
  CHECK(fault(redeem(link(), std::string(32, '0'))) == "other-browser");
  CHECK(fault(redeem(link("7-4-fedcba", 4), sent->nonce)) == "no-code-waiting");

  SECTION("used") {
    CHECK(redeem(link(), sent->nonce));
    CHECK(fault(redeem(link(), sent->nonce)) == "no-code-waiting");
  }
  SECTION("just in time") {
    desk.now += 10min - 1ms;
    CHECK(redeem(link(), sent->nonce));
  }
  SECTION("late") {
    desk.now += 10min;
    CHECK(fault(redeem(link(), sent->nonce)) == "code-ended");
    CHECK(fault(redeem(link(), sent->nonce)) == "no-code-waiting");
  }
}

TEST_CASE("five wrong codes spend it, and what is left is said") {
  Premises desk;
  const auto sent = desk.links.request(link(), desk.origin, desk.now);
  for (int left = 4; left >= 1; --left) {
    const auto wrong =
        desk.links.redeem(link(), "AAAAAAAA", sent->nonce, false, desk.origin, desk.now);
    CHECK(fault(wrong) == "code-wrong");
    CHECK(wrong.error()
              .rejection.reasons.front()
              .in(base::Language::en)
              .contains(std::to_string(left) + (left == 1 ? " attempt left" : " attempts left")));
  }
  CHECK(fault(desk.links.redeem(link(), "AAAAAAAA", sent->nonce, false, desk.origin, desk.now)) ==
        "code-spent");
  CHECK(fault(desk.links.redeem(link(), sent->code, sent->nonce, false, desk.origin, desk.now)) ==
        "no-code-waiting");
  // There is no use in looking at the mail.
  CHECK(fault(desk.links.request(link(), desk.origin, desk.now)) == "code-next-in");
}

TEST_CASE("one code in a quarter of an hour for an address, whatever the link and its spelling") {
  Premises desk;
  REQUIRE(desk.links.request(link(), desk.origin, desk.now));
  const auto again =
      desk.links.request(link("7-4-x", 4, "salvan@cma.EXAMPLE"), desk.origin, desk.now);
  CHECK(fault(again) == "code-next-in");  // what was sent opens the other link
  CHECK(fault(desk.links.request(link(), desk.origin, desk.now)) == "code-just-sent");
  CHECK(again.error().retry_after == 15min);
  CHECK(desk.links.request(link("7-5-x", 5, "other@cma.example"), desk.origin, desk.now));
  desk.now += 15min;
  CHECK(desk.links.request(link(), desk.origin, desk.now));
}

TEST_CASE("one network asks for ten codes an hour at most") {
  Premises desk;
  for (int i = 0; i < 10; ++i) {
    CHECK(
        desk.links.request(link("x", 3, std::to_string(i) + "@x.example"), desk.origin, desk.now));
  }
  CHECK(fault(desk.links.request(link("x", 3, "10@x.example"), desk.origin, desk.now)) ==
        "too-often");
  CHECK(desk.links.request(link("x", 3, "10@x.example"), {"198.51.100.1", ""}, desk.now));
}

TEST_CASE("a trusted browser needs no code for thirty days, for links to its own address") {
  Premises desk;
  const auto sent = desk.links.request(link(), desk.origin, desk.now);
  const auto in = desk.links.redeem(link(), sent->code, sent->nonce, true, desk.origin, desk.now);
  REQUIRE((in && in->device.size() == 64));
  const auto enter = [&](const Link& at) {
    return desk.links.enter_known(at, in->device, "", desk.origin, desk.now);
  };
  desk.now += 24h * 30 - 1min;
  const auto later = enter(link("9-2-y", 2));
  REQUIRE(later);
  CHECK(later->session.link->n.value == 2);
  CHECK_FALSE(enter(link("9-2-y", 2, "other@cma.example")));
  desk.now += 1min;
  CHECK_FALSE(enter(link("9-2-y", 2)));
}

TEST_CASE("from an open session one goes on to another link of the same address, not for longer") {
  Premises desk;
  const auto sent = desk.links.request(link(), desk.origin, desk.now);
  const auto in = desk.links.redeem(link(), sent->code, sent->nonce, false, desk.origin, desk.now);
  desk.now += 30min;
  CHECK_FALSE(desk.links.enter_known(link("8-2-z", 2, "other@cma.example"), "", in->id, desk.origin,
                                     desk.now));
  const auto next = desk.links.enter_known(link("8-2-z", 2), "", in->id, desk.origin, desk.now);
  REQUIRE(next);
  CHECK_FALSE(desk.session(in->id));
  CHECK(next->session.ends_at == in->session.ends_at);
  CHECK_FALSE(desk.links.enter_known(link(), "", std::string(64, 'a'), desk.origin, desk.now));
}

TEST_CASE("neither code nor address is in the store") {
  Premises desk;
  const auto sent = desk.links.request(link(), desk.origin, desk.now);
  desk.store->read(
      [&](store::Reader& reader) { CHECK_FALSE(reader.accounts().reply_code("7-3-abcdef")); });
  for (const store::AuditRow& row : desk.audit()) {
    for (const std::string& cell : {row.actor, row.act, row.object, row.result, row.ip}) {
      CHECK(cell.find(sent->code) == std::string::npos);
      CHECK(cell.find("Salvan") == std::string::npos);
      CHECK(cell.find("abcdef") == std::string::npos);
    }
  }
}

TEST_CASE("a hundred uses of one code at once give exactly one session") {
  const sql::ScratchFolder folder;
  sql::RecordingLog log;
  auto opened = sql::open_database(folder.file("guichet.db"), log);
  REQUIRE(opened);
  Premises desk(std::move(*opened));
  const auto sent = desk.links.request(link(), desk.origin, desk.now);
  REQUIRE(sent);

  std::atomic<int> in = 0, refused = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 100; ++i) {
    threads.emplace_back([&] {
      const auto entered =
          desk.links.redeem(link(), sent->code, sent->nonce, false, desk.origin, desk.now);
      entered ? ++in : ++refused;
    });
  }
  for (std::thread& each : threads) each.join();

  CHECK(in == 1);
  CHECK(refused == 99);
}

TEST_CASE("a hundred wrong codes at once are looked at five times") {
  const sql::ScratchFolder folder;
  sql::RecordingLog log;
  auto opened = sql::open_database(folder.file("guichet.db"), log);
  REQUIRE(opened);
  Premises desk(std::move(*opened));
  const auto sent = desk.links.request(link(), desk.origin, desk.now);

  std::atomic<int> looked_at = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 100; ++i) {
    threads.emplace_back([&] {
      const std::string key =
          fault(desk.links.redeem(link(), "AAAAAAAA", sent->nonce, false, desk.origin, desk.now));
      if (key == "code-wrong" || key == "code-spent") ++looked_at;
    });
  }
  for (std::thread& each : threads) each.join();

  CHECK(looked_at == 5);
}
