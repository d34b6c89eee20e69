// A case written event by event, as the desk does it: folded, sealed, saved.
#pragma once

#include "engine/store/store.hpp"

namespace guichet::store {

// 4 February 2009, `hours` after midnight UTC.
base::Instant at_hour(int hours);

// Writes and waits; nothing where it was kept.
std::optional<base::Error> write_now(Store& store, std::function<void(Transaction&)> work);

class WrittenCase {
 public:
  // Takes the next free number.
  explicit WrittenCase(Store& store);

  base::CaseId id() const { return snapshot_.id; }
  const cases::Snapshot& snapshot() const { return snapshot_; }
  CaseRow& row() { return row_; }

  // The step that these events make, not saved.
  Step step(std::vector<cases::Event> events, base::Instant at,
            std::vector<cases::LetterEffect> letters = {}) const;
  // Saves a step that was made of this case; false where the store does not keep it.
  bool keeps(const Step& made);
  // Saves it; fails the test where the store does not keep it.
  void save(std::vector<cases::Event> events, base::Instant at,
            std::vector<cases::LetterEffect> letters = {});

 private:
  Store& store_;
  cases::Snapshot snapshot_;
  CaseRow row_;
  std::string last_hash_;
};

// A case with a request, a need and a referral to `partner`.
inline constexpr base::InstanceNumber kNeed{2}, kReferral{3};
WrittenCase open_case(Store& store, const std::string& number, const std::string& partner);

cases::Timer armed(const std::string& name, base::Instant due, std::int32_t firing = 1);
cases::LetterEffect letter(const std::string& key, base::Instant leaves);

std::optional<cases::Snapshot> load(Store& store, base::CaseId id);

}  // namespace guichet::store
