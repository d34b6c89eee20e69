// Pauses, histories and clocks that stand still.
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::Change;
using guichet::tests::kNudge;
using guichet::tests::opened;
using guichet::tests::text;
using Names = std::vector<std::string>;

namespace {

const std::string kForget = "      forget: {after: 60bd, goto: dropped}\n";

std::vector<Change> with_pause(const std::string& nudge, const std::string& pause) {
  return {{"fields.yaml", "  result:", "  back_on: {of: need, type: date}\n  result:"},
          {"workflows/help.yaml", "fields: [theme, result]", "fields: [theme, result, back_on]"},
          {"workflows/help.yaml", "initial: with_us", "pause: " + pause + "\ninitial: with_us"},
          {"workflows/help.yaml", kNudge, nudge}};
}

const std::string kStopped = "{by: adviser, until: back_on, forgotten_after: 5bd}";

bool suspend_need(CaseFixture& kase, std::string_view until = "2026-04-01") {
  return kase.act(2, "suspendre",
                  {{"back_on", feel::Stored(feel::Value::date(*base::parse_day(until)))}});
}

std::size_t count(const CaseFixture& kase, std::string_view type) {
  return static_cast<std::size_t>(std::ranges::count_if(
      kase.events, [&](const cases::Event& each) { return cases::type_of(each) == type; }));
}

}  // namespace

TEST_CASE("a pause hides tasks and puts timers aside; coming back runs nothing twice") {
  CaseFixture kase = opened(with_pause(kNudge, kStopped));
  REQUIRE(kase.due(2, "nudge") == "2026-03-05");
  REQUIRE(kase.instance(2).tasks.size() == 1);
  const std::int32_t entry = kase.instance(2).find_active("with_us")->entry;

  kase.go_to("2026-03-03T10:00:00Z");
  REQUIRE(suspend_need(kase));
  CHECK(kase.is_in(2, "suspendu"));
  CHECK(kase.instance(2).tasks.empty());
  CHECK(kase.due(2, "nudge").empty());
  CHECK(kase.due(2, "reprise") == "2026-04-01");
  CHECK(count(kase, "state-exited") == 0);

  kase.go_to("2026-03-20T10:00:00Z");
  REQUIRE(kase.act(2, "reprendre"));
  CHECK(kase.is_in(2, "with_us"));
  CHECK(kase.instance(2).find_active("with_us")->entry == entry);
  CHECK(kase.instance(2).tasks.size() == 1);
  CHECK(count(kase, "task-opened") == 0);
  // Two business days were left on the 3rd.
  CHECK(kase.due(2, "nudge") == "2026-03-24");
  CHECK(kase.due(2, "reprise").empty());
  CHECK(kase.instance(2).extras.suspended.empty());
  CHECK(kase.instance(2).extras.kept.empty());
}

TEST_CASE("a timer that fired before the pause is not armed again after it") {
  CaseFixture kase =
      opened(with_pause("      nudge:  {after: 3bd, remind: adviser, resume: restart}\n"
                        "      later:  {after: 6bd, remind: adviser, resume: restart}\n",
                        kStopped));
  REQUIRE(kase.fire(2, "nudge"));
  REQUIRE(suspend_need(kase));

  kase.go_to("2026-03-20T10:00:00Z");
  REQUIRE(kase.act(2, "reprendre"));

  CHECK(kase.due(2, "nudge").empty());
  CHECK(kase.due(2, "later") == "2026-03-30");  // anew: six business days from the 20th
}

TEST_CASE("a timer keeps its own due date, which is due at once where it is over") {
  CaseFixture kase =
      opened(with_pause("      nudge:  {after: 3bd, remind: adviser, resume: original}\n"
                        "      later:  {after: 20bd, remind: adviser, resume: original}\n",
                        kStopped));
  const std::string later = kase.due(2, "later");
  REQUIRE(suspend_need(kase));

  kase.go_to("2026-03-10T10:00:00Z");
  REQUIRE(kase.act(2, "reprendre"));

  CHECK(kase.due(2, "later") == later);
  CHECK(kase.moment(2, "nudge") == "2026-03-10T10:00:00Z");
  REQUIRE(kase.fire(2, "nudge"));
  CHECK(kase.sent() == Names{"relance-adviser to robin"});
  CHECK(kase.due(2, "nudge").empty());
}

