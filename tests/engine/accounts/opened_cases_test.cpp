// A case that an administrator opens with a reason; the audit's chain checked bit by bit.
#include "engine/accounts/opened_cases.hpp"

#include <catch2/catch.hpp>

#include "tests/engine/accounts/premises.hpp"

using namespace guichet;
using namespace guichet::accounts;
using namespace std::chrono_literals;

namespace {

constexpr base::CaseId kSeven{7};
const std::string kReason = "Plainte reçue, dossier à vérifier";

struct Glass : Premises {
  Glass() {
    const auto made =
        *book.add({"paul@figeac.example", "Paul Admin", {access::Persona::administrator}, "", {}},
                  kGoodPassword, "", now);
    recovery = book.hand_second_factor(made.id, "", now)->recovery;
    id = enter(made.email)->id;
  }
  auto open(bool exists = true, const std::string& reason = kReason) {
    return open_case(*store, keys, id, kSeven, exists, reason, origin, now);
  }
  std::vector<Opening> told(base::CaseId kase = {}) {
    std::vector<Opening> out;
    store->read(
        [&](store::Reader& reader) { out = openings(reader.accounts(), kase, now - 24h * 14); });
    return out;
  }
  std::string id;
};

}  // namespace

TEST_CASE("a case is open for half an hour, in the session that opened it alone") {
  Glass desk;
  const auto other = desk.enter("paul@figeac.example");
  const auto until = desk.open();
  REQUIRE(until);
  CHECK(*until == desk.now + 30min);
  REQUIRE(desk.session(desk.id)->session.opened.size() == 1);
  CHECK(desk.session(desk.id)->session.opened[0] == std::pair(kSeven, *until));
  if (other) CHECK(desk.session(other->id)->session.opened.empty());
  // Proving again gives the session a new id; what it has opened goes with it.
  desk.now += 1min;
  const auto proven = desk.sign_in.step_up(desk.id, desk.recovery.back(), desk.origin, desk.now);
  REQUIRE(proven);
  CHECK(desk.session(proven->id)->session.opened.size() == 1);
}

TEST_CASE("who opened it, when and why is told for a fortnight, and closing it again is noted") {
  Glass desk;
  REQUIRE(desk.open());
  REQUIRE(desk.told(kSeven).size() == 1);
  CHECK(desk.told(kSeven)[0].name == "Paul Admin");
  CHECK(desk.told(kSeven)[0].reason == kReason);
  CHECK(desk.told(kSeven)[0].at == desk.now);
  CHECK(desk.told({8}).empty());
  CHECK(desk.told().size() == 1);
  REQUIRE(close_case_again(*desk.store, desk.keys, desk.id, kSeven, desk.origin, desk.now));
  CHECK(desk.session(desk.id)->session.opened.empty());
  CHECK(desk.audit().back().act == "case-closed-again");
  const auto rows = desk.audit().size();
  REQUIRE(close_case_again(*desk.store, desk.keys, desk.id, kSeven, desk.origin, desk.now));
  CHECK(desk.audit().size() == rows);
  desk.now += 24h * 14 + 1s;
  CHECK(desk.told().empty());
}

TEST_CASE("an absent case is refused after its reason, which is kept; nobody is told") {
  Glass desk;
  CHECK(fault(desk.open(false)) == "nothing-to-open");
  CHECK(desk.session(desk.id)->session.opened.empty());
  CHECK(desk.audit().back().act == "case-not-there");
  CHECK(desk.audit().back().result == "absent: " + kReason);
  CHECK(desk.told().empty());
  CHECK(fault(open_case(*desk.store, desk.keys, "none", kSeven, true, kReason, desk.origin,
                        desk.now)) == "not-logged-in");
}

TEST_CASE("a reason is a sentence, counted in characters, and no longer than its line") {
  CHECK(reason_fault(""));
  CHECK(reason_fault("neuf car."));
  CHECK_FALSE(reason_fault("éééééééééé"));
  CHECK(reason_fault(std::string(151, 'x')));
  Glass desk;
  std::string longest;
  for (int i = 0; i < 150; ++i) longest += "é";
  CHECK_FALSE(reason_fault(longest));
  REQUIRE(desk.open(true, longest));
  CHECK(desk.told(kSeven)[0].reason == longest);
}

TEST_CASE("a long chain is checked bit by bit, and says where it breaks") {
  Glass desk;
  for (int i = 0; i < 20; ++i) REQUIRE(desk.open());
  const auto rows = static_cast<std::int64_t>(desk.audit().size());
  AuditCheck check;
  const auto go_on = [&](std::size_t most) {
    desk.store->read(
        [&](store::Reader& reader) { continue_check(reader.accounts(), desk.keys, check, most); });
  };
  go_on(5);
  CHECK(check.rows == 5);
  go_on(1000);
  CHECK(check.rows == rows);
  CHECK_FALSE(check.broken);
  // A row by other hands, at the end.
  desk.store->write(
      [&](store::Transaction& t) {
        auto row = *t.accounts().last_audit();
        ++row.seq;
        t.accounts().append(row);
      },
      {});
  go_on(1000);
  CHECK(check.broken == rows + 1);
  AuditCheck cut{.rows = rows + 10, .broken = {}, .head = "x"};
  std::swap(check, cut);
  go_on(10);
  CHECK(check.broken);
}
