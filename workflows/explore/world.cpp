#include "workflows/explore/world.hpp"

#include <algorithm>

namespace guichet::explore {
namespace {

std::int32_t renumbered(const std::vector<std::int32_t>& entries, std::int32_t entry) {
  const auto found = std::ranges::lower_bound(entries, entry);
  if (found == entries.end() || *found != entry) return -1;
  return static_cast<std::int32_t>(found - entries.begin()) + 1;
}

void normalise(Instance& instance, Situation& situation) {
  std::vector<std::int32_t> entries;
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

std::vector<TimerOf> timers_of(const Situation& situation) {
  std::vector<TimerOf> out;
  for (std::size_t i = 0; i < situation.instances.size(); ++i) {
    const Instance& instance = situation.instances[i];
    for (std::size_t k = 0; k < instance.armed.size(); ++k) {
      const Armed& armed = instance.armed[k];
      const auto& spec = *instance.workflow->at(armed.timer).timer;
      if (!armed.stopped && span_of(spec, armed.firing)) out.push_back({i, k});
    }
  }
  return out;
}

void normalise(Situation& situation) {
  for (Instance& each : situation.instances) normalise(each, situation);
}

std::string key_of(const Situation& situation) {
  std::string key;
  const auto number = [&](char mark, std::int32_t value) {
    key += mark;
    key += std::to_string(value);
  };
  const auto values = [&](const Values& of) {
    for (const auto& [id, value] : of) key += id + "=" + to_text(value.value()) + ";";
  };
  for (const Instance& each : situation.instances) {
    key += each.workflow->id + (each.closed ? "#" : ":") + each.outcome;
    number('o', each.opened_in);
    key += each.ticked ? "t" : "";
    key += each.strays ? "s" : "";
    for (const kernel::Active& a : each.position.active) {
      number('a', a.state.value);
      number('.', a.entry);
    }
    for (const kernel::Remembered& h : each.position.history) {
      number('h', h.history.value);
      for (const model::StateIndex s : h.states) number('.', s.value);
    }
    values(each.own);
    for (const Armed& a : each.armed) {
      number('t', a.timer.value);
      number('.', a.entry);
      number('.', a.firing);
      key += a.stopped ? "s" : a.resumed ? "r" : "";
    }
    key += "|";
  }
  values(situation.shared);
  return key;
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
