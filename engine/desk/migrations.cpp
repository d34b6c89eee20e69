#include "engine/desk/migrations.hpp"

#include <algorithm>

#include "workflows/migrate/plan.hpp"

namespace guichet::desk {

std::optional<store::MigrationRow> migration_row(
    const cases::Command& command, const std::expected<cases::Decision, base::Rejection>& decision,
    base::Language language) {
  const auto* migrate = std::get_if<cases::Migrate>(&command.body);
  const auto* revert = std::get_if<cases::RevertMigration>(&command.body);
  if (migrate == nullptr && revert == nullptr) return {};
  store::MigrationRow row;
  row.plan = migrate != nullptr ? migrate->plan->hash : revert->plan;
  row.kase = command.kase;
  if (!decision) {
    if (revert != nullptr) return {};  // the case stays migrated
    row.verdict = "left";
    for (const base::Message& reason : decision.error().reasons) {
      row.reason += (row.reason.empty() ? "" : " ; ") + reason.in(language);
    }
    return row;
  }
  if (revert != nullptr) {
    row.verdict = "reverted";
    return row;
  }
  row.done = true;
  row.verdict = "incident";
  for (const cases::Event& event : decision->events) {
    if (const auto* done = std::get_if<cases::CaseMigrated>(&event)) row.verdict = done->verdict;
  }
  return row;
}

bool needs_loads(const cases::Command& command) {
  if (std::holds_alternative<cases::RevertMigration>(command.body)) return false;
  const auto* body = std::get_if<cases::Migrate>(&command.body);
  if (body == nullptr) return true;
  return std::ranges::any_of(body->plan->workflows, [](const migrate::WorkflowPlan& plan) {
    return std::ranges::any_of(plan.states, &migrate::StateRule::moves);
  });
}

}  // namespace guichet::desk
