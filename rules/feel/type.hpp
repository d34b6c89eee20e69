// Static types: what the checker knows of a name or an expression before any value is there.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/feel/value.hpp"

namespace guichet::feel {

// Immutable; copies share. `any` fits everything and everything fits it.
class Type {
 public:
  Type() = default;  // any
  static Type any() { return {}; }
  static Type of(Kind kind);  // list and context: of any
  static Type list_of(Type element);
  static Type range_of(Type element);
  // A closed context: a name that is not a member is a mistake at load.
  static Type context(std::vector<std::pair<std::string, Type>> members);
  static Type function(std::vector<Type> parameters, Type result);
  // A string that only takes these values; other literals compared with it are a mistake.
  static Type one_of(std::vector<std::string> values);

  bool is_any() const { return any_; }
  // The very same type, found without looking into it.
  bool is_same(const Type& other) const {
    return any_ == other.any_ && kind_ == other.kind_ && details_ == other.details_;
  }
  Kind kind() const { return kind_; }                   // Requires: !is_any()
  Type element() const;                                 // list, range; any where unknown
  const Type* member(std::string_view name) const;      // context
  std::uint32_t place_of(std::string_view name) const;  // of a member; 0 if none
  std::vector<std::string> member_names() const;
  // Of the names of members in canonical form (scan.hpp): the first that does not come before
  // `canonical`, "" if none; and the member that has that form.
  std::string_view canonical_member_from(std::string_view canonical) const;
  const std::string* member_of_canonical(std::string_view canonical) const;
  bool has_members() const;
  bool is_open_context() const;                    // members not known
  const std::vector<std::string>& values() const;  // one_of; empty otherwise
  const std::vector<Type>& parameters() const;     // function
  bool knows_parameters() const;                   // function(...) rather than any one
  Type result() const;                             // function; any where unknown
  std::string name() const;                        // "number", "list of string"

 private:
  struct Details;
  bool any_ = true;
  Kind kind_ = Kind::null;
  std::shared_ptr<const Details> details_;
};

// Is the value an instance of the type, as `instance of` has it? Null is one of none but any.
bool is_instance(const Value& value, const Type& type);
// DMN's implicit conversions: a list of one to its item, an item to a list, a date to a date and
// time. Nothing where the value does not fit; null fits everything.
std::optional<Value> coerce(const Value& value, const Type& type, Arena& arena);
// Does every value of type `have` fit `want`? What is not known of `have` counts as fitting.
bool conforms(const Type& have, const Type& want);
// Can a value of type `have` ever be what `want` asks for? `any` can.
bool may_fit(const Type& have, const Type& want);
// The types that need no declaration, by the names that FEEL and DMN 1.1 give them.
struct NamedType {
  std::string_view name;
  Type type;
};
std::span<const NamedType> plain_types();
std::string_view kind_name(Kind kind);  // FEEL's name: "days and time duration"

}  // namespace guichet::feel
