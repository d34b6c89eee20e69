// What a version means to cases that stand in one place.
#include "tests/workflows/migrate/desks.hpp"
#include "workflows/migrate/suggest.hpp"

using namespace guichet;
using guichet::tests::desk_with;
using guichet::tests::path_text;
using guichet::tests::replaced;

namespace {

struct Versions {
  std::shared_ptr<const bundle::Desk> from = desk_with(path_text());
  std::shared_ptr<const bundle::Desk> to;
  std::shared_ptr<const migrate::Plan> plan;

  explicit Versions(const std::string& text, const std::string& yaml = "")
      : to(desk_with(text)), plan(tests::make_plan(yaml, {*to, {from.get()}})) {}

  migrate::Assessment at(const std::string& configuration) const {
    return assess(migrate::parse_configuration(configuration), "help", *from, *to,
                  plan->of("help", from->hash));
  }
  std::string verdict(const std::string& configuration) const {
    const auto found = at(configuration);
    return std::string(to_text(found.verdict)) + (found.carried ? "" : ", not carried");
  }
};

std::vector<std::string> reasons(const migrate::Assessment& assessment) {
  std::vector<std::string> out;
  for (const base::Message& reason : assessment.reasons) out.emplace_back(reason.key());
  return out;
}

const std::string kPlan = "guichet: migration/1\nworkflow: help\n";

}  // namespace

TEST_CASE("a configuration is read with the states around, and what histories remember") {
  const auto place = migrate::parse_configuration(
      "going.both.money.m1 going.both.paper.p1 @going.@history=going.talk");

  CHECK(place.active == std::set<std::string>{"going", "going.both", "going.both.money",
                                              "going.both.money.m1", "going.both.paper",
                                              "going.both.paper.p1"});
  CHECK(place.history.at("going.@history") == std::vector<std::string>{"going.talk"});
  CHECK(migrate::parse_configuration("-").active.empty());
}

TEST_CASE("a change elsewhere leaves a place identical, one of its acts makes it compatible") {
  const Versions versions(replaced(path_text(), "work: {by: [adviser]", "work: {by: [maker]"));

  CHECK(versions.verdict("going.talk") == "compatible");
  CHECK(versions.verdict("waiting") == "identical");
  CHECK(versions.verdict("going.both.money.m1 going.both.paper.p1") == "identical");
}

TEST_CASE("a timer of a state or of one around it concerns the places inside") {
  const Versions versions(replaced(path_text(), "after: 12 months", "after: 18 months"));

  CHECK(versions.verdict("going.talk") == "timers");
  CHECK(versions.verdict("waiting") == "identical");
  const auto found = versions.at("going.talk");
  REQUIRE(found.timers.size() == 2);
  CHECK(found.timers[0].timer == "year");
  CHECK(found.timers[0].effect == migrate::TimerEffect::changed);
  CHECK(found.timers[1].effect == migrate::TimerEffect::kept);
}

TEST_CASE("a state that is gone needs a rule, and a rule carries it") {
  const std::string text = replaced(replaced(path_text(), "talk", "chat"), "chat:", "chat:");
  const Versions without(text);

  CHECK(without.verdict("going.talk") == "mapping, not carried");
  CHECK(reasons(without.at("going.talk")) == std::vector<std::string>{"state-gone"});
  CHECK(without.verdict("waiting") == "identical");

  const Versions with(text, kPlan + "states: {going.talk: going.chat}\n");
  CHECK(with.verdict("going.talk") == "mapping");
  CHECK(with.at("going.talk").renamed ==
        std::vector<std::pair<std::string, std::string>>{{"going.talk", "going.chat"}});
}

TEST_CASE("a history that remembers a state that is gone needs a rule too") {
  const std::string text = replaced(path_text(), "talk", "chat");

  CHECK(Versions(text).verdict("waiting @going.@history=going.talk") == "mapping, not carried");
  CHECK(Versions(text, kPlan + "states: {going.talk: going.chat}\n")
            .verdict("waiting @going.@history=going.talk") == "mapping");
}

TEST_CASE("a history that is gone can be forgotten") {
  std::string text = replaced(path_text(), "    history: shallow\n", "");
  text = replaced(text, "{history: going}", "going");

  CHECK(reasons(Versions(text).at("waiting @going.@history=going.talk")) ==
        std::vector<std::string>{"history-gone"});
  const Versions forgetting(text, kPlan + "states: {going.@history: {forget: true}}\n");
  CHECK(forgetting.verdict("waiting @going.@history=going.talk") == "mapping");
  CHECK(forgetting.at("waiting @going.@history=going.talk").forgotten ==
        std::vector<std::string>{"going.@history"});
}

TEST_CASE("a state that has parts now is of another kind, and its first part takes the cases") {
  const std::string text = replaced(
      path_text(), "  waiting:\n",
      "  waiting:\n    initial: short\n    states: {short: {actions: {longer: {by: [adviser], "
      "goto: long}}}, long: {}}\n");

  CHECK(reasons(Versions(text).at("waiting")) == std::vector<std::string>{"kind-differs"});
  const auto found = Versions(text, kPlan + "states: {waiting: waiting.short}\n").at("waiting");
  CHECK(found.carried);
  CHECK(found.entered == std::vector<std::string>{"waiting"});
}

