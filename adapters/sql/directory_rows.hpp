// The directory in its tables: partners, absences of the staff, what was changed.
#pragma once

#include "adapters/sql/connection.hpp"
#include "engine/store/directory.hpp"

namespace guichet::sql {

class SqlDirectory final : public store::DirectoryRows {
 public:
  explicit SqlDirectory(Connection& connection) : connection_(connection) {}

  std::vector<store::PartnerRow> partners() override;
  std::optional<store::PartnerRow> partner(const std::string& id) override;
  std::vector<store::StaffAbsenceRow> staff_absences() override;
  std::vector<store::RefusedAddress> refused_addresses() override;
  std::vector<store::DirectoryChangeRow> changes(const std::string& partner,
                                                 std::size_t most) override;

  void save_partner(const store::PartnerRow& row) override;
  std::int64_t add_staff_absence(const store::StaffAbsenceRow& row) override;
  bool remove_staff_absence(std::int64_t id) override;
  void record_change(const store::DirectoryChangeRow& row) override;

 private:
  Connection& connection_;
};

}  // namespace guichet::sql
