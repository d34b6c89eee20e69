// Steps that turn without end, found by running the kernel itself: every arm without a condition
// is taken, every other one is not. Where a circle writes, a condition on the way may come true and
// end it; where it does not, what is false once is false for ever.
#include <algorithm>
#include <set>

#include "workflows/check/finding_messages.hpp"
#include "workflows/check/findings.hpp"
#include "workflows/kernel/kernel.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::Cause;
using model::Workflow;

class UnconditionalHost final : public kernel::Host {
 public:
  explicit UnconditionalHost(const Workflow& workflow) : workflow_(workflow) {}

  model::TransitionIndex last_taken{-1};
  std::set<model::TransitionIndex> taken;
  bool wrote = false;
  bool asked = false;  // a condition that was taken for false

  bool holds(model::TransitionIndex arm, const kernel::Trigger&, kernel::Raiser&) override {
    const feel::Expression& when = workflow_.at(arm).when;
    if (when.empty()) return true;
    if (when.constant()) return when.constant()->value().is_true();
    asked = true;
    return false;
  }
  bool accepts(std::span<const model::TransitionIndex>, const kernel::Trigger&) override {
    return true;
  }
  void exit(const kernel::Active& active, kernel::Raiser& raiser) override {
    run(workflow_.at(active.state).exit, raiser);
  }
  void take(model::TransitionIndex arm, const kernel::Trigger&, kernel::Raiser& raiser) override {
    last_taken = arm;
    taken.insert(arm);
    run(workflow_.at(arm).run, raiser);
  }
  void enter(const kernel::Active& active, kernel::Raiser& raiser) override {
    run(workflow_.at(active.state).entry, raiser);
  }
  void begin(const model::Initial& initial, kernel::Raiser& raiser) override {
    run(initial.run, raiser);
  }

 private:
  void run(const model::Block& block, kernel::Raiser& raiser) {
    for (const model::Verb& verb : block) {
      wrote = wrote || std::holds_alternative<model::Set>(verb.what) ||
              std::holds_alternative<model::Append>(verb.what) ||
              std::holds_alternative<model::Decide>(verb.what) ||
              std::holds_alternative<model::If>(verb.what);
      const auto* raised = std::get_if<model::Raise>(&verb.what);
      if (raised != nullptr && raised->to == model::Audience::self) raiser.raise(raised->event);
    }
  }

  const Workflow& workflow_;
};

// Neither leaving nor writing, such an arm would hold again at once.
bool changes_nothing(const model::Transition& arm) {
  return arm.cause == Cause::always && arm.targets.empty() && arm.run.empty();
}

}  // namespace

void find_endless_steps(const Workflow& workflow, base::Diagnostics& diagnostics) {
  for (const model::Transition& arm : workflow.transitions) {
    if (!changes_nothing(arm) || arm.refuse) continue;
    diagnostics.error(arm.at, Message(messages::kNothingChanges), Message(messages::kWriteGoto));
  }
  const std::vector<bool> reached = reachable_states(workflow);
  std::set<model::TransitionIndex> told;
  for (std::size_t i = 1; i < workflow.states.size(); ++i) {
    const model::State& state = workflow.states[i];
    if (!reached[i] || model::is_history(state.kind)) continue;
    kernel::Position position;
    UnconditionalHost host(workflow);
    const auto outcome = kernel::move(workflow, position, {static_cast<std::int32_t>(i)}, host);
    if (outcome != kernel::Outcome::exhausted || (host.wrote && host.asked)) continue;
    // One circle is told once, from wherever it is entered.
    const bool known =
        std::ranges::any_of(host.taken, [&](auto arm) { return told.contains(arm); });
    told.insert(host.taken.begin(), host.taken.end());
    if (known) continue;
    diagnostics.error(workflow.at(host.last_taken).at,
                      Message(messages::kEndlessStep, {state.path}),
                      Message(messages::kLeadOutOfCircle));
  }
}

}  // namespace guichet::check
