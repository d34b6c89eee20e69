// What a change of version means to cases that stand in one place: whether they simply go on, and
// else what a plan has to say. A few dozen places are assessed, not thousands of cases.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/message.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/migrate/plan.hpp"

namespace guichet::migrate {

// From the easiest to the hardest. `identical`: nothing of what is active changed. `compatible`: it
// stands with the same timers; only what comes next changed. `timers`: timers of what is active
// changed. `mapping`: an active or remembered state is gone or of another kind. `blocked`: the path
// is gone, or a recorded value fits no more.
enum class Verdict { identical, compatible, timers, mapping, blocked };
std::string_view to_text(Verdict verdict);

// Where an instance stands: paths of all active states (without the root), histories with what they
// remember.
struct Place {
  std::set<std::string> active;
  std::map<std::string, std::vector<std::string>> history;
  std::set<std::string> suspended = {};  // left by a pause, to be gone on with
};
// Reads what the store keeps of an instance's place (store::configuration_of).
Place parse_configuration(std::string_view configuration);

enum class TimerEffect { kept, changed, added, removed };
struct TimerFate {
  std::string state;      // path in the new version; of a removed one, in the new version too
  std::string old_state;  // path in the old one
  std::string timer;
  TimerEffect effect = TimerEffect::kept;
};

struct Assessment {
  Verdict verdict = Verdict::identical;
  // Does every instance of this place go over, by itself or by the plan?
  bool carried = true;
  std::vector<base::Message> reasons;  // of the verdict; where not carried, also what is missing
  std::vector<std::pair<std::string, std::string>>
      renamed;                          // old path -> new path, where they differ
  std::vector<std::string> dropped;     // active states that have no successor, new paths excluded
  std::vector<std::string> entered;     // states that become active around renamed ones
  std::vector<std::string> begun;       // of regions that are new: their states, outermost first
  std::vector<const StateRule*> moves;  // by `goto`, of the plan given
  std::vector<std::string> forgotten;   // histories
  std::vector<TimerFate> timers;        // of states that stay active, in the new version's order
};

Assessment assess(const Place& place, const model::Workflow& from, const model::Workflow& to,
                  const WorkflowPlan& plan);
// With the rules around the paths: what is merely compatible because a table or convention that the
// active states ask has changed.
Assessment assess(const Place& place, const std::string& workflow, const bundle::Desk& from,
                  const bundle::Desk& to, const WorkflowPlan& plan);

// The path that a state has after the plan; the path itself where the plan is silent.
std::string renamed(const WorkflowPlan& plan, const std::string& path);

// States that some run from the initial ones can reach, guards set aside.
std::set<std::string> reachable(const model::Workflow& workflow);

}  // namespace guichet::migrate
