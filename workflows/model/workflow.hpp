// The immutable definition of one workflow: a statechart whose names are resolved to indexes. Made
// by workflows/check out of YAML (or by a test by hand, see validate()); shared between threads.
// Semantics: W3C SCXML, appendix D; what people, partners and time add is said at each field.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/source.hpp"
#include "workflows/model/timer.hpp"
#include "workflows/model/verb.hpp"

namespace guichet::model {

using StateIndex = base::Id<struct StateTag, std::int32_t>;
using TransitionIndex = base::Id<struct TransitionTag, std::int32_t>;
using DeclarationIndex = base::Id<struct DeclarationTag, std::int32_t>;
constexpr StateIndex kRoot{0};
constexpr StateIndex kNoState{-1};

enum class StateKind : std::uint8_t {
  atomic,
  compound,
  parallel,
  final,
  shallow_history,
  deep_history,
};

// Who or what causes a transition. `action`: somebody of the desk; `reply`: the outside party
// that a referral addresses; `event`: the system, by dotted pattern; `done`: the state's content
// has come to its end.
enum class Cause : std::uint8_t { action, reply, timer, event, always, done };

// What a reply or a timer of a referral means to the engine, whatever the territory calls it.
enum class Meaning : std::uint8_t {
  none,
  accepted,
  declined,
  question,
  silent,
  withdrawn,
  concluded,
};
std::string_view to_text(Meaning meaning);

// One arm of a declaration (an SCXML transition). Document order is index order.
struct Transition {
  Cause cause = Cause::action;  // its declaration's
  StateIndex source;
  DeclarationIndex declaration;     // what it is an arm of
  feel::Expression when;            // empty: holds always
  std::vector<StateIndex> targets;  // empty: nothing is left or entered
  bool internal = false;
  std::optional<std::string> refuse;  // an act that comes to this arm is refused with this code
  Block run;
  base::Location at;
};

// A name under `actions:`, `replies:`, `timers:`, `events:`, or an `always:` or `done:`.
struct Declaration {
  Cause cause = Cause::action;
  std::string name;   // event: the pattern; always and done: empty
  std::string title;  // for people; the name where not given
  StateIndex state;
  std::vector<TransitionIndex> arms;
  std::vector<std::string> by;       // roles that may act; replies: the addressee
  std::vector<std::string> require;  // fields that must have a value, given along or before
  std::vector<std::string> accepts;  // further fields that may be given along
  Meaning means = Meaning::none;
  std::optional<TimerSpec> timer;  // of a timer
  bool pauses_clocks = false;      // `clock: paused_until_answered`
  base::Location at;
};

struct Task {
  std::string id;  // stable: the state's path
  Operand title;
  std::vector<std::string> by;
  std::optional<base::Delay> due;
};

enum class ReferralPolicy : std::uint8_t { each_answers, first_taker_wins, in_sequence };
// A state's `referral:` block: on entry children are opened, one a partner.
struct ReferralBlock {
  std::variant<std::monostate, std::string> convention;  // `to: {convention: id}`
  std::string field;                                     // `to: {field: id}`: a list of partners
  std::string workflow;                                  // of the children
  ReferralPolicy policy = ReferralPolicy::each_answers;
  bool lead_first_accepted = false;
  std::vector<std::string> share;
  std::optional<std::string> confirm;  // role that ticks; none: children open at entry
  std::string confirm_field = "partenaires";
  base::Location at;
};

// The initial of a compound, or the default of a history: where to, and what is run on the way.
struct Initial {
  std::vector<StateIndex> targets;
  Block run;
};

struct State {
  std::string id;     // as written
  std::string path;   // dotted, from the root's children: "actif.accueil"; the root's is ""
  std::string title;  // for people; the id where not given
  StateKind kind = StateKind::atomic;
  StateIndex parent = kNoState;
  StateIndex last;                    // the last descendant in document order; itself where none
  std::vector<StateIndex> children;   // without histories
  std::vector<StateIndex> histories;  // history pseudo-states of it
  std::vector<TransitionIndex> transitions;  // document order, all causes
  std::vector<DeclarationIndex> declarations;
  std::vector<DeclarationIndex> timers;  // those of its declarations that are timers
  std::vector<TransitionIndex> always;   // the eventless ones of its transitions
  std::optional<Initial> initial;        // compound and history
  Block entry, exit;
  std::optional<Task> task;
  std::optional<ReferralBlock> referral;
  std::optional<std::string> outcome;  // of a final state: what the instance came to
  bool success = false;                // of a final state: counts as completed
  bool accompanied = false;            // entering it counts the need as taken up
  std::vector<std::string> tags;
  base::Location at;
};

struct Reopen {
  std::vector<std::string> by;
  std::vector<std::string> require;
  std::optional<base::Delay> within;
  StateIndex target;
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
  event,    // name, data of the event being handled
  actor,    // id, role, name
  article,  // of a referral: id, title, answer_within, first_contact_within
  partner,  // of a referral: id, name
  count_,
};
std::string_view to_text(FixedName name);

}  // namespace guichet::model
