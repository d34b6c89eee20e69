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
  for (Task& task : instance.tasks) {
    // A state's own task bears the state's path.
    const bool own = std::ranges::any_of(instance.active, [&](const StateEntry& state) {
      return state.entry == task.entry && state.path == task.id;
    });
    if (own) rename(task.id);
  }
  for (StateEntry& state : instance.active) rename(state.path);
  for (auto& [history, states] : instance.history) {
    rename(history);
    for (std::string& state : states) rename(state);
  }
  for (Timer& timer : instance.timers) rename(timer.state);
  for (Timer& timer : instance.extras.kept) rename(timer.state);
}

}  // namespace guichet::cases
