// The directory of the store in memory. Each change remembers how to put back what it replaced.
// Guarded by its owner's mutex. Private to this module.
#pragma once

#include <functional>
#include <map>

#include "engine/store/directory.hpp"
#include "engine/store/memory_outbox.hpp"

namespace guichet::store {

struct DirectoryTables {
  std::map<std::string, PartnerRow> partners;
  std::map<std::int64_t, StaffAbsenceRow> absences;
  std::int64_t last_absence = 0;
  std::vector<DirectoryChangeRow> changes;

  std::map<std::string, std::string> texts() const;
  // Nothing where the directory has anybody.
  void seed(const std::map<std::string, std::string>& texts);
};

class MemoryDirectory final : public DirectoryRows {
 public:
  using Undo = std::vector<std::move_only_function<void()>>;
  // `undo` is null where only reading is done. Requires: all of it lives as long.
  MemoryDirectory(DirectoryTables& tables, const MemoryOutbox& outbox, Undo* undo)
      : tables_(tables), outbox_(outbox), undo_(undo) {}

  std::vector<PartnerRow> partners() override;
  std::optional<PartnerRow> partner(const std::string& id) override;
  std::vector<StaffAbsenceRow> staff_absences() override;
  std::vector<RefusedAddress> refused_addresses() override;
  std::vector<DirectoryChangeRow> changes(const std::string& partner, std::size_t most) override;

  void save_partner(const PartnerRow& row) override;
  std::int64_t add_staff_absence(const StaffAbsenceRow& row) override;
  bool remove_staff_absence(std::int64_t id) override;
  void record_change(const DirectoryChangeRow& row) override;

 private:
  DirectoryTables& tables_;
  const MemoryOutbox& outbox_;
  Undo* undo_;
};

}  // namespace guichet::store
