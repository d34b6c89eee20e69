#include "rules/tables/test_run.hpp"

#include <algorithm>
#include <set>

#include "rules/tables/decide.hpp"
#include "rules/tables/messages.hpp"
#include "rules/tables/ready_test.hpp"

namespace guichet::tables {

namespace {

using base::Message;

// Does the result hold what is expected? A context may have more members than the expected one; a
// single output may be written with its name.
bool holds(const DecisionTable& table, const feel::Value& result, const feel::Value& expected) {
  if (expected.kind() == feel::Kind::context) {
    if (result.kind() != feel::Kind::context) {
      const feel::Value* alone =
          table.outputs().size() == 1 ? expected.member(table.outputs()[0].id) : nullptr;
      return alone != nullptr && expected.entries().size() == 1 && feel::equal(*alone, result);
    }
    return std::all_of(expected.entries().begin(), expected.entries().end(),
                       [&](const feel::Entry& entry) {
                         const feel::Value* value = result.member(entry.name);
                         return value != nullptr && holds(table, *value, entry.value);
                       });
  }
  if (expected.kind() == feel::Kind::list && result.kind() == feel::Kind::list) {
    const auto wanted = expected.items(), found = result.items();
    if (wanted.size() != found.size()) return false;
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if (!holds(table, found[i], wanted[i])) return false;
    return true;
  }
  return feel::equal(result, expected);
}

std::string joined(std::vector<std::string> words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::vector<std::string> ids_of(const DecisionTable& table, const std::vector<RuleIndex>& rules) {
  std::vector<std::string> ids;
  for (const RuleIndex rule : rules) ids.push_back(table.rule(rule).id);
  return ids;
}

// The same ids in any order.
bool same_set(std::vector<std::string> a, std::vector<std::string> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

class TestRun {
 public:
  TestRun(const DecisionTable& table, base::Instant now, const std::string& zone)
      : table_(table), now_(now), zone_(zone) {}

  TestReport run() {
    std::set<std::string> selected;
    for (std::size_t i = 0; i < table_.parts().tests.size(); ++i) {
      const std::size_t before = report_.failures.size();
      number_ = i + 1;
      name_ = std::to_string(number_);
      if (!table_.parts().tests[i].name.empty()) name_ += " (" + table_.parts().tests[i].name + ")";
      for (std::string& id : run_one(table_.parts().tests[i])) selected.insert(std::move(id));
      ++(report_.failures.size() == before ? report_.passed : report_.failed);
    }
    const auto& listed = table_.parts().untested;
    for (const std::string& id : listed)
      if (selected.contains(id)) report_.tested_after_all.push_back(id);
    selected.insert(listed.begin(), listed.end());
    for (const Rule& rule : table_.rules())
      if (!selected.contains(rule.id)) report_.untested.push_back(rule.id);
    return std::move(report_);
  }

 private:
  Explanation explain_given(const TableTest& test, feel::Evaluation& run) const {
    if (!test.by_column) {
      std::vector<feel::Entry> entries;
      for (const auto& [name, value] : test.given) entries.push_back({name, value.value()});
      return explain(table_, run.arena.context(entries), run);
    }
    Inputs inputs(table_.inputs().size());
    for (const auto& [column, value] : test.given)
      for (std::size_t i = 0; i < inputs.size(); ++i)
        if (table_.inputs()[i].id == column) inputs[i] = value.value();
    return explain_columns(table_, inputs, run);
  }

  // The rules that the test's case selects.
  std::vector<std::string> run_one(const TableTest& test) {
    feel::Arena arena;
    feel::Evaluation run{arena, now_, zone_};
    const Explanation explanation = explain_given(test, run);
    const Decision& decision = explanation.decision;
    const auto matched = ids_of(table_, explanation.matched());
    auto selected = ids_of(table_, decision.selected);
    if (test.expect && !holds(table_, decision.result, test.expect->value()))
      fail(test, Message(messages::kTestResult, {name(), feel::to_literal(test.expect->value()),
                                                 feel::to_literal(decision.result)}));
    if (test.fires && !same_set(*test.fires, matched))
      fail(test, Message(messages::kTestFires, {name(), joined(*test.fires), joined(matched)}));
    if (test.selects && !same_set(*test.selects, selected))
      fail(test,
           Message(messages::kTestSelects, {name(), joined(*test.selects), joined(selected)}));
    for (const auto& [rule, columns] : test.why_not)
      check_why_not(test, explanation, rule, columns);
    // What went wrong on the way explains a failure; alone it is none where null was expected.
    if (!report_.failures.empty() && report_.failures.back().number == number_)
      for (const Problem& problem : decision.problems) fail(test, problem.what);
    return selected;
  }

  void check_why_not(const TableTest& test, const Explanation& explanation, const std::string& rule,
                     const std::vector<std::string>& columns) {
    for (RuleIndex i = 0; i < table_.rules().size(); ++i) {
      if (table_.rule(i).id != rule) continue;
      std::vector<std::string> failed;
      for (const ColumnIndex column : explanation.failed(i))
        failed.push_back(table_.inputs()[column].id);
      if (!same_set(columns, failed))
        fail(test, Message(messages::kTestWhyNot, {name(), rule, joined(columns), joined(failed)}));
    }
  }

  const std::string& name() const { return name_; }
  void fail(const TableTest& test, Message what) {
    report_.failures.push_back({test.at, number_, std::move(what)});
  }

  const DecisionTable& table_;
  base::Instant now_;
  const std::string& zone_;
  TestReport report_;
  std::size_t number_ = 0;
  std::string name_;  // number, and name where it has one
};

}  // namespace

// A table's tests say what it does while it is in force: outside its days they run on the nearest
// one.
TestReport run_tests(const DecisionTable& table, base::Instant now, const std::string& zone) {
  return TestRun(table, moment_in(table.parts().valid, now), zone).run();
}

void check_coverage(const DecisionTable& table, const std::string& zone,
                    base::Diagnostics& diagnostics) {
  if (table.parts().tests.empty()) return;
  const TestReport report = run_tests(table, {}, zone);
  if (!report.untested.empty())
    diagnostics.warning(table.parts().at,
                        Message(messages::kUntestedRule, {joined(report.untested)}));
  for (const std::string& id : report.tested_after_all)
    diagnostics.warning(table.parts().at, Message(messages::kTestedAfterAll, {id}));
}

}  // namespace guichet::tables
