// What the small desk's one partner cannot show: several partners, a person's tick, quotas, two
// versions of a desk, clocks that stop.
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::Change;
using guichet::tests::changed_desk;
using guichet::tests::text;
using Names = std::vector<std::string>;

namespace {

const std::string kGuild = R"(  guild:
    name: The Makers' Guild)";
const std::string kScope = R"(  guild:
    status: member
    scope:)";

// Two more partners beside the Guild, all of whom the agreement designates.
std::vector<Change> three_partners(const std::string& policy, const std::string& confirm) {
  return {
      {"partners.yaml", kGuild,
       R"(  bank: {name: The Bank, head: {name: B, email: b@example.test}}
  club: {name: The Club, head: {name: C, email: c@example.test}}
)" + kGuild},
      {"rules/agreement.yaml", "select: one, answer_within: 10bd, first",
       "select: all, answer_within: 10bd, first"},
      {"rules/agreement.yaml", kScope,
       R"(  bank: {status: member, scope: [{article: a-1}]}
  club: {status: member, scope: [{article: a-1}]}
)" + kScope},
      {"workflows/help.yaml", "policy: each_answers", "policy: " + policy},
      {"fields.yaml", "  result:", "  partenaires: {of: need, type: list of partner}\n  result:"},
      {"workflows/help.yaml", "fields: [theme, result]", "fields: [theme, result, partenaires]"},
      {"workflows/help.yaml", "confirm: none", "confirm: " + confirm}};
}

CaseFixture passed_on(const std::vector<Change>& changes) {
  CaseFixture kase{.desk = changed_desk(changes)};
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "pass_on"));
  return kase;
}

Names asked(const CaseFixture& kase) {
  Names out;
  for (const cases::Instance& each : kase.snapshot.instances) {
    if (each.referral) out.push_back(each.referral->partner);
  }
  return out;
}

}  // namespace

TEST_CASE("in sequence each partner is asked once, the next when one says no or nothing") {
  CaseFixture kase = passed_on(three_partners("in_sequence", "none"));
  REQUIRE(asked(kase).size() == 1);

  REQUIRE(kase.fire(3, "silence"));
  REQUIRE(asked(kase).size() == 2);
  REQUIRE(kase.fire(4, "silence"));
  REQUIRE(asked(kase).size() == 3);
  REQUIRE(kase.fire(5, "silence"));

  Names all = asked(kase);
  CHECK(all.size() == 3);
  std::ranges::sort(all);
  CHECK(all == Names{"bank", "club", "guild"});
  CHECK(kase.is_in(2, "with_us"));
}

TEST_CASE("the first taker wins, and the others are told that nothing is asked of them any more") {
  CaseFixture kase = passed_on(three_partners("first_taker_wins", "none"));
  REQUIRE(asked(kase).size() == 3);
  const Names order = asked(kase);
  const auto index = static_cast<std::int32_t>(std::ranges::find(order, "guild") - order.begin());

  REQUIRE(kase.reply(3 + index, "accept", {{"contact", text("Jo")}}));

  Names withdrawn;
  for (const cases::Instance& each : kase.snapshot.instances) {
    if (each.referral && each.outcome == "withdrawn") withdrawn.push_back(each.referral->partner);
  }
  std::ranges::sort(withdrawn);
  CHECK(withdrawn == Names{"bank", "club"});
  CHECK(kase.sent().size() == 3);  // two withdrawals and the good news
}

TEST_CASE("letters wait for the coordinator's tick; who is not designated needs a motive") {
  CaseFixture kase = passed_on(three_partners("each_answers", "adviser"));
  CHECK(asked(kase).empty());
  CHECK(kase.letters.empty());
  CHECK(kase.instance(2).proposed.size() == 3);
  feel::Arena arena;
  const feel::Value two[] = {arena.string("bank"), arena.string("guild")};

  CHECK_FALSE(kase.act(2, "confirmer", {{"partenaires", text("nobody")}}));
  CHECK(kase.reasons() == Names{"unknown-partner"});
  REQUIRE(kase.act(2, "confirmer", {{"partenaires", feel::Stored(arena.list(two))}}));

  CHECK(asked(kase) == Names{"bank", "guild"});
  CHECK(kase.letters.size() == 2);
}

TEST_CASE("the task of the tick is done by the tick, not by saying that it is done") {
  CaseFixture kase = passed_on(three_partners("each_answers", "adviser"));

  CHECK_FALSE(kase.run(kase.staff(), cases::CompleteTask{{2}, "confirmer", 0}));

  CHECK(kase.reasons() == Names{"tick-not-done"});
  REQUIRE(kase.act(2, "confirmer"));
  CHECK(asked(kase).size() == 3);
}

