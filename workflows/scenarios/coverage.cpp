#include "workflows/scenarios/coverage.hpp"

#include <algorithm>
#include <filesystem>

namespace guichet::scenarios {

Coverage::Item Coverage::item(Element element, const base::Location& at, std::string name) {
  // A version that was loaded from the store shows its files under another folder.
  std::string file = at.source ? at.source->name() : "";
  file = std::filesystem::path(file).stem().string();
  return {std::move(file), at.offset, element, std::move(name)};
}

Coverage::Item Coverage::item(const model::Workflow&, const model::State& state) {
  return item(Element::state, state.at, state.path);
}

Coverage::Item Coverage::item(const model::Workflow& workflow, model::TransitionIndex index) {
  const model::Transition& arm = workflow.at(index);
  const model::Declaration& declaration = workflow.at(arm.declaration);
  const std::string& state = workflow.at(arm.source).path;
  std::string name = declaration.name;
  if (declaration.cause == model::Cause::always) name = "always";
  if (declaration.cause == model::Cause::done) name = "done";
  if (!state.empty()) name = state + "." + name;
  if (declaration.arms.size() > 1) {
    const auto nth = std::ranges::find(declaration.arms, index) - declaration.arms.begin() + 1;
    name += " (" + std::to_string(nth) + ")";
  }
  return item(Element::transition, arm.at, std::move(name));
}

Coverage::Item Coverage::item(const model::Workflow& workflow, const model::Declaration& timer) {
  const std::string& state = workflow.at(timer.state).path;
  return item(Element::timer, timer.at, state.empty() ? timer.name : state + "." + timer.name);
}

Coverage::Coverage(const bundle::Desk& desk) {
  for (const auto& [id, workflow] : desk.workflows) {
    for (const model::State& state : workflow->states) {
      if (state.path.empty() || model::is_history(state.kind)) continue;
      all_[item(*workflow, state)] = state.at;
    }
    for (std::size_t i = 0; i < workflow->transitions.size(); ++i) {
      const model::TransitionIndex arm{static_cast<std::int32_t>(i)};
      all_[item(*workflow, arm)] = workflow->at(arm).at;
    }
    for (const model::Declaration& each : workflow->declarations) {
      if (each.cause == model::Cause::timer) all_[item(*workflow, each)] = each.at;
    }
  }
}

void Coverage::watch(Stage& stage) {
  stage.on_arm([this](const model::Workflow& workflow, model::TransitionIndex arm) {
    covered_.insert(item(workflow, arm));
  });
}

void Coverage::add(Stage& stage) {
  const cases::Surroundings around = stage.surroundings();
  for (const base::CaseId id : stage.case_ids()) {
    const auto snapshot = stage.load(id);
    if (!snapshot) continue;
    for (const cases::Fact& fact : stage.facts(id)) count(fact, *snapshot, around);
  }
}

// Which definition an instance had when a fact was made is not asked: what an edit moved has
// another place, and counts for nothing here.
void Coverage::count(const cases::Fact& fact, const cases::Snapshot& snapshot,
                     const cases::Surroundings& around) {
  const auto n = cases::instance_of(fact.event);
  const cases::Instance* instance = n ? snapshot.find(*n) : nullptr;
  const bundle::Desk* desk = instance == nullptr ? nullptr : around.pinned(instance->bundle);
  const model::Workflow* workflow = desk == nullptr ? nullptr : desk->workflow(instance->workflow);
  if (workflow == nullptr) return;
  if (const auto* entered = std::get_if<cases::StateEntered>(&fact.event)) {
    const auto state = workflow->find_state(entered->state);
    if (state) covered_.insert(item(*workflow, workflow->at(*state)));
  }
  if (const auto* fired = std::get_if<cases::TimerFired>(&fact.event)) {
    for (const model::Declaration& each : workflow->declarations) {
      const bool is_it = each.cause == model::Cause::timer && each.name == fired->name &&
                         workflow->at(each.state).path == fired->state;
      if (is_it) covered_.insert(item(*workflow, each));
    }
  }
}

std::vector<CoverageRow> Coverage::report() const {
  std::map<std::string, CoverageRow> rows;
  for (const auto& [each, at] : all_) {
    CoverageRow& row = rows[each.file];
    row.path = each.file;
    CoverageRow::Share& share = each.element == Element::state        ? row.states
                                : each.element == Element::transition ? row.transitions
                                                                      : row.timers;
    ++share.total;
    if (covered_.contains(each)) {
      ++share.covered;
    } else {
      row.uncovered.push_back({each.element, each.name, at});
    }
  }
  std::vector<CoverageRow> out;
  for (auto& [path, row] : rows) out.push_back(std::move(row));
  return out;
}

}  // namespace guichet::scenarios
