#include "rules/tables/decide.hpp"

#include "rules/feel/temporal.hpp"
#include "rules/tables/matching.hpp"
#include "rules/tables/messages.hpp"

namespace guichet::tables {

void bind_variables(const DecisionTable& table, const feel::Value& context,
                    std::vector<feel::Value>& variables, std::vector<std::string>* unknown) {
  variables.assign(table.scope().size(), {});
  if (context.kind() != feel::Kind::context) return;
  for (const feel::Entry& entry : context.entries()) {
    if (const auto slot = table.scope().find(entry.name))
      variables[*slot] = entry.value;
    else if (unknown != nullptr)
      unknown->emplace_back(entry.name);
  }
}

namespace {

// The civil day in a zone; an unknown zone counts as UTC, as it does for FEEL's today().
base::Day day_in(const std::string& zone, base::Instant now) {
  const auto found = feel::find_zone(zone);
  auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch();
  if (found) seconds += std::chrono::seconds(feel::offset_at_utc(*found, seconds.count()));
  return base::Day(std::chrono::floor<std::chrono::days>(seconds));
}

}  // namespace

bool is_in_force(const DecisionTable& table, feel::Evaluation& run,
                 std::vector<Problem>& problems) {
  const Validity& valid = table.parts().valid;
  if (!valid.is_bounded()) return true;
  const base::Day today = day_in(valid.zone.empty() ? run.zone : valid.zone, run.now);
  if (valid.covers(today)) return true;
  const auto text = [](const std::optional<base::Day>& day) {
    return day ? base::iso(*day) : std::string("..");
  };
  problems.push_back({base::Message(messages::kOutsideValidity, {table.id(), base::iso(today),
                                                                 text(valid.from), text(valid.to)}),
                      {}});
  return false;
}

namespace {

void reset(Decision& decision) {
  decision.result = {};
  decision.matched.clear();
  decision.selected.clear();
  decision.problems.clear();
}

}  // namespace

void decide(const DecisionTable& table, std::span<const feel::Value> variables,
            feel::Evaluation& run, Workspace& workspace, Decision& decision) {
  reset(decision);
  if (!is_in_force(table, run, decision.problems)) return;
  evaluate_inputs(table, variables, run, workspace.inputs);
  Matching matching(table, workspace.inputs, variables, run, workspace.words);
  if (!matching.place(decision.problems)) return;
  const bool first_only = table.hit() == HitPolicy::first;
  matching.each_match([&](RuleIndex rule) {
    decision.matched.push_back(rule);
    return !first_only;
  });
  apply_hit_policy(table, variables, run, decision);
}

Decision decide(const DecisionTable& table, const feel::Value& context, feel::Evaluation& run) {
  Workspace workspace;
  Decision decision;
  bind_variables(table, context, workspace.variables);
  decide(table, workspace.variables, run, workspace, decision);
  return decision;
}

}  // namespace guichet::tables
