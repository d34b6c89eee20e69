#include "workflows/explore/step.hpp"

#include <algorithm>

#include "workflows/explore/step_host.hpp"
#include "workflows/explore/truth.hpp"

namespace guichet::explore {
namespace {

using feel::Stored;

// Where nothing waits for a condition, settling changes nothing.
bool waits_for_condition(const Instance& instance) {
  return std::ranges::any_of(instance.position.active, [&](const kernel::Active& each) {
    return !instance.workflow->at(each.state).always.empty();
  });
}

}  // namespace

Step::Step(Judge& judge, const Situation& situation, const Move& move, Choices& choices)
    : judge_(judge), domains_(judge.domains()), now_(situation), move_(move), choices_(choices) {
  int clocks = 0;
  for (Instance& each : now_.instances) {
    for (Armed& armed : each.armed) armed.clock = has_clock(each, armed) ? clocks++ : -1;
  }
}

bool Step::run() {
  if (!move_first()) return false;
  for (int rounds = 0; next_ < queue_.size() || changed_; ++rounds) {
    if (rounds > kernel::kMacrostepBudget) {
      endless_ = true;
      break;
    }
    if (next_ == queue_.size()) {
      settle_all();
      continue;
    }
    const auto [instance, event] = std::move(queue_[next_++]);
    if (!now_.instances[instance].closed && !now_.instances[instance].gone) {
      step_instance(instance, {.cause = model::Cause::event, .name = event});
    }
  }
  return true;
}

bool Step::move_first() {
  switch (move_.kind) {
    case Move::Kind::start:
      start_instance(move_.instance);
      // What a property asks for has had some value from the start.
      for (const FieldNumber field : domains_.promised()) read(move_.instance, field);
      return true;
    case Move::Kind::act:
    case Move::Kind::reply:
      return take_act();
    case Move::Kind::confirm:
      return confirm();
    case Move::Kind::timer:
      fire();
      return true;
    case Move::Kind::event:
      return take_event();
    case Move::Kind::change:
      break;
  }
  return change();
}

bool Step::take_act() {
  const model::Workflow& workflow = *now_.instances[move_.instance].workflow;
  const model::Declaration& act = workflow.at(move_.declaration);
  event_ = act.name;
  if (!give_values(act)) return false;
  changed_ = true;
  const bool taken = step_instance(move_.instance, {.cause = act.cause, .name = act.name});
  return taken || act.arms.empty();
}

bool Step::confirm() {
  Instance& instance = now_.instances[move_.instance];
  const model::State* state = awaits_tick(instance);
  if (state == nullptr) return false;
  std::int32_t entry = 0;
  for (const kernel::Active& each : instance.position.active) {
    if (&instance.workflow->at(each.state) == state) entry = each.entry;
  }
  instance.ticked = true;
  open_referrals(move_.instance, *state, entry, move_.partners);
  return true;
}

void Step::fire() {
  Instance& instance = now_.instances[move_.instance];
  Armed& armed = instance.armed[move_.armed];
  const model::DeclarationIndex index = armed.timer;
  const model::Declaration& timer = instance.workflow->at(index);
  event_ = timer.name;
  const auto& times = timer.timer->times;
  if (timer.timer->every && (!times || armed.firing < *times)) {
    armed.firing = times ? armed.firing + 1 : 2;
    armed.clock = -1;
    armed.resumed = false;
  } else {
    instance.armed.erase(instance.armed.begin() + static_cast<std::ptrdiff_t>(move_.armed));
  }
  step_instance(move_.instance, {.cause = model::Cause::timer, .name = timer.name, .timer = index});
}

bool Step::take_event() {
  event_ = move_.name;
  const bool answer = is_answer(event_);
  if (answer) resume(move_.instance);
  const bool taken =
      step_instance(move_.instance, {.cause = model::Cause::event, .name = move_.name});
  return taken || answer;
}

// Somebody else writes a field that this need sees.
bool Step::change() {
  const FieldNumber field = *domains_.find(move_.name);
  const Followed& followed = domains_.at(field);
  const std::size_t picked = choices_.pick(followed.samples);
  const auto value = static_cast<ValueNumber>(kFirstValue + picked);
  if (read(0, field) == value) return false;
  move_.with[move_.name] = followed.values[picked];
  write(0, field, value);
  return true;
}

// Followed fields that the act asks for have a value afterwards; those that it takes may.
bool Step::give_values(const model::Declaration& declaration) {
  const auto give = [&](const std::string& id, bool must) {
    const auto field = domains_.find(id);
    if (!field) return;
    const Followed& followed = domains_.at(*field);
    std::size_t picked = choices_.pick(followed.samples + (must ? 0 : 1));
    if (!must && picked-- == 0) return;  // not given
    move_.with[id] = followed.values[picked];
    write(move_.instance, *field, static_cast<ValueNumber>(kFirstValue + picked));
  };
  for (const std::string& id : declaration.require) give(id, true);
  for (const std::string& id : declaration.accepts) give(id, false);
  return !choices_.is_full();
}

bool Step::step_instance(std::size_t instance, const kernel::Trigger& trigger) {
  kernel::Position position = now_.instances[instance].position;
  const model::Workflow& workflow = *now_.instances[instance].workflow;
  StepHost host(*this, instance, workflow);
  const kernel::Outcome outcome = kernel::step(workflow, position, trigger, host);
  now_.instances[instance].position = std::move(position);
  conclude(instance, outcome);
  return outcome == kernel::Outcome::taken;
}

// Others may be opened meanwhile: the position is worked on outside the vector.
void Step::start_instance(std::size_t index) {
  kernel::Position position;
  const model::Workflow& workflow = *now_.instances[index].workflow;
  StepHost host(*this, index, workflow);
  const kernel::Outcome outcome = kernel::start(workflow, position, host);
  now_.instances[index].position = std::move(position);
  conclude(index, outcome);
}

void Step::settle_all() {
  changed_ = false;
  const std::size_t count = now_.instances.size();
  for (std::size_t i = count; i-- > 0;) {  // referrals before what opened them
    if (now_.instances[i].closed || now_.instances[i].gone) continue;
    if (!waits_for_condition(now_.instances[i])) continue;
    kernel::Position position = now_.instances[i].position;
    const model::Workflow& workflow = *now_.instances[i].workflow;
    StepHost host(*this, i, workflow);
    const kernel::Outcome outcome = kernel::settle(workflow, position, host);
    now_.instances[i].position = std::move(position);
    conclude(i, outcome);
  }
}

void Step::conclude(std::size_t index, kernel::Outcome outcome) {
  Instance& instance = now_.instances[index];
  if (outcome == kernel::Outcome::exhausted) endless_ = true;
  if (outcome != kernel::Outcome::taken) return;
  if (index > 0) post(0, "referral.changed");
  if (!kernel::is_final(*instance.workflow, instance.position)) return;
  instance.closed = true;
  instance.armed.clear();
  for (const kernel::Active& active : instance.position.active) {
    const model::State& state = instance.workflow->at(active.state);
    if (state.kind == model::StateKind::final && state.outcome) instance.outcome = *state.outcome;
  }
}

void Step::post(std::size_t instance, std::string event) {
  queue_.emplace_back(instance, std::move(event));
}

void Step::enter(std::size_t index, const kernel::Active& active) {
  const model::State& state = now_.instances[index].workflow->at(active.state);
  for (const model::DeclarationIndex timer : state.timers) {
    if (!domains_.matters(*now_.instances[index].workflow, timer)) continue;
    now_.instances[index].armed.push_back({.timer = timer, .entry = active.entry});
  }
  if (!state.referral) return;
  now_.instances[index].ticked = false;
  if (!state.referral->confirm) {
    move_.by_convention = true;
    open_referrals(index, state, active.entry, choices_.pick(kMostPartners + 1));
  }
}

void Step::exit(std::size_t index, const kernel::Active& active) {
  std::erase_if(now_.instances[index].armed,
                [&](const Armed& each) { return each.entry == active.entry; });
  const model::State& state = now_.instances[index].workflow->at(active.state);
  if (index != 0 || !state.referral) return;
  const bool stay = state.referral->policy == model::ReferralPolicy::each_answers;
  for (std::size_t i = 1; i < now_.instances.size(); ++i) {
    Instance& child = now_.instances[i];
    if (child.opened_in != active.entry || child.gone) continue;
    if (stay && !child.closed) now_.instances[0].strays = true;
    child.gone = true;
  }
}

void Step::open_referrals(std::size_t parent, const model::State& state, std::int32_t entry,
                          std::size_t count) {
  if (parent != 0) return;
  move_.partners = count;
  if (count == 0) return post(0, "referral.nobody");
  const model::Workflow* workflow = domains_.desk().workflow(state.referral->workflow);
  if (workflow == nullptr) return;
  const bool one = state.referral->policy == model::ReferralPolicy::in_sequence;
  for (std::size_t i = 0; i < (one ? 1 : count); ++i) {
    const std::size_t index = now_.instances.size();
    Instance child{.workflow = workflow, .own = domains_.nothing()};
    child.opened_in = entry;
    now_.instances.push_back(std::move(child));
    start_instance(index);
  }
}

void Step::take(std::size_t index, model::TransitionIndex arm, kernel::Raiser& raiser) {
  const model::Workflow& workflow = *now_.instances[index].workflow;
  const model::Transition& taken = workflow.at(arm);
  const model::Declaration& declaration = workflow.at(taken.declaration);
  if (index == 0) arms_.push_back(arm);
  run_block(index, taken.run, raiser);
  if (declaration.pauses_clocks || declaration.suspends) {
    for (Armed& each : now_.instances[index].armed) each.stopped = true;
  }
  if (declaration.resumes) resume(index);
  if (declaration.means == model::Meaning::none) return;
  const std::string meaning(to_text(declaration.means));
  if (declaration.means != model::Meaning::question) now_.instances[index].outcome = meaning;
  if (index > 0) post(0, "referral." + meaning);
}

void Step::resume(std::size_t index) {
  for (Armed& each : now_.instances[index].armed) {
    if (!each.stopped) continue;
    each.stopped = false;
    each.resumed = true;
    each.clock = -1;
  }
}

void Step::cancel(std::size_t index, const std::string& timer) {
  Instance& instance = now_.instances[index];
  std::erase_if(instance.armed,
                [&](const Armed& each) { return instance.workflow->at(each.timer).name == timer; });
}

void Step::run_block(std::size_t index, const model::Block& block, kernel::Raiser& raiser) {
  StepBlock run(*this, index, raiser);
  for (const model::Verb& verb : block) std::visit(run, verb.what);
}

void Step::set(std::size_t index, const std::string& id, const model::Operand& value) {
  const auto field = domains_.find(id);
  if (!field) return;
  const Followed& followed = domains_.at(*field);
  if (const auto* literal = std::get_if<Stored>(&value)) {
    return write(index, *field, followed.number_of(*literal));
  }
  const auto& expression = std::get<feel::Expression>(value);
  if (!expression.empty() && expression.constant()) {
    return write(index, *field, followed.number_of(*expression.constant()));
  }
  const std::size_t picked = choices_.pick(followed.samples);
  move_.assumed.push_back(id + " := " + to_text(followed.values[picked].value()));
  write(index, *field, static_cast<ValueNumber>(kFirstValue + picked));
}

void Step::write(std::size_t index, FieldNumber field, ValueNumber value) {
  changed_ = true;
  decided_.clear();
  if (domains_.at(field).shared) {
    read(index, field);  // as it was from the start, should it matter
    now_.shared[field] = value;
  } else {
    now_.instances[index].own[field] = value == kNull ? kAbsent : value;
  }
}

// A shared field that is looked at for the first time has had some value all along.
ValueNumber Step::read(std::size_t index, FieldNumber field) {
  const Followed& followed = domains_.at(field);
  if (!followed.shared) return now_.instances[index].own[field];
  ValueNumber& value = now_.shared[field];
  if (value == kAbsent) {
    const std::size_t picked = choices_.pick(followed.samples + 1);
    value = static_cast<ValueNumber>(kNull + picked);
    move_.found[followed.id] = followed.value(value);
  }
  return value;
}

bool Step::decide(std::size_t index, const feel::Expression& condition, const std::string& event,
                  bool& unknown) {
  if (condition.empty()) return true;
  const Truth truth = judge_.truth_of(
      condition, Sight{now_, index, event, [&](FieldNumber field) { return read(index, field); }});
  if (truth != Truth::unknown) return truth == Truth::yes;
  unknown = true;
  const std::pair<const void*, std::size_t> key{&condition.program(), index};
  const auto known = decided_.find(key);
  if (known != decided_.end()) return known->second;
  const bool holds = choices_.pick(2) == 0;
  move_.assumed.push_back(condition.source().text() + (holds ? "" : " (non)"));
  return decided_[key] = holds;
}

Way Step::result() && {
  std::erase_if(now_.instances,
                [&](const Instance& each) { return &each != now_.instances.data() && each.gone; });
  if (now_.self().closed) now_.instances.resize(1);
  Way way{.move = std::move(move_), .after = std::move(now_), .event = event_, .endless = endless_};
  way.arms = std::move(arms_);
  for (const Instance& instance : way.after.instances) {
    for (const Armed& each : instance.armed) {
      if (has_clock(instance, each)) way.clocks.push_back(each.clock);
    }
  }
  normalise(way.after);
  return way;
}

}  // namespace guichet::explore
