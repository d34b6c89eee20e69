#include "workflows/explore/world.hpp"

#include <algorithm>

namespace guichet::explore {
namespace {

std::int32_t renumbered(const std::vector<std::int32_t>& entries, std::int32_t entry) {
  const auto found = std::ranges::lower_bound(entries, entry);
  if (found == entries.end() || *found != entry) return -1;
  return static_cast<std::int32_t>(found - entries.begin()) + 1;
}

// `entries` is room to work in.
void normalise(Instance& instance, Situation& situation, std::vector<std::int32_t>& entries) {
  entries.clear();
  for (const kernel::Active& each : instance.position.active) entries.push_back(each.entry);
  std::ranges::sort(entries);
  for (kernel::Active& each : instance.position.active) {
    each.entry = renumbered(entries, each.entry);
  }
  for (Armed& each : instance.armed) each.entry = renumbered(entries, each.entry);
  instance.position.next_entry = static_cast<std::int32_t>(entries.size()) + 1;
  if (&instance != &situation.instances.front()) return;
  for (Instance& child : situation.instances) {
    if (&child != &instance) child.opened_in = renumbered(entries, child.opened_in);
  }
}

}  // namespace

bool has_clock(const Instance& instance, const Armed& armed) {
  return !armed.stopped && span_of(*instance.workflow->at(armed.timer).timer, armed.firing);
}

std::vector<TimerOf> timers_of(const Situation& situation) {
  std::vector<TimerOf> out;
  for (std::size_t i = 0; i < situation.instances.size(); ++i) {
    const Instance& instance = situation.instances[i];
    for (std::size_t k = 0; k < instance.armed.size(); ++k) {
      if (has_clock(instance, instance.armed[k])) out.push_back({i, k});
    }
  }
  return out;
}

void normalise(Situation& situation) {
  std::vector<std::int32_t> entries;
  entries.reserve(16);
  for (Instance& each : situation.instances) normalise(each, situation, entries);
}

// Groups of fifteen bits; the last has no mark.
void add_number(std::u16string& key, std::uint64_t number) {
  for (; number >= 0x8000; number >>= 15) key += static_cast<char16_t>(number | 0x8000);
  key += static_cast<char16_t>(number);
}

std::u16string key_of(const Situation& situation) {
  std::u16string key;
  key.reserve(64);
  const auto number = [&](std::uint64_t value) { add_number(key, value); };
  const auto count = [&](std::int32_t value) { number(static_cast<std::uint64_t>(value) + 1); };
  for (const Instance& each : situation.instances) {
    number(reinterpret_cast<std::uintptr_t>(each.workflow));
    number(each.outcome.size());
    for (const char c : each.outcome) key += static_cast<char16_t>(c);
    number((each.closed ? 1u : 0u) + (each.ticked ? 2u : 0u) + (each.strays ? 4u : 0u));
    count(each.opened_in);
    number(each.position.active.size());
    for (const kernel::Active& a : each.position.active) {
      count(a.state.value);
      count(a.entry);
    }
    number(each.position.history.size());
    for (const kernel::Remembered& h : each.position.history) {
      count(h.history.value);
      number(h.states.size());
      for (const model::StateIndex s : h.states) count(s.value);
    }
    key += each.own;
    number(each.armed.size());
    for (const Armed& a : each.armed) {
      count(a.timer.value);
      count(a.entry);
      count(a.firing);
      number(a.stopped ? 1 : a.resumed ? 2 : 0);
    }
  }
  key += situation.shared;
  return key;
}

const std::string& deepest_state(const Instance& instance) {
  static const std::string kNowhere;
  const std::string* deepest = &kNowhere;
  for (const kernel::Active& each : instance.position.active) {
    const std::string& path = instance.workflow->at(each.state).path;
    if (path.size() > deepest->size()) deepest = &path;
  }
  return *deepest;
}

// A month has twenty-one or twenty-two business days; holidays may fall together, and a day that is
// none rolls to the next.
Span span_of(const base::Delay& delay) {
  const auto count = static_cast<std::int32_t>(std::min<std::int64_t>(delay.count, 1 << 20));
  switch (delay.unit) {
    case base::Delay::Unit::business_days:
      return {count, count};
    case base::Delay::Unit::days:
      return {std::max(0, count * 5 / 7 - 4 - count / 90), count * 5 / 7 + 3};
    case base::Delay::Unit::months:
      return {std::max(0, count * 21 - 8), count * 22 + 3};
    case base::Delay::Unit::milliseconds:
      break;
  }
  return {0, static_cast<std::int32_t>(delay.count / 86'400'000) + 1};
}

std::optional<Span> span_of(const model::TimerSpec& timer, std::int32_t firing) {
  if (firing > 1) return timer.every ? std::optional(span_of(*timer.every)) : std::nullopt;
  if (!timer.after) return {};
  const auto* delay = std::get_if<base::Delay>(&*timer.after);
  if (delay == nullptr) return {};
  Span span = span_of(*delay);
  if (timer.anchor != model::Anchor::entry) span.least = 0;
  return span;
}

}  // namespace guichet::explore
