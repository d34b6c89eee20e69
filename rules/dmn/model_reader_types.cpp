#include <array>

#include "engine/yaml/shape.hpp"
#include "rules/dmn/model_reader.hpp"
#include "rules/dmn/model_yaml_messages.hpp"
#include "rules/tables/literal.hpp"

namespace guichet::dmn {

namespace {

using base::Message;
using yaml::Key;

constexpr std::array<Key, 7> kTypeKeys{{{"type", yaml::kScalar},
                                        {"members", yaml::kMapping},
                                        {"list", yaml::kScalar},
                                        {"values", yaml::kScalar | yaml::kSequence},
                                        {"constraint", yaml::kScalar},
                                        {"label", yaml::kScalar},
                                        {"description", yaml::kScalar}}};
constexpr std::string_view kListOf = "list of ";

bool is_built_in(std::string_view name) {
  return name == "Any" || (name != "delay" && name != "text" && !name.starts_with(kListOf) &&
                           tables::type_named(name).has_value());
}

}  // namespace

void ModelReader::read_types() {
  const yaml::Node* types = yaml::at(root_, "types");
  if (types == nullptr) return;
  for (const yaml::Entry& entry : types->entries()) types_.insert(entry.key.text());
  for (const yaml::Entry& entry : types->entries())
    made_.item_definitions.push_back(read_type(entry));
}

ItemDefinition ModelReader::read_type(const yaml::Entry& entry) {
  ItemDefinition item;
  item.element.name = entry.key.text();
  item.element.at = entry.key.location();
  if (entry.value.is_scalar()) {
    const std::string& text = entry.value.text();
    item.is_collection = text.starts_with(kListOf);
    if (!item.is_collection) {
      item.type_ref = type_name(entry.value);
      return item;
    }
    item.type_ref = text.substr(kListOf.size());
    if (!is_built_in(item.type_ref) && !types_.contains(item.type_ref))
      diagnostics_.error(entry.value.location(),
                         Message(messages::kUnknownModelType, {item.type_ref}),
                         base::suggestion(item.type_ref, {types_.begin(), types_.end()}));
    return item;
  }
  if (!yaml::check_shape(entry.value, kTypeKeys, diagnostics_)) return item;
  item.element.label = yaml::text_at(entry.value, "label");
  item.element.description = yaml::text_at(entry.value, "description");
  if (const auto* list = yaml::at(entry.value, "list"))
    item.is_collection = yaml::read_bool(*list, diagnostics_).value_or(false);
  const yaml::Node* type = yaml::at(entry.value, "type");
  const yaml::Node* members = yaml::at(entry.value, "members");
  if ((type == nullptr) == (members == nullptr))
    diagnostics_.error(entry.key.location(), Message(messages::kTypeOrMembers));
  if (type != nullptr) item.type_ref = type_name(*type);
  if (members != nullptr)
    for (const yaml::Entry& member : members->entries())
      item.components.push_back(read_type(member));
  if (const auto* values = yaml::at(entry.value, "values"))
    item.allowed_values = read_values(*values);
  if (const auto* constraint = yaml::at(entry.value, "constraint"))
    item.type_constraint = read_values(*constraint);
  return item;
}

std::string ModelReader::type_name(const yaml::Node& node) {
  const std::string& text = node.text();
  if (text == "any") return "Any";
  if (is_built_in(text) || types_.contains(text)) return text;
  if (text.starts_with(kListOf)) {
    const std::string element = text.substr(kListOf.size());
    if (is_built_in(element) || types_.contains(element)) {
      ItemDefinition list;
      list.element.name = text;
      list.element.at = node.location();
      list.type_ref = element == "any" ? "Any" : element;
      list.is_collection = true;
      if (types_.insert(text).second) made_.item_definitions.push_back(std::move(list));
      return text;
    }
  }
  diagnostics_.error(node.location(), Message(messages::kUnknownModelType, {text}),
                     base::suggestion(text, {types_.begin(), types_.end()}));
  return {};
}

// Unary tests, or a list of literals, which comes to the same.
UnaryTests ModelReader::read_values(const yaml::Node& node) {
  if (node.is_scalar()) return {.text = node.located()};
  std::string text;
  std::vector<base::LocatedText::Segment> segments{{0, node.location().offset}};
  for (const yaml::Node& item : node.items()) {
    if (!text.empty()) text += ", ";
    if (!text.empty())
      segments.push_back({static_cast<std::uint32_t>(text.size()), item.location().offset});
    text += feel::to_literal(tables::read_literal(item, feel::Type::any(), diagnostics_).value());
  }
  return {.text = {std::move(text), node.location().source, std::move(segments)}};
}

}  // namespace guichet::dmn
