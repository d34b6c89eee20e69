// The cases of the store in memory, with the indexes that reading needs: numbers, due timers,
// quotas, open referrals. Guarded by its owner's mutex.
#pragma once

#include <map>
#include <tuple>

#include "engine/store/store.hpp"

namespace guichet::store {

// What the store is asked to do contradicts what it holds.
StorageFailure fault(const base::MessageText& text, std::vector<std::string> arguments);

class MemoryCases {
 public:
  struct Record {
    CaseRow row;
    cases::Snapshot snapshot;
    std::vector<cases::Fact> facts;
  };

  using QuotaKey = std::tuple<std::string, std::string, std::string>;  // partner, quota, period
  // What puts a case back as it was before a step.
  struct Undo {
    base::CaseId id;
    bool existed = false;
    CaseRow row;
    cases::Snapshot snapshot;
    std::size_t facts = 0;
    std::map<QuotaKey, std::int64_t> quotas{};  // counters that the step touches, as they were
  };

  const std::map<base::CaseId, Record>& all() const { return records_; }
  const Record* find(base::CaseId id) const;
  std::optional<base::CaseId> find_number(const std::string& number) const;
  base::CaseId next_id() const;
  convention::Loads loads(base::Instant now) const;
  std::vector<DueTimer> due(base::Instant now, std::size_t most) const;
  std::optional<base::Instant> next_timer() const;

  // Throws StorageFailure where the step does not continue the case.
  Undo save(const Step& step);
  void restore(Undo undo);

 private:
  using TimerKey = std::tuple<base::CaseId, base::InstanceNumber, std::string, std::int32_t,
                              std::string, std::int32_t>;

  void index(const Record& record);
  void unindex(const Record& record);
  // What is released without having been reserved here (a journal that began elsewhere) counts for
  // nothing: a counter below zero would let more through than the convention does.
  void count_quotas(const std::vector<cases::Fact>& facts, Undo& undo);

  std::map<base::CaseId, Record> records_;
  std::map<std::string, base::CaseId, std::less<>> numbers_;
  std::map<TimerKey, std::int64_t> timer_ids_;  // kept for ever, as rows are
  std::int64_t last_timer_id_ = 0;
  std::map<std::pair<base::Instant, std::int64_t>, DueTimer> timers_;  // armed ones
  std::map<QuotaKey, std::int64_t> quotas_;
  std::map<std::string, std::int64_t> open_;  // referrals not closed, by partner
};

}  // namespace guichet::store
