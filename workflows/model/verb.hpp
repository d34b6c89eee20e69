// The closed list of what a step may do besides moving: one struct a verb. A missing capability is
// a new verb here, with its own check; there is no scripting.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/delay.hpp"
#include "engine/base/source.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::model {

struct Verb;
using Block = std::vector<Verb>;

// A literal, or FEEL where the YAML began with `=`.
using Operand = std::variant<feel::Stored, feel::Expression>;

// Writes a field of the instance, or of its case, person or firm.
struct Set {
  std::string field;
  Operand value;  // null: unset
};
struct Append {
  std::string field;  // a list; a value that it has is not added again
  Operand value;
};

// Why a letter leaves; the journal and the report count reminders and escalations apart.
enum class Purpose { notify, remind, escalate };
struct Notify {
  Purpose purpose = Purpose::notify;
  std::string role;
  std::string letter;  // empty where the role is bound to the agenda: a line there instead
};

struct OpenTask {
  std::string id;  // stable name inside the workflow
  Operand title;
  std::vector<std::string> by;  // roles
  std::optional<base::Delay> due;
};
struct CloseTask {
  std::string id;
};
// Evaluates a decision table over the instance's names and writes what it gives.
struct Decide {
  std::string table;
  std::string into;
};
// Who hears an event: this instance itself, the one that it belongs to, the open ones that belong
// to it, or the other open ones of the one that it belongs to.
enum class Audience { self, parent, children, siblings };
// An internal event of this instance, taken in the same step; or an external one of others, which
// then learn in `event` whose it is.
struct Raise {
  std::string event;
  Audience to = Audience::self;
};
// An external event of this instance after a delay; `id` is what Cancel names.
struct Send {
  std::string id;
  std::string event;
  base::Delay after;
};
struct Cancel {
  std::string id;
};
// Takes the armed timers of this name off, wherever in the instance they were armed.
struct CancelTimer {
  std::string timer;
};
// How much the case presses: a word that lists sort and colour by. Null: as usual again.
struct Criticality {
  Operand level;
};
// Makes somebody the owner of the case: a user id, or "actor".
struct Assign {
  Operand to;
};
// A line in the journal, for people.
struct Note {
  Operand text;
};
// A line on the agenda of the partners' meeting.
struct AgendaLine {
  Operand text;
};
// This need is of another theme: a need of that theme opens beside it with its facts; open
// referrals of the partners in `keep` go on there, the others are withdrawn.
struct Requalify {
  Operand theme;
  Operand keep;  // a list of partners; null: none
};
struct If {
  feel::Expression when;
  std::vector<Verb> then;
  std::vector<Verb> otherwise;
};

struct Verb {
  std::variant<Set, Append, Notify, OpenTask, CloseTask, Decide, Raise, Send, Cancel, CancelTimer,
               Criticality, Assign, Note, AgendaLine, Requalify, If>
      what;
  base::Location at;
};

}  // namespace guichet::model
