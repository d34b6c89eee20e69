// The model built straight from a neutral case; guards and actions are carried out here, so that
// this way tests the kernel alone.
#include <stdexcept>
#include <unordered_map>

#include "tests/workflows/kernel/virtual_clock.hpp"

namespace guichet::tests {

namespace {

class ModelChart {
 public:
  explicit ModelChart(const NeutralState& root) {
    add_states(root, model::kNoState);
    add_transitions(root);
    model::finish(workflow_);
    for (std::size_t i = 0; i < workflow_.states.size(); ++i) {
      const auto& initial = workflow_.states[i].initial;
      if (initial && neutral_[i]->initial) initials_[&*initial] = &*neutral_[i]->initial;
    }
  }

  const model::Workflow& workflow() const { return workflow_; }
  const NeutralState& state(model::StateIndex index) const {
    return *neutral_[static_cast<std::size_t>(index.value)];
  }
  const NeutralTransition& transition(model::TransitionIndex index) const {
    return *arms_[static_cast<std::size_t>(index.value)];
  }
  // Nothing for the first child that is entered by default.
  const NeutralInitial* initial(const model::Initial& initial) const {
    const auto found = initials_.find(&initial);
    return found == initials_.end() ? nullptr : found->second;
  }
  model::StateIndex index(const std::string& id) const { return index_.at(id); }

 private:
  static model::StateKind kind_of(const NeutralState& state) {
    if (state.kind == "root" || state.kind == "compound") return model::StateKind::compound;
    if (state.kind == "atomic") return model::StateKind::atomic;
    if (state.kind == "parallel") return model::StateKind::parallel;
    if (state.kind == "final") return model::StateKind::final;
    if (state.kind == "history") {
      return state.deep ? model::StateKind::deep_history : model::StateKind::shallow_history;
    }
    throw std::runtime_error("unknown kind of state: " + state.kind);
  }

  void add_states(const NeutralState& neutral, model::StateIndex parent) {
    const model::StateIndex index{static_cast<std::int32_t>(workflow_.states.size())};
    model::State state;
    state.id = neutral.id;
    state.path = neutral.id;  // so that done.state.<id> is the event that the case waits for
    state.kind = kind_of(neutral);
    state.parent = parent;
    workflow_.states.push_back(std::move(state));
    neutral_.push_back(&neutral);
    index_[neutral.id] = index;
    for (const NeutralState& child : neutral.states) add_states(child, index);
  }

  void add_transitions(const NeutralState& neutral) {
    const model::StateIndex source = index_.at(neutral.id);
    if (neutral.initial) {
      workflow_.states[static_cast<std::size_t>(source.value)].initial =
          model::Initial{indexes(neutral.initial->targets), {}};
    }
    for (const NeutralTransition& transition : neutral.transitions) {
      if (transition.events.empty()) add_arm(source, model::Cause::always, "", transition);
      for (const auto& event : transition.events) {
        add_arm(source, model::Cause::event, event, transition);
      }
    }
    for (const NeutralState& child : neutral.states) add_transitions(child);
  }

  void add_arm(model::StateIndex source, model::Cause cause, const std::string& event,
               const NeutralTransition& neutral) {
    const model::DeclarationIndex declared{
        static_cast<std::int32_t>(workflow_.declarations.size())};
    const model::TransitionIndex index{static_cast<std::int32_t>(workflow_.transitions.size())};
    model::Declaration declaration;
    declaration.cause = cause;
    declaration.name = event;
    declaration.state = source;
    declaration.arms = {index};
    model::Transition arm;
    arm.source = source;
    arm.declaration = declared;
    arm.internal = neutral.internal;
    arm.targets = indexes(neutral.targets);
    model::State& state = workflow_.states[static_cast<std::size_t>(source.value)];
    state.transitions.push_back(index);
    state.declarations.push_back(declared);
    workflow_.declarations.push_back(std::move(declaration));
    workflow_.transitions.push_back(std::move(arm));
    arms_.push_back(&neutral);
  }

