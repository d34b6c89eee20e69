// FEEL values: 16 bytes each, the small ones inline, the others in an Arena. A Value is valid as
// long as its Arena; Stored owns what it holds and may outlive any evaluation.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/instant.hpp"

namespace guichet::feel {

enum class Kind : std::uint8_t {
  null,
  boolean,
  number,
  string,
  date,
  time,
  date_time,
  days_duration,    // days and time duration
  months_duration,  // years and months duration
  list,
  context,
  range,
  function,
};

class Arena;
struct Entry;
struct Range;
struct Function;

class Value {
 public:
  Value() = default;  // null
  static Value boolean(bool value);
  static Value integer(std::int64_t value);
  static Value date(base::Day day);

  Kind kind() const { return kind_; }
  bool is_null() const { return kind_ == Kind::null; }
  bool is_true() const { return kind_ == Kind::boolean && payload_ != 0; }
  bool is_false() const { return kind_ == Kind::boolean && payload_ == 0; }

  // Each Requires the kind it names.
  std::string_view text() const;                     // string
  std::span<const Value> items() const;              // list
  std::span<const Entry> entries() const;            // context, in order of definition
  const Value* member(std::string_view name) const;  // context; nullptr where absent
  std::optional<std::int64_t> as_integer() const;    // number without fraction that fits
  double as_double() const;                          // number; for charts, never for rules
  std::optional<base::Day> as_day() const;           // date within std::chrono's years

 private:
  friend class Arena;
  friend struct ValueAccess;  // the module's own arithmetic
  Kind kind_ = Kind::null;
  std::uint8_t flags_ = 0;
  std::int16_t exponent_ = 0;
  std::uint32_t aux_ = 0;
  std::int64_t payload_ = 0;
};
static_assert(sizeof(Value) == 16);

struct Entry {
  std::string_view name;
  Value value;
};

// A bump allocator; everything made in it goes at once. One thread at a time.
class Arena {
 public:
  Arena();
  // For an arena that holds little, thousands of which are kept (Stored): bytes of its first block.
  explicit Arena(std::size_t first_block);
  ~Arena();
  Arena(Arena&&) noexcept;
  Arena& operator=(Arena&&) noexcept;

  Value string(std::string_view text);            // copies
  Value list(std::span<const Value> items);       // copies the items, not what they refer to
  Value context(std::span<const Entry> entries);  // copies names and values
  Value copy(const Value& value);                 // deep
  // A decimal number as FEEL writes it ("12.50"); nothing if it is none or out of range.
  std::optional<Value> number(std::string_view text);
  Value date_time(base::Instant instant, std::string_view zone);  // IANA name, "Z"
  void* allocate(std::size_t bytes, std::size_t alignment);
  void keep(std::shared_ptr<const void> owner);  // until clear()
  void clear();                                  // keeps its first block
  std::size_t bytes_in_use() const;

 private:
  struct Blocks;
  std::uint32_t first_block_ = 4096;
  std::unique_ptr<Blocks> blocks_;
};

// A value that owns what it holds; immutable, cheap to copy, shared between threads freely.
class Stored {
 public:
  Stored() = default;                   // null
  explicit Stored(const Value& value);  // deep copy
  static Stored string(std::string_view text);
  static Stored boolean(bool value) { return Stored(Value::boolean(value)); }
  static Stored integer(std::int64_t value) { return Stored(Value::integer(value)); }
  static Stored date(base::Day day) { return Stored(Value::date(day)); }

  const Value& value() const { return value_; }
  bool is_null() const { return value_.is_null(); }
  bool operator==(const Stored& other) const;  // same kind and equal in FEEL, or both null

 private:
  Value value_;
  std::shared_ptr<const Arena> arena_;
};

// As FEEL's string(): a string bare, a list as [1, "a"], null as "null".
std::string to_text(const Value& value);
// As a FEEL literal that reads back to the same value: a string quoted.
std::string to_literal(const Value& value);
// FEEL's =, where null = null is true and values of different kinds are unequal (never null).
bool equal(const Value& a, const Value& b);
// FEEL's <: -1, 0, 1; nothing where the two cannot be compared.
std::optional<int> compare(const Value& a, const Value& b);
// A temporal literal: "2009-02-04", "10:00:00Z", "2009-02-04T10:00:00", "P3M", "PT8H" -> its kind;
// nothing where the text is none of them.
std::optional<Value> parse_temporal(std::string_view text, Arena& arena);

}  // namespace guichet::feel
