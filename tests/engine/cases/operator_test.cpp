// What an operator puts right, and what is opened again.
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::Change;
using guichet::tests::opened;
using guichet::tests::text;
using Names = std::vector<std::string>;

namespace {

const std::vector<Change> kReopenable = {
    {"fields.yaml", "  result:", "  why: {of: need, type: text}\n  result:"},
    {"workflows/help.yaml", "fields: [theme, result]", "fields: [theme, result, why]"},
    {"workflows/help.yaml", "initial: with_us",
     "reopen: {by: [adviser], require: [why], within: 30 days, goto: with_us}\ninitial: with_us"}};

CaseFixture finished(const std::vector<Change>& changes = kReopenable) {
  CaseFixture kase = opened(changes);
  REQUIRE(kase.act(2, "finish", {{"result", text("helped")}}));
  REQUIRE(kase.snapshot.closed_at.has_value());
  return kase;
}

bool reopen(CaseFixture& kase, cases::Fields with) {
  return kase.run(kase.staff(), cases::Reopen{{2}, std::move(with)});
}

}  // namespace

TEST_CASE("a closed need is opened again in a new episode, and its case with it") {
  CaseFixture kase = finished();
  kase.go_to("2026-03-20T10:00:00Z");

  REQUIRE(reopen(kase, {{"why", text("the bench broke")}}));

  CHECK(kase.instance(2).episode == 2);
  CHECK(kase.instance(2).is_open());
  CHECK(kase.instance(2).outcome.empty());
  CHECK(kase.is_in(2, "with_us"));
  CHECK_FALSE(kase.is_in(2, "over"));
  CHECK(kase.due(2, "nudge") == "2026-03-25");
  CHECK_FALSE(kase.snapshot.closed_at);
  REQUIRE(kase.act(2, "finish", {{"result", text("helped")}}));
  CHECK(kase.snapshot.closed_at.has_value());
}

TEST_CASE("reopening is refused with every reason at once") {
  CaseFixture kase = finished();
  kase.go_to("2026-05-04T10:00:00Z");

  CHECK_FALSE(
      kase.run(access::partner_actor(kase.desk->directory, "guild"), cases::Reopen{{2}, {}}));
  CHECK(kase.reasons() == Names{"wrong-role", "missing-field", "reopen-too-late"});
  CHECK_FALSE(kase.run(kase.staff(), cases::Reopen{{1}, {}}));
  CHECK(kase.reasons() == Names{"no-reopening"});
}

TEST_CASE("what is open is not reopened; the act is offered where it is closed") {
  CaseFixture kase = opened(kReopenable);
  CHECK_FALSE(reopen(kase, {{"why", text("x")}}));
  CHECK(kase.reasons() == Names{"not-closed"});
  REQUIRE(kase.act(2, "finish", {{"result", text("helped")}}));

  const auto offers = cases::offers(kase.snapshot, kase.staff(), kase.around());
  REQUIRE(offers.size() == 1);
  CHECK(offers[0].name == "rouvrir");
  CHECK(offers[0].require == Names{"why"});
  CHECK(offers[0].allowed);
  CHECK(kase.act(2, "rouvrir", {{"why", text("again")}}));
  CHECK(kase.is_in(2, "with_us"));
}

TEST_CASE("an operator moves a due date, with a reason") {
  CaseFixture kase = opened();
  const auto due = *base::parse_instant("2026-03-20T09:00:00Z");
  CHECK_FALSE(kase.run(kase.staff(), cases::ChangeDue{{2}, "nudge", "", due, " "}));
  CHECK(kase.reasons() == Names{"reason-needed"});
  CHECK_FALSE(kase.run(kase.staff(), cases::ChangeDue{{2}, "nothing", "", due, "holiday"}));
  CHECK(kase.reasons() == Names{"no-such-timer"});
  const auto past = *base::parse_instant("2026-02-20T09:00:00Z");
  CHECK_FALSE(kase.run(kase.staff(), cases::ChangeDue{{2}, "nudge", "", past, "holiday"}));
  CHECK(kase.reasons() == Names{"due-past"});

  REQUIRE(kase.run(kase.staff(), cases::ChangeDue{{2}, "nudge", "", due, "holiday"}));
  CHECK(kase.due(2, "nudge") == "2026-03-20");
  REQUIRE(kase.run(kase.staff(), cases::ChangeDue{{2}, "with_us", "", due, "holiday"}));
  CHECK(kase.instance(2).tasks.front().due_at == due);
}

TEST_CASE("an operator moves an item to a state, as if it had come there") {
  CaseFixture kase = opened();
  CHECK_FALSE(kase.run(kase.staff(), cases::MoveInstance{{2}, "nowhere", "why"}));
  CHECK(kase.reasons() == Names{"no-such-state"});

  REQUIRE(kase.run(kase.staff(), cases::MoveInstance{{2}, "with_partner", "told by phone"}));

  CHECK(kase.is_in(2, "with_partner"));
  CHECK_FALSE(kase.is_in(2, "with_us"));
  CHECK(kase.instance(2).tasks.empty());
  CHECK(kase.sent() == Names{"please-help to guild"});
  CHECK(std::get<cases::OperatorActed>(kase.events.front()).reason == "told by phone");
}