  std::vector<model::StateIndex> indexes(const std::vector<std::string>& ids) const {
    std::vector<model::StateIndex> list;
    for (const auto& id : ids) list.push_back(index_.at(id));
    return list;
  }

  model::Workflow workflow_;
  std::vector<const NeutralState*> neutral_;
  std::vector<const NeutralTransition*> arms_;
  std::unordered_map<std::string, model::StateIndex> index_;
  std::unordered_map<const model::Initial*, const NeutralInitial*> initials_;
};

class ModelHost final : public ClockedHost {
 public:
  ModelHost(const ModelChart& chart, std::map<std::string, std::int64_t> variables)
      : chart_(chart), variables_(std::move(variables)) {}

  bool holds(model::TransitionIndex arm, const kernel::Trigger&, kernel::Raiser&) override {
    const auto& guard = chart_.transition(arm).guard;
    return !guard || holds(*guard);
  }
  void exit(const kernel::Active& active, kernel::Raiser& raiser) override {
    run(chart_.state(active.state).exit, raiser);
  }
  void take(model::TransitionIndex arm, const kernel::Trigger&, kernel::Raiser& raiser) override {
    run(chart_.transition(arm).run, raiser);
  }
  void enter(const kernel::Active& active, kernel::Raiser& raiser) override {
    run(chart_.state(active.state).entry, raiser);
  }
  void begin(const model::Initial& initial, kernel::Raiser& raiser) override {
    if (const NeutralInitial* known = chart_.initial(initial)) run(known->run, raiser);
  }

 private:
  std::int64_t value(const Term& term) const {
    if (!term.variable.empty()) return variables_.at(term.variable);
    if (term.op.empty()) return term.constant;
    const std::int64_t left = value(term.operands[0]), right = value(term.operands[1]);
    if (term.op == "+") return left + right;
    if (term.op == "-") return left - right;
    if (term.op == "*") return left * right;
    throw std::runtime_error("unknown operator: " + term.op);
  }

  bool holds(const Guard& guard) const {
    switch (guard.kind) {
      case Guard::Kind::constant:
        return guard.value;
      case Guard::Kind::in:
        return position.is_in(chart_.index(guard.state));
      case Guard::Kind::negation:
        return !holds(guard.operand[0]);
      case Guard::Kind::compare:
        break;
    }
    const std::int64_t left = value(guard.terms[0]), right = value(guard.terms[1]);
    if (guard.op == "==") return left == right;
    if (guard.op == "!=") return left != right;
    if (guard.op == "<") return left < right;
    if (guard.op == "<=") return left <= right;
    if (guard.op == ">") return left > right;
    if (guard.op == ">=") return left >= right;
    throw std::runtime_error("unknown comparison: " + guard.op);
  }

  void run(const std::vector<NeutralAction>& actions, kernel::Raiser& raiser) {
    for (const NeutralAction& action : actions) run(action, raiser);
  }

  void run(const NeutralAction& action, kernel::Raiser& raiser) {
    switch (action.kind) {
      case NeutralAction::Kind::raise:
        return raiser.raise(action.name);
      case NeutralAction::Kind::send:
        return send(action.id, action.name, action.delay_ms);
      case NeutralAction::Kind::cancel:
        return cancel(action.name);
      case NeutralAction::Kind::assign:
        variables_[action.name] = value(action.value);
        return;
      case NeutralAction::Kind::log:
        return;
      case NeutralAction::Kind::branch:
        for (const Branch& branch : action.branches) {
          if (!branch.when || holds(*branch.when)) return run(branch.run, raiser);
        }
    }
  }

  const ModelChart& chart_;
  std::map<std::string, std::int64_t> variables_;
};

}  // namespace

std::optional<std::string> play_on_model(const NeutralCase& neutral) {
  const ModelChart chart(neutral.root);
  ModelHost host(chart, neutral.variables);
  return play(neutral, chart.workflow(), host,
              [&](model::StateIndex state) { return chart.state(state).id; });
}

}  // namespace guichet::tests
