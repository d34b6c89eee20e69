#include "engine/base/delay.hpp"

#include <fmt/format.h>

#include <charconv>

namespace guichet::base {
namespace {

constexpr std::int64_t kLargestCount = 1'000'000;  // far beyond a human's case, far from overflow

std::optional<std::int64_t> take_count(std::string_view& text) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || text[0] == '-' || count > kLargestCount) return {};
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return count;
}

struct UnitWord {
  std::string_view word;
  Delay::Unit unit;
  std::int64_t factor;
};

constexpr UnitWord kWords[] = {
    {"bd", Delay::Unit::business_days, 1},
    {"business days", Delay::Unit::business_days, 1},
    {"business day", Delay::Unit::business_days, 1},
    {"days", Delay::Unit::days, 1},
    {"day", Delay::Unit::days, 1},
    {"weeks", Delay::Unit::days, 7},
    {"week", Delay::Unit::days, 7},
    {"months", Delay::Unit::months, 1},
    {"month", Delay::Unit::months, 1},
    {"years", Delay::Unit::months, 12},
    {"year", Delay::Unit::months, 12},
    {"hours", Delay::Unit::milliseconds, 3'600'000},
    {"hour", Delay::Unit::milliseconds, 3'600'000},
    {"minutes", Delay::Unit::milliseconds, 60'000},
    {"minute", Delay::Unit::milliseconds, 60'000},
    {"seconds", Delay::Unit::milliseconds, 1000},
    {"second", Delay::Unit::milliseconds, 1000},
};

std::optional<Delay> parse_words(std::string_view text) {
  const auto count = text.empty() ? std::nullopt : take_count(text);
  if (!count) return {};
  while (text.starts_with(' ')) text.remove_prefix(1);
  for (const UnitWord& known : kWords) {
    if (text == known.word) return Delay{known.unit, *count * known.factor};
  }
  return {};
}

std::optional<Delay::Unit> unit_of(char letter, bool in_time, std::int64_t& factor) {
  factor = 1;
  switch (letter) {
    case 'Y':
      factor = 12;
      return in_time ? std::nullopt : std::optional(Delay::Unit::months);
    case 'M':
      if (!in_time) return Delay::Unit::months;
      factor = 60'000;
      return Delay::Unit::milliseconds;
    case 'W':
      factor = 7;
      return in_time ? std::nullopt : std::optional(Delay::Unit::days);
    case 'D':
      return in_time ? std::nullopt : std::optional(Delay::Unit::days);
    case 'H':
      factor = 3'600'000;
      return in_time ? std::optional(Delay::Unit::milliseconds) : std::nullopt;
    case 'S':
      factor = 1000;
      return in_time ? std::optional(Delay::Unit::milliseconds) : std::nullopt;
    default:
      return {};
  }
}

// ISO 8601 durations of one unit family: P1Y6M, P2W3D, PT1H30M.
std::optional<Delay> parse_iso(std::string_view text) {
  std::optional<Delay> out;
  bool in_time = false;
  while (!text.empty()) {
    if (text[0] == 'T' && !in_time) {
      in_time = true;
      text.remove_prefix(1);
      if (text.empty()) return {};
      continue;
    }
    const auto count = take_count(text);
    if (!count || text.empty()) return {};
    std::int64_t factor = 1;
    const auto unit = unit_of(text[0], in_time, factor);
    text.remove_prefix(1);
    if (!unit || (out && out->unit != *unit)) return {};
    out = Delay{*unit, (out ? out->count : 0) + *count * factor};
  }
  return out;
}

}  // namespace

std::optional<Delay> parse_delay(std::string_view text) {
  if (text.starts_with('P')) return parse_iso(text.substr(1));
  return parse_words(text);
}

std::string to_text(const Delay& delay) {
  switch (delay.unit) {
    case Delay::Unit::business_days:
      return fmt::format("{}bd", delay.count);
    case Delay::Unit::days:
      return fmt::format("P{}D", delay.count);
    case Delay::Unit::months:
      return fmt::format("P{}M", delay.count);
    case Delay::Unit::milliseconds:
      break;
  }
  if (delay.count % 3'600'000 == 0) return fmt::format("PT{}H", delay.count / 3'600'000);
  if (delay.count % 60'000 == 0) return fmt::format("PT{}M", delay.count / 60'000);
  return fmt::format("PT{}S", delay.count / 1000);
}

}  // namespace guichet::base
