// The names in reach at a point of an expression: the scope's, the built-in functions, and what
// loops, filters, contexts and functions bind around it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/feel/builtins.hpp"
#include "rules/feel/expression.hpp"
#include "rules/feel/scan.hpp"
#include "rules/feel/syntax.hpp"

namespace guichet::feel {

class Names {
 public:
  explicit Names(const Scope& scope) : scope_(scope) {}

  // What a name stands for. A member of filtered items has `item` set; where it is not certain
  // that items have it, what the name means otherwise is there too.
  struct Meaning {
    Form form = Form::unknown;
    std::uint32_t index = 0;
    const Builtin* builtin = nullptr;
    Type type;
    const std::uint32_t* item = nullptr;  // binding whose member it is, or may be
    bool certain_member = false;
  };

  void push(std::uint32_t binding, std::string_view name, Type type);
  // The members of a filter's `item` are names too.
  void push_members(std::uint32_t item, Type type);
  void pop(std::size_t count);
  std::size_t depth() const { return layers_.size(); }
  void know_key(const std::string& canonical) { keys_.insert(canonical); }

  Match match(std::string_view canonical) const;  // names of expressions
  Match match_member(std::string_view canonical, const Type& of) const;
  Match match_type(std::string_view canonical) const;
  Meaning find(const std::string& canonical) const;
  std::optional<Type> find_type(const std::string& canonical) const;
  std::optional<std::uint32_t> find_external(std::string_view class_name,
                                             std::string_view signature) const {
    return scope_.find_external(class_name, signature);
  }
  std::vector<std::string> all() const;  // for "did you mean"
  std::vector<std::string> all_types() const;

 private:
  struct Layer {
    std::uint32_t binding = 0;
    std::string canonical;  // empty: members of the binding
    Type type;
  };
  const Scope& scope_;
  std::vector<Layer> layers_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> named_;  // layers by name
  std::vector<std::size_t> member_layers_;                              // those of members
  std::set<std::string, std::less<>> keys_;
};

// Names of properties that hold a space, and may follow any dot.
std::span<const std::string_view> spaced_properties();

}  // namespace guichet::feel