TEST_CASE("an operator corrects fields of the item, the case and the person, and no others") {
  CaseFixture kase = opened();
  CHECK_FALSE(kase.run(kase.staff(), cases::CorrectFields{{2}, {{"reference", text("R-2")}}, "x"}));
  CHECK(kase.reasons() == Names{"not-its-field"});
  CHECK_FALSE(kase.run(kase.staff(), cases::CorrectFields{{2}, {}, ""}));
  CHECK(kase.reasons() == Names{"reason-needed", "nothing-given"});

  REQUIRE(
      kase.run(kase.staff(), cases::CorrectFields{{2}, {{"name", text("Ada B.")}}, "misheard"}));
  CHECK(kase.snapshot.person.at("name") == text("Ada B."));
}

TEST_CASE("only the roles that the desk names put a case right") {
  CaseFixture kase =
      opened({{"desk.yaml", "staff:", "operators: [head_of_desk]\nstaff:"},
              {"desk.yaml",
               "  maker:", "  head_of_desk: {title: Head, bind: role:head_of_desk}\n  maker:"},
              {"desk.yaml", "refusals:",
               "  sam: {name: Sam, email: s@example.test, roles: [head_of_desk]}\n\nrefusals:"}});
  const cases::MoveInstance move{{2}, "dropped", "closed by phone"};
  CHECK_FALSE(kase.run(kase.staff(), move));
  CHECK(kase.reasons() == Names{"not-operator"});
  CHECK(kase.run(*access::actor_as(*kase.desk, "sam"), move));
}

TEST_CASE("a case changes its owner, and the reminders go to the new one") {
  CaseFixture kase = opened(
      {{"desk.yaml",
        "refusals:", "  sam: {name: Sam, email: s@example.test, roles: [adviser]}\n\nrefusals:"}});
  CHECK_FALSE(kase.run(kase.staff(), cases::AssignOwner{"nobody", "leave"}));
  CHECK(kase.reasons() == Names{"unknown-member"});
  CHECK_FALSE(kase.run(kase.staff(), cases::AssignOwner{"robin", "leave"}));
  CHECK(kase.reasons() == Names{"already-theirs"});

  REQUIRE(kase.run(kase.staff(), cases::AssignOwner{"sam", "leave"}));
  CHECK(kase.snapshot.owner == "sam");
  REQUIRE(kase.fire(2, "nudge"));
  CHECK(kase.sent() == Names{"relance-adviser to sam"});
}

TEST_CASE("a partner hands its referral over to a colleague, who gets what follows") {
  CaseFixture kase =
      opened({{"partners.yaml", "    advisers:\n      j-ash:", "    advisers:\n      j-ash:"},
              {"partners.yaml", "phone: \"01632 960011\"}",
               "phone: \"01632 960011\"}\n"
               "      kim: {name: Kim Lee, email: kim@example.test}"}});
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(kase.letters.front().to_address == "jo@example.test");
  const access::Actor guild = access::partner_actor(kase.desk->directory, "guild");
  CHECK_FALSE(kase.run(guild, cases::HandOver{{3}, "nobody", ""}));
  CHECK(kase.reasons() == Names{"unknown-adviser"});
  CHECK_FALSE(kase.run(guild, cases::HandOver{{2}, "kim", ""}));
  CHECK(kase.reasons() == Names{"not-referral"});
  CHECK_FALSE(kase.run(kase.staff(), cases::HandOver{{3}, "kim", ""}));
  CHECK(kase.reasons() == Names{"reason-needed"});

  REQUIRE(kase.run(guild, cases::HandOver{{3}, "kim", ""}));
  REQUIRE(kase.fire(3, "reminder"));
  CHECK(kase.letters.front().to_address == "kim@example.test");
}

TEST_CASE("an incident is closed, or what it stopped is tried again") {
  CaseFixture kase = opened();
  REQUIRE(
      kase.run(access::system_actor(), cases::ReportDelivery{"7-1", false, "550 no such user"}));
  REQUIRE(kase.snapshot.extras.incidents.size() == 1);
  const std::int64_t seq = kase.snapshot.extras.incidents.front().seq;
  CHECK_FALSE(kase.run(kase.staff(), cases::SettleIncident{seq + 1, false, "seen"}));
  CHECK(kase.reasons() == Names{"no-incident"});
  CHECK_FALSE(kase.run(kase.staff(), cases::SettleIncident{seq, true, "new address"}));
  CHECK(kase.reasons() == Names{"no-retry"});  // no letter of that key is known

  REQUIRE(kase.run(kase.staff(), cases::SettleIncident{seq, false, "called instead"}));
  CHECK(kase.snapshot.extras.incidents.empty());
}
