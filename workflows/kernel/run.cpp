#include "workflows/kernel/run.hpp"

#include <algorithm>

#include "workflows/kernel/domain.hpp"

namespace guichet::kernel {

Run::Run(const model::Workflow& workflow, Position& position, Host& host)
    : workflow_(workflow),
      position_(position),
      host_(host),
      memory_(space_.data(), space_.size()),
      enabled_(&memory_) {
  last_.cause = model::Cause::always;
}

void Run::raise(std::string event, feel::Stored data) {
  queue_.push_back({.name = std::move(event), .data = std::move(data)});
}

void Run::enter_initial() {
  EntrySet entry(workflow_, position_, &memory_);
  entry.add_descendants(model::kRoot);
  enter(entry);
}

void Run::move_to(model::StateIndex target, model::StateIndex domain) {
  exit_below(States({domain}, &memory_));
  EntrySet entry(workflow_, position_, &memory_);
  entry.add_targets({&target, 1}, domain);
  enter(entry);
}

Outcome Run::take(const Trigger& trigger) {
  select(workflow_, position_, trigger, host_, *this, enabled_);
  if (enabled_.empty()) return Outcome::nothing;
  if (!host_.accepts(enabled_, trigger)) return Outcome::vetoed;
  last_.name = trigger.name;
  last_.data = trigger.data;
  microstep(trigger);
  return Outcome::taken;
}

Outcome Run::complete() {
  Outcome outcome = Outcome::nothing;
  for (int round = 0; !is_final(workflow_, position_); ++round) {
    if (round == kMacrostepBudget) return Outcome::exhausted;
    select(workflow_, position_, last_, host_, *this, enabled_);
    if (!enabled_.empty()) {
      microstep(last_);
      outcome = Outcome::taken;
      continue;
    }
    if (next_ == queue_.size()) break;
    const Trigger event = std::move(queue_[next_++]);
    last_.name = event.name;
    last_.data = event.data;
    select(workflow_, position_, event, host_, *this, enabled_);
    if (enabled_.empty()) continue;
    microstep(event);
    outcome = Outcome::taken;
  }
  return outcome;
}

void Run::microstep(const Trigger& trigger) {
  // Asked once, before the exit writes into histories.
  States domains(&memory_);
  for (const model::TransitionIndex arm : enabled_) {
    domains.push_back(domain_of(workflow_, position_, workflow_.at(arm)));
  }
  if (suspends_all(domains)) remember(workflow_.at(model::kRoot));
  exit_below(domains);
  for (const model::TransitionIndex arm : enabled_) host_.take(arm, trigger, *this);
  EntrySet entry(workflow_, position_, &memory_);
  for (std::size_t i = 0; i < enabled_.size(); ++i) {
    const model::Transition& taken = workflow_.at(enabled_[i]);
    if (!taken.targets.empty()) entry.add_targets(taken.targets, domains[i]);
  }
  enter(entry);
}

// The root is never left: its histories remember what stood below it when a pause began.
bool Run::suspends_all(const States& domains) const {
  for (std::size_t i = 0; i < enabled_.size(); ++i) {
    const model::DeclarationIndex declared = workflow_.at(enabled_[i]).declaration;
    if (domains[i] == model::kRoot && workflow_.at(declared).suspends) return true;
  }
  return false;
}

void Run::exit_below(const States& domains) {
  std::pmr::vector<Active> leaving(&memory_);
  for (const Active& active : position_.active) {
    const bool leaves = std::ranges::any_of(domains, [&](model::StateIndex domain) {
      return domain != model::kNoState && workflow_.is_descendant(active.state, domain);
    });
    if (leaves) leaving.push_back(active);
  }
  for (const Active& active : leaving) remember(workflow_.at(active.state));
  for (auto active = leaving.rbegin(); active != leaving.rend(); ++active) {
    host_.exit(*active, *this);
    std::erase(position_.active, *active);
  }
}

void Run::remember(const model::State& state) {
  for (const model::StateIndex history : state.histories) {
    const bool deep = workflow_.at(history).kind == model::StateKind::deep_history;
    Remembered memory{history, {}};
    for (const Active& active : position_.active) {
      const model::State& candidate = workflow_.at(active.state);
      const bool counts =
          deep ? is_atomic(candidate.kind) &&
                     workflow_.is_descendant(active.state, workflow_.at(history).parent)
               : candidate.parent == workflow_.at(history).parent;
      if (counts) memory.states.push_back(active.state);
    }
    std::erase_if(position_.history,
                  [&](const Remembered& known) { return known.history == history; });
    position_.history.push_back(std::move(memory));
  }
}

void Run::enter(EntrySet& entry) {
  entry.sort();
  for (const model::StateIndex state : entry.states()) enter_one(state, entry);
}

void Run::enter_one(model::StateIndex state, const EntrySet& entry) {
  const Active active{state, position_.next_entry++};
  const auto place = std::ranges::lower_bound(position_.active, state, {}, &Active::state);
  position_.active.insert(place, active);
  host_.enter(active, *this);
  for (const EntrySet::Begun& begun : entry.begun()) {
    if (begun.state == state) host_.begin(*begun.initial, *this);
  }
  if (workflow_.at(state).kind == model::StateKind::final) announce_end(state);
}

void Run::announce_end(model::StateIndex final_state) {
  model::StateIndex ended = workflow_.at(final_state).parent;
  if (ended == model::kRoot) return;
  raise_done(ended);
  for (ended = workflow_.at(ended).parent;
       ended > model::kRoot && workflow_.at(ended).kind == model::StateKind::parallel &&
       is_ended(ended);
       ended = workflow_.at(ended).parent) {
    raise_done(ended);
  }
}

void Run::raise_done(model::StateIndex state) {
  queue_.push_back({.cause = model::Cause::done,
                    .name = "done.state." + workflow_.at(state).path,
                    .done = state});
}

bool Run::is_ended(model::StateIndex index) const {
  const model::State& state = workflow_.at(index);
  const auto is_ended_region = [this](model::StateIndex region) { return is_ended(region); };
  const auto is_active_final = [this](model::StateIndex child) {
    return workflow_.at(child).kind == model::StateKind::final && position_.is_in(child);
  };
  switch (state.kind) {
    case model::StateKind::compound:
      return std::ranges::any_of(state.children, is_active_final);
    case model::StateKind::parallel:
      return std::ranges::all_of(state.children, is_ended_region);
    default:
      return false;
  }
}

}  // namespace guichet::kernel
