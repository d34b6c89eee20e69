// Timers that count from a field which may be empty when their state is entered. A field is there
// for certain where every way in requires it, or writes it, or comes from where it was there.
#include <algorithm>

#include "rules/feel/outline.hpp"
#include "workflows/check/findings.hpp"
#include "workflows/check/places.hpp"
#include "workflows/check/time_messages.hpp"
#include "workflows/check/verbs.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::StateIndex;
using model::Workflow;

using Fields = std::set<std::string>;

Fields intersection(const Fields& a, const Fields& b) {
  Fields out;
  std::ranges::set_intersection(a, b, std::inserter(out, out.end()));
  return out;
}

// What a block leaves behind; what may be unset on the way is lost.
void apply(const model::Block& block, Fields& fields) {
  for (const model::Verb& verb : block) {
    if (const auto* branch = std::get_if<model::If>(&verb.what)) {
      Fields then = fields, otherwise = fields;
      apply(branch->then, then);
      apply(branch->otherwise, otherwise);
      fields = intersection(then, otherwise);
    }
    const auto* set = std::get_if<model::Set>(&verb.what);
    if (set == nullptr) continue;
    const auto* literal = std::get_if<feel::Stored>(&set->value);
    if (literal != nullptr && literal->is_null()) {
      fields.erase(set->field);
    } else {
      fields.insert(set->field);
    }
  }
}

// Fields that a condition says to be there: `date_issue != null`, `suivi = "fragile"`.
void add_asked(const feel::Outline& of, Fields& fields) {
  if (of.form == feel::Outline::Form::conjunction) {
    for (const feel::Outline& part : of.parts) add_asked(part, fields);
  }
  if (of.form != feel::Outline::Form::comparison || !of.slot || !of.members.empty()) return;
  const bool unequal = of.test == feel::Outline::Test::unequal;
  if (of.value.is_null() == unequal) fields.insert(of.subject);
}

class Assignments {
 public:
  explicit Assignments(const Reading& reading)
      : reading_(reading),
        workflow_(reading.workflow),
        reached_(reachable_states(reading.workflow)),
        known_(workflow_.states.size()) {
    Fields all(workflow_.fields.begin(), workflow_.fields.end());
    for (const vocabulary::Field& field : reading.names.vocabulary->fields()) all.insert(field.id);
    for (Fields& each : known_) each = all;
    enter({model::kRoot}, {});
    for (bool changed = true; changed;) changed = pass();
  }

  const Fields& at(StateIndex state) const { return known_[static_cast<std::size_t>(state.value)]; }

 private:
  // Nothing but what every way in brings; true where that made less of what was known.
  bool enter(const std::vector<StateIndex>& targets, const Fields& with) {
    bool changed = false;
    // What entering a state, and going on to its initial, adds for those inside.
    std::map<StateIndex, Fields> inside;
    for (const StateIndex state : entered_by(workflow_, targets)) {
      const auto outer = inside.find(workflow_.at(state).parent);
      Fields brought = outer == inside.end() ? with : outer->second;
      apply(workflow_.at(state).entry, brought);
      Fields& below = inside[state] = brought;
      if (workflow_.at(state).initial) apply(workflow_.at(state).initial->run, below);
      Fields& known = known_[static_cast<std::size_t>(state.value)];
      Fields less = intersection(known, brought);
      changed = changed || less.size() != known.size();
      known = std::move(less);
    }
    return changed;
  }

  // What is there while any state in or around the source is active.
  Fields while_in(StateIndex source) const {
    std::optional<Fields> least;
    for (std::int32_t i = source.value; i <= workflow_.at(source).last.value; ++i) {
      const model::State& state = workflow_.at(StateIndex{i});
      const bool rests = state.children.empty() && state.kind == model::StateKind::atomic;
      if (!rests || !reached_[static_cast<std::size_t>(i)]) continue;
      least = least ? intersection(*least, at({i})) : at({i});
    }
    return least.value_or(at(source));
  }

  bool pass() {
    bool changed = false;
    for (const model::Transition& arm : workflow_.transitions) {
      if (arm.targets.empty() || !reached_[static_cast<std::size_t>(arm.source.value)]) continue;
      Fields fields = while_in(arm.source);
      const model::Declaration& declaration = workflow_.at(arm.declaration);
      fields.insert(declaration.require.begin(), declaration.require.end());
      if (!arm.when.empty()) add_asked(feel::outline(arm.when, reading_.scope), fields);
      apply(arm.run, fields);
      changed = enter(arm.targets, fields) || changed;
    }
    if (workflow_.reopen) {
      Fields fields(workflow_.reopen->require.begin(), workflow_.reopen->require.end());
      changed = enter({workflow_.reopen->target}, fields) || changed;
    }
    return changed;
  }

  const Reading& reading_;
  const Workflow& workflow_;
  std::vector<bool> reached_;
  std::vector<Fields> known_;
};

}  // namespace

void find_empty_dates(Reading& reading) {
  std::optional<Assignments> assignments;  // most paths need none
  std::set<std::pair<StateIndex, std::string>> told;
  const Workflow& workflow = reading.workflow;
  for (const model::Declaration& timer : workflow.declarations) {
    if (!timer.timer || timer.timer->at.empty()) continue;
    const feel::Expression& at = timer.timer->at;
    const std::string& field = at.source().text();
    // Of a case, a person or a firm something may be known from before; `= null` may be meant where
    // the expression is more than a name.
    const auto& own = workflow.fields;
    if (std::ranges::find(own, field) == own.end()) continue;
    if (!assignments) assignments.emplace(reading);
    if (assignments->at(timer.state).contains(field)) continue;
    if (!told.emplace(timer.state, field).second) continue;
    reading.diagnostics.warning(at.source().whole(),
                                Message(messages::kMaybeEmpty, {field, timer.name}),
                                Message(messages::kRequireIt, {workflow.at(timer.state).path}));
  }
}

}  // namespace guichet::check
