// Built-in functions with regular expressions.
#include "rules/feel/pattern.hpp"
#include "rules/feel/run.hpp"

namespace guichet::feel {
namespace {

std::expected<Pattern, std::string> pattern_of(Call& call, std::size_t pattern, std::size_t flags) {
  return Pattern::compile(call.text(pattern), call.given(flags) ? call.text(flags) : "");
}

Value bad_pattern(Call& call, const std::string& problem) {
  return call.fail(messages::kBadPattern, {std::string(call.text(1)), problem});
}

Value too_long(Call& call) {
  return call.fail(messages::kPatternBudget, {});
}

Value matches(Call& call) {
  const auto pattern = pattern_of(call, 1, 2);
  if (!pattern) return bad_pattern(call, pattern.error());
  const auto found = pattern->find(call.text(0));
  return found ? Value::boolean(*found) : too_long(call);
}

Value replace(Call& call) {
  const auto pattern = pattern_of(call, 1, 3);
  if (!pattern) return bad_pattern(call, pattern.error());
  if (!Pattern::is_replacement(call.text(2)))
    return call.fail("remplacement mal formé", "the replacement is malformed");
  if (pattern->matches_empty())
    return call.fail("le motif accepte la chaîne vide", "the pattern matches an empty string");
  const auto replaced =
      pattern->replace(call.text(0), call.text(2), call.run.evaluation().budget.string_bytes);
  return replaced ? call.string(*replaced) : too_long(call);
}

Value split(Call& call) {
  const auto pattern = pattern_of(call, 1, 2);
  if (!pattern) return bad_pattern(call, pattern.error());
  if (pattern->matches_empty())
    return call.fail("le motif accepte la chaîne vide", "the pattern matches an empty string");
  const auto parts = pattern->split(call.text(0), call.run.evaluation().budget.list_items);
  if (!parts) return too_long(call);
  std::vector<Value> items;
  for (const std::string& part : *parts) items.push_back(call.string(part));
  return call.list(items);
}

constexpr BuiltinRow kFunctions[] = {
    {"matches", "input: string, pattern: string, flags: string??", Want::boolean, matches},
    {"replace", "input: string, pattern: string, replacement: string, flags: string??", Want::string,
     replace},
    {"split", "string: string, delimiter: string", Want::list, split},
};

}  // namespace

std::span<const BuiltinRow> pattern_functions() {
  return kFunctions;
}

}  // namespace guichet::feel
