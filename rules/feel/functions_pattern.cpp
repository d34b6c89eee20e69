// Built-in functions with regular expressions.
#include "rules/feel/pattern.hpp"
#include "rules/feel/reasons.hpp"
#include "rules/feel/run.hpp"
#include "rules/feel/text.hpp"

namespace guichet::feel {
namespace {

constexpr std::uint64_t kCompileSteps = 20;
constexpr std::size_t kSearchedBytesPerStep = 16;

// The pattern of a call: the one compiled with the expression, or one made for this call.
class CallPattern {
 public:
  CallPattern(Call& call, std::size_t flags) : pattern_(call.pattern) {
    if (pattern_ != nullptr) return;
    if (!call.run.spend(kCompileSteps + call.text(1).size(), call.node)) return;
    if (call.run.pattern_time().spent()) {
      call.run.stop(call.node, messages::kPatternBudget, 0);
      return;
    }
    auto made = made_now(call, flags);
    if (call.run.pattern_time().spent()) {
      call.run.stop(call.node, messages::kPatternBudget, 0);
    } else if (!made) {
      failure_ =
          call.fail(messages::kBadPattern, {shown(call.text(1)), made.error().fr, made.error().en});
    } else {
      made_ = std::move(*made);
      pattern_ = &*made_;
    }
  }
  explicit operator bool() const { return pattern_ != nullptr; }
  const Pattern* operator->() const { return pattern_; }
  const Value& failure() const { return failure_; }

 private:
  static std::expected<Pattern, PatternProblem> made_now(Call& call, std::size_t flags) {
    const PatternTime::Use use(call.run.pattern_time());
    return Pattern::compile(call.text(1), call.given(flags) ? call.text(flags) : "");
  }

  const Pattern* pattern_;
  std::optional<Pattern> made_;
  Value failure_;
};

// What matching takes beside the time that is measured: the texts are read and copied.
bool charge(Call& call) {
  return call.run.spend(call.text(0).size() / kSearchedBytesPerStep, call.node);
}

// A limit ends the whole evaluation: the time is spent, and what is too large stays so.
Value stopped(Call& call, PatternLimit limit, Value (Run::*too_large)(std::uint32_t)) {
  return limit == PatternLimit::size ? (call.run.*too_large)(call.node)
                                     : call.run.stop(call.node, messages::kPatternBudget, 0);
}

Value matches(Call& call) {
  const CallPattern pattern(call, 2);
  if (!pattern) return pattern.failure();
  if (!charge(call)) return {};
  const auto found = pattern->find(call.text(0), call.run.pattern_time());
  return found ? Value::boolean(*found) : stopped(call, found.error(), &Run::stop_for_string);
}

Value replace(Call& call) {
  const CallPattern pattern(call, 3);
  if (!pattern) return pattern.failure();
  if (!charge(call)) return {};
  if (!Pattern::is_replacement(call.text(2))) return call.fail(reasons::kMalformedReplacement);
  if (pattern->matches_empty()) return call.fail(reasons::kPatternMatchesEmpty);
  const std::size_t most = call.run.evaluation().budget.string_bytes;
  const auto replaced = pattern->replace(call.text(0), call.text(2), most, call.run.pattern_time());
  return replaced ? call.string(*replaced) : stopped(call, replaced.error(), &Run::stop_for_string);
}

Value split(Call& call) {
  const CallPattern pattern(call, 2);
  if (!pattern) return pattern.failure();
  if (!charge(call)) return {};
  if (pattern->matches_empty()) return call.fail(reasons::kPatternMatchesEmpty);
  const std::size_t most = call.run.evaluation().budget.list_items;
  const auto parts = pattern->split(call.text(0), most, call.run.pattern_time());
  if (!parts) return stopped(call, parts.error(), &Run::stop_for_list);
  std::vector<Value> items;
  for (const std::string& part : *parts) items.push_back(call.string(part));
  return call.list(items);
}

constexpr BuiltinRow kPatternFunctions[] = {
    {"matches", "input: string, pattern: string, flags: string??", Want::boolean, matches},
    {"replace", "input: string, pattern: string, replacement: string, flags: string??",
     Want::string, replace},
    {"split", "string: string, delimiter: string", Want::list, split},
};

}  // namespace

std::span<const BuiltinRow> pattern_functions() {
  return kPatternFunctions;
}

}  // namespace guichet::feel
