#include "rules/feel/expression.hpp"
#include "rules/feel/scan.hpp"

namespace guichet::feel {
namespace {

// Types may nest without end (a list of a list); their members matter only so deep.
constexpr int kMemberDepth = 16;
constexpr int kMostParts = 10'000;

}  // namespace

void Scope::note_members(const Type& type, int depth, int& room) {
  if (type.is_any() || depth > kMemberDepth || --room < 0) return;
  note_members(type.element(), depth + 1, room);
  for (const std::string& name : type.member_names()) {
    member_names_.insert(canonical_name(name));
    note_members(*type.member(name), depth + 1, room);
  }
}

Scope::Slot Scope::declare(std::string name, Type type) {
  int room = kMostParts;
  note_members(type, 0, room);
  const auto slot = static_cast<Slot>(variables_.size());
  symbols_[canonical_name(name)] = {Meaning::variable, slot};
  variables_.push_back({std::move(name), std::move(type)});
  return slot;
}

void Scope::declare_type(std::string name, Type type) {
  int room = kMostParts;
  note_members(type, 0, room);
  type_names_[canonical_name(name)] = static_cast<std::uint32_t>(types_.size());
  types_.push_back({std::move(name), std::move(type)});
}

void Scope::declare_function(std::string name, std::vector<Type> parameters, Type result,
                             NativeFunction function, std::size_t required_parameters) {
  symbols_[canonical_name(name)] = {Meaning::function,
                                    static_cast<std::uint32_t>(functions_.size())};
  const std::size_t required = std::min(required_parameters, parameters.size());
  functions_.push_back(
      {std::move(name), std::move(parameters), std::move(result), std::move(function), required});
}

namespace {

std::string external_key(std::string_view class_name, std::string_view signature) {
  std::string key(class_name);
  key += '#';
  for (const char c : signature)
    if (c != ' ' && c != '\t' && c != '\n') key += c;
  return key;
}

}  // namespace

void Scope::declare_external(std::string_view class_name, std::string_view signature,
                             NativeFunction function) {
  const std::string key = external_key(class_name, signature);
  externals_[key] = static_cast<std::uint32_t>(functions_.size());
  const bool none = signature.find("()") != std::string_view::npos;
  const auto commas = std::count(signature.begin(), signature.end(), ',');
  functions_.push_back({key, std::vector<Type>(none ? 0 : static_cast<std::size_t>(commas) + 1),
                        Type::any(), std::move(function),
                        none ? 0 : static_cast<std::size_t>(commas) + 1});
}

std::optional<std::uint32_t> Scope::find_external(std::string_view class_name,
                                                  std::string_view signature) const {
  const auto found = externals_.find(external_key(class_name, signature));
  return found == externals_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Scope::Slot> Scope::find(std::string_view name) const {
  const auto found = symbols_.find(canonical_name(name));
  if (found == symbols_.end() || found->second.meaning != Meaning::variable) return std::nullopt;
  return found->second.index;
}

const Type* Scope::type_of(std::string_view name) const {
  const auto slot = find(name);
  return slot ? &variables_[*slot].type : nullptr;
}

std::vector<std::string> Scope::names() const {
  std::vector<std::string> names;
  for (const Variable& variable : variables_) names.push_back(variable.name);
  return names;
}

std::size_t Scope::size() const {
  return variables_.size();
}

}  // namespace guichet::feel
