// Built-in functions with regular expressions.
#include "rules/feel/pattern.hpp"
#include "rules/feel/reasons.hpp"
#include "rules/feel/run.hpp"

namespace guichet::feel {
namespace {

constexpr std::uint64_t kCompileSteps = 20;
constexpr std::uint64_t kStepsPerTick = 10'000;

// The pattern of a call: the one compiled with the expression, or one made for this call.
class CallPattern {
 public:
  CallPattern(Call& call, std::size_t flags) : pattern_(call.pattern) {
    if (pattern_ != nullptr) return;
    if (!call.run.spend(kCompileSteps + call.text(1).size(), call.node)) return;
    auto made = Pattern::compile(call.text(1), call.given(flags) ? call.text(flags) : "");
    if (!made) {
      failure_ = call.fail(messages::kBadPattern, {std::string(call.text(1)), made.error()});
      return;
    }
    made_ = std::move(*made);
    pattern_ = &*made_;
  }
  explicit operator bool() const { return pattern_ != nullptr; }
  const Pattern* operator->() const { return pattern_; }
  const Value& failure() const { return failure_; }

 private:
  const Pattern* pattern_;
  std::optional<Pattern> made_;
  Value failure_;
};

// Charges what the matching took, so that many slow matches spend the budget as one endless does.
bool charge(Call& call, const PatternEffort& effort) {
  return call.run.spend(std::uint64_t{effort.ticks} * kStepsPerTick, call.node);
}

Value too_long(Call& call) {
  return call.fail(messages::kPatternBudget, {});
}

Value matches(Call& call) {
  const CallPattern pattern(call, 2);
  if (!pattern) return pattern.failure();
  PatternEffort effort;
  const auto found = pattern->find(call.text(0), effort);
  if (!charge(call, effort)) return {};
  return found ? Value::boolean(*found) : too_long(call);
}

Value replace(Call& call) {
  const CallPattern pattern(call, 3);
  if (!pattern) return pattern.failure();
  if (!Pattern::is_replacement(call.text(2))) return call.fail(reasons::kMalformedReplacement);
  if (pattern->matches_empty()) return call.fail(reasons::kPatternMatchesEmpty);
  PatternEffort effort;
  const auto replaced = pattern->replace(call.text(0), call.text(2),
                                         call.run.evaluation().budget.string_bytes, effort);
  if (!charge(call, effort)) return {};
  return replaced ? call.string(*replaced) : too_long(call);
}

Value split(Call& call) {
  const CallPattern pattern(call, 2);
  if (!pattern) return pattern.failure();
  if (pattern->matches_empty()) return call.fail(reasons::kPatternMatchesEmpty);
  PatternEffort effort;
  const auto parts = pattern->split(call.text(0), call.run.evaluation().budget.list_items, effort);
  if (!charge(call, effort)) return {};
  if (!parts) return too_long(call);
  std::vector<Value> items;
  for (const std::string& part : *parts) items.push_back(call.string(part));
  return call.list(items);
}

constexpr BuiltinRow kFunctions[] = {
    {"matches", "input: string, pattern: string, flags: string??", Want::boolean, matches},
    {"replace", "input: string, pattern: string, replacement: string, flags: string??",
     Want::string, replace},
    {"split", "string: string, delimiter: string", Want::list, split},
};

}  // namespace

std::span<const BuiltinRow> pattern_functions() {
  return kFunctions;
}

}  // namespace guichet::feel
