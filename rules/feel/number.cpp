#include "rules/feel/number.hpp"

#include <array>
#include <cmath>

#include "rules/feel/wide_number.hpp"

namespace guichet::feel {
namespace {

constexpr int kPowers = 19;
constexpr std::int64_t kMostMultiplied = 64;  // of powers made by multiplication
constexpr std::array<std::int64_t, kPowers> kPowerOfTen = [] {
  std::array<std::int64_t, kPowers> powers{};
  std::int64_t power = 1;
  for (std::int64_t& entry : powers) {
    entry = power;
    if (power <= INT64_MAX / 10) power *= 10;
  }
  return powers;
}();

bool is_wide(const Value& number) {
  return (ValueAccess::flags(number) & kWide) != 0;
}
std::int64_t coefficient(const Value& number) {
  return ValueAccess::payload(number);
}
int exponent(const Value& number) {
  return ValueAccess::exponent(number);
}

// Both coefficients at the smaller of the two exponents; false where one does not fit.
bool align(const Value& a, const Value& b, std::int64_t& left, std::int64_t& right, int& common) {
  left = coefficient(a);
  right = coefficient(b);
  const int difference = exponent(a) - exponent(b);
  common = difference < 0 ? exponent(a) : exponent(b);
  if (difference == 0) return true;
  const int shift = difference < 0 ? -difference : difference;
  if (shift >= kPowers) return false;
  std::int64_t& larger = difference < 0 ? right : left;
  return !__builtin_mul_overflow(larger, kPowerOfTen[shift], &larger);
}

bool exponent_is_inline(int value) {
  return value >= -6000 && value <= 6000;
}

// An inline number without trailing zeros after the point, so that exponents stay small.
Value shortened(std::int64_t digits, int exponent) {
  while (exponent < 0 && digits != 0 && digits % 10 == 0) {
    digits /= 10;
    ++exponent;
  }
  return decimal(digits, digits == 0 ? 0 : exponent);
}

// digits / divisor (a power of ten, or 0 where it is beyond int64), rounded.
std::int64_t rounded_quotient(std::int64_t digits, std::int64_t divisor, Rounding rounding) {
  const bool negative = digits < 0;
  const std::int64_t whole = divisor == 0 ? 0 : digits / divisor;
  const std::int64_t rest = divisor == 0 ? digits : digits % divisor;
  if (rest == 0) return whole;
  const std::int64_t away = whole + (negative ? -1 : 1);
  const auto magnitude = static_cast<std::uint64_t>(negative ? -rest : rest);
  const auto unit = static_cast<std::uint64_t>(divisor);
  const int half = divisor == 0 || magnitude < unit - magnitude ? -1
                   : magnitude == unit - magnitude              ? 0
                                                                : 1;
  switch (rounding) {
    case Rounding::up:
      return away;
    case Rounding::down:
      return whole;
    case Rounding::floor:
      return negative ? away : whole;
    case Rounding::ceiling:
      return negative ? whole : away;
    case Rounding::half_up:
      return half >= 0 ? away : whole;
    case Rounding::half_down:
      return half > 0 ? away : whole;
    case Rounding::half_even:
      return half > 0 || (half == 0 && whole % 2 != 0) ? away : whole;
  }
  return whole;
}

}  // namespace

Value add(const Value& a, const Value& b, Arena& arena) {
  if (!is_wide(a) && !is_wide(b)) [[likely]] {
    std::int64_t left = 0, right = 0, sum = 0;
    int common = 0;
    if (align(a, b, left, right, common) && !__builtin_add_overflow(left, right, &sum)) [[likely]]
      return decimal(sum, common);
  }
  return wide::to_value(wide::add(wide::from(a), wide::from(b)), arena);
}

Value subtract(const Value& a, const Value& b, Arena& arena) {
  if (!is_wide(a) && !is_wide(b)) [[likely]] {
    std::int64_t left = 0, right = 0, difference = 0;
    int common = 0;
    if (align(a, b, left, right, common) && !__builtin_sub_overflow(left, right, &difference))
      return decimal(difference, common);
  }
  return wide::to_value(wide::add(wide::from(a), wide::negate(wide::from(b))), arena);
}

Value multiply(const Value& a, const Value& b, Arena& arena) {
  if (!is_wide(a) && !is_wide(b)) [[likely]] {
    std::int64_t product = 0;
    const int sum = exponent(a) + exponent(b);
    if (!__builtin_mul_overflow(coefficient(a), coefficient(b), &product) &&
        exponent_is_inline(sum)) [[likely]]
      return decimal(product, sum);
  }
  return wide::to_value(wide::multiply(wide::from(a), wide::from(b)), arena);
}

Value divide(const Value& a, const Value& b, Arena& arena) {
  if (sign_of(b) == 0) return {};
  if (!is_wide(a) && !is_wide(b)) {
    const std::int64_t divisor = coefficient(b);
    const int difference = exponent(a) - exponent(b);
    if (divisor != -1 && coefficient(a) % divisor == 0 && exponent_is_inline(difference))
      return decimal(coefficient(a) / divisor, difference);
  }
  return wide::to_value(wide::divide(wide::from(a), wide::from(b)), arena);
}

Value negate(const Value& a, Arena& arena) {
  if (!is_wide(a) && coefficient(a) != INT64_MIN) [[likely]]
    return decimal(-coefficient(a), exponent(a));
  return wide::to_value(wide::negate(wide::from(a)), arena);
}

bool is_quick_power(const Value& exponent) {
  const auto times = is_whole(exponent) ? truncated(exponent) : std::nullopt;
  return times && *times >= 0 && *times <= kMostMultiplied;
}

Value power(const Value& a, const Value& b, Arena& arena) {
  if (sign_of(b) == 0) return decimal(1, 0);
  if (!is_quick_power(b)) return wide::to_value(wide::power(wide::from(a), wide::from(b)), arena);
  // Small whole powers by multiplication: exact, where Intel's pow is right to an ulp only.
  Value result = decimal(1, 0);
  Value square = a;
  for (std::int64_t left = *truncated(b); left > 0; left /= 2) {
    if (left % 2 != 0) result = multiply(result, square, arena);
    if (left > 1) square = multiply(square, square, arena);
    if (result.is_null() || square.is_null()) return {};
  }
  return result;
}

Value modulo(const Value& a, const Value& b, Arena& arena) {
  if (sign_of(b) == 0) return {};
  if (!is_wide(a) && !is_wide(b)) {
    std::int64_t left = 0, right = 0;
    int common = 0;
    if (align(a, b, left, right, common) && right != -1) {
      std::int64_t rest = left % right;
      if (rest != 0 && (rest < 0) != (right < 0)) rest += right;
      return shortened(rest, common);
    }
  }
  // What is left keeps the dividend's sign and is exact.
  const Value rest = wide::to_value(wide::remainder(wide::from(a), wide::from(b)), arena);
  if (rest.is_null() || sign_of(rest) == 0 || sign_of(rest) == sign_of(b)) return rest;
  return add(rest, b, arena);
}

int exponent_of(const Value& a) {
  return is_wide(a) ? wide::exponent_of(wide::from(a)) : exponent(a);
}

Value square_root(const Value& a, Arena& arena) {
  if (sign_of(a) < 0) return {};
  return wide::to_value(wide::square_root(wide::from(a)), arena);
}

Value exponential(const Value& a, Arena& arena) {
  return wide::to_value(wide::exponential(wide::from(a)), arena);
}

Value logarithm(const Value& a, Arena& arena) {
  if (sign_of(a) <= 0) return {};
  return wide::to_value(wide::logarithm(wide::from(a)), arena);
}

Value round_to(const Value& a, std::int64_t scale, Rounding rounding, Arena& arena) {
  if (!is_wide(a)) {
    const std::int64_t dropped = -scale - exponent(a);
    if (dropped <= 0) return shortened(coefficient(a), exponent(a));
    const std::int64_t divisor = dropped < kPowers ? kPowerOfTen[dropped] : 0;
    const std::int64_t kept = rounded_quotient(coefficient(a), divisor, rounding);
    const auto result_exponent = static_cast<int>(-scale);
    if (exponent_is_inline(result_exponent)) return shortened(kept, result_exponent);
    return wide::to_value(wide::scale(wide::from(decimal(kept, 0)), result_exponent), arena);
  }
  const wide::Decimal number = wide::from(a);
  if (-scale <= wide::exponent_of(number)) return a;
  const wide::Decimal shifted = wide::scale(number, static_cast<int>(scale));
  const wide::Decimal rounded = wide::round_to_integer(shifted, rounding);
  return wide::to_value(wide::scale(rounded, static_cast<int>(-scale)), arena);
}

int compare_numbers(const Value& a, const Value& b) {
  if (!is_wide(a) && !is_wide(b)) [[likely]] {
    std::int64_t left = 0, right = 0;
    int common = 0;
    if (align(a, b, left, right, common)) [[likely]]
      return left < right ? -1 : left > right ? 1 : 0;
  }
  return wide::compare(wide::from(a), wide::from(b));
}

int sign_of(const Value& a) {
  if (!is_wide(a)) return coefficient(a) < 0 ? -1 : coefficient(a) > 0 ? 1 : 0;
  const wide::Parts parts = wide::parts_of(wide::from(a));
  return parts.coefficient == 0 ? 0 : parts.negative ? -1 : 1;
}

bool is_whole(const Value& a) {
  if (is_wide(a)) {
    const wide::Decimal number = wide::from(a);
    return wide::compare(number, wide::round_to_integer(number, Rounding::down)) == 0;
  }
  if (exponent(a) >= 0 || coefficient(a) == 0) return true;
  return -exponent(a) < kPowers && coefficient(a) % kPowerOfTen[-exponent(a)] == 0;
}

std::optional<std::int64_t> truncated(const Value& a) {
  if (is_wide(a)) {
    const wide::Parts parts = wide::parts_of(wide::round_to_integer(wide::from(a), Rounding::down));
    if (parts.coefficient == 0) return 0;
    std::int64_t whole = 0;
    if (parts.coefficient > INT64_MAX || parts.exponent < 0 || parts.exponent >= kPowers ||
        __builtin_mul_overflow(static_cast<std::int64_t>(parts.coefficient),
                               kPowerOfTen[parts.exponent], &whole))
      return std::nullopt;
    return parts.negative ? -whole : whole;
  }
  if (coefficient(a) == 0) return 0;
  if (exponent(a) < 0)
    return -exponent(a) < kPowers ? coefficient(a) / kPowerOfTen[-exponent(a)] : 0;
  std::int64_t result = 0;
  if (exponent(a) >= kPowers ||
      __builtin_mul_overflow(coefficient(a), kPowerOfTen[exponent(a)], &result))
    return std::nullopt;
  return result;
}

double to_double(const Value& a) {
  return wide::to_double(wide::from(a));
}

Value copy_number(const Value& a, Arena& arena) {
  if (!is_wide(a)) return a;
  auto* kept =
      static_cast<wide::Decimal*>(arena.allocate(sizeof(wide::Decimal), alignof(wide::Decimal)));
  *kept = wide::from(a);
  return ValueAccess::point(Kind::number, kept, 0, kWide);
}

}  // namespace guichet::feel
