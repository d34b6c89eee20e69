// Single values: texts, flags, delays, expressions, literals.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "workflows/check/form_messages.hpp"
#include "workflows/check/messages.hpp"
#include "workflows/check/reading.hpp"

namespace guichet::check {

namespace {

using base::Message;

constexpr std::string_view kInState = "in state(\"";

// FEEL checks names, not what a text argument names: the path is looked up here.
void check_in_state(Reading& reading, const base::LocatedText& text) {
  const std::string& feel = text.text();
  for (std::size_t at = feel.find(kInState); at != std::string::npos;
       at = feel.find(kInState, at + 1)) {
    const std::size_t first = at + kInState.size();
    const std::size_t last = feel.find('"', first);
    if (last == std::string::npos) return;
    const std::string path = feel.substr(first, last - first);
    if (reading.workflow.find_state(path)) continue;
    std::vector<std::string> paths;
    for (const model::State& state : reading.workflow.states) paths.push_back(state.path);
    reading.diagnostics.error(text.at(first, last - first),
                              Message(messages::kUnknownState, {path}),
                              base::suggestion(path, paths));
  }
}

base::LocatedText feel_text(const yaml::Node& node) {
  const base::LocatedText& text = node.located();
  return text.sub(1, text.text().size() - 1).trimmed();
}

feel::Stored literal(Reading& reading, const vocabulary::Field& field, const yaml::Node& node) {
  auto value = vocabulary::parse_value(field, node.text(), *reading.names.vocabulary);
  if (value) return *value;
  reading.diagnostics.error(node.location(), value.error());
  return {};
}

feel::Stored list_literal(Reading& reading, const vocabulary::Field& field,
                          const yaml::Node& node) {
  vocabulary::Field element = field;
  element.many = false;
  std::vector<feel::Stored> items;
  for (const yaml::Node* item : yaml::read_one_or_many(node, reading.diagnostics)) {
    items.push_back(literal(reading, element, *item));
  }
  feel::Arena arena;
  std::vector<feel::Value> values;
  for (const feel::Stored& item : items) values.push_back(item.value());
  return feel::Stored(arena.list(values));
}

}  // namespace

std::string read_text(const View& of, std::string_view key) {
  const auto value = of.find(key);
  return value && value->node().is_scalar() && !value->node().is_empty() ? value->node().text()
                                                                         : "";
}

bool read_flag(Reading& reading, const View& of, std::string_view key) {
  const auto value = of.find(key);
  if (!value || !value->node().is_scalar()) return false;
  return yaml::read_bool(value->node(), reading.diagnostics).value_or(false);
}

std::optional<base::Delay> read_delay(Reading& reading, const yaml::Node& node) {
  if (!node.is_scalar()) return std::nullopt;
  auto delay = base::parse_delay(node.text());
  if (!delay) {
    reading.diagnostics.error(node.location(), Message(messages::kNotADelay, {node.text()}),
                              Message(messages::kDelayForms));
  }
  return delay;
}

std::optional<base::Delay> read_delay(Reading& reading, const View& of, std::string_view key) {
  const auto value = of.find(key);
  return value ? read_delay(reading, value->node()) : std::nullopt;
}

std::size_t read_word(Reading& reading, const yaml::Node& node,
                      const std::vector<std::string>& words) {
  const auto found = std::ranges::find(words, node.text());
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  if (node.is_scalar()) {
    reading.diagnostics.error(
        node.location(),
        Message(messages::kNotOneOf, {node.text(), fmt::format("{}", fmt::join(words, ", "))}),
        base::suggestion(node.text(), words));
  }
  return 0;
}

bool is_expression(const yaml::Node& node) {
  return node.is_scalar() && node.text().starts_with('=');
}

feel::Expression read_expression(Reading& reading, const base::LocatedText& text,
                                 const feel::Type& expected) {
  check_in_state(reading, text);
  return feel::compile(text, reading.scope, reading.diagnostics, expected);
}

feel::Expression read_condition(Reading& reading, const yaml::Node& node) {
  if (!node.is_scalar()) return {};
  const base::LocatedText text = is_expression(node) ? feel_text(node) : node.located().trimmed();
  return read_expression(reading, text, feel::Type::of(feel::Kind::boolean));
}

model::Operand read_text_operand(Reading& reading, const yaml::Node& node) {
  if (is_expression(node)) return read_expression(reading, feel_text(node), feel::Type::any());
  return feel::Stored::string(node.text());
}

model::Operand read_field_operand(Reading& reading, const vocabulary::Field& field,
                                  const yaml::Node& node, bool element) {
  vocabulary::Field of = field;
  if (element) of.many = false;
  if (is_expression(node)) {
    // A consent is written as a word and read as a boolean.
    const bool consent = field.type == vocabulary::FieldType::consent;
    return read_expression(reading, feel_text(node),
                           consent ? feel::Type::any() : reading.names.vocabulary->type_of(of));
  }
  if (node.is_empty()) return feel::Stored();
  if (node.is_sequence() && of.many) return list_literal(reading, field, node);
  if (!node.is_scalar()) {
    yaml::read_one_or_many(node, reading.diagnostics);
    reading.diagnostics.error(node.location(), Message(messages::kNotAList, {field.id}));
    return feel::Stored();
  }
  if (of.many) return list_literal(reading, field, node);
  return literal(reading, of, node);
}

}  // namespace guichet::check
