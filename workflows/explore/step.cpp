#include "workflows/explore/step.hpp"

#include <algorithm>

#include "workflows/explore/step_host.hpp"
#include "workflows/explore/truth.hpp"

namespace guichet::explore {
namespace {

using feel::Stored;

constexpr std::size_t kMostPartners = 2;

}  // namespace

Step::Step(const Domains& domains, Situation situation, Move move, Choices& choices)
    : domains_(domains), now_(std::move(situation)), move_(std::move(move)), choices_(choices) {
  for (Instance& each : now_.instances) {
    for (Armed& armed : each.armed) armed.clock = -1;
  }
  const std::vector<TimerOf> timers = timers_of(now_);
  for (std::size_t i = 0; i < timers.size(); ++i) {
    now_.instances[timers[i].instance].armed[timers[i].armed].clock = static_cast<int>(i);
  }
}

bool Step::run() {
  if (!move_first()) return false;
  for (int rounds = 0; !queue_.empty() || changed_; ++rounds) {
    if (rounds > kernel::kMacrostepBudget) {
      endless_ = true;
      break;
    }
    if (queue_.empty()) {
      settle_all();
      continue;
    }
    const auto [instance, event] = queue_.front();
    queue_.pop_front();
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
      for (const std::string& field : domains_.promised()) {
        if (domains_.follows(field)) read(move_.instance, field);
      }
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
  const auto& values = domains_.of(move_.name);
  const Stored value = values[choices_.pick(values.size())];
  const Stored* before = read(0, move_.name);
  if (before != nullptr && *before == value) return false;
  move_.with[move_.name] = value;
  write(0, move_.name, value);
  return true;
}

// Followed fields that the act asks for have a value afterwards; those that it takes may.
bool Step::give_values(const model::Declaration& declaration) {
  for (const std::string& id : declaration.require) {
    const auto& values = domains_.of(id);
    if (values.empty()) continue;
    const Stored value = values[choices_.pick(values.size())];
    move_.with[id] = value;
    write(move_.instance, id, value);
  }
  for (const std::string& id : declaration.accepts) {
    const auto& values = domains_.of(id);
    if (values.empty()) continue;
    const std::size_t picked = choices_.pick(values.size() + 1);
    if (picked == 0) continue;  // not given
    move_.with[id] = values[picked - 1];
    write(move_.instance, id, values[picked - 1]);
  }
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
    Instance child{.workflow = workflow};
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

void Step::set(std::size_t index, const std::string& field, const model::Operand& value) {
  const auto& values = domains_.of(field);
  if (values.empty()) return;
  if (const auto* literal = std::get_if<Stored>(&value)) return write(index, field, *literal);
  const auto& expression = std::get<feel::Expression>(value);
  if (!expression.empty() && expression.constant()) {
    return write(index, field, *expression.constant());
  }
  const Stored picked = values[choices_.pick(values.size())];
  move_.assumed.push_back(field + " := " + to_text(picked.value()));
  write(index, field, picked);
}

void Step::write(std::size_t index, const std::string& field, const Stored& value) {
  if (!domains_.follows(field)) return;
  changed_ = true;
  decided_.clear();
  if (domains_.is_shared(field)) {
    read(index, field);  // as it was from the start, should it matter
    now_.shared[field] = value;
  } else if (value.is_null()) {
    now_.instances[index].own.erase(field);
  } else {
    now_.instances[index].own[field] = value;
  }
}

// A shared field that is looked at for the first time has had some value all along.
const Stored* Step::read(std::size_t index, const std::string& field) {
  if (!domains_.is_shared(field)) {
    const auto found = now_.instances[index].own.find(field);
    return found == now_.instances[index].own.end() ? nullptr : &found->second;
  }
  auto found = now_.shared.find(field);
  if (found == now_.shared.end()) {
    const auto& values = domains_.of(field);
    const std::size_t picked = choices_.pick(values.size() + 1);
    const Stored value = picked == 0 ? Stored() : values[picked - 1];
    move_.found[field] = value;
    found = now_.shared.emplace(field, value).first;
  }
  return &found->second;
}

bool Step::decide(std::size_t index, const feel::Expression& condition, const std::string& event,
                  bool& unknown) {
  if (condition.empty()) return true;
  const auto value = [&](const std::string& field) { return read(index, field); };
  const Sight sight{now_, index, event, value};
  const Truth truth = truth_of(domains_, condition, sight);
  if (truth != Truth::unknown) return truth == Truth::yes;
  unknown = true;
  const std::pair<const void*, std::size_t> key{&condition.program(), index};
  const auto known = decided_.find(key);
  if (known != decided_.end()) return known->second;
  const bool holds = choices_.pick(2) == 0;
  move_.assumed.push_back(condition.source().text() + (holds ? "" : " (non)"));
  return decided_[key] = holds;
}

Way Step::result(const Situation&) && {
  std::erase_if(now_.instances,
                [&](const Instance& each) { return &each != now_.instances.data() && each.gone; });
  if (now_.self().closed) now_.instances.resize(1);
  Way way{.move = std::move(move_), .after = std::move(now_), .event = event_, .endless = endless_};
  way.arms = std::move(arms_);
  for (const TimerOf& each : timers_of(way.after)) {
    way.clocks.push_back(way.after.instances[each.instance].armed[each.armed].clock);
  }
  normalise(way.after);
  return way;
}

}  // namespace guichet::explore
