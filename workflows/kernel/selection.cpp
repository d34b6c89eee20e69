#include "workflows/kernel/selection.hpp"

#include <algorithm>
#include <array>

#include "workflows/kernel/domain.hpp"

namespace guichet::kernel {

namespace {

constexpr model::TransitionIndex kNoArm{-1};
constexpr std::string_view kEndOfState = "done.state.";

class Selector {
 public:
  Selector(const model::Workflow& workflow, const Position& position, const Trigger& trigger,
           Host& host, Raiser& raiser)
      : workflow_(workflow),
        position_(position),
        trigger_(trigger),
        host_(host),
        raiser_(raiser),
        memory_(space_.data(), space_.size()),
        asked_(&memory_) {}

  void select(Arms& enabled) {
    for (const Active& active : position_.active) {
      if (!is_atomic(workflow_.at(active.state).kind)) continue;
      const model::TransitionIndex arm = first_from(active.state);
      if (arm != kNoArm && std::ranges::find(enabled, arm) == enabled.end()) {
        enabled.push_back(arm);
      }
    }
  }

 private:
  struct Answer {
    model::StateIndex state;
    model::TransitionIndex arm;
  };

  // The innermost enabled arm from an atomic state outwards. What an ancestor of several atomic
  // states answered is kept, so that a guard is asked once in a selection.
  model::TransitionIndex first_from(model::StateIndex atomic) {
    for (model::StateIndex up = atomic; up != model::kNoState; up = workflow_.at(up).parent) {
      const auto known = std::ranges::find(asked_, up, &Answer::state);
      const model::TransitionIndex arm = known != asked_.end() ? known->arm : first_of(up);
      if (known == asked_.end()) asked_.push_back({up, arm});
      if (arm != kNoArm) return arm;
    }
    return kNoArm;
  }

  model::TransitionIndex first_of(model::StateIndex state) {
    const bool eventless = trigger_.cause == model::Cause::always;
    const model::State& from = workflow_.at(state);
    for (const model::TransitionIndex arm : eventless ? from.always : from.transitions) {
      if ((eventless || answers(workflow_.at(arm))) && host_.holds(arm, trigger_, raiser_)) {
        return arm;
      }
    }
    return kNoArm;
  }

  bool answers(const model::Transition& arm) const {
    switch (arm.cause) {
      case model::Cause::action:
      case model::Cause::reply:
        return arm.cause == trigger_.cause && workflow_.at(arm.declaration).name == trigger_.name;
      case model::Cause::timer:
        return trigger_.cause == model::Cause::timer && arm.declaration == trigger_.timer;
      case model::Cause::done:
        return trigger_.cause == model::Cause::done && arm.source == trigger_.done;
      case model::Cause::event:
        return answers_event(workflow_.at(arm.declaration).name);
      case model::Cause::always:
        break;
    }
    return false;
  }

  // "done.state.a" is the end of `a` alone: the path of a state inside it begins with it too.
  bool answers_event(const std::string& pattern) const {
    if (trigger_.cause == model::Cause::event) return matches(pattern, trigger_.name);
    if (trigger_.cause != model::Cause::done) return false;
    const bool names_one = pattern.starts_with(kEndOfState) && !pattern.ends_with(".*");
    return names_one ? pattern == trigger_.name : matches(pattern, trigger_.name);
  }

  const model::Workflow& workflow_;
  const Position& position_;
  const Trigger& trigger_;
  Host& host_;
  Raiser& raiser_;
  std::array<std::byte, 512> space_;
  std::pmr::monotonic_buffer_resource memory_;
  std::pmr::vector<Answer> asked_;
};

// Two arms conflict where they leave a state in common: one domain lies in the other. Either has
// an active descendant, because its arm's source is one or has one.
bool conflict(const model::Workflow& workflow, model::StateIndex a, model::StateIndex b) {
  if (a == model::kNoState || b == model::kNoState) return false;
  return a == b || workflow.is_descendant(a, b) || workflow.is_descendant(b, a);
}

// The inner source wins, else the arm that comes earlier.
void remove_conflicts(const model::Workflow& workflow, const Position& position, Arms& enabled) {
  Arms kept(enabled.get_allocator());
  for (const model::TransitionIndex arm : enabled) {
    const model::Transition& later = workflow.at(arm);
    const model::StateIndex domain = domain_of(workflow, position, later);
    const auto clashes = [&](model::TransitionIndex other) {
      return conflict(workflow, domain, domain_of(workflow, position, workflow.at(other)));
    };
    const bool pre_empted = std::ranges::any_of(kept, [&](model::TransitionIndex other) {
      return clashes(other) && !workflow.is_descendant(later.source, workflow.at(other).source);
    });
    if (pre_empted) continue;
    std::erase_if(kept, clashes);
    kept.push_back(arm);
  }
  enabled = std::move(kept);
}

}  // namespace

bool matches(std::string_view pattern, std::string_view name) {
  if (pattern == "*") return true;
  if (pattern.ends_with(".*")) pattern.remove_suffix(2);
  return name.starts_with(pattern) &&
         (name.size() == pattern.size() || name[pattern.size()] == '.');
}

void select(const model::Workflow& workflow, const Position& position, const Trigger& trigger,
            Host& host, Raiser& raiser, Arms& enabled) {
  enabled.clear();
  Selector(workflow, position, trigger, host, raiser).select(enabled);
  if (enabled.size() > 1) remove_conflicts(workflow, position, enabled);
}

}  // namespace guichet::kernel
