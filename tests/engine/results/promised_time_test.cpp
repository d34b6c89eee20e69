// The time that a path promises, and how much of it a need has taken.
#include "engine/results/promised_time.hpp"

#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::changed_desk;
using guichet::tests::text;

namespace {

// A case whose facts bear the moment at which they came.
struct Timed {
  CaseFixture kase;
  std::vector<cases::Fact> facts;

  void keep() {
    for (const cases::Event& event : kase.events) {
      facts.push_back({.seq = static_cast<std::int64_t>(facts.size()) + 1,
                       .at = kase.now,
                       .actor = "robin",
                       .event = event});
    }
  }
  void act(std::string_view moment, const std::string& name, cases::Fields with = {}) {
    kase.now = *base::parse_instant(moment);
    INFO(name);
    REQUIRE(kase.act(2, name, std::move(with)));
    keep();
  }
  results::PromisedTime at(std::string_view moment) const {
    results::PromisedTimes out;
    count_promised_times(kase.snapshot, facts, *kase.desk, *base::parse_instant(moment), out);
    return out["help"];
  }
};

Timed opened(const std::string& sla) {
  Timed timed{
      {.desk = changed_desk(
           {{"fields.yaml", "  result:", "  back_on: {of: need, type: date}\n  result:"},
            {"workflows/help.yaml", "fields: [theme, result]", "fields: [theme, result, back_on]"},
            {"workflows/help.yaml", "    title: With us\n",
             "    title: With us\n    tags: [ours]\n"},
            {"workflows/help.yaml", "initial: with_us",
             "pause: {by: adviser, until: back_on, forgotten_after: 20bd}\nsla: " + sla +
                 "\ninitial: with_us"}})},
      {}};
  REQUIRE(timed.kase.open_maker());
  timed.keep();
  return timed;
}

}  // namespace

TEST_CASE("a need is past its promise once it has taken more than the target") {
  const Timed timed = opened("{target: 5bd}");
  CHECK(timed.at("2026-03-09T10:00:00Z").past == 0);
  CHECK(timed.at("2026-03-10T10:00:00Z").past == 1);
  CHECK(timed.at("2026-03-10T10:00:00Z").needs == 1);
}

TEST_CASE("a pause stops the count") {
  Timed timed = opened("{target: 5bd}");
  timed.act("2026-03-04T10:00:00Z", "suspendre",
            {{"back_on", feel::Stored(feel::Value::date(*base::parse_day("2026-04-01")))}});
  timed.act("2026-03-20T10:00:00Z", "reprendre");
  CHECK(timed.at("2026-03-25T10:00:00Z").past == 0);
  CHECK(timed.at("2026-03-26T10:00:00Z").past == 1);
}

TEST_CASE("only the states with a tag count, where the promise names some") {
  Timed timed = opened("{target: 5bd, counts_in: [ours]}");
  timed.act("2026-03-06T10:00:00Z", "pass_on");
  CHECK(timed.at("2026-04-30T10:00:00Z").past == 0);
}

TEST_CASE("a need that ended in time stays in time") {
  Timed timed = opened("{target: 1 month}");
  timed.act("2026-03-31T10:00:00Z", "finish", {{"result", text("helped")}});
  CHECK(timed.at("2027-01-01T10:00:00Z").past == 0);
  CHECK(opened("{target: 1 month}").at("2026-04-03T10:00:00Z").past == 1);
}
