#include "rules/feel/builtins.hpp"

#include <map>

#include "rules/feel/temporal.hpp"

namespace guichet::feel {
namespace {

Want want_named(std::string_view name) {
  static constexpr std::pair<std::string_view, Want> kWants[] = {{"any", Want::any},
                                                                 {"value", Want::value},
                                                                 {"number", Want::number},
                                                                 {"string", Want::string},
                                                                 {"boolean", Want::boolean},
                                                                 {"list", Want::list},
                                                                 {"context", Want::context},
                                                                 {"range", Want::range},
                                                                 {"function", Want::function},
                                                                 {"date", Want::date},
                                                                 {"time", Want::time},
                                                                 {"date and time", Want::date_time},
                                                                 {"duration", Want::duration},
                                                                 {"days", Want::days},
                                                                 {"months", Want::months},
                                                                 {"day", Want::day},
                                                                 {"from date", Want::from_date}};
  for (const auto& [known, want] : kWants)
    if (known == name) return want;
  return Want::any;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::vector<Parameter> parse_parameters(std::string_view text) {
  std::vector<Parameter> parameters;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    std::string_view piece = trimmed(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
    Parameter parameter;
    if (piece.ends_with("...")) {
      parameter.variadic = true;
      piece.remove_suffix(3);
    } else if (piece.ends_with('?')) {
      parameter.optional = true;
      piece.remove_suffix(1);
      parameter.nullable = piece.ends_with('?');
      if (parameter.nullable) piece.remove_suffix(1);
    }
    const std::size_t colon = piece.find(':');
    parameter.name = trimmed(piece.substr(0, colon));
    parameter.want = want_named(trimmed(piece.substr(colon + 1)));
    parameters.push_back(parameter);
  }
  return parameters;
}

using Registry = std::map<std::string_view, Builtin>;

const Registry& registry() {
  static const Registry kRegistry = [] {
    Registry all;
    for (const std::span<const BuiltinRow> family :
         {string_functions(), pattern_functions(), number_functions(), list_functions(),
          sequence_functions(), context_functions(), temporal_functions(), conversion_functions(),
          range_functions()}) {
      for (const BuiltinRow& row : family) {
        Builtin& builtin = all[row.name];
        builtin.name = row.name;
        builtin.pure = row.name != "now" && row.name != "today";
        builtin.signatures.push_back(
            {parse_parameters(row.parameters), type_of(row.result), row.function});
      }
    }
    return all;
  }();
  return kRegistry;
}

bool is_wanted(const Value& value, Want want) {
  switch (want) {
    case Want::any:
      return true;
    case Want::value:
      return !value.is_null();
    case Want::number:
      return value.kind() == Kind::number;
    case Want::string:
      return value.kind() == Kind::string;
    case Want::boolean:
      return value.kind() == Kind::boolean;
    case Want::list:
      return value.kind() == Kind::list;
    case Want::context:
      return value.kind() == Kind::context;
    case Want::range:
      return value.kind() == Kind::range;
    case Want::function:
      return value.kind() == Kind::function;
    case Want::date:
      return value.kind() == Kind::date;
    case Want::time:
      return value.kind() == Kind::time;
    case Want::date_time:
      return value.kind() == Kind::date_time;
    case Want::duration:
      return is_duration(value.kind());
    case Want::days:
      return value.kind() == Kind::days_duration;
    case Want::months:
      return value.kind() == Kind::months_duration;
    case Want::day:
      return value.kind() == Kind::date || value.kind() == Kind::date_time;
    case Want::from_date:
      return value.kind() == Kind::date || value.kind() == Kind::date_time ||
             value.kind() == Kind::string;
  }
  return false;
}

std::vector<Kind> kinds_wanted(Want want) {
  std::vector<Kind> kinds;
  for (int kind = 0; kind <= static_cast<int>(Kind::function); ++kind)
    if (is_wanted(ValueAccess::make(static_cast<Kind>(kind), 0), want))
      kinds.push_back(static_cast<Kind>(kind));
  return kinds;
}

}  // namespace

std::size_t Signature::required() const {
  std::size_t count = 0;
  for (const Parameter& parameter : parameters) count += parameter.optional ? 0 : 1;
  return count;
}

bool Signature::takes(std::size_t count) const {
  const bool open = !parameters.empty() && parameters.back().variadic;
  return count >= required() && (open || count <= parameters.size());
}

const Builtin* find_builtin(std::string_view name) {
  const auto found = registry().find(name);
  return found == registry().end() ? nullptr : &found->second;
}

const std::vector<std::string>& builtin_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const auto& entry : registry()) names.emplace_back(entry.first);
    return names;
  }();
  return kNames;
}

std::string signature_text(const Builtin& builtin) {
  std::string text;
  for (const Signature& signature : builtin.signatures) {
    if (!text.empty()) text += ", ";
    text += std::string(builtin.name) + "(";
    for (const Parameter& parameter : signature.parameters) {
      if (!text.ends_with('(')) text += ", ";
      text += parameter.name;
      text += parameter.optional ? "?" : parameter.variadic ? "..." : "";
    }
    text += ")";
  }
  return text;
}

bool may_fit(const Type& have, Want want) {
  if (have.is_any() || have.kind() == Kind::null || want == Want::list) return true;
  if (have.kind() == Kind::list && !is_wanted(ValueAccess::make(Kind::list, 0), want))
    return may_fit(have.element(), want);
  for (const Kind kind : kinds_wanted(want))
    if (may_fit(have, Type::of(kind))) return true;
  return false;
}

std::optional<Value> conform(const Value& value, Want want, Arena& arena) {
  if (is_wanted(value, want)) return value;
  if (want == Want::list) {
    if (value.is_null()) return std::nullopt;
    return arena.list({&value, 1});
  }
  if (value.kind() == Kind::list && value.items().size() == 1)
    return conform(value.items().front(), want, arena);
  if (value.kind() == Kind::date && want == Want::date_time)
    return coerce(value, Type::of(Kind::date_time), arena);
  return std::nullopt;
}

Type type_of(Want want) {
  const std::vector<Kind> kinds = kinds_wanted(want);
  return kinds.size() == 1 ? Type::of(kinds.front()) : Type::any();
}

}  // namespace guichet::feel
