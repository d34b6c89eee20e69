#include "engine/store/memory_directory.hpp"

#include <algorithm>
#include <tuple>

namespace guichet::store {

std::map<std::string, std::string> DirectoryTables::texts() const {
  std::map<std::string, std::string> out;
  for (const auto& [id, row] : partners) out[id] = row.body;
  return out;
}

void DirectoryTables::seed(const std::map<std::string, std::string>& texts) {
  if (!partners.empty()) return;
  for (const auto& [id, body] : texts) partners[id] = {id, 1, body};
}

std::vector<PartnerRow> MemoryDirectory::partners() {
  std::vector<PartnerRow> out;
  for (const auto& [id, row] : tables_.partners) out.push_back(row);
  return out;
}

std::optional<PartnerRow> MemoryDirectory::partner(const std::string& id) {
  const auto found = tables_.partners.find(id);
  if (found == tables_.partners.end()) return {};
  return found->second;
}

std::vector<StaffAbsenceRow> MemoryDirectory::staff_absences() {
  std::vector<StaffAbsenceRow> out;
  for (const auto& [id, row] : tables_.absences) out.push_back(row);
  std::ranges::sort(out, {},
                    [](const StaffAbsenceRow& row) { return std::pair(row.first, row.id); });
  return out;
}

std::vector<RefusedAddress> MemoryDirectory::refused_addresses() {
  std::vector<RefusedAddress> out;
  const auto& all = outbox_.all();
  for (auto each = all.rbegin(); each != all.rend(); ++each) {
    const OutboxRow& row = each->row;
    if (row.status != LetterStatus::refused || row.letter.to_kind != "partner") continue;
    out.push_back(
        {row.letter.to, row.letter.to_name, row.letter.to_address, row.reason, row.letter.made_at});
  }
  return out;
}

std::vector<DirectoryChangeRow> MemoryDirectory::changes(const std::string& partner,
                                                         std::size_t most) {
  std::vector<DirectoryChangeRow> out;
  for (auto row = tables_.changes.rbegin(); row != tables_.changes.rend() && out.size() < most;
       ++row) {
    if (row->partner == partner) out.push_back(*row);
  }
  return out;
}

void MemoryDirectory::save_partner(const PartnerRow& row) {
  undo_->emplace_back([this, before = partner(row.id), id = row.id] {
    tables_.partners.erase(id);
    if (before) tables_.partners[id] = *before;
  });
  tables_.partners[row.id] = row;
}

std::int64_t MemoryDirectory::add_staff_absence(const StaffAbsenceRow& row) {
  const std::int64_t id = ++tables_.last_absence;
  undo_->emplace_back([this, id] { tables_.absences.erase(id); });
  StaffAbsenceRow kept = row;
  kept.id = id;
  tables_.absences[id] = kept;
  return id;
}

bool MemoryDirectory::remove_staff_absence(std::int64_t id) {
  const auto found = tables_.absences.find(id);
  if (found == tables_.absences.end()) return false;
  undo_->emplace_back([this, before = found->second] { tables_.absences[before.id] = before; });
  tables_.absences.erase(found);
  return true;
}

void MemoryDirectory::record_change(const DirectoryChangeRow& row) {
  undo_->emplace_back([this] { tables_.changes.pop_back(); });
  tables_.changes.push_back(row);
}

}  // namespace guichet::store
