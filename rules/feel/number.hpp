// FEEL's numbers: decimal128 semantics (34 digits, half-even), most of them inline as an int64
// times a power of ten. A null result means that there is none (division by zero, overflow).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rules/feel/representation.hpp"

namespace guichet::feel {

enum class Rounding { half_even, up, down, half_up, half_down, floor, ceiling };

// Scales that FEEL accepts in decimal(), round up() and the like.
inline constexpr std::int64_t kLowestScale = -6111;
inline constexpr std::int64_t kHighestScale = 6176;

// coefficient x 10^exponent. Requires: |exponent| <= 6000.
inline Value decimal(std::int64_t coefficient, int exponent) {
  return ValueAccess::make(Kind::number, coefficient, 0, exponent);
}

Value add(const Value& a, const Value& b, Arena& arena);
Value subtract(const Value& a, const Value& b, Arena& arena);
Value multiply(const Value& a, const Value& b, Arena& arena);
Value divide(const Value& a, const Value& b, Arena& arena);
Value negate(const Value& a, Arena& arena);
Value power(const Value& a, const Value& b, Arena& arena);
// Of the sign of the divisor, as FEEL has it: a - b * floor(a / b).
bool is_quick_power(const Value& exponent);  // made of few multiplications
Value modulo(const Value& a, const Value& b, Arena& arena);
int exponent_of(const Value& a);  // of the last digit that is kept
Value square_root(const Value& a, Arena& arena);
Value exponential(const Value& a, Arena& arena);
Value logarithm(const Value& a, Arena& arena);
// To `scale` digits after the point. Requires: kLowestScale <= scale <= kHighestScale.
Value round_to(const Value& a, std::int64_t scale, Rounding rounding, Arena& arena);

int compare_numbers(const Value& a, const Value& b);
int sign_of(const Value& a);
bool is_whole(const Value& a);
// The whole part, where the number fits.
std::optional<std::int64_t> truncated(const Value& a);
double to_double(const Value& a);
// Is it computed with in many steps (a decimal128)?
inline bool is_slow(const Value& number) {
  return (ValueAccess::flags(number) & kWide) != 0;
}

// "12.50", ".5", "1e6", with a sign; null where it is none or out of range.
Value parse_number(std::string_view text, Arena& arena);
// Plain digits, without exponent unless there would be very many zeros.
void append_number(std::string& out, const Value& a);
// The same value in the other arena.
Value copy_number(const Value& a, Arena& arena);

}  // namespace guichet::feel