TEST_CASE("elapsed time and months keep their exact rest over a pause") {
  std::vector<Change> changes = with_pause(
      "      nudge:  {after: PT30H, remind: adviser}\n"
      "      review: {after: 2 months, remind: adviser}\n",
      "{by: adviser, until: back_on}");
  changes.push_back(
      {"workflows/help.yaml", kForget, "      forget: {after: 3 months, goto: dropped}\n"});
  CaseFixture kase = opened(changes);
  REQUIRE(kase.moment(2, "nudge") == "2026-03-03T16:00:00Z");
  REQUIRE(kase.due(2, "review") == "2026-05-04");  // 2 May is a Saturday

  kase.go_to("2026-03-03T10:00:00Z");  // six hours left
  REQUIRE(suspend_need(kase));
  kase.go_to("2026-03-13T11:30:00Z");  // ten days later
  REQUIRE(kase.act(2, "reprendre"));

  CHECK(kase.moment(2, "nudge") == "2026-03-13T17:30:00Z");
  CHECK(kase.due(2, "review") == "2026-05-14");
}

TEST_CASE("a partner is not reminded while the need is paused; an answer then is not lost") {
  CaseFixture kase = opened(with_pause(kNudge, kStopped));
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(kase.due(3, "reminder") == "2026-03-09");
  REQUIRE(suspend_need(kase));
  CHECK(kase.instance(3).is_open());
  CHECK(kase.due(3, "reminder").empty());

  kase.go_to("2026-03-12T10:00:00Z");
  REQUIRE(kase.reply(3, "accept", {{"contact", text("Jo Ash")}}));
  CHECK(kase.is_in(2, "suspendu"));
  REQUIRE(kase.act(2, "reprendre"));

  CHECK_FALSE(kase.instance(2).is_open());
  CHECK(kase.instance(2).outcome == "helped");
  CHECK(count(kase, "events-released") == 1);
}

TEST_CASE("a partner's clock runs on after the pause, and no second referral is opened") {
  CaseFixture kase = opened(with_pause(kNudge, kStopped));
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(suspend_need(kase));
  kase.go_to("2026-03-16T10:00:00Z");
  REQUIRE(kase.act(2, "reprendre"));

  CHECK(kase.due(3, "reminder") == "2026-03-23");
  CHECK(kase.snapshot.instances.size() == 3);
  CHECK(kase.letters.empty());
}

TEST_CASE("a pause that is left for elsewhere ends what it had put aside") {
  std::vector<Change> changes = with_pause(kNudge, kStopped);
  changes.push_back({"workflows/help.yaml", "initial: with_us",
                     "actions: {give_up: {by: [adviser], goto: dropped}}\ninitial: with_us"});
  CaseFixture kase = opened(changes);
  REQUIRE(suspend_need(kase));
  REQUIRE(kase.act(2, "give_up"));
  CHECK_FALSE(kase.instance(2).is_open());
  CHECK(kase.instance(2).extras.kept.empty());
  CHECK(kase.instance(2).extras.suspended.empty());
}

