// A stretch of time as an author writes it: `5bd` business days, `6 months` or `P6M` calendar time,
// `PT8H` elapsed time. The three are never mixed in one delay.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guichet::base {

struct Delay {
  enum class Unit : std::uint8_t { business_days, days, months, milliseconds };
  Unit unit = Unit::days;
  std::int64_t count = 0;  // weeks are 7 days, years 12 months, hours and minutes milliseconds

  bool operator==(const Delay&) const = default;
};

// Accepts `5bd`, `3 days`, `2 weeks`, `6 months`, `1 year`, `4 hours`, `10 minutes`, `P3M`, `P2W`,
// `P1Y6M`, `PT8H`, `PT30M`. Nothing for a mixture (`P1MT2H`), a sign or anything else.
std::optional<Delay> parse_delay(std::string_view text);
std::string to_text(const Delay& delay);  // the shortest form parse_delay reads back

}  // namespace guichet::base
