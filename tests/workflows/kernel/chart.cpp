#include "tests/workflows/kernel/chart.hpp"

namespace guichet::tests {

namespace {

model::Cause cause_of(const std::string& on) {
  if (on.empty()) return model::Cause::always;
  if (on == "done") return model::Cause::done;
  if (on[0] == '!') return model::Cause::action;
  if (on[0] == '?') return model::Cause::reply;
  if (on[0] == '@') return model::Cause::timer;
  return model::Cause::event;
}

std::string name_in(const std::string& on, model::Cause cause) {
  if (cause == model::Cause::event) return on;
  return cause == model::Cause::done || on.empty() ? "" : on.substr(1);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

Chart::Chart() {
  model::State root;
  root.kind = model::StateKind::compound;
  workflow_.states.push_back(root);
  names_[""] = model::kRoot;
}

model::State& Chart::of(const std::string& name) {
  return workflow_.states[static_cast<std::size_t>(names_.at(name).value)];
}

Chart& Chart::state(const std::string& name, const std::string& parent, model::StateKind kind) {
  model::State state;
  state.id = name;
  state.kind = kind;
  state.parent = names_.at(parent);
  if (of(parent).kind == model::StateKind::atomic) of(parent).kind = model::StateKind::compound;
  names_[name] = {static_cast<std::int32_t>(workflow_.states.size())};
  workflow_.states.push_back(state);
  return *this;
}

Chart& Chart::initial(const std::string& state, const std::vector<std::string>& targets) {
  model::Initial initial;
  for (const auto& target : targets) initial.targets.push_back(at(target));
  of(state).initial = initial;
  return *this;
}

Chart& Chart::arm(const std::string& source, const std::string& on,
                  const std::vector<std::string>& targets, bool internal) {
  const model::DeclarationIndex declared{static_cast<std::int32_t>(workflow_.declarations.size())};
  const model::TransitionIndex index{static_cast<std::int32_t>(workflow_.transitions.size())};
  model::Declaration declaration;
  declaration.cause = cause_of(on);
  declaration.name = name_in(on, declaration.cause);
  declaration.state = at(source);
  declaration.arms = {index};
  model::Transition transition;
  transition.source = at(source);
  transition.declaration = declared;
  transition.internal = internal;
  for (const auto& target : targets) transition.targets.push_back(at(target));
  of(source).transitions.push_back(index);
  of(source).declarations.push_back(declared);
  workflow_.declarations.push_back(declaration);
  workflow_.transitions.push_back(transition);
  return *this;
}

model::Workflow Chart::build() {
  model::finish(workflow_);
  return workflow_;
}

bool Recorder::holds(model::TransitionIndex arm, const kernel::Trigger&, kernel::Raiser&) {
  return !closed.contains(name_of(arm));
}

bool Recorder::accepts(std::span<const model::TransitionIndex>, const kernel::Trigger&) {
  return !veto();
}

void Recorder::exit(const kernel::Active& state, kernel::Raiser& raiser) {
  write("-" + workflow_.at(state.state).id, raiser);
}

void Recorder::take(model::TransitionIndex arm, const kernel::Trigger&, kernel::Raiser& raiser) {
  write(name_of(arm), raiser);
}

void Recorder::enter(const kernel::Active& state, kernel::Raiser& raiser) {
  write("+" + workflow_.at(state.state).id, raiser);
}

void Recorder::begin(const model::Initial& initial, kernel::Raiser& raiser) {
  write(">" + workflow_.at(initial.targets.front()).id, raiser);
}

std::string Recorder::name_of(model::TransitionIndex arm) const {
  const model::Transition& transition = workflow_.at(arm);
  return workflow_.at(transition.source).id + ":" + workflow_.at(transition.declaration).name;
}

void Recorder::write(const std::string& what, kernel::Raiser& raiser) {
  log.push_back(what);
  const auto [first, last] = raises.equal_range(what);
  for (auto raised = first; raised != last; ++raised) raiser.raise(raised->second);
}

std::string Running::active() const {
  std::vector<std::string> ids;
  for (const kernel::Active& active : position.active) {
    const model::State& state = workflow.at(active.state);
    if (state.children.empty()) ids.push_back(state.id);
  }
  return joined(ids);
}

std::string Running::told() {
  std::string text = joined(host.log);
  host.log.clear();
  return text;
}

}  // namespace guichet::tests