TEST_CASE("through its history a state is entered anew, and its timers follow their resume") {
  const std::string states = R"(    history: deep
    initial: first
    states:
      first:
        timers:
          slow: {after: 10bd, remind: adviser, resume: remaining}
          anew: {after: 10bd, remind: adviser}
          kept: {after: 10bd, remind: adviser, resume: original}
)";
  CaseFixture kase = opened(
      {{"workflows/help.yaml", "    title: With us\n", "    title: With us\n" + states},
       {"workflows/help.yaml",
        "      pass_on:", "      aside: {by: [adviser], goto: aside}\n      pass_on:"},
       {"workflows/help.yaml", "  with_partner:\n",
        "  aside:\n    timers: {end: {after: 90bd, goto: dropped}}\n"
        "    actions: {back: {by: [adviser], goto: {history: with_us}}}\n  with_partner:\n"}});
  REQUIRE(kase.due(2, "slow") == "2026-03-16");
  const std::int32_t entry = kase.instance(2).find_active("with_us.first")->entry;

  kase.go_to("2026-03-04T10:00:00Z");  // eight business days left
  REQUIRE(kase.act(2, "aside"));
  CHECK(kase.due(2, "slow").empty());
  kase.go_to("2026-03-11T10:00:00Z");
  REQUIRE(kase.act(2, "back"));

  CHECK(kase.instance(2).find_active("with_us.first")->entry != entry);
  CHECK(kase.instance(2).tasks.size() == 1);
  CHECK(kase.due(2, "slow") == "2026-03-23");
  CHECK(kase.due(2, "anew") == "2026-03-25");
  CHECK(kase.due(2, "kept") == "2026-03-16");
}

TEST_CASE("a deadline counted from the first entry is not moved by coming back") {
  CaseFixture kase =
      opened({{"workflows/help.yaml", kNudge,
               "      nudge:  {after: 8bd, remind: adviser, anchor: first_entry}\n"}});
  REQUIRE(kase.due(2, "nudge") == "2026-03-12");
  REQUIRE(kase.act(2, "pass_on"));
  kase.go_to("2026-03-05T10:00:00Z");
  REQUIRE(kase.reply(3, "decline", {{"reason", text("full")}}));
  REQUIRE(kase.is_in(2, "with_us"));

  CHECK(kase.due(2, "nudge") == "2026-03-12");
  CHECK(kase.due(2, "forget") == "2026-06-01");
}

TEST_CASE("a timer may be counted by another calendar than the desk's") {
  CaseFixture kase = opened({{"calendars/other.yaml", "",
                              "guichet: calendar/1\nid: other\nzone: Europe/London\n"
                              "closures: [{name: Fair, from: 2026-03-03, to: 2026-03-06}]\n"},
                             {"workflows/help.yaml", kNudge,
                              "      nudge:  {after: 3bd, remind: adviser, calendar: other}\n"}});
  CHECK(kase.due(2, "nudge") == "2026-03-11");
}

TEST_CASE("after an outage what repeats is taken once, each time, or not at all") {
  const auto repeated = [](const std::string& how) {
    CaseFixture kase = opened(
        {{"workflows/help.yaml", kNudge,
          "      nudge:  {after: 1bd, every: 1bd, times: 9, remind: adviser, catch_up: " + how +
              "}\n"}});
    kase.now = *base::parse_instant("2026-03-06T08:00:00Z");  // the 3rd, 4th and 5th are over
    std::size_t letters = 0;
    while (kase.due(2, "nudge") <= "2026-03-05") {
      REQUIRE(kase.fire(2, "nudge"));
      letters += kase.letters.size();
    }
    return letters;
  };
  CHECK(repeated("once") == 1);
  CHECK(repeated("each") == 3);
  CHECK(repeated("none") == 0);
}

TEST_CASE("the last of so many times is known to be the last") {
  CaseFixture kase = opened({{"workflows/help.yaml", kNudge,
                              "      nudge:  {after: 1bd, every: 1bd, times: 2, remind: adviser, "
                              "then: {task: Call}}\n"}});
  REQUIRE(kase.fire(2, "nudge"));
  CHECK(kase.instance(2).tasks.size() == 1);
  REQUIRE(kase.fire(2, "nudge"));
  CHECK(kase.instance(2).tasks.size() == 2);
  CHECK(kase.due(2, "nudge").empty());
}
