// Which calendar counts: the desk's, a timer's own, a partner's.
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::Change;
using guichet::tests::changed_desk;
using guichet::tests::text;

namespace {

// Tuesdays alone; and the island, seven hours behind, with a holiday of its own.
const std::vector<Change> kCalendars{
    {"calendars/tuesdays.yaml", "",
     "guichet: calendar/1\nid: tuesdays\nextends: weekdays\nweek: [tue]\n"},
    {"calendars/island.yaml", "",
     "guichet: calendar/1\nid: island\nextends: weekdays\nzone: America/Denver\n"
     "holidays: [{name: Landing, on: 2026-03-05}]\n"},
};

CaseFixture asked(std::vector<Change> more) {
  std::vector<Change> changes = kCalendars;
  changes.insert(changes.end(), more.begin(), more.end());
  CaseFixture kase{.desk = changed_desk(changes)};
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "pass_on"));
  return kase;
}

std::string due(const CaseFixture& kase, std::string_view name) {
  for (const cases::Timer& timer : kase.instance(3).timers) {
    if (timer.name == name) return base::iso(*timer.due_at);
  }
  return "";
}

const Change kOfIsland{"partners.yaml", "    name: The Makers' Guild",
                       "    calendar: island\n    name: The Makers' Guild"};

}  // namespace

TEST_CASE("a partner elsewhere counts with its own holidays, at its own nine o'clock") {
  CHECK(due(asked({}), "reminder") == "2026-03-09T09:00:00Z");
  // The 5th is a holiday there, and the clocks of Denver went forward on the 8th.
  CHECK(due(asked({kOfIsland}), "reminder") == "2026-03-10T15:00:00Z");
}

TEST_CASE("a timer's own calendar wins over the partner's") {
  const Change own{"workflows/referral.yaml", "{after: 5bd, remind: partenaire}",
                   "{after: 2bd, calendar: tuesdays, remind: partenaire}"};

  CHECK(due(asked({own}), "reminder") == "2026-03-10T09:00:00Z");
  CHECK(due(asked({own, kOfIsland}), "reminder") == "2026-03-10T09:00:00Z");
}

TEST_CASE("a partner's closure stops whichever calendar counts for it") {
  const Change closed{"partners.yaml", "    name: The Makers' Guild",
                      "    calendar: island\n"
                      "    closures: [{from: 2026-03-03, to: 2026-03-04, clock: stopped}]\n"
                      "    name: The Makers' Guild"};

  CHECK(due(asked({closed}), "reminder") == "2026-03-12T15:00:00Z");
}
