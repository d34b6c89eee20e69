// FEEL's built-in functions: their names, parameters and code. The tables are in
// functions_*.cpp, one file a family.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/message.hpp"
#include "rules/feel/representation.hpp"
#include "rules/feel/type.hpp"

namespace guichet::feel {

class Pattern;
class Run;

// One call under way. Arguments have been brought to what the signature asks for; optional ones
// that are absent are null.
struct Call {
  Run& run;
  Arena& arena;
  std::span<const Value> arguments;
  std::uint32_t node;  // for the notes' place
  std::string_view name;
  const Pattern* pattern = nullptr;  // where the regular expression was a constant

  const Value& operator[](std::size_t i) const { return arguments[i]; }
  std::string_view text(std::size_t i) const { return arguments[i].text(); }
  bool given(std::size_t i) const { return i < arguments.size() && !arguments[i].is_null(); }
  // A null that says why.
  Value fail(const base::MessageText& reason) const;  // {0}: the function's name
  Value fail(const base::MessageText& what, std::vector<std::string> arguments) const;
  Value unknown(const base::MessageText& what, std::vector<std::string> arguments) const;
  // Takes steps for what the work costs beyond the call; false where the budget is spent.
  bool spend(std::uint64_t steps) const;
  // Results that respect the budget.
  Value string(std::string_view text) const;
  Value list(std::span<const Value> items) const;
  Value context(std::span<const Entry> entries) const;
};

using BuiltinFunction = Value (*)(Call&);

// What a parameter takes; beyond `any`, one Kind or a family of them.
enum class Want : std::uint8_t {
  any,    // null too
  value,  // anything but null
  number,
  string,
  boolean,
  list,  // a single value becomes a list of one
  context,
  range,
  function,
  date,
  time,
  date_time,
  duration,   // of either kind
  days,       // days and time duration
  months,     // years and months duration
  day,        // date, or date and time
  from_date,  // what date() converts: string, date, date and time
};

struct Parameter {
  std::string_view name;
  Want want = Want::any;
  bool optional = false;
  bool nullable = false;  // null stands for an absent one
  bool variadic = false;
};

struct Signature {
  std::vector<Parameter> parameters;
  Type result;
  BuiltinFunction function = nullptr;

  std::size_t required() const;
  bool takes(std::size_t count) const;
};

struct Builtin {
  std::string_view name;
  std::vector<Signature> signatures;
  bool pure = true;  // false: now(), today()
};

// As a family's table writes them: "string: string, start position: number, length: number?".
struct BuiltinRow {
  std::string_view name;
  std::string_view parameters;  // ? ends an optional one, ?? if null will do, ... variadic
  Want result;
  BuiltinFunction function;
};

std::span<const BuiltinRow> string_functions();
std::span<const BuiltinRow> pattern_functions();
std::span<const BuiltinRow> number_functions();
std::span<const BuiltinRow> list_functions();
std::span<const BuiltinRow> sequence_functions();
std::span<const BuiltinRow> context_functions();
std::span<const BuiltinRow> temporal_functions();
std::span<const BuiltinRow> conversion_functions();
std::span<const BuiltinRow> range_functions();

const Builtin* find_builtin(std::string_view name);
const std::vector<std::string>& builtin_names();
// "substring(string, start position, length?)", for hints.
std::string signature_text(const Builtin& builtin);

// Can a value of the static type be what the parameter asks for?
bool may_fit(const Type& have, Want want);
// The value brought to what the parameter asks for; nothing where it is not that.
std::optional<Value> conform(const Value& value, Want want, Arena& arena);
Type type_of(Want want);

}  // namespace guichet::feel
