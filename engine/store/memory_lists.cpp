#include "engine/store/memory_lists.hpp"

#include <algorithm>
#include <tuple>

#include "engine/store/listing.hpp"

namespace guichet::store {
namespace {

bool matches(const MemoryCases::Record& record, const CaseFilter& filter, const std::string& text) {
  const CaseRow& row = record.row;
  if (!filter.visible_to.sees_all() &&
      !filter.visible_to.sees(row.id, tie_of(record.snapshot).asked)) {
    return false;
  }
  if (filter.open_only && row.closed_at) return false;
  if (!filter.owner.empty() && row.owner != filter.owner) return false;
  if (!filter.theme.empty() && std::ranges::find(row.themes, filter.theme) == row.themes.end()) {
    return false;
  }
  return search_text(row).find(text) != std::string::npos;
}

// Of a case that is seen for a referral, only that referral's.
bool is_seen(const access::Sight& visible_to, base::CaseId kase, const cases::Instance& instance) {
  if (!instance.referral) return visible_to.sees(kase, {});
  return visible_to.sees(kase, {instance.referral->partner});
}

void add_promises(const MemoryCases::Record& record, const access::Sight& visible_to,
                  std::vector<PromiseRow>& rows) {
  for (const cases::Instance& instance : record.snapshot.instances) {
    if (!is_seen(visible_to, record.row.id, instance)) continue;
    PromiseRow row;
    row.kase = record.row.id;
    row.n = instance.n;
    row.number = record.row.number;
    row.person = record.row.person;
    row.theme = theme_of(record.row, record.snapshot, instance.n);
    row.owner = record.row.owner;
    for (const cases::Task& task : instance.tasks) {
      if (!task.due_at) continue;
      row.what = task.title;
      row.by = task.by;
      row.state = state_of_entry(instance, task.entry);
      row.due_at = *task.due_at;
      rows.push_back(row);
    }
    row.task = false;
    row.by.clear();
    if (instance.referral) row.by = {instance.referral->partner};
    for (const cases::Timer& timer : instance.timers) {
      if (!timer.due_at || timer.state.starts_with('!')) continue;  // the desk's own watch
      row.what = timer.name;
      row.state = timer.state;
      row.due_at = *timer.due_at;
      rows.push_back(row);
    }
  }
}

}  // namespace

std::vector<CaseRow> list(const MemoryCases& cases, const CaseFilter& filter, std::size_t& total) {
  const std::string text = fold_for_search(filter.text);
  std::vector<CaseRow> rows;
  for (const auto& [id, record] : cases.all()) {
    if (matches(record, filter, text)) rows.push_back(record.row);
  }
  // The newest first.
  std::ranges::stable_sort(rows, [](const CaseRow& a, const CaseRow& b) {
    return std::pair(b.opened_at, b.id) < std::pair(a.opened_at, a.id);
  });
  total = rows.size();
  rows.erase(rows.begin(), rows.begin() + std::min(filter.first, rows.size()));
  rows.resize(std::min(filter.most, rows.size()));
  return rows;
}

std::vector<PromiseRow> promises(const MemoryCases& cases, const access::Sight& visible_to,
                                 std::size_t most, const std::string& owner) {
  std::vector<PromiseRow> rows;
  for (const auto& [id, record] : cases.all()) {
    if (owner.empty() || record.row.owner == owner) add_promises(record, visible_to, rows);
  }
  std::ranges::stable_sort(rows, {}, [](const PromiseRow& row) {
    return std::tuple(row.due_at, row.kase, row.n, !row.task, row.what);
  });
  rows.resize(std::min(most, rows.size()));
  return rows;
}

}  // namespace guichet::store
