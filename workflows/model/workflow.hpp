// The immutable definition of one workflow: a statechart whose names are resolved to indexes. Made
// by workflows/check out of YAML (or by a test by hand, see validate()); shared between threads.
// Semantics: W3C SCXML, appendix D; what people, partners and time add is said at each field.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workflows/model/property.hpp"
#include "workflows/model/state.hpp"

namespace guichet::model {

struct Reopen {
  std::vector<std::string> by;
  std::vector<std::string> require;
  std::optional<base::Delay> within;
  StateIndex target;
  base::Location at;
};

// The promise of a path: what share of its instances spends at most `target` in states with one of
// the tags (anywhere, where none is given).
struct Sla {
  base::Delay target;
  std::vector<std::string> counts_in;
  base::Location at;
};

// How long what is personal is kept once the case is closed.
struct Retention {
  base::Delay after_closed;
  base::Location at;
};

struct Workflow {
  std::string id;
  std::string kind;     // request, need, referral, base, ...
  std::string version;  // a label for people; identity is the bundle's hash
  std::string title;
  std::vector<std::string> fields;   // owned by instances of it
  std::vector<std::string> exports;  // of these, seen by the parent in `children`
  std::vector<State> states;         // document order: a parent before its children; 0 the root
  std::vector<Transition> transitions;
  std::vector<Declaration> declarations;
  std::optional<Reopen> reopen;
  std::optional<Sla> sla;
  std::optional<Retention> retention;
  std::vector<Property> properties;

  const State& at(StateIndex index) const { return states[static_cast<std::size_t>(index.value)]; }
  const Transition& at(TransitionIndex index) const {
    return transitions[static_cast<std::size_t>(index.value)];
  }
  const Declaration& at(DeclarationIndex index) const {
    return declarations[static_cast<std::size_t>(index.value)];
  }
  std::optional<StateIndex> find_state(std::string_view path) const;
  bool is_descendant(StateIndex state, StateIndex ancestor) const {  // strictly below
    return state > ancestor && state <= at(ancestor).last;
  }
};

bool is_history(StateKind kind);

// Derives what follows from the rest (State::path where empty, last, children, histories, timers,
// always, a compound's initial where it has none: its first child; titles; Transition::cause) and
// checks the indexes against each other; a bug in whoever built it asserts. A builder gives, in
// document order: states with their parents, transitions and declarations with their indexes.
void finish(Workflow& workflow);

// The fixed names of expressions inside a workflow, in the order of their slots. The vocabulary's
// fields follow by bare id, in its order (fields of other kinds of instance read as null).
enum class FixedName : std::uint32_t {
  kase,  // "case": id, number, opened_on, owner + fields of the case
  firm,
  person,
  request,
  parent,    // the parent instance: workflow, state, theme + its fields
  children,  // list: workflow, state, outcome, partner + exported fields; of this entry
  all_children,
  event,    // name, data of the event being handled; of a timer: name, firing (1, 2 ..), last (is
            // it the last of its `times`?)
  actor,    // id, role, name
  article,  // of a referral: id, title, answer_within, first_contact_within
  partner,  // of a referral: id, name
  count_,
};
std::string_view to_text(FixedName name);

}  // namespace guichet::model
