#include "engine/cases/apply_migration.hpp"

#include <algorithm>

namespace guichet::cases {
namespace {

// Each path is looked up once, so that two states may exchange theirs.
class Renaming {
 public:
  explicit Renaming(const InstanceMigrated& event) : renamed_(event.renamed) {}

  void operator()(std::string& path) const {
    const auto found =
        std::ranges::find(renamed_, path, [](const auto& each) { return each.first; });
    if (found != renamed_.end()) path = found->second;
  }

 private:
  const std::vector<std::pair<std::string, std::string>>& renamed_;
};

}  // namespace

void fold_migration(Instance& instance, const InstanceMigrated& event) {
  instance.bundle = event.to;
  const Renaming rename(event);
  InstanceExtras& extras = instance.extras;
  // A state's own task bears the state's path.
  const auto rename_task = [&](Task& task, const std::vector<StateEntry>& states) {
    const bool own = std::ranges::any_of(states, [&](const StateEntry& state) {
      return state.entry == task.entry && state.path == task.id;
    });
    if (own) rename(task.id);
  };
  for (Task& task : instance.tasks) rename_task(task, instance.active);
  for (Task& task : extras.kept_tasks) rename_task(task, extras.suspended);
  for (auto* states : {&instance.active, &extras.suspended, &extras.first_entries}) {
    for (StateEntry& state : *states) rename(state.path);
  }
  for (auto& [history, states] : instance.history) {
    rename(history);
    for (std::string& state : states) rename(state);
  }
  for (auto* timers : {&instance.timers, &extras.kept, &extras.stopped, &extras.paused}) {
    for (Timer& timer : *timers) rename(timer.state);
  }
  for (FiredTimer& timer : extras.fired) rename(timer.state);
  for (Stand& stand : extras.stands) rename(stand.state);
}

}  // namespace guichet::cases
