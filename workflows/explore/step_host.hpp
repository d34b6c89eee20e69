// What the kernel tells of its moves, and what verbs do, in a situation. Private to this module.
#pragma once

#include <algorithm>

#include "workflows/explore/step.hpp"

namespace guichet::explore {

class StepHost final : public kernel::Host {
 public:
  StepHost(Step& step, std::size_t instance, const model::Workflow& workflow)
      : step_(step), instance_(instance), workflow_(workflow) {}

  bool holds(model::TransitionIndex arm, const kernel::Trigger& trigger, kernel::Raiser&) override {
    bool unknown = false;
    return step_.decide(instance_, workflow_.at(arm).when, trigger.name, unknown);
  }
  bool accepts(std::span<const model::TransitionIndex> arms, const kernel::Trigger&) override {
    return std::ranges::none_of(
        arms, [&](model::TransitionIndex arm) { return workflow_.at(arm).refuse.has_value(); });
  }
  void exit(const kernel::Active& state, kernel::Raiser& raiser) override {
    step_.run_block(instance_, workflow_.at(state.state).exit, raiser);
    step_.exit(instance_, state);
  }
  void take(model::TransitionIndex arm, const kernel::Trigger&, kernel::Raiser& raiser) override {
    step_.take(instance_, arm, raiser);
  }
  void enter(const kernel::Active& state, kernel::Raiser& raiser) override {
    step_.run_block(instance_, workflow_.at(state.state).entry, raiser);
    step_.enter(instance_, state);
  }
  void begin(const model::Initial& initial, kernel::Raiser& raiser) override {
    step_.run_block(instance_, initial.run, raiser);
  }

 private:
  Step& step_;
  std::size_t instance_;
  const model::Workflow& workflow_;
};

class StepBlock {
 public:
  StepBlock(Step& step, std::size_t instance, kernel::Raiser& raiser)
      : step_(step), instance_(instance), raiser_(raiser) {}

  void operator()(const model::Set& verb) { step_.set(instance_, verb.field, verb.value); }
  // What others raise here comes from outside, at any time.
  void operator()(const model::Raise& verb) {
    if (verb.to == model::Audience::self) raiser_.raise(verb.event);
  }
  void operator()(const model::CancelTimer& verb) { step_.cancel(instance_, verb.timer); }
  void operator()(const model::Decide& verb) {
    step_.set(instance_, verb.into, model::Operand(feel::Expression()));
  }
  void operator()(const model::If& verb) {
    bool unknown = false;
    const bool holds = step_.decide(instance_, verb.when, "", unknown);
    step_.run_block(instance_, holds ? verb.then : verb.otherwise, raiser_);
  }
  // Letters, tasks, notes: nothing that a condition can see. A delayed event may come at any time.
  template <typename Other>
  void operator()(const Other&) {}

 private:
  Step& step_;
  std::size_t instance_;
  kernel::Raiser& raiser_;
};

}  // namespace guichet::explore
