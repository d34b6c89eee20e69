// The types of a model: item definitions resolved to FEEL's types, with the values that they
// allow. `instance of` looks at the type alone (DMN 1.5, 10.3.2.9.3); what stands in a typed
// variable must be allowed too.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "rules/dmn/definitions.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::dmn {

struct ItemType {
  std::string name;  // as people read it
  feel::Type type;
  std::vector<feel::Expression> tests;      // unary tests, each of which a value must satisfy
  std::shared_ptr<const ItemType> element;  // of a list, where items are to be tested
  std::vector<std::pair<std::string, std::shared_ptr<const ItemType>>> members;  // likewise

  bool has_tests() const { return !tests.empty() || element != nullptr || !members.empty(); }
};
using ItemTypePtr = std::shared_ptr<const ItemType>;  // never null

// The first test that the value, or a part of it, does not satisfy; nullptr if it is allowed. Null
// is allowed.
const feel::Expression* failed_test(const ItemType& type, const feel::Value& value,
                                    feel::Evaluation& run);

// Why a value does not fit a type: the member at fault, and what is wrong with it.
struct Misfit {
  std::string member;              // ".address.zip", "[3]"; "" for the value itself
  std::string wanted;              // a type
  std::optional<std::string> got;  // nothing: the member is missing
};
// Requires: feel::coerce gives nothing for them.
Misfit find_misfit(const feel::Value& value, const feel::Type& type);

// For each model the models that it imports, by prefix; several may have the empty one.
struct ImportedModel {
  std::string prefix;
  std::size_t model = 0;
};
using Imports = std::vector<std::vector<ImportedModel>>;  // by model

// Built once while a model is compiled.
class Types {
 public:
  // Reports what is wrong in item definitions; warnings where `lenient`.
  Types(const std::vector<Definitions>& models, const Imports& imports, bool lenient,
        base::Diagnostics& diagnostics);

  // `any` for "" and, reported, for a name that is none.
  ItemTypePtr resolve(std::size_t model, const std::string& type_ref, const base::Location& at);
  // Makes the model's type names known to expressions.
  void declare_in(feel::Scope& scope, std::size_t model) const;
  static ItemTypePtr any();

 private:
  enum class State : std::uint8_t { untouched, under_way, done };
  struct Named {
    const ItemDefinition* definition = nullptr;
    State state = State::untouched;
    ItemTypePtr type;
  };

  ItemTypePtr find(std::size_t model, std::string_view name);
  ItemTypePtr find_foreign(std::string_view name, const base::Location& at);
  ItemTypePtr find_named(std::size_t model, const std::string& name);
  ItemTypePtr define(std::size_t model, const ItemDefinition& definition, int depth);
  ItemTypePtr base_of(std::size_t model, const ItemDefinition& definition, int depth);
  void add_test(ItemType& type, const std::optional<UnaryTests>& tests);
  void mistake(const base::Location& at, base::Message what,
               std::optional<base::Message> hint = {});
  std::vector<std::string> names(std::size_t model) const;

  const std::vector<Definitions>& models_;
  const Imports& imports_;
  bool lenient_;
  base::Diagnostics& diagnostics_;
  std::vector<std::map<std::string, Named, std::less<>>> named_;  // by model
  std::set<std::string, std::less<>> foreign_said_;               // each once
  int nesting_ = 0;
};

}  // namespace guichet::dmn
