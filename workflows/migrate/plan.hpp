// A migration plan (`guichet: migration/1`), read and resolved: how cases of earlier versions go
// over to another one. One file speaks of one workflow; a plan may be made of several files.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::migrate {

// What becomes of an armed timer: its due date stays; it is counted anew from where it counted
// before; it is counted from now.
enum class TimerChange { keep, rebase, restart };

struct StateRule {
  std::string from;      // path in the old version
  std::string to;        // path in the new one; empty where a history's memory is forgotten
  bool moves = false;    // `goto`: a real transition of the new version
  bool forgets = false;  // of a history
  std::string reason;    // of a move
  base::Location at;
};

struct FieldRule {
  std::string field;  // of the new version
  std::string from;   // of the old one; empty where only `formula` says
  // `using`, by the bundle it is read in; empty: the value as it is.
  std::map<std::string, feel::Expression> formula;
  base::Location at;
};

struct TimerRule {
  std::string pattern;  // "path.timer" or "path.*", of the new version
  TimerChange change = TimerChange::keep;
  base::Location at;
};

// Cases that no rule lets go over: stay pinned; the whole migration is refused; stay pinned, with
// an incident.
enum class Unmapped { leave, refuse, incident };

struct WorkflowPlan {
  std::string workflow;
  std::vector<std::string> from;  // bundles; empty: any
  std::vector<StateRule> states;
  std::vector<FieldRule> fields;
  std::vector<TimerRule> timers;
  TimerChange otherwise = TimerChange::keep;
  Unmapped unmapped = Unmapped::leave;
  bool force = false;  // configurations that the new graph does not reach are allowed

  TimerChange change_of(std::string_view path, std::string_view timer) const;
};

struct Plan {
  std::string hash;  // of the texts and of where it leads to
  std::string to;    // bundle
  std::vector<WorkflowPlan> workflows;

  // What is said of instances of a workflow that are pinned to a bundle; an empty plan where
  // nothing is.
  const WorkflowPlan& of(std::string_view workflow, std::string_view bundle) const;
  Unmapped unmapped() const;  // the hardest word of its files
};

}  // namespace guichet::migrate