TEST_CASE("a configuration must be legal: one state of a compound, one of each region") {
  const std::string added =
      replaced(path_text(), "          paper:",
               "          people: {initial: q1, states: {q1: {actions: {met: {by: [adviser], goto: "
               "q2}}}, q2: {final: true}}}\n          paper:");

  const auto found = Versions(added).at("going.both.money.m1 going.both.paper.p1");
  CHECK(found.carried);
  CHECK(found.verdict == migrate::Verdict::mapping);
  CHECK(reasons(found) == std::vector<std::string>{"region-begins"});
  CHECK(found.begun == std::vector<std::string>{"going.both.people", "going.both.people.q1"});
  CHECK(found.reasons[0].in(base::Language::en) ==
        "in 'going.both', the new region 'people' begins in 'going.both.people.q1'");

  const auto one =
      Versions(path_text(), kPlan + "states: {waiting: going.both.paper.p1}\n").at("waiting");
  CHECK(!one.carried);
  CHECK(reasons(one) == std::vector<std::string>{"region-missing"});

  const auto two = Versions(path_text(), kPlan + "states: {going.both.paper.p1: going.talk}\n")
                       .at("going.both.money.m1 going.both.paper.p1");
  CHECK(!two.carried);
}

TEST_CASE("a target that the new graph does not reach is allowed by force only") {
  const std::string text = replaced(path_text(), "  closed:", "  shelf: {}\n  closed:");
  const std::string plan = kPlan + "states: {waiting: shelf}\n";

  CHECK(reasons(Versions(text, plan).at("waiting")) ==
        std::vector<std::string>{"unreachable-target"});
  CHECK(Versions(text, plan + "force: true\n").at("waiting").carried);
}

namespace {

std::vector<std::string> suggested(const Versions& versions, const std::string& place) {
  return migrate::suggest({{versions.from.get(), "help", migrate::parse_configuration(place)}},
                 *versions.to);
}

}  // namespace

TEST_CASE("a state that is gone for good is left to be completed, and such a plan is refused") {
  // Nothing is like it: cases that wait could belong anywhere.
  std::string text = path_text();
  const auto begin = text.find("  waiting:\n");
  text.erase(begin, text.find("  closed:") - begin);
  text = replaced(text, ", hold: {by: [adviser], goto: waiting}", "");
  const Versions versions(text);

  const auto plans = suggested(versions, "waiting");

  REQUIRE(plans.size() == 1);
  CHECK_FALSE(migrate::is_complete(plans[0]));
  CHECK(plans[0].find("goto") == std::string::npos);
  CHECK(plans[0].find("  waiting: '?'  # to be completed, for example: going.talk") !=
        std::string::npos);
  CHECK(tests::plan_mistakes(plans[0], {*versions.to, {versions.from.get()}}) ==
        std::vector<std::string>{"6:12 plan-incomplete"});
  // Completed by hand it carries.
  const Versions mended(text,
                        replaced(plans[0], "'?'", "{goto: going.talk, reason: no more waiting}"));
  CHECK(mended.at("waiting").carried);
}

TEST_CASE("of several states that are as like it, none is proposed") {
  const std::string text =
      replaced(replaced(path_text(), "waiting", "resting"), "  closed:",
               "  sleeping:\n    timers: {back: {after: 1 month, goto: {history: going}}}\n"
               "    actions: {resume: {by: [adviser], goto: {history: going}}}\n  closed:");

  const auto plans = suggested(Versions(text), "waiting");

  REQUIRE(plans.size() == 1);
  CHECK_FALSE(migrate::is_complete(plans[0]));
}

TEST_CASE("a renamed state is proposed with what speaks for it") {
  const auto plans = suggested(Versions(replaced(path_text(), "waiting", "en_pause")), "waiting");

  REQUIRE(plans.size() == 1);
  CHECK(migrate::is_complete(plans[0]));
  CHECK(plans[0].find("  waiting: en_pause  # renamed? the same acts, timers and targets") !=
        std::string::npos);
}

TEST_CASE("a move wants a reason") {
  const Versions versions(path_text());
  CHECK(tests::plan_mistakes(kPlan + "states: {waiting: {goto: going.talk, reason: \"\"}}\n",
                             {*versions.to, {versions.from.get()}}) ==
        std::vector<std::string>{"3:26 reason-missing"});
}

TEST_CASE("a suggested plan loads and carries what nothing carried") {
  const std::string text = replaced(replaced(path_text(), "talk", "first_talk"), "waiting", "rest");
  const Versions versions(text);
  const std::vector<std::string> places{"going.talk", "waiting @going.@history=going.talk"};
  std::vector<migrate::Stranded> stranded;
  for (const std::string& place : places) {
    CHECK(!versions.at(place).carried);
    stranded.push_back({versions.from.get(), "help", migrate::parse_configuration(place)});
  }

  const auto plans = suggest(stranded, *versions.to);

  REQUIRE(plans.size() == 1);
  INFO(plans[0]);
  const auto mended = tests::make_plan(plans[0], {*versions.to, {versions.from.get()}});
  for (const std::string& place : places) {
    CHECK(assess(migrate::parse_configuration(place), "help", *versions.from, *versions.to,
                 mended->of("help", versions.from->hash))
              .carried);
  }
}