TEST_CASE("a quota counts what a person confirmed, and is seen at the tick") {
  std::vector<Change> changes = three_partners("each_answers", "adviser");
  changes.push_back({"rules/agreement.yaml", "bank: {status: member,",
                     "bank: {status: member, quota: {max: 1, per: month, on_full: next},"});
  CaseFixture kase = passed_on(changes);
  REQUIRE(kase.act(2, "confirmer"));
  const auto reserved = std::ranges::find_if(kase.events, [](const cases::Event& event) {
    const auto* quota = std::get_if<cases::QuotaReserved>(&event);
    return quota != nullptr && quota->partner == "bank" && quota->period == "2026-03";
  });
  CHECK(reserved != kase.events.end());

  CaseFixture later = passed_on(changes);
  const auto* quota = std::get_if<cases::QuotaReserved>(&*reserved);
  later.loads.partners["bank"].reserved[quota->quota + "/" + quota->period] = 1;
  CHECK_FALSE(later.act(2, "confirmer"));
  CHECK(later.reasons() == Names{"needs-motive"});
}

TEST_CASE("a need waits for a partner that is full, until the day comes or there is room") {
  const std::vector<Change> changes{
      {"rules/agreement.yaml", kScope,
       R"(  guild:
    status: member
    quota: {max: 1, counts: open, on_full: wait, wait: P3D, then: next}
    scope:)"}};
  const auto waiting = [](const CaseFixture& kase) {
    for (const cases::Task& task : kase.instance(2).tasks)
      if (task.id.starts_with("waiting.")) return task.id + " " + task.title;
    return std::string();
  };
  CaseFixture kase{.desk = changed_desk(changes)};
  kase.loads.partners["guild"].open = 1;
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "pass_on"));
  CHECK(asked(kase).empty());
  CHECK(kase.is_in(2, "with_us"));
  CHECK(waiting(kase) == "waiting.2026-03-02 guild is full: to be taken up again on 2026-03-05");

  SECTION("the day comes: it is passed over") {
    kase.now = *base::parse_instant("2026-03-05T10:00:00Z");
    REQUIRE(kase.act(2, "pass_on"));
    CHECK(asked(kase).empty());
    CHECK(waiting(kase).empty());
  }
  SECTION("there is room before: it is asked") {
    kase.now = *base::parse_instant("2026-03-04T10:00:00Z");
    REQUIRE(kase.act(2, "pass_on"));
    CHECK_FALSE(waiting(kase).empty());
    kase.loads.partners["guild"].open = 0;
    REQUIRE(kase.act(2, "pass_on"));
    CHECK(asked(kase) == Names{"guild"});
    CHECK(waiting(kase).empty());
  }
}

TEST_CASE("a case in flight goes on under the version that it began with") {
  CaseFixture kase;
  REQUIRE(kase.open_maker());
  kase.earlier = kase.desk;
  // A field before all others shifts every slot; the path that runs was compiled without it.
  kase.desk =
      changed_desk({{"fields.yaml", "  reference:", "  aaa: {of: case, type: text}\n  reference:"},
                    {"workflows/help.yaml", "nudge:  {after: 3bd", "nudge:  {after: 4bd"}});
  REQUIRE(kase.desk->hash != kase.earlier->hash);

  REQUIRE(kase.act(2, "pass_on"));  // its guard reads may_share

  CHECK(kase.instance(3).bundle == kase.earlier->hash);
  CHECK(kase.sent() == Names{"please-help to guild"});
}

TEST_CASE("a question stops the clock until it is answered, however its task is closed") {
  const std::vector<Change> changes{
      {"workflows/referral.yaml", "      decline:",
       R"(      ask: {title: A question, means: question, require: [reason], clock: paused_until_answered,
            task: {title: Answer, by: adviser, due: 2bd}}
      decline:)"}};
  CaseFixture kase = passed_on(changes);
  REQUIRE(kase.due(3, "reminder") == "2026-03-09");
  kase.now += std::chrono::hours(24);

  REQUIRE(kase.reply(3, "ask", {{"reason", text("When?")}}));
  CHECK(kase.due(3, "reminder").empty());
  REQUIRE(kase.instance(3).tasks.size() == 1);
  kase.now += std::chrono::hours(24 * 7);
  REQUIRE(kase.run(kase.staff(), cases::CompleteTask{{3}, kase.instance(3).tasks[0].id, 0}));

  // Four business days were left on the 3rd; they run again from the 10th.
  CHECK(kase.due(3, "reminder") == "2026-03-16");
}

TEST_CASE("a letter that no mail takes becomes a task for somebody of the desk") {
  CaseFixture kase;
  REQUIRE(kase.open({{"reference", text("R-9")},
                     {"name", text("Ada")},
                     {"phone", text("01632 960020")},
                     {"description", text("x")},
                     {"area", text("riverside")},
                     {"themes", text("workshop")}}));
  REQUIRE(kase.letters.size() == 1);
  CHECK(kase.letters[0].channel == "printed");
  const auto& tasks = kase.instance(1).tasks;
  const bool printed = std::ranges::any_of(
      tasks, [](const cases::Task& task) { return task.title.starts_with("Print and post: "); });
  CHECK(printed);
}
