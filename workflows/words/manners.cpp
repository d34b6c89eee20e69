// What the statements of a step say beside their main clause: contracts, and how timers behave.
#include <array>

#include "workflows/words/conditions.hpp"
#include "workflows/words/manner_messages.hpp"
#include "workflows/words/steps.hpp"

namespace guichet::words {
namespace {

constexpr std::string_view kWholePath = "step ";  // key of what is said of every step

}  // namespace

std::string Steps::timer_manners(const model::TimerSpec& spec) const {
  std::string out;
  // Once, after an outage, and anew, after a stop, is what anybody expects.
  if (spec.catch_up == model::CatchUp::each) out += phrases_.say(messages::kCatchUpEach);
  if (spec.catch_up == model::CatchUp::none) out += phrases_.say(messages::kCatchUpNone);
  if (spec.resume == model::Resume::remaining) out += phrases_.say(messages::kResumeRemaining);
  if (spec.resume == model::Resume::original) out += phrases_.say(messages::kResumeOriginal);
  return out;
}

// `name`: of an act, as people know it; empty for the step itself.
void Steps::add_contract(const std::optional<model::Contract>& contract, const std::string& name,
                         Section& section) const {
  if (!contract) return;
  struct Clause {
    const feel::Expression& condition;
    const base::MessageText& of_step;
    const base::MessageText& of_act;
    std::string_view key;
  };
  const bool whole_path = section.key == kWholePath;
  const std::array clauses{
      Clause{contract->before, messages::kHoldsOnArrival, messages::kHoldsBefore, "before"},
      Clause{contract->always, whole_path ? messages::kHoldsThroughout : messages::kHoldsAlways,
             messages::kHoldsAlways, "always"},
      Clause{contract->after, messages::kHoldsOnLeaving, messages::kHoldsAfter, "after"}};
  for (const Clause& each : clauses) {
    if (each.condition.empty()) continue;
    const std::string what = condition(each.condition, workflow_, phrases_);
    std::string key = "contract ";
    key += each.key;
    if (!name.empty()) key += " " + name;
    const auto text = name.empty() ? phrases_.say(each.of_step, {what})
                                   : phrases_.say(each.of_act, {what, phrases_.quoted(name)});
    section.items.push_back({std::move(key), text, {}});
  }
}

}  // namespace guichet::words
