// Built-in functions of numbers and booleans.
#include "rules/feel/number.hpp"
#include "rules/feel/reasons.hpp"
#include "rules/feel/run.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/feel/text.hpp"

namespace guichet::feel {
namespace {

Value checked(Call& call, const Value& result) {
  if (!result.is_null()) return result;
  return call.fail(messages::kOutOfRange, {std::string(call.name)});
}

template <Rounding rounding, bool scale_required>
Value rounded(Call& call) {
  std::int64_t scale = 0;
  if (scale_required || call.given(1)) {
    const auto wanted = truncated(call[1]);
    if (!wanted || *wanted < kLowestScale || *wanted > kHighestScale)
      return call.fail(reasons::kScaleOutOfRange);
    scale = *wanted;
  }
  return checked(call, round_to(call[0], scale, rounding, call.arena));
}

Value abs(Call& call) {
  if (call[0].kind() == Kind::number)
    return sign_of(call[0]) < 0 ? negate(call[0], call.arena) : call[0];
  const bool negative = ValueAccess::payload(call[0]) < 0;
  return negative ? negate_duration(call[0]) : call[0];
}

// A division goes down the digits between the two, so many at a step.
constexpr int kDigitsPerStep = 16;

Value modulo_of(Call& call) {
  if (sign_of(call[1]) == 0) return call.fail(messages::kDivisionByZero, {});
  const int digits = exponent_of(call[0]) - exponent_of(call[1]);
  if (digits > kDigitsPerStep && !call.spend(static_cast<std::uint64_t>(digits / kDigitsPerStep)))
    return {};
  return checked(call, modulo(call[0], call[1], call.arena));
}

// What Intel's transcendental functions cost, in steps.
constexpr std::uint64_t kTranscendentalSteps = 20;

Value sqrt(Call& call) {
  if (!call.spend(kTranscendentalSteps / 4)) return {};
  return checked(call, square_root(call[0], call.arena));
}
Value exp(Call& call) {
  if (!call.spend(kTranscendentalSteps)) return {};
  return checked(call, exponential(call[0], call.arena));
}
Value log(Call& call) {
  if (!call.spend(kTranscendentalSteps)) return {};
  return checked(call, logarithm(call[0], call.arena));
}

Value parity(Call& call, bool odd) {
  if (!is_whole(call[0])) return call.fail(reasons::kWholeNumberNeeded);
  const Value rest = modulo(call[0], decimal(2, 0), call.arena);
  return Value::boolean((sign_of(rest) != 0) == odd);
}

Value odd(Call& call) {
  return parity(call, true);
}
Value even(Call& call) {
  return parity(call, false);
}

Value negation(Call& call) {
  if (call[0].kind() == Kind::boolean) return Value::boolean(call[0].is_false());
  if (call[0].is_null()) {
    if (ValueAccess::aux(call[0]) != 0) return call[0];  // its own reason is the first one
    return call.fail(messages::kNullOperand, {std::string(call.name)});
  }
  return call.fail(messages::kNotBoolean, {std::string(kind_name(call[0].kind()))});
}

constexpr std::size_t kReadBytesPerStep = 8;

// number("1 000,5", " ", ","): both separators may be null.
Value number_with_separators(Call& call) {
  const std::string_view grouping = call.given(1) ? call.text(1) : "";
  const std::string_view decimal_sign = call.given(2) ? call.text(2) : ".";
  if (call.given(1) && grouping != " " && grouping != "," && grouping != ".")
    return call.fail(reasons::kUnknownGrouping);
  if (call.given(2) && decimal_sign != "." && decimal_sign != ",")
    return call.fail(reasons::kUnknownDecimalSign);
  if (call.given(1) && grouping == decimal_sign) return call.fail(reasons::kSameSeparators);
  if (!call.spend(call.text(0).size() / kReadBytesPerStep)) return {};
  std::string plain;
  for (const char c : call.text(0)) {
    const std::string_view sign(&c, 1);
    if (sign == decimal_sign)
      plain += '.';
    else if (sign != grouping)
      plain += !is_digit(c) && (c == '.' || c == ',') ? '?' : c;
  }
  const Value value = parse_number(plain, call.arena);
  return value.is_null() ? call.fail(messages::kBadNumber, {shown(call.text(0))}) : value;
}

Value number_of_text(Call& call) {
  const Value value = parse_number(call.text(0), call.arena);
  return value.is_null() ? call.fail(messages::kBadNumber, {shown(call.text(0))}) : value;
}

Value number_of_number(Call& call) {
  return call[0];
}

constexpr BuiltinRow kNumberFunctions[] = {
    {"decimal", "n: number, scale: number", Want::number, rounded<Rounding::half_even, true>},
    {"floor", "n: number, scale: number?", Want::number, rounded<Rounding::floor, false>},
    {"ceiling", "n: number, scale: number?", Want::number, rounded<Rounding::ceiling, false>},
    {"round up", "n: number, scale: number?", Want::number, rounded<Rounding::up, false>},
    {"round down", "n: number, scale: number?", Want::number, rounded<Rounding::down, false>},
    {"round half up", "n: number, scale: number?", Want::number, rounded<Rounding::half_up, false>},
    {"round half down", "n: number, scale: number?", Want::number,
     rounded<Rounding::half_down, false>},
    {"abs", "n: number", Want::number, abs},
    {"abs", "n: duration", Want::duration, abs},
    {"modulo", "dividend: number, divisor: number", Want::number, modulo_of},
    {"sqrt", "number: number", Want::number, sqrt},
    {"exp", "number: number", Want::number, exp},
    {"log", "number: number", Want::number, log},
    {"odd", "number: number", Want::boolean, odd},
    {"even", "number: number", Want::boolean, even},
    {"not", "negand: any", Want::boolean, negation},
    {"number", "from: string, grouping separator: string??, decimal separator: string??",
     Want::number, number_with_separators},
    {"number", "from: string", Want::number, number_of_text},
    {"number", "from: number", Want::number, number_of_number},
};

}  // namespace

std::span<const BuiltinRow> number_functions() {
  return kNumberFunctions;
}

}  // namespace guichet::feel
