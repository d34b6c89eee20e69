#include "engine/store/memory_outbox.hpp"

namespace guichet::store {

bool MemoryOutbox::is_pending(const Entry& entry) {
  return entry.row.status == LetterStatus::waiting || entry.row.status == LetterStatus::leased;
}

MemoryOutbox::Queue MemoryOutbox::queue_of(const Entry& entry) {
  return {entry.row.kase, entry.row.letter.to_kind, entry.row.letter.to};
}

void MemoryOutbox::link(const Entry& entry) {
  if (!is_pending(entry)) return;
  pending_.insert({entry.row.next_at, entry.row.id});
  queues_[queue_of(entry)].insert(entry.row.id);
}

void MemoryOutbox::unlink(const Entry& entry) {
  if (!is_pending(entry)) return;
  pending_.erase({entry.row.next_at, entry.row.id});
  const auto queue = queues_.find(queue_of(entry));
  queue->second.erase(entry.row.id);
  if (queue->second.empty()) queues_.erase(queue);
}

base::OutboxId MemoryOutbox::add(base::CaseId kase, const cases::LetterEffect& letter) {
  Entry entry;
  entry.row.id = base::OutboxId{static_cast<std::int64_t>(entries_.size()) + 1};
  entry.row.kase = kase;
  entry.row.letter = letter;
  entry.row.next_at = letter.leaves_at;
  link(entry);
  keys_.insert(letter.key);
  by_case_[kase].push_back(entry.row.id);
  return entries_.emplace_back(std::move(entry)).row.id;
}

void MemoryOutbox::remove_last() {
  const Entry& entry = entries_.back();
  unlink(entry);
  keys_.erase(entry.row.letter.key);
  by_case_[entry.row.kase].pop_back();
  entries_.pop_back();
}

void MemoryOutbox::replace(base::OutboxId id, Entry entry) {
  unlink(entries_[index(id)]);
  entries_[index(id)] = std::move(entry);
  link(entries_[index(id)]);
}

bool MemoryOutbox::is_first(const Entry& entry) const {
  return *queues_.at(queue_of(entry)).begin() == entry.row.id;
}

std::vector<base::OutboxId> MemoryOutbox::ready(std::size_t most, base::Instant now) const {
  std::vector<base::OutboxId> ids;
  for (const auto& [wakes, id] : pending_) {
    if (wakes > now || ids.size() == most) break;
    if (is_first(at(id))) ids.push_back(id);
  }
  return ids;
}

std::vector<base::OutboxId> MemoryOutbox::lost(base::Instant now) const {
  std::vector<base::OutboxId> ids;
  for (const auto& [wakes, id] : pending_) {
    if (wakes > now) break;
    if (at(id).row.called_back) ids.push_back(id);
  }
  return ids;
}

std::optional<base::Instant> MemoryOutbox::next() const {
  for (const auto& [wakes, id] : pending_) {
    if (is_first(at(id))) return wakes;
  }
  return {};
}

std::vector<OutboxRow> MemoryOutbox::of_case(base::CaseId id) const {
  std::vector<OutboxRow> rows;
  const auto found = by_case_.find(id);
  if (found == by_case_.end()) return rows;
  for (const base::OutboxId letter : found->second) rows.push_back(at(letter).row);
  return rows;
}

}  // namespace guichet::store
