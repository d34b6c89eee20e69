#include "engine/cases/snapshot.hpp"

#include <algorithm>
#include <utility>

namespace guichet::cases {

const StateEntry* Instance::find_active(std::string_view path) const {
  const auto found = std::ranges::find(active, path, &StateEntry::path);
  return found == active.end() ? nullptr : &*found;
}

const StateEntry* Instance::innermost() const {
  const StateEntry* found = nullptr;
  std::ptrdiff_t depth = -1;
  for (const StateEntry& each : active) {
    const std::ptrdiff_t deep = each.path.empty() ? -1 : std::ranges::count(each.path, '.');
    if (found != nullptr && deep <= depth) continue;
    found = &each;
    depth = deep;
  }
  return found;
}

const Instance* Snapshot::find(base::InstanceNumber n) const {
  // Numbers are 1, 2, 3 in the order of opening.
  const auto index = static_cast<std::size_t>(n.value - 1);
  return index < instances.size() ? &instances[index] : nullptr;
}

Instance* Snapshot::find(base::InstanceNumber n) {
  return const_cast<Instance*>(std::as_const(*this).find(n));
}

}  // namespace guichet::cases
