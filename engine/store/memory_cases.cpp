#include "engine/store/memory_cases.hpp"

#include <algorithm>

#include "engine/store/listing.hpp"
#include "engine/store/messages.hpp"

namespace guichet::store {
namespace {

bool is_open_referral(const cases::Instance& instance) {
  return instance.referral && instance.is_open();
}

}  // namespace

StorageFailure fault(const base::MessageText& text, std::vector<std::string> arguments) {
  return StorageFailure({base::ErrorKind::fault, base::Message(text, std::move(arguments))});
}

const MemoryCases::Record* MemoryCases::find(base::CaseId id) const {
  const auto found = records_.find(id);
  return found == records_.end() ? nullptr : &found->second;
}

std::optional<base::CaseId> MemoryCases::find_number(const std::string& number) const {
  const auto found = numbers_.find(number);
  if (found == numbers_.end()) return {};
  return found->second;
}

base::CaseId MemoryCases::next_id() const {
  return base::CaseId{records_.empty() ? 1 : records_.rbegin()->first.value + 1};
}

convention::Loads MemoryCases::loads(base::Instant now) const {
  const std::vector<std::string> periods = current_periods(now);
  convention::Loads loads;
  for (const auto& [partner, count] : open_) {
    if (count > 0) loads.partners[partner].open = count;
  }
  for (const auto& [key, used] : quotas_) {
    const auto& [partner, quota, period] = key;
    if (used == 0 || std::ranges::find(periods, period) == periods.end()) continue;
    convention::PartnerLoad& load = loads.partners[partner];
    load.reserved[quota + "/" + period] = period == kOpenPeriod ? load.open : used;
  }
  return loads;
}

std::vector<DueTimer> MemoryCases::due(base::Instant now, std::size_t most) const {
  std::vector<DueTimer> due;
  for (const auto& [key, timer] : timers_) {
    if (key.first > now || due.size() == most) break;
    due.push_back(timer);
  }
  return due;
}

std::optional<base::Instant> MemoryCases::next_timer() const {
  if (timers_.empty()) return {};
  return timers_.begin()->first.first;
}

MemoryCases::Undo MemoryCases::save(const Step& step) {
  const base::CaseId id = step.after.id;
  const std::int64_t before = step.facts.empty() ? step.after.rev : step.facts.front().seq - 1;
  const auto found = records_.find(id);
  const std::int64_t rev = found == records_.end() ? 0 : found->second.snapshot.rev;
  if (rev != before) {
    throw fault(messages::kRevisionClash, {std::to_string(id.value), std::to_string(before)});
  }
  const auto same_number = numbers_.find(step.after.number);
  if (same_number != numbers_.end() && same_number->second != id) {
    throw fault(messages::kDuplicateNumber, {step.after.number});
  }

  Record& record = records_[id];
  unindex(record);
  Undo undo{id, found != records_.end(), std::move(record.row), std::move(record.snapshot),
            record.facts.size()};
  record.row = step.row;
  record.snapshot = step.after;
  record.facts.insert(record.facts.end(), step.facts.begin(), step.facts.end());
  count_quotas(record.facts, undo);
  index(record);
  return undo;
}

void MemoryCases::restore(Undo undo) {
  Record& record = records_[undo.id];
  unindex(record);
  for (const auto& [key, used] : undo.quotas) quotas_[key] = used;
  if (!undo.existed) {
    records_.erase(undo.id);
    return;
  }
  record.row = std::move(undo.row);
  record.snapshot = std::move(undo.snapshot);
  record.facts.resize(undo.facts);
  index(record);
}

void MemoryCases::index(const Record& record) {
  const cases::Snapshot& snapshot = record.snapshot;
  if (!snapshot.number.empty()) numbers_[snapshot.number] = snapshot.id;
  for (const cases::Instance& instance : snapshot.instances) {
    if (is_open_referral(instance)) ++open_[instance.referral->partner];
    for (const cases::Timer& timer : instance.timers) {
      const auto [known, added] = timer_ids_.try_emplace(
          {snapshot.id, instance.n, timer.state, timer.entry, timer.name, timer.firing},
          last_timer_id_ + 1);
      if (added) ++last_timer_id_;
      if (timer.status != cases::TimerState::armed || !timer.due_at) continue;
      timers_[{*timer.due_at, known->second}] = {
          snapshot.id,
          {instance.n, timer.state, timer.entry, timer.name, timer.firing},
          *timer.due_at};
    }
  }
}

void MemoryCases::unindex(const Record& record) {
  const cases::Snapshot& snapshot = record.snapshot;
  if (!snapshot.number.empty()) numbers_.erase(snapshot.number);
  for (const cases::Instance& instance : snapshot.instances) {
    if (is_open_referral(instance)) --open_[instance.referral->partner];
    for (const cases::Timer& timer : instance.timers) {
      if (!timer.due_at) continue;
      const auto known = timer_ids_.find(
          {snapshot.id, instance.n, timer.state, timer.entry, timer.name, timer.firing});
      if (known != timer_ids_.end()) timers_.erase({*timer.due_at, known->second});
    }
  }
}

void MemoryCases::count_quotas(const std::vector<cases::Fact>& facts, Undo& undo) {
  const auto count = [&](const auto& event, std::int64_t by) {
    const QuotaKey key(event.partner, event.quota, event.period);
    std::int64_t& used = quotas_[key];
    undo.quotas.try_emplace(key, used);
    used = std::max<std::int64_t>(used + by, 0);
  };
  for (std::size_t i = undo.facts; i < facts.size(); ++i) {
    if (const auto* taken = std::get_if<cases::QuotaReserved>(&facts[i].event)) count(*taken, 1);
    if (const auto* given = std::get_if<cases::QuotaReleased>(&facts[i].event)) count(*given, -1);
  }
}

}  // namespace guichet::store
