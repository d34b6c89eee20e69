#include "rules/convention/test_run.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "rules/convention/choose.hpp"
#include "rules/convention/proof_messages.hpp"
#include "rules/convention/report.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using Words = ConventionTest::Words;

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

bool same_set(Words a, Words b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

base::Day moved_into(const tables::Validity& valid, base::Day day) {
  if (valid.covers(day)) return day;
  return valid.from && day < *valid.from ? *valid.from : *valid.to - std::chrono::days(1);
}

class TestRun {
 public:
  TestRun(const Convention& convention, base::Instant now, const std::string& zone)
      : convention_(convention), now_(now), zone_(zone) {}

  tables::TestReport run() {
    std::set<std::string> used;
    for (std::size_t i = 0; i < convention_.parts().tests.size(); ++i) {
      const ConventionTest& test = convention_.parts().tests[i];
      const std::size_t before = report_.failures.size();
      number_ = i + 1;
      name_ = std::to_string(number_);
      if (!test.name.empty()) name_ += " (" + test.name + ")";
      for (const Chosen& one : check(test).chosen) used.insert(one.rule);
      ++(report_.failures.size() == before ? report_.passed : report_.failed);
    }
    list_untested(used);
    return std::move(report_);
  }

 private:
  Choice check(const ConventionTest& test) {
    feel::Arena arena;
    const auto today = std::chrono::floor<std::chrono::days>(now_).time_since_epoch();
    Need need;
    need.today = test.today.value_or(moved_into(convention_.valid(), base::Day(today)));
    need.seed = name_;
    feel::Evaluation run{arena, base::Instant(need.today.time_since_epoch()) + kNoon, zone_};
    std::vector<feel::Value> variables(convention_.parts().context_slots), facts;
    give(test, facts, variables);
    need.variables = variables;
    need.facts = facts;
    const Loads loads = loads_of(test, need.today);
    const Choice choice = choose(convention_, need, loads, run);
    compare(test, choice, loads, need.today);
    return choice;
  }

  void give(const ConventionTest& test, std::vector<feel::Value>& facts,
            std::vector<feel::Value>& variables) const {
    if (test.by_fact) facts.resize(convention_.facts().size());
    for (const auto& [name, value] : test.given) {
      if (test.by_fact) {
        if (const auto fact = convention_.fact(name)) facts[*fact] = value.value();
      } else if (const auto slot = convention_.table().scope().find(name)) {
        variables[*slot] = value.value();
      }
    }
  }

  Loads loads_of(const ConventionTest& test, base::Day today) const {
    Loads loads;
    for (const ConventionTest::Load& one : test.loads) {
      PartnerLoad& load = loads.partners[one.partner];
      const Quota* quota = convention_.quota(one.partner, one.quota);
      if (quota == nullptr || quota->per == Period::open)
        load.open = one.count;
      else
        load.reserved[fmt::format("{}/{}", quota->id, period_name(quota->per, today))] = one.count;
    }
    return loads;
  }

  void compare(const ConventionTest& test, const Choice& choice, const Loads& loads,
               base::Day today) {
    Words chosen;
    for (const Chosen& one : choice.chosen) chosen.push_back(one.partner);
    if (test.assign && !same_set(*test.assign, chosen))
      fail(test, Message(messages::kTestAssign, {name_, joined(*test.assign), joined(chosen)}));
    for (const auto& [partner, criteria] : test.why_not)
      compare_why_not(test, choice, partner, criteria);
    for (const auto& [partner, quota] : test.skipped)
      if (!is_skipped(choice, loads, today, partner, quota))
        fail(test, Message(messages::kTestSkipped, {name_, partner, quota}));
    const std::string via =
        choice.fallback ? convention_.fallback()[*choice.fallback].id : std::string();
    if (test.via && *test.via != via)
      fail(test, Message(messages::kTestVia, {name_, *test.via, via}));
    for (const auto& [field, partners] : test.would_open) {
      const Words open = opened_by(choice, field);
      if (!same_set(partners, open))
        fail(test,
             Message(messages::kTestWouldOpen, {name_, field, joined(partners), joined(open)}));
    }
    if (test.review && !same_set(*test.review, choice.review))
      fail(test,
           Message(messages::kTestReview, {name_, joined(*test.review), joined(choice.review)}));
    // What went wrong on the way explains a failure; alone it is none.
    if (!report_.failures.empty() && report_.failures.back().number == number_)
      for (const tables::Problem& problem : choice.problems) fail(test, problem.what);
  }

  void compare_why_not(const ConventionTest& test, const Choice& choice, const std::string& partner,
                       const Words& criteria) {
    Words failed;
    for (const NotChosen& one : choice.not_chosen) {
      if (one.partner != partner) continue;
      for (const Failure& failure : one.failed) {
        // Facts alone do not say what a condition reads: it counts where the test names it.
        const bool unasked = test.by_fact && failure.criterion == "when" &&
                             std::find(criteria.begin(), criteria.end(), "when") == criteria.end();
        if (!unasked && std::find(failed.begin(), failed.end(), failure.criterion) == failed.end())
          failed.push_back(failure.criterion);
      }
    }
    if (!same_set(criteria, failed))
      fail(test, Message(messages::kTestPartnerWhyNot,
                         {name_, partner, joined(criteria), joined(failed)}));
  }

  // Competent, and not asked while that quota is full: it may come second besides.
  bool is_skipped(const Choice& choice, const Loads& loads, base::Day today,
                  const std::string& partner, const std::string& id) const {
    const Quota* quota = convention_.quota(partner, id);
    if (quota == nullptr) return false;
    const std::int64_t used = quota->per == Period::open
                                  ? loads.open(partner)
                                  : loads.reserved(partner, id, period_name(quota->per, today));
    const auto one = std::find_if(choice.not_chosen.begin(), choice.not_chosen.end(),
                                  [&](const NotChosen& each) { return each.partner == partner; });
    if (used < quota->max || one == choice.not_chosen.end()) return false;
    return std::all_of(one->failed.begin(), one->failed.end(), [](const Failure& failure) {
      return failure.criterion == "quota" || failure.criterion == "rank";
    });
  }

  static Words opened_by(const Choice& choice, const std::string& field) {
    for (const WouldOpen& one : choice.would_open)
      if (one.field == field) return one.partners;
    return {};
  }

  // A clause that became several rows is tested, or left out, where one of them is.
  void list_untested(const std::set<std::string>& used) {
    const auto& listed = convention_.parts().untested;
    std::set<std::uint32_t> tested, left_out, testable, said;
    const auto& rules = convention_.table().rules();
    for (std::size_t row = 0; row < rules.size(); ++row) {
      const tables::Rule& rule = rules[row];
      if (!convention_.clauses()[row].contradicts_itself()) testable.insert(rule.at.offset);
      if (used.contains(rule.id)) tested.insert(rule.at.offset);
      if (std::find(listed.begin(), listed.end(), rule.id) != listed.end())
        left_out.insert(rule.at.offset);
    }
    for (const tables::Rule& rule : rules) {
      if (!said.insert(rule.at.offset).second) continue;
      const bool is_tested = tested.contains(rule.at.offset);
      const bool is_left_out = left_out.contains(rule.at.offset);
      if (is_tested && is_left_out) report_.tested_after_all.push_back(rule.id);
      if (!is_tested && !is_left_out && testable.contains(rule.at.offset))
        report_.untested.push_back(rule.id);
    }
  }

  void fail(const ConventionTest& test, Message what) {
    report_.failures.push_back({test.at, number_, std::move(what)});
  }

  static constexpr std::chrono::hours kNoon{12};

  const Convention& convention_;
  base::Instant now_;
  const std::string& zone_;
  tables::TestReport report_;
  std::size_t number_ = 0;
  std::string name_;  // number, and name where it has one
};

}  // namespace

tables::TestReport run_tests(const Convention& convention, base::Instant now,
                             const std::string& zone) {
  return TestRun(convention, now, zone).run();
}

void check_coverage(const Convention& convention, const std::string& zone,
                    base::Diagnostics& diagnostics) {
  if (convention.parts().tests.empty()) return;
  const tables::TestReport report = run_tests(convention, {}, zone);
  if (!report.untested.empty())
    diagnostics.warning(convention.parts().at,
                        Message(messages::kUntestedClause, {joined(report.untested)}));
  for (const std::string& id : report.tested_after_all)
    diagnostics.warning(convention.parts().at, Message(messages::kTestedAfterAll, {id}));
}

}  // namespace guichet::convention
