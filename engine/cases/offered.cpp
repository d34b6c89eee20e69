#include "engine/cases/offered.hpp"

#include <algorithm>

#include "engine/access/roles.hpp"

namespace guichet::cases {

kernel::Position position_of(const Instance& instance, const model::Workflow& workflow) {
  kernel::Position position;
  for (const StateEntry& entry : instance.active) {
    if (const auto state = workflow.find_state(entry.path)) {
      position.active.push_back({*state, entry.entry});
    }
  }
  std::ranges::sort(position.active, {}, [](const kernel::Active& a) { return a.state; });
  for (const auto& [path, remembered] : instance.history) {
    const auto history = workflow.find_state(path);
    if (!history) continue;
    kernel::Remembered item{*history, {}};
    for (const std::string& each : remembered) {
      if (const auto state = workflow.find_state(each)) item.states.push_back(*state);
    }
    position.history.push_back(std::move(item));
  }
  position.next_entry = instance.next_entry;
  return position;
}

std::vector<const model::Declaration*> offered_by(const Work& work, const Instance& instance,
                                                  model::Cause cause) {
  const model::Workflow& workflow = work.workflow_of(instance);
  std::vector<const model::Declaration*> out;
  for (const model::DeclarationIndex index :
       kernel::offered(workflow, position_of(instance, workflow), cause)) {
    out.push_back(&workflow.at(index));
  }
  return out;
}

const model::Declaration* find_offered(const Work& work, const Instance& instance,
                                       model::Cause cause, std::string_view name) {
  for (const model::Declaration* each : offered_by(work, instance, cause)) {
    if (each->name == name) return each;
  }
  return nullptr;
}

std::vector<std::string> roles_of(const Work& work, const Instance& instance) {
  access::Link link{.owner = work.snapshot().owner,
                    .today = work.around().desk.calendar->local_day(work.around().now)};
  if (instance.referral) {
    link.partner = instance.referral->partner;
    link.adviser = instance.referral->adviser;
  }
  return access::workflow_roles(work.command().actor, work.around().desk, link);
}

}  // namespace guichet::cases
