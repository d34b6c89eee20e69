// A compiled expression: a closed array of instructions, each pointing to its operands' indexes.
// Immutable once compiled; evaluated by Run.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/feel/builtins.hpp"
#include "rules/feel/expression.hpp"
#include "rules/feel/pattern.hpp"
#include "rules/feel/representation.hpp"

namespace guichet::feel {

enum class Op : std::uint8_t {
  constant,   // a: constant
  variable,   // a: slot of the scope
  local,      // a: slot of the frame
  undefined,  // text: a name that nothing declared
  builtin,    // a: builtin, as a value
  native,     // a: native function, as a value
  member_or,  // a: item, b: otherwise; text
  negate,     // a
  add,
  subtract,
  multiply,
  divide,
  power,  // a, b
  equal,
  unequal,
  less,
  less_equal,
  greater,
  greater_equal,  // a, b
  conjunction,
  disjunction,   // a, b
  between,       // operands: value, low, high
  in,            // a: value; operands: tests; slot: of `?`
  instance_of,   // a; b: type
  path,          // a; text; b: where the member is likely to stand
  filter,        // a, b; slot: of `item`; flag: the predicate reads the item
  call_builtin,  // a: builtin; operands: arguments; b: 1 + index of its pattern, or 0
  call_native,   // a: native; operands
  call_value,    // a: callee; operands; b: 1 + index of the argument names, or 0
  conditional,   // operands: condition, then, else
  loop,          // operands: domains, body; slot: of the first variable; b: of `partial`
  some,
  every,       // operands: domains, condition; slot
  list,        // operands
  context,     // operands: values; a: index of the keys; slot: of the first entry;
               // b: 1 + index of a key that occurs twice, or 0
  range,       // a, b; flags
  half_range,  // a; flags: Range::Form
  lambda,      // a: lambda
  any_test,
  negated,       // operands: tests
  tests,         // operands
  compare_test,  // a; flags: an Op's comparison; slot: of `?`
  value_test,    // a; slot: of `?`; flags: 1 where the value reads `?`
  sequence,      // operands, the value of each put in the slot; the last one is the result
};

struct Instruction {
  Op op = Op::constant;
  std::uint8_t flags = 0;
  std::uint16_t slot = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t first = 0;  // of the operands; also the index of the text
  std::uint32_t count = 0;
  std::uint32_t offset = 0;  // extent in the text
  std::uint32_t length = 0;
};

inline constexpr std::uint8_t kLowClosed = 1;
inline constexpr std::uint8_t kHighClosed = 2;
inline constexpr std::uint8_t kMayRunDown = 4;  // the domain of a loop: `for i in 3..1`

// A function made in C++ at run time.
struct MadeFunction final : FunctionOwner, std::enable_shared_from_this<MadeFunction> {
  std::shared_ptr<const FunctionSignature> signature;
  NativeFunction function;

  std::shared_ptr<const void> keep_alive() const override { return shared_from_this(); }
};

struct Lambda {
  struct Capture {
    bool variable = false;  // of the scope, else a slot of the frame around
    std::uint32_t from = 0;
    std::uint32_t to = 0;
  };
  std::uint32_t body = 0;
  std::uint32_t frame = 0;  // slots; the parameters come first
  std::int32_t self = -1;   // slot that holds the function itself
  std::vector<Type> parameters;
  Type result;
  std::vector<std::string> names;
  std::vector<Capture> captures;
};

struct Expression::Program final : FunctionOwner, std::enable_shared_from_this<Program> {
  base::LocatedText source;
  Type type;
  Arena arena;  // of the constants
  std::vector<Instruction> code;
  std::vector<std::uint32_t> operands;
  std::vector<Value> constants;
  std::vector<std::string> texts;
  std::vector<std::vector<std::string>> name_lists;
  std::vector<Type> types;
  std::vector<const Builtin*> builtins;
  std::vector<Scope::NativeEntry> natives;
  std::vector<Lambda> lambdas;
  std::vector<Pattern> patterns;  // of the regular expressions that are constants
  std::vector<Scope::Slot> slots;
  std::optional<Stored> constant;
  TestSet tests;
  std::uint32_t root = 0;
  std::uint32_t frame = 0;

  std::shared_ptr<const void> keep_alive() const override { return shared_from_this(); }
};

}  // namespace guichet::feel
