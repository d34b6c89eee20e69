// The contract of storage for the directory: who the partners are, the absences of the desk's own
// staff, and what was changed in either, by whom. A partner is one JSON text that engine/desk
// reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/instant.hpp"

namespace guichet::store {

struct PartnerRow {
  std::string id;
  std::int64_t rev = 1;  // 1 as seeded; one more with each change
  std::string body;
};

// An absence of a member of the desk's staff, entered in the desk: beside those of its folder.
struct StaffAbsenceRow {
  std::int64_t id = 0;  // given by the store
  std::string who;      // member
  base::Day first, last;
  std::string substitute;  // member; "" where none is named
  bool operator==(const StaffAbsenceRow&) const = default;
};

// What somebody changed. Only added to.
struct DirectoryChangeRow {
  std::string partner;  // "" for the desk's own staff
  std::int64_t rev = 0;
  base::Instant at{};
  std::string by, note;
  std::string before, after;  // JSON texts; "" for what was not, or is not any more
};

// A partner's address that a relay refused for good.
struct RefusedAddress {
  std::string partner, name, address, reason;
  base::Instant at{};  // of the letter
};

class DirectoryReader {
 public:
  virtual ~DirectoryReader() = default;
  virtual std::vector<PartnerRow> partners() = 0;  // by id
  virtual std::optional<PartnerRow> partner(const std::string& id) = 0;
  virtual std::vector<StaffAbsenceRow> staff_absences() = 0;  // by first day, then id
  virtual std::vector<RefusedAddress> refused_addresses() = 0;  // the newest first
  // The newest first; `partner` as in the row.
  virtual std::vector<DirectoryChangeRow> changes(const std::string& partner, std::size_t most) = 0;
};

// Inside a transaction.
class DirectoryRows : public DirectoryReader {
 public:
  // Replaces or adds the partner.
  virtual void save_partner(const PartnerRow& row) = 0;
  virtual std::int64_t add_staff_absence(const StaffAbsenceRow& row) = 0;  // row.id is not read
  // False where there is none.
  virtual bool remove_staff_absence(std::int64_t id) = 0;
  virtual void record_change(const DirectoryChangeRow& row) = 0;
};

}  // namespace guichet::store
