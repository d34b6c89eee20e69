// Needs that change their theme, further needs, cases that are joined and parted.
#include "tests/engine/cases/people_fixture.hpp"

using namespace guichet;
using namespace guichet::tests;
using Names = std::vector<std::string>;

TEST_CASE("a requalified need is closed; the new one has its kept referral, with its due dates") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  const std::string reminder = kase.due(3, "reminder");
  kase.now += std::chrono::hours(24);
  REQUIRE(kase.ask(cases::Requalify{.n = {2}, .theme = "loan", .keep = {"guild"}}));
  CHECK(kase.instance(2).closed_at);
  CHECK(kase.instance(2).extras.requalified_to == base::InstanceNumber{4});
  CHECK(kase.instance(4).extras.requalified_from == base::InstanceNumber{2});
  CHECK(kase.instance(4).data.at("theme") == text("loan"));
  CHECK(kase.instance(3).parent == base::InstanceNumber{4});
  CHECK(kase.instance(3).is_open());
  CHECK(kase.due(3, "reminder") == reminder);
  // Its answer counts for the new need.
  REQUIRE(kase.answer("accept", {{"contact", text("Jo")}}));
  CHECK(kase.instance(4).accompanied);
  CHECK_FALSE(kase.instance(2).accompanied);
}

TEST_CASE("a referral that is not kept is withdrawn with a letter") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  kase.now += std::chrono::hours(24);
  REQUIRE(kase.ask(cases::Requalify{.n = {2}, .theme = "loan", .keep = {}}));
  CHECK(kase.instance(3).outcome == "withdrawn");
  CHECK(kase.instance(3).parent == base::InstanceNumber{2});
}

TEST_CASE("requalifying can be undone") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  REQUIRE(kase.ask(cases::Requalify{.n = {2}, .theme = "loan", .keep = {"guild"}}));
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK(kase.is_in(2, "with_partner"));
  CHECK(kase.instance(3).parent == base::InstanceNumber{2});
  CHECK(kase.instance(4).outcome == "undone");
}

TEST_CASE("every reason against requalifying comes at once") {
  KeptCase kase;
  REQUIRE(kase.begin());
  CHECK_FALSE(kase.ask(cases::Requalify{.n = {2}, .theme = "baking", .keep = {"guild"}}));
  CHECK(kase.reasons() == Names{"unknown-theme", "not-asked"});
  CHECK_FALSE(kase.ask(cases::Requalify{.n = {2}, .theme = "workshop", .keep = {}}));
  CHECK(kase.reasons() == Names{"same-theme"});
  CHECK_FALSE(kase.ask(cases::Requalify{.n = {1}, .theme = "loan", .keep = {}}));
  CHECK(kase.reasons() == Names{"not-a-need"});
}

TEST_CASE("a further need is asked eligibility anew; the first one goes on as it was taken in") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  cases::OpenNeed body{.theme = "loan", .fields = {}, .channel = "phone", .said_on = {}};
  body.fields["area"] = text("elsewhere");
  REQUIRE(kase.ask(body));
  REQUIRE(kase.count<cases::NeedDecided>() == 1);
  CHECK(kase.snapshot.verdict == "take_in");
  CHECK(kase.instance(3).is_open());
  CHECK(kase.sent() == Names{"not-for-us to person"});
  CHECK(kase.snapshot.instances.size() == 3);
  body.fields["area"] = text("hilltop");
  REQUIRE(kase.ask(body));
  CHECK(kase.instance(4).data.at("theme") == text("loan"));
  CHECK_FALSE(kase.ask(body));
  CHECK(kase.reasons() == Names{"theme-open"});
  body.theme = "baking";
  body.fields["what"] = text("ever");
  CHECK_FALSE(kase.ask(body));
  CHECK(kase.reasons() == Names{"unknown-theme", "unknown-field"});
}

TEST_CASE("silence is no refusal: the same partner can be asked again, one that declined cannot") {
  KeptCase silent;
  REQUIRE(silent.begin());
  REQUIRE(silent.pass_on());
  REQUIRE(silent.fire_now(3, "silence"));
  REQUIRE(silent.pass_on());
  CHECK(silent.is_in(4, "asked"));
  KeptCase declined;
  REQUIRE(declined.begin());
  REQUIRE(declined.pass_on());
  REQUIRE(declined.answer("decline", {{"reason", text("full")}}));
  REQUIRE(declined.pass_on());
  CHECK(declined.is_in(2, "with_us"));
  CHECK(declined.snapshot.instances.size() == 3);
  CHECK(declined.instance(2).considered.front().failed.front().criterion == "declined");
}

TEST_CASE("a case merged into another stands still where both have the need, and goes on after") {
  KeptCase first, second;
  first.snapshot.id = {1};
  REQUIRE(first.begin());
  REQUIRE(second.begin());
  REQUIRE(second.pass_on());
  second.others[{1}] = first.snapshot;
  second.now += std::chrono::hours(48);
  REQUIRE(second.ask(cases::Merge{{1}}));
  CHECK(second.snapshot.extras.merged_into->number == "R-1");
  CHECK(second.instance(3).timers.empty());
  CHECK(second.snapshot.closed_at);
  CHECK(second.snapshot.agenda.size() == 1);  // the guild was asked here only: to be called
  CHECK_FALSE(second.answer("accept", {{"contact", text("Jo")}}));
  CHECK(second.reasons() == Names{"held"});
  CHECK_FALSE(second.ask(cases::Undo{}));
  CHECK(second.reasons() == Names{"no-undo"});
  CHECK_FALSE(second.ask(cases::Merge{{1}}));
  second.now += std::chrono::hours(24 * 30);
  REQUIRE(second.ask(cases::Unmerge{}));
  CHECK_FALSE(second.snapshot.closed_at);
  // Three of five business days were left: from Friday 3 April, over Easter Monday or not.
  CHECK(second.due(3, "reminder") > "2026-04-05");
  CHECK(second.due(3, "reminder") < "2026-04-10");
  REQUIRE(second.answer("accept", {{"contact", text("Jo")}}));
  CHECK_FALSE(second.ask(cases::Unmerge{}));
  CHECK(second.reasons() == Names{"not-merged"});
}

TEST_CASE("only what is doubled stands still") {
  KeptCase first, second;
  first.snapshot.id = {1};
  REQUIRE(first.begin());
  REQUIRE(first.ask(cases::Requalify{.n = {2}, .theme = "loan", .keep = {}}));
  REQUIRE(second.begin());
  second.others[{1}] = first.snapshot;
  REQUIRE(second.ask(cases::Merge{{1}}));
  CHECK_FALSE(second.instance(2).extras.held);
  CHECK(second.instance(1).extras.held);
  CHECK_FALSE(second.snapshot.closed_at);
  REQUIRE(second.pass_on());
  CHECK(second.is_in(3, "asked"));
}

TEST_CASE("what was called back at a merge is written anew when the cases are parted") {
  KeptCase first, second;
  first.snapshot.id = {1};
  REQUIRE(first.begin());
  REQUIRE(second.begin());
  REQUIRE(second.pass_on());
  second.others[{1}] = first.snapshot;
  REQUIRE(second.ask(cases::Merge{{1}}));
  CHECK(second.recalled.size() == 2);
  second.now += std::chrono::hours(24 * 2);
  REQUIRE(second.ask(cases::Unmerge{}));
  CHECK(second.sent() == Names{"please-help to guild"});
  CHECK(second.count<cases::AgendaAdded>() == 1);  // the confirmation: somebody decides
  CHECK(second.is_in(3, "asked"));
  CHECK(second.due(3, "reminder") == "2026-03-11");
}
