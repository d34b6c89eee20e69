// From the rules that match to the result: DMN 1.5, section 8.2.8.
#include <algorithm>

#include "rules/feel/number.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/tables/matching.hpp"
#include "rules/tables/messages.hpp"

namespace guichet::tables {

namespace {

// Makes results of rules; one evaluation long.
class Results {
 public:
  Results(const DecisionTable& table, std::span<const feel::Value> variables, feel::Evaluation& run,
          Decision& decision)
      : table_(table), variables_(variables), run_(run), decision_(decision) {}

  feel::Value of(RuleIndex rule) {
    if (const feel::Value* constant = table_.constant_result(rule)) return *constant;
    return made_of(table_.rule(rule).outputs, table_.rule(rule).id);
  }

  // Where the rule stands: known beforehand where its outputs are constants of the table, else by
  // the place of each value in its output's list.
  std::vector<std::size_t> place_of(const feel::Value& result) const {
    std::vector<std::size_t> places;
    const auto& outputs = table_.outputs();
    for (const Output& output : outputs) {
      if (output.priorities.empty()) continue;
      const feel::Value* value = outputs.size() == 1 ? &result : result.member(output.id);
      std::size_t place = 0;
      while (place < output.priorities.size() &&
             !(value != nullptr && feel::equal(output.priorities[place].value(), *value)))
        ++place;
      places.push_back(place);
    }
    return places;
  }

  // The outputs' defaults; null where the table has none.
  feel::Value of_no_rule() {
    std::vector<feel::Expression> defaults;
    bool any = false;
    for (const Output& output : table_.outputs()) {
      defaults.push_back(output.otherwise);
      any |= !output.otherwise.empty();
    }
    return any ? made_of(defaults, "default") : feel::Value{};
  }

 private:
  feel::Value made_of(const std::vector<feel::Expression>& outputs, const std::string& rule) {
    std::vector<feel::Entry> entries;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      feel::Value value;
      const std::size_t notes = run_.notes.size();
      if (!outputs[i].empty()) value = feel::evaluate(outputs[i], variables_, run_);
      if (value.is_null() && run_.notes.size() > notes) say_why(table_.outputs()[i], rule, notes);
      entries.push_back({table_.outputs()[i].id, checked(table_.outputs()[i], value, rule)});
    }
    return entries.size() == 1 ? entries[0].value : run_.arena.context(entries);
  }

  // The first reason is the cause; the others follow from it.
  void say_why(const Output& output, const std::string& rule, std::size_t first_note) {
    decision_.problems.push_back(
        {base::Message(messages::kOutputNull,
                       {rule, output.id, run_.notes[first_note].what.in(base::Language::fr),
                        run_.notes[first_note].what.in(base::Language::en)}),
         {}});
  }

  // What an output computes must be of its column; if not it is null, with the reason.
  feel::Value checked(const Output& output, const feel::Value& value, const std::string& rule) {
    if (value.is_null()) return value;
    const bool typed =
        output.type.is_any() || value.kind() == output.type.kind() ||
        (value.kind() == feel::Kind::string && feel::is_duration(output.type.kind()));
    const bool allowed = output.allowed.empty() ||
                         feel::evaluate_tests(output.allowed, value, variables_, run_).is_true();
    if (typed && allowed) return value;
    decision_.problems.push_back(
        {base::Message(messages::kOutputNotAllowed, {rule, output.id, feel::to_literal(value)}),
         {}});
    return {};
  }

  const DecisionTable& table_;
  std::span<const feel::Value> variables_;
  feel::Evaluation& run_;
  Decision& decision_;
};

std::string listed_ids(const DecisionTable& table, const std::vector<RuleIndex>& rules) {
  std::string text;
  for (const RuleIndex rule : rules) text += (text.empty() ? "" : ", ") + table.rule(rule).id;
  return text;
}

void select_any(const DecisionTable& table, Results& results, Decision& decision) {
  decision.result = results.of(decision.matched[0]);
  for (const RuleIndex rule : decision.matched) {
    if (feel::equal(results.of(rule), decision.result)) continue;
    decision.result = {};
    decision.problems.push_back(
        {base::Message(messages::kRulesDisagree, {listed_ids(table, decision.matched)}), {}});
    return;
  }
  decision.selected = decision.matched;
}

void select_one(RuleIndex rule, Results& results, Decision& decision) {
  decision.selected.push_back(rule);
  decision.result = results.of(rule);
}

// The rules that match in the order of their outputs, those of equal rank in the table's.
struct Ranked {
  RuleIndex rule;
  feel::Value result;
  std::vector<std::size_t> place;
};
std::vector<Ranked> ranked_by_value(Results& results, const std::vector<RuleIndex>& matched) {
  std::vector<Ranked> ranked;
  for (const RuleIndex rule : matched) {
    const feel::Value result = results.of(rule);
    ranked.push_back({rule, result, results.place_of(result)});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.place < b.place; });
  return ranked;
}

