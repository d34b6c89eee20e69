// How values are laid out in their 16 bytes; for this module only. See value.hpp for the contract.
//
//   number           inline: payload x 10^exponent; kWide in flags: payload points to a decimal128
//   string           payload points to the bytes, aux counts them
//   date             payload: days since 1970-01-01
//   time             payload: seconds of the day, aux: nanoseconds; zone in flags and exponent
//   date_time        payload: local seconds since 1970-01-01, aux: nanoseconds; zone likewise
//   days_duration    payload: seconds (rounded down), aux: nanoseconds
//   months_duration  payload: months
//   list, context    payload points to Values or Entries, aux counts them
//   range, function  payload points to the struct below
//   null             aux: 1 + index of the note that says why, or 0
#pragma once

#include "rules/feel/value.hpp"

namespace guichet::feel {

struct ValueAccess {
  static Value make(Kind kind, std::int64_t payload, std::uint32_t aux = 0, int exponent = 0,
                    std::uint8_t flags = 0) {
    Value value;
    value.kind_ = kind;
    value.flags_ = flags;
    value.exponent_ = static_cast<std::int16_t>(exponent);
    value.aux_ = aux;
    value.payload_ = payload;
    return value;
  }
  static Value point(Kind kind, const void* target, std::size_t count = 0, std::uint8_t flags = 0) {
    return make(kind, reinterpret_cast<std::int64_t>(target), static_cast<std::uint32_t>(count), 0,
                flags);
  }
  static std::int64_t payload(const Value& value) { return value.payload_; }
  static std::uint32_t aux(const Value& value) { return value.aux_; }
  static int exponent(const Value& value) { return value.exponent_; }
  static std::uint8_t flags(const Value& value) { return value.flags_; }
  template <typename T>
  static const T* target(const Value& value) {
    return reinterpret_cast<const T*>(value.payload_);
  }
};

// Flag of a number that is a decimal128 in the arena.
inline constexpr std::uint8_t kWide = 1;

// `[1..10]`, or a comparison standing alone: `(< 10)`. The two forms are never equal in FEEL.
struct Range {
  enum class Form : std::uint8_t {
    endpoints,
    less,
    less_equal,
    greater,
    greater_equal,
    equal,
    unequal
  };
  Form form = Form::endpoints;
  bool low_closed = false;
  bool high_closed = false;
  Value low;   // null: unbounded
  Value high;  // null: unbounded
};

Value make_range(const Range& range, Arena& arena);

struct Builtin;

// The program that a function value points into.
class FunctionOwner {
 public:
  virtual ~FunctionOwner() = default;
  virtual std::shared_ptr<const void> keep_alive() const = 0;
};

struct MadeFunction;

// A function as a value: built in, made in C++, or native or a closure of its owner. The arena that
// holds the value keeps the owner alive.
struct Function {
  const Builtin* builtin = nullptr;
  const MadeFunction* made = nullptr;  // the owner is the same object
  const FunctionOwner* owner = nullptr;
  std::uint32_t index = 0;  // of the owner's lambda, or of its native function
  bool native = false;
  std::uint32_t captured_count = 0;
  const Value* captured = nullptr;
};

Value make_function(const Function& function, Arena& arena);

// How much a value holds, what is nested in it counted as often as it occurs; saturates. It is
// kept with lists and contexts, so that equality, copies and texts of a value have a known cost.
std::uint32_t weight_of(const Value& value);
inline constexpr std::uint32_t kMostWeight = 4'000'000;
// What one step of the budget goes through.
inline constexpr std::uint32_t kWeightPerStep = 4;

// Zone of a time or date_time.
struct Zone {
  enum class Form : std::uint8_t { none, offset, named };
  Form form = Form::none;
  std::int32_t offset = 0;  // seconds east of UTC
  std::uint16_t name = 0;   // index of the IANA zone

  bool operator==(const Zone&) const = default;
};

}  // namespace guichet::feel
