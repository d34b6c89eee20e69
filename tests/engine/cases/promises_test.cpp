// What a path promises while its cases run: contracts, properties, how long data are kept.
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::Change;
using guichet::tests::opened;
using guichet::tests::text;
using Names = std::vector<std::string>;

namespace {

std::vector<Change> properties(const std::string& list) {
  return {{"workflows/help.yaml", "initial: with_us", "properties:\n" + list + "initial: with_us"}};
}

std::vector<Change> contract(const std::string& text) {
  return {{"workflows/help.yaml", "    title: With the partner\n",
           "    title: With the partner\n    contract: " + text + "\n"}};
}

Names incidents(const CaseFixture& kase) {
  Names out;
  for (const cases::Incident& each : kase.snapshot.extras.incidents) out.push_back(each.code);
  return out;
}

}  // namespace

TEST_CASE("a broken contract is an incident that names the file's place, and stops nobody") {
  CaseFixture kase = opened(contract("{before: 'theme = \"loan\"'}"));
  REQUIRE(kase.act(2, "pass_on"));
  CHECK(kase.is_in(2, "with_partner"));
  REQUIRE(incidents(kase) == Names{"contract"});
  CHECK(kase.snapshot.extras.incidents[0].text.find("workflows/help.yaml:") == 0);
}

TEST_CASE("a contract that holds, or that does not know, says nothing") {
  CHECK(incidents(opened(contract("{before: 'theme = \"workshop\"'}"))).empty());
  CaseFixture kase = opened(contract("{before: people < 20, always: people < 20}"));
  REQUIRE(kase.act(2, "pass_on"));
  CHECK(incidents(kase).empty());
}

TEST_CASE("what must always hold is told once while it does not") {
  CaseFixture kase =
      opened(contract("{always: 'area = \"elsewhere\"', after: 'area = \"hilltop\"'}"));
  REQUIRE(kase.act(2, "pass_on"));
  CHECK(incidents(kase) == Names{"contract"});
  REQUIRE(kase.fire(3, "reminder"));
  CHECK(incidents(kase) == Names{"contract"});
  REQUIRE(kase.reply(3, "decline", {{"reason", text("full")}}));
  CHECK(incidents(kase) == Names{"contract", "contract"});
}

TEST_CASE("what must never be is seen when it is") {
  CaseFixture kase = opened(properties("  - never in state(\"with_partner\")\n"));
  CHECK(incidents(kase).empty());
  REQUIRE(kase.act(2, "pass_on"));
  CHECK(incidents(kase) == Names{"property"});
}

TEST_CASE("more than so many times is too many") {
  CaseFixture kase = opened(properties("  - at_most 1 in state(\"with_partner\")\n"));
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(kase.fire(3, "silence"));
  CHECK(incidents(kase).empty());
  REQUIRE(kase.act(2, "pass_on"));
  CHECK(incidents(kase) == Names{"property"});
}

TEST_CASE("what is to follow within a delay is missed on its day") {
  CaseFixture kase = opened(
      properties("  - in state(\"with_us\") leads_to in state(\"with_partner\") within 10bd\n"));
  std::string name;
  for (const cases::Timer& timer : kase.instance(2).timers) {
    if (timer.state == "!property") name = timer.name;
  }
  REQUIRE(kase.due(2, name) == "2026-03-16");
  REQUIRE(kase.fire(2, name));
  CHECK(incidents(kase) == Names{"property"});
}

TEST_CASE("what follows in time leaves no trace") {
  CaseFixture kase = opened(
      properties("  - in state(\"with_us\") leads_to in state(\"with_partner\") within 10bd\n"));
  REQUIRE(kase.act(2, "pass_on"));
  for (const cases::Timer& timer : kase.instance(2).timers) CHECK(timer.state != "!property");
  CHECK(incidents(kase).empty());
}

TEST_CASE("one thing before another is missed where the other comes first") {
  CaseFixture kase =
      opened(properties("  - in state(\"with_partner\") before in state(\"over\")\n"));
  REQUIRE(kase.act(2, "finish", {{"result", text("helped")}}));
  CHECK(incidents(kase) == Names{"property"});
}

TEST_CASE("personal data are taken away when the case has been closed long enough") {
  CaseFixture kase = opened({{"workflows/help.yaml", "initial: with_us",
                              "retention: {after_closed: P1Y, do: anonymise}\ninitial: with_us"}});
  REQUIRE(kase.act(2, "finish", {{"result", text("helped")}}));
  REQUIRE(kase.snapshot.closed_at);
  REQUIRE(kase.snapshot.person.contains("name"));
  REQUIRE(kase.due(1, "retention") == "2027-03-02");

  REQUIRE(kase.fire(1, "retention"));

  CHECK_FALSE(kase.snapshot.person.contains("name"));
  CHECK_FALSE(kase.snapshot.person.contains("email"));
  CHECK(kase.snapshot.data.contains("area"));
  CHECK(kase.snapshot.extras.personal_data_taken);
}

TEST_CASE("a case that is opened again keeps its data until it is closed again") {
  CaseFixture kase = opened({{"workflows/help.yaml", "initial: with_us",
                              "retention: {after_closed: P1Y, do: anonymise}\n"
                              "reopen: {by: [adviser], goto: with_us}\ninitial: with_us"}});
  REQUIRE(kase.act(2, "finish", {{"result", text("helped")}}));
  REQUIRE(kase.run(kase.staff(), cases::Reopen{{2}, {}}));
  CHECK(kase.due(1, "retention").empty());
  kase.now += std::chrono::days(10);
  REQUIRE(kase.act(2, "finish", {{"result", text("helped")}}));
  CHECK(kase.due(1, "retention") == "2027-03-12");

  REQUIRE(kase.fire(1, "retention"));
  CHECK_FALSE(kase.run(kase.staff(), cases::Reopen{{2}, {}}));
  CHECK(kase.reasons() == Names{"personal-data-gone"});
}
