// The parts of a workflow's statechart: states, their declarations and arms, as indexes into each
// other. See workflow.hpp.
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
  reopened,  // what the answer meant is taken back: it is awaited again
};
std::string_view to_text(Meaning meaning);

// What must hold, checked while cases run: a breach is an incident, and stops nobody. Of a state:
// `before` when it is entered, `always` after each step that ends in it, `after` when it is left.
// Of a declaration: before and after it is taken.
struct Contract {
  feel::Expression before, always, after;
  base::Location at;
};

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
  // `suspends: true`, `resumes: true`, which `pause:` lowers to. Taking it leaves (or enters again)
  // states without their entry and exit blocks, their tasks and referrals untouched; timers follow
  // their `resume`. Of the root, which is never left, such a pause stops the own timers too, and
  // its histories are recorded when an arm that suspends leaves what is below it.
  bool suspends = false, resumes = false;
  std::optional<Contract> contract;
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

struct FieldAccess {
  std::vector<std::string> visible, edit;
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
  std::optional<Contract> contract;
  // `fields:` by role: what is shown and may be written while the state is active. A role that is
  // not listed sees and writes as the vocabulary says.
  std::map<std::string, FieldAccess> fields;
  base::Location at;
};

}  // namespace guichet::model
