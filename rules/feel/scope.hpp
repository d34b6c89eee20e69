// The names that an expression may use, and what they stand for.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/feel/type.hpp"

namespace guichet::feel {

struct Evaluation;

// A function written in C++ and offered to expressions under a name ("lookup", "in state").
// Arguments are evaluated; a wrong number of them is refused at load.
using NativeFunction = std::function<Value(std::span<const Value> arguments, Evaluation&)>;

// The names an expression may use. Variables are numbered in the order of their declaration.
// Requires: outlives nothing; compile() copies what it needs.
class Scope {
 public:
  using Slot = std::uint32_t;
  Slot declare(std::string name, Type type = Type::any());
  void declare_function(std::string name, std::vector<Type> parameters, Type result,
                        NativeFunction function, std::size_t required_parameters = SIZE_MAX);
  // A function of another language that `function(a) external {java: {class: .., method
  // signature: ..}}` may name; blanks in the signature do not count. Else such a body is refused.
  void declare_external(std::string_view class_name, std::string_view signature,
                        NativeFunction function);
  // A type that `instance of` and parameters may name (an item definition of DMN).
  void declare_type(std::string name, Type type);
  // Unknown names and types that cannot fit become warnings, and null when evaluated, as models
  // of other tools expect.
  void set_lenient(bool lenient) { lenient_ = lenient; }
  bool is_lenient() const { return lenient_; }
  // How many parts an expression may have.
  void set_most_nodes(std::size_t most) { most_nodes_ = most; }
  std::size_t most_nodes() const { return most_nodes_; }
  std::optional<Slot> find(std::string_view name) const;
  const Type* type_of(std::string_view name) const;
  std::vector<std::string> names() const;
  std::size_t size() const;  // number of variables

  struct NativeEntry {
    std::string name;
    std::vector<Type> parameters;
    Type result;
    NativeFunction function;
    std::size_t required;
  };
  struct Variable {
    std::string name;
    Type type;
  };
  // Index among functions() of an external one.
  std::optional<std::uint32_t> find_external(std::string_view class_name,
                                             std::string_view signature) const;
  const std::vector<NativeEntry>& functions() const { return functions_; }
  const std::vector<Variable>& variables() const { return variables_; }
  const std::vector<Variable>& types() const { return types_; }

 private:
  friend class Names;
  enum class Meaning : std::uint8_t { variable, function };
  struct Symbol {
    Meaning meaning;
    std::uint32_t index;
  };
  void note_members(const Type& type, int depth, int& room);

  // By canonical name (see scan.hpp), so that `first  name` finds `first name`.
  std::map<std::string, Symbol, std::less<>> symbols_;
  std::map<std::string, std::uint32_t, std::less<>> type_names_;
  std::set<std::string, std::less<>> member_names_;  // of all types that are declared
  std::vector<Variable> variables_;
  std::vector<Variable> types_;
  std::vector<NativeEntry> functions_;
  std::map<std::string, std::uint32_t, std::less<>> externals_;  // by "class#signature"
  bool lenient_ = false;
  std::size_t most_nodes_ = 10'000;
};

}  // namespace guichet::feel
