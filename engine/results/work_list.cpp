#include "engine/results/work_list.hpp"

#include <algorithm>

namespace guichet::results {

std::vector<store::PromiseRow> work_list(store::Reader& reader, const bundle::Desk& desk,
                                         const access::Sight& visible_to, const std::string& owner,
                                         base::Day today, std::size_t most) {
  std::vector<store::PromiseRow> rows = reader.promises(visible_to, most, owner);
  if (owner.empty()) return rows;
  for (const bundle::Member& each : desk.settings.staff) {
    const bundle::Member* there = desk.on_duty(each.id, today);
    if (each.id == owner || there == nullptr || there->id != owner) continue;
    for (store::PromiseRow& row : reader.promises(visible_to, most, each.id))
      rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(rows, {}, &store::PromiseRow::due_at);
  if (rows.size() > most) rows.resize(most);
  return rows;
}

}  // namespace guichet::results
