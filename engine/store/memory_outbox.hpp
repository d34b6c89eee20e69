// The outbox of the store in memory: who waits, who is leased, in which order letters leave.
// Guarded by its owner's mutex.
#pragma once

#include <map>
#include <set>
#include <tuple>

#include "engine/store/store.hpp"

namespace guichet::store {

class MemoryOutbox {
 public:
  struct Entry {
    OutboxRow row;
    std::int64_t fence = 0;
  };

  bool knows(const std::string& key) const { return keys_.contains(key); }
  base::OutboxId add(base::CaseId kase, const cases::LetterEffect& letter);
  // Takes the youngest entry away again.
  void remove_last();

  const Entry& at(base::OutboxId id) const { return entries_[index(id)]; }
  void replace(base::OutboxId id, Entry entry);

  // Ids that may leave at `now`, the one that waits longest first: due, not leased to anybody who
  // still has time, and first among the letters of its case to its addressee.
  std::vector<base::OutboxId> ready(std::size_t most, base::Instant now) const;
  // Called back while leased, and the lease is over: nobody will tell whether they left.
  std::vector<base::OutboxId> lost(base::Instant now) const;
  std::optional<base::Instant> next() const;
  std::vector<OutboxRow> of_case(base::CaseId id) const;
  const std::vector<Entry>& all() const { return entries_; }  // the oldest first

 private:
  using Queue = std::tuple<base::CaseId, std::string, std::string>;

  static std::size_t index(base::OutboxId id) { return static_cast<std::size_t>(id.value - 1); }
  static bool is_pending(const Entry& entry);
  static Queue queue_of(const Entry& entry);
  bool is_first(const Entry& entry) const;
  void link(const Entry& entry);
  void unlink(const Entry& entry);

  std::vector<Entry> entries_;  // id 1 first
  std::set<std::string, std::less<>> keys_;
  std::set<std::pair<base::Instant, base::OutboxId>> pending_;
  std::map<Queue, std::set<base::OutboxId>> queues_;  // pending ones by case and addressee
  std::map<base::CaseId, std::vector<base::OutboxId>> by_case_;
};

}  // namespace guichet::store
