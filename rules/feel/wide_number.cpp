#include "rules/feel/wide_number.hpp"

#include <charconv>
#include <cstring>

#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <bid_conf.h>

#include <bid_functions.h>

namespace guichet::feel::wide {
namespace {

BID_UINT128 bid(Decimal decimal) {
  BID_UINT128 result;
  result.w[0] = decimal.words[0];
  result.w[1] = decimal.words[1];
  return result;
}

Decimal own(BID_UINT128 value) {
  return {{value.w[0], value.w[1]}};
}

constexpr _IDEC_round kHalfEven = BID_ROUNDING_TO_NEAREST;

// The layout of the binary encoding: sign, 14 bits of exponent, 113 of coefficient.
constexpr int kBias = 6176;
constexpr int kExponentShift = 49;
constexpr unsigned __int128 kMostCoefficient =
    static_cast<unsigned __int128>(10'000'000'000'000'000) * 1'000'000'000'000'000'000 - 1;

// 2^64 leaves 6 when divided by ten, so the last digit needs no long division.
unsigned last_digit(unsigned __int128 number) {
  const auto high = static_cast<std::uint64_t>(number >> 64);
  const auto low = static_cast<std::uint64_t>(number);
  return static_cast<unsigned>((high % 10 * 6 + low % 10) % 10);
}

}  // namespace

Parts parts_of(Decimal a) {
  Parts parts;
  const std::uint64_t high = a.words[1];
  parts.negative = (high >> 63) != 0;
  const bool large = (high >> 61 & 3) == 3;  // a coefficient too large to be one: zero
  const int shift = large ? kExponentShift - 2 : kExponentShift;
  parts.exponent = static_cast<int>(high >> shift & 0x3FFF) - kBias;
  const std::uint64_t mask = (std::uint64_t{1} << kExponentShift) - 1;
  parts.coefficient = static_cast<unsigned __int128>(high & mask) << 64 | a.words[0];
  if (large || parts.coefficient > kMostCoefficient) parts.coefficient = 0;
  return parts;
}

Decimal from(const Value& number) {
  if (ValueAccess::flags(number) & kWide) return *ValueAccess::target<Decimal>(number);
  const std::int64_t coefficient = ValueAccess::payload(number);
  const std::uint64_t sign = coefficient < 0 ? 1 : 0;
  const std::uint64_t digits = sign != 0 ? 0 - static_cast<std::uint64_t>(coefficient)
                                         : static_cast<std::uint64_t>(coefficient);
  const auto exponent = static_cast<std::uint64_t>(ValueAccess::exponent(number) + kBias);
  return {{digits, sign << 63 | exponent << kExponentShift}};
}

Value to_value(Decimal decimal, Arena& arena) {
  if (!bid128_isFinite(bid(decimal))) return {};
  Parts parts = parts_of(decimal);
  if (parts.coefficient == 0) return feel::decimal(0, 0);
  constexpr std::uint64_t kMostInline = 999'999'999'999'999'999;
  while (parts.coefficient > kMostInline && last_digit(parts.coefficient) == 0) {
    parts.coefficient /= 10;
    ++parts.exponent;
  }
  if (parts.coefficient <= kMostInline) {
    auto digits = static_cast<std::int64_t>(parts.coefficient);
    while (digits % 10 == 0) {
      digits /= 10;
      ++parts.exponent;
    }
    if (parts.exponent >= -6000 && parts.exponent <= 6000)
      return feel::decimal(parts.negative ? -digits : digits, parts.exponent);
  }
  auto* kept = static_cast<Decimal*>(arena.allocate(sizeof(Decimal), alignof(Decimal)));
  *kept = decimal;
  return ValueAccess::point(Kind::number, kept, 0, kWide);
}

Decimal add(Decimal a, Decimal b) {
  unsigned flags = 0;
  return own(bid128_add(bid(a), bid(b), kHalfEven, &flags));
}

Decimal multiply(Decimal a, Decimal b) {
  unsigned flags = 0;
  return own(bid128_mul(bid(a), bid(b), kHalfEven, &flags));
}

Decimal divide(Decimal a, Decimal b) {
  unsigned flags = 0;
  return own(bid128_div(bid(a), bid(b), kHalfEven, &flags));
}

Decimal remainder(Decimal a, Decimal b) {
  unsigned flags = 0;
  return own(bid128_fmod(bid(a), bid(b), &flags));
}

Decimal power(Decimal a, Decimal b) {
  unsigned flags = 0;
  return own(bid128_pow(bid(a), bid(b), kHalfEven, &flags));
}

Decimal square_root(Decimal a) {
  unsigned flags = 0;
  return own(bid128_sqrt(bid(a), kHalfEven, &flags));
}

Decimal exponential(Decimal a) {
  unsigned flags = 0;
  return own(bid128_exp(bid(a), kHalfEven, &flags));
}

Decimal logarithm(Decimal a) {
  unsigned flags = 0;
  return own(bid128_log(bid(a), kHalfEven, &flags));
}

Decimal negate(Decimal a) {
  return own(bid128_negate(bid(a)));
}

Decimal scale(Decimal a, int power_of_ten) {
  unsigned flags = 0;
  return own(bid128_scalbn(bid(a), power_of_ten, kHalfEven, &flags));
}

Decimal round_to_integer(Decimal a, Rounding rounding) {
  unsigned flags = 0;
  const BID_UINT128 x = bid(a);
  const bool negative = bid128_isSigned(x) != 0;
  switch (rounding) {
    case Rounding::half_even:
      return own(bid128_round_integral_nearest_even(x, &flags));
    case Rounding::half_up:
      return own(bid128_round_integral_nearest_away(x, &flags));
    case Rounding::down:
      return own(bid128_round_integral_zero(x, &flags));
    case Rounding::floor:
      return own(bid128_round_integral_negative(x, &flags));
    case Rounding::ceiling:
      return own(bid128_round_integral_positive(x, &flags));
    case Rounding::up:
      return negative ? own(bid128_round_integral_negative(x, &flags))
                      : own(bid128_round_integral_positive(x, &flags));
    case Rounding::half_down: {
      // Away from zero only past the half: whole part + (fraction > 0.5).
      const Decimal whole = own(bid128_round_integral_zero(x, &flags));
      const Decimal rest = add(a, negate(whole));
      const Decimal half = parse(negative ? "-0.5" : "0.5");
      const int against = compare(rest, half) * (negative ? -1 : 1);
      return against > 0 ? add(whole, parse(negative ? "-1" : "1")) : whole;
    }
  }
  return a;
}

int compare(Decimal a, Decimal b) {
  unsigned flags = 0;
  if (bid128_quiet_equal(bid(a), bid(b), &flags)) return 0;
  return bid128_quiet_less(bid(a), bid(b), &flags) ? -1 : 1;
}

int exponent_of(Decimal a) {
  return parts_of(a).exponent;
}

bool is_zero(Decimal a) {
  return bid128_isZero(bid(a)) != 0;
}

Decimal parse(const std::string& text) {
  unsigned flags = 0;
  std::string writable = text;
  return own(bid128_from_string(writable.data(), kHalfEven, &flags));
}

double to_double(Decimal a) {
  unsigned flags = 0;
  return bid128_to_binary64(bid(a), kHalfEven, &flags);
}

Digits digits_of(Decimal a) {
  unsigned flags = 0;
  char text[64];
  bid128_to_string(text, bid(a), &flags);  // "+110E-2"
  Digits result;
  result.negative = text[0] == '-';
  const std::string_view whole(text);
  const std::size_t mark = whole.find('E');
  result.digits = std::string(whole.substr(1, mark - 1));
  std::string_view exponent = whole.substr(mark + 1);
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  std::from_chars(exponent.data(), exponent.data() + exponent.size(), result.exponent);
  return result;
}

}  // namespace guichet::feel::wide
