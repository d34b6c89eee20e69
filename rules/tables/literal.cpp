#include "rules/tables/literal.hpp"

#include <array>

#include "engine/base/delay.hpp"
#include "rules/tables/load_messages.hpp"

namespace guichet::tables {

namespace {

using feel::Kind;
using feel::Stored;
using feel::Type;

struct TypeName {
  std::string_view name;
  Kind kind;
};
constexpr std::array<TypeName, 12> kTypes{{{"string", Kind::string},
                                           {"number", Kind::number},
                                           {"boolean", Kind::boolean},
                                           {"date", Kind::date},
                                           {"time", Kind::time},
                                           {"date and time", Kind::date_time},
                                           {"days and time duration", Kind::days_duration},
                                           {"years and months duration", Kind::months_duration},
                                           {"delay", Kind::string},
                                           {"context", Kind::context},
                                           {"list", Kind::list},
                                           {"text", Kind::string}}};

Stored text_as(std::string_view text, Kind kind, bool& fits) {
  feel::Arena arena;
  switch (kind) {
    case Kind::string:
      return Stored::string(text);
    case Kind::boolean:
      fits = text == "true" || text == "false";
      return Stored::boolean(text == "true");
    case Kind::number: {
      const auto number = arena.number(text);
      fits = number.has_value();
      return fits ? Stored(*number) : Stored();
    }
    default: {
      const auto value = feel::parse_temporal(text, arena);
      fits = value && value->kind() == kind;
      return fits ? Stored(*value) : Stored();
    }
  }
}

Stored read_scalar(const yaml::Node& node, const Type& type, base::Diagnostics& diagnostics) {
  const bool plain = node.style() == yaml::Style::plain;
  if (node.is_empty()) return {};
  if (node.text().starts_with('=')) {
    const auto expression =
        feel::compile(node.located().sub(1, node.text().size() - 1), {}, diagnostics, type);
    feel::Arena arena;
    feel::Evaluation run{arena};
    return expression.empty() ? Stored() : Stored(feel::evaluate(expression, {}, run));
  }
  bool fits = true;
  if (type.is_any()) {
    for (const Kind kind : {Kind::number, Kind::boolean}) {
      fits = true;
      if (Stored value = text_as(node.text(), kind, fits); plain && fits) return value;
    }
    return Stored::string(node.text());
  }
  Stored value = text_as(node.text(), type.kind(), fits);
  if (!fits)
    diagnostics.error(node.location(),
                      base::Message(messages::kNotOfType, {node.text(), type.name()}));
  return value;
}

}  // namespace

std::optional<Type> type_named(std::string_view name) {
  constexpr std::string_view kListOf = "list of ";
  if (name == "any" || name == "Any") return Type::any();
  if (name.starts_with(kListOf)) {
    const auto element = type_named(name.substr(kListOf.size()));
    return element ? std::optional(Type::list_of(*element)) : std::nullopt;
  }
  for (const TypeName& type : kTypes)
    if (type.name == name) return Type::of(type.kind);
  return {};
}

std::vector<std::string> type_names() {
  std::vector<std::string> names{"any"};
  for (const TypeName& type : kTypes) names.emplace_back(type.name);
  return names;
}

Stored read_literal(const yaml::Node& node, const Type& type, base::Diagnostics& diagnostics) {
  if (node.is_scalar()) return read_scalar(node, type, diagnostics);
  feel::Arena arena;
  std::vector<Stored> keep;
  if (node.is_sequence()) {
    const bool is_list = !type.is_any() && type.kind() == Kind::list;
    std::vector<feel::Value> items;
    for (const yaml::Node& item : node.items()) {
      keep.push_back(read_literal(item, is_list ? type.element() : type, diagnostics));
      items.push_back(keep.back().value());
    }
    return Stored(arena.list(items));
  }
  std::vector<feel::Entry> entries;
  for (const yaml::Entry& entry : node.entries()) {
    const Type* member =
        type.is_any() || type.kind() != Kind::context ? nullptr : type.member(entry.key.text());
    keep.push_back(
        read_literal(entry.value, member != nullptr ? *member : Type::any(), diagnostics));
    entries.push_back({entry.key.text(), keep.back().value()});
  }
  return Stored(arena.context(entries));
}

base::LocatedText quoted(const base::LocatedText& text) {
  std::string literal = "\"";
  std::vector<base::LocatedText::Segment> segments{{0, text.at(0).offset}};
  for (std::size_t i = 0; i < text.text().size(); ++i) {
    const char c = text.text()[i];
    if (c == '"' || c == '\\') literal += '\\';
    segments.push_back({static_cast<std::uint32_t>(literal.size()), text.at(i).offset});
    literal += c;
  }
  literal += '"';
  return {std::move(literal), text.source(), std::move(segments)};
}

bool is_delay(std::string_view text, bool iso) {
  if (text.empty() || (!iso && text.front() == 'P')) return false;
  return base::parse_delay(text).has_value();
}

}  // namespace guichet::tables
