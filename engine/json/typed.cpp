#include "engine/json/typed.hpp"

#include "rules/feel/expression.hpp"

namespace guichet::json {
namespace {

// A range is written as its FEEL literal; the compiler folds it to a constant.
std::optional<feel::Value> read_range(std::string_view text, feel::Arena& arena) {
  const auto source = base::make_source("<range>", std::string(text));
  const base::LocatedText located(source->text(), {source, 0, 0});
  base::Diagnostics faults;
  const feel::Expression expression = feel::compile(located, feel::Scope{}, faults);
  if (faults.has_errors() || expression.empty()) return {};
  feel::Evaluation run{.arena = arena};
  const feel::Value value = feel::evaluate(expression, {}, run);
  if (value.kind() != feel::Kind::range) return {};
  return arena.copy(value);
}

}  // namespace

std::string_view mark_of(feel::Kind kind) {
  switch (kind) {
    case feel::Kind::date:
      return "@date";
    case feel::Kind::time:
      return "@time";
    case feel::Kind::date_time:
      return "@datetime";
    case feel::Kind::days_duration:
    case feel::Kind::months_duration:
      return "@duration";
    case feel::Kind::range:
      return "@range";
    default:
      return {};
  }
}

bool is_mark(std::string_view key) {
  return key.starts_with('@');
}

std::optional<feel::Value> read_marked(std::string_view mark, std::string_view text,
                                       feel::Arena& arena) {
  if (mark == "@range") return read_range(text, arena);
  auto value = feel::parse_temporal(text, arena);
  if (!value || mark_of(value->kind()) != mark) return {};
  return value;
}

}  // namespace guichet::json
