// The slow path of numbers: IEEE 754 decimal128 by Intel's library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/feel/number.hpp"

namespace guichet::feel::wide {

struct alignas(16) Decimal {
  std::uint64_t words[2];
};

Decimal from(const Value& number);
// Inline where the coefficient fits; null where the result is no finite number.
Value to_value(Decimal decimal, Arena& arena);

Decimal add(Decimal a, Decimal b);
Decimal multiply(Decimal a, Decimal b);
Decimal divide(Decimal a, Decimal b);
Decimal remainder(Decimal a, Decimal b);  // of a division truncated to a whole number; exact
Decimal power(Decimal a, Decimal b);
Decimal square_root(Decimal a);
Decimal exponential(Decimal a);
Decimal logarithm(Decimal a);
Decimal negate(Decimal a);
Decimal scale(Decimal a, int power_of_ten);
Decimal round_to_integer(Decimal a, Rounding rounding);
int compare(Decimal a, Decimal b);  // Requires: both finite
int exponent_of(Decimal a);         // of the last digit that is kept
bool is_zero(Decimal a);
Decimal parse(const std::string& text);
double to_double(Decimal a);

// Of a finite number: (-1)^negative x coefficient x 10^exponent.
struct Parts {
  bool negative = false;
  unsigned __int128 coefficient = 0;
  int exponent = 0;
};
Parts parts_of(Decimal a);

// sign, digits and exponent of a finite number: (-1)^negative x digits x 10^exponent.
struct Digits {
  bool negative = false;
  std::string digits;
  int exponent = 0;
};
Digits digits_of(Decimal a);

}  // namespace guichet::feel::wide