// P and O where an output is computed, so that no rank is known before its value is.
void select_ranked(const DecisionTable& table, Results& results, feel::Evaluation& run,
                   Decision& decision) {
  const auto known = static_cast<std::ptrdiff_t>(decision.problems.size());
  const auto ranked = ranked_by_value(results, decision.matched);
  if (table.hit() == HitPolicy::priority) {
    // Those of the rules that lose are no problem of the decision.
    decision.problems.erase(decision.problems.begin() + known, decision.problems.end());
    return select_one(ranked.front().rule, results, decision);
  }
  std::vector<feel::Value> items;
  for (const Ranked& one : ranked) {
    decision.selected.push_back(one.rule);
    items.push_back(one.result);
  }
  decision.result = run.arena.list(items);
}

bool has_ranks(HitPolicy policy) {
  return policy == HitPolicy::priority || policy == HitPolicy::output_order;
}

void collect(Results& results, feel::Evaluation& run, Decision& decision) {
  std::vector<feel::Value> items;
  items.reserve(decision.selected.size());
  for (const RuleIndex rule : decision.selected) items.push_back(results.of(rule));
  decision.result = run.arena.list(items);
}

// C+ C< C>: numbers are added, values compared; what does not go together is a problem.
void aggregate(const DecisionTable& table, Results& results, feel::Evaluation& run,
               Decision& decision) {
  feel::Value total = results.of(decision.matched[0]);
  bool sound =
      !total.is_null() && (table.hit() != HitPolicy::sum || total.kind() == feel::Kind::number);
  for (std::size_t i = 1; i < decision.matched.size() && sound; ++i) {
    const feel::Value value = results.of(decision.matched[i]);
    if (table.hit() == HitPolicy::sum) {
      sound = value.kind() == feel::Kind::number;
      if (sound) total = feel::add(total, value, run.arena);
      continue;
    }
    const auto order = feel::compare(value, total);
    sound = order.has_value();
    if (sound && (table.hit() == HitPolicy::min ? *order < 0 : *order > 0)) total = value;
  }
  if (sound)
    decision.result = total;
  else
    decision.problems.push_back(
        {base::Message(messages::kCannotAggregate, {std::string(symbol_of(table.hit()))}), {}});
}

}  // namespace

void apply_hit_policy(const DecisionTable& table, std::span<const feel::Value> variables,
                      feel::Evaluation& run, Decision& decision) {
  Results results(table, variables, run, decision);
  const auto& matched = decision.matched;
  if (matched.empty()) {
    decision.result = results.of_no_rule();
    return;
  }
  const auto by_rank = [&](RuleIndex a, RuleIndex b) {
    return table.ranks()[a] < table.ranks()[b];
  };
  const bool computed = std::any_of(matched.begin(), matched.end(), [&](RuleIndex rule) {
    return table.constant_result(rule) == nullptr;
  });
  if (has_ranks(table.hit()) && computed && table.ranks_by_output())
    return select_ranked(table, results, run, decision);
  switch (table.hit()) {
    case HitPolicy::first:
      return select_one(matched[0], results, decision);
    case HitPolicy::unique:
      if (matched.size() == 1) return select_one(matched[0], results, decision);
      decision.problems.push_back(
          {base::Message(messages::kSeveralRules, {listed_ids(table, matched)}), {}});
      return;
    case HitPolicy::any:
      return select_any(table, results, decision);
    case HitPolicy::priority:
      return select_one(*std::min_element(matched.begin(), matched.end(), by_rank), results,
                        decision);
    default:
      break;
  }
  decision.selected = matched;
  switch (table.hit()) {
    case HitPolicy::output_order:
      std::sort(decision.selected.begin(), decision.selected.end(), by_rank);
      return collect(results, run, decision);
    case HitPolicy::count:
      decision.result = feel::Value::integer(static_cast<std::int64_t>(matched.size()));
      return;
    case HitPolicy::rule_order:
    case HitPolicy::collect:
      return collect(results, run, decision);
    default:
      return aggregate(table, results, run, decision);
  }
}

}  // namespace guichet::tables
