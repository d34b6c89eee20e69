#include "rules/tables/ready_test.hpp"

#include "rules/feel/temporal.hpp"
#include "rules/feel/text.hpp"

namespace guichet::tables {

namespace {

// Can the text stand in a flow mapping without quotes and be read as itself?
bool is_plain(std::string_view text) {
  if (text.empty() || text == "null" || text == "~" || text.front() == '-' || text.front() == '=')
    return false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
    if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '-' && c != '.') return false;
  }
  return true;
}

// In double quotes, as YAML and FEEL alike have them.
std::string in_quotes(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n')
      quoted += "\\n";
    else if (c == '\t')
      quoted += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20)
      quoted += "\\x0" + std::string(1, "0123456789abcdef"[c % 16]);
    else
      quoted += c;
  }
  return quoted + '"';
}

// Nothing but FEEL says it: `"= [1..2]"`.
std::string as_feel(const feel::Value& value) {
  return in_quotes("= " + feel::to_literal(value));
}

std::string yaml_of(const feel::Value& value, const feel::Type& type) {
  if (value.is_null()) return "null";
  const std::string text = feel::to_text(value);
  if (type.is_any() && value.kind() == feel::Kind::string) {
    feel::Arena arena;
    const bool other = text == "true" || text == "false" || arena.number(text).has_value();
    return other || !is_plain(text) ? in_quotes(text) : text;
  }
  const bool scalar = value.kind() == feel::Kind::number || value.kind() == feel::Kind::boolean;
  if (scalar) return text;
  const bool typed = !type.is_any() && type.kind() == value.kind();
  if (typed && value.kind() == feel::Kind::string)
    return is_plain(text) ? text : text.starts_with('=') ? as_feel(value) : in_quotes(text);
  if (typed && feel::is_temporal(value.kind())) return is_plain(text) ? text : in_quotes(text);
  return as_feel(value);
}

std::string ids(const DecisionTable& table, const std::vector<RuleIndex>& rules) {
  const auto one = [&](RuleIndex rule) {
    const std::string& id = table.rule(rule).id;
    return is_plain(id) ? id : in_quotes(id);
  };
  if (rules.size() == 1) return one(rules[0]);
  constexpr std::size_t kMost = 50;  // a line is to be read
  std::string text;
  for (std::size_t i = 0; i < rules.size() && i < kMost; ++i)
    text += (i == 0 ? "" : ", ") + one(rules[i]);
  return "[" + text + "]";
}

}  // namespace

std::string ready_test(const DecisionTable& table, const Inputs& inputs) {
  std::string given;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const std::string& id = table.inputs()[i].id;
    given += (i == 0 ? "" : ", ") + (is_plain(id) ? id : in_quotes(id)) + ": " +
             yaml_of(inputs[i], table.inputs()[i].type);
  }
  feel::Arena arena;
  feel::Evaluation run{arena, moment_in(table.parts().valid, {})};
  const Explanation explanation = explain_columns(table, inputs, run);
  const auto matched = explanation.matched();
  std::string line = "- {given: {" + given + "}, fires: " + ids(table, matched);
  const auto& selected = explanation.decision.selected;
  if (!selected.empty() && selected != matched) line += ", selects: " + ids(table, selected);
  return line + "}";
}

base::Instant moment_in(const Validity& valid, base::Instant now) {
  const auto day = base::Day(std::chrono::floor<std::chrono::days>(now).time_since_epoch());
  if (valid.covers(day)) return now;
  const base::Day inside =
      valid.from && day < *valid.from ? *valid.from : *valid.to - std::chrono::days(1);
  return base::Instant(inside.time_since_epoch() + std::chrono::hours(12));
}

}  // namespace guichet::tables
