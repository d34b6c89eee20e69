// Steps that a draft does not have any more while cases stand in them: what a person is asked of
// these cases, and the plan that the answers make.
#pragma once

#include <string>
#include <vector>

#include "engine/publishing/preview.hpp"

namespace guichet::publishing {

// A step of the draft that cases can be sent to.
struct Haven {
  std::string path, title;
};

struct Homeless {
  std::string workflow, workflow_title;
  std::string state, title;  // as the cases' own version has it
  std::size_t cases = 0;
  bool memory = false;   // of a path left and come back to: it can only be forgotten
  std::string proposed;  // a haven's path; empty where nothing speaks for one
  std::vector<Haven> havens;
};
// By path and state. A path that is gone as a whole has none: its cases finish where they are.
// Requires: the preview was made against the versions' target.
std::vector<Homeless> homeless_of(const Preview& preview, Versions& versions);

// What a person answered of one of them.
struct Sent {
  std::string workflow, state;
  std::string to;  // empty: not said; of a memory anything: it is forgotten
  bool memory = false;
  bool enters = false;  // with the step's letters, tasks and deadlines; else they stand there
};
// migration/1 texts, one a path, as one text that parted_plans() takes apart. What was not said is
// left to be completed. Nothing where nothing was said at all. `reason` is what cases remember.
std::string plan_made_of(const std::vector<Sent>& answers, const std::string& reason);

// Several plans in one text, parted by lines `---`, as sources whose lines are counted in it.
std::vector<base::Source> parted_plans(const std::string& text);
// How these sources are called in what is said of them.
constexpr std::string_view kPlanName = "plan.yaml";

}  // namespace guichet::publishing
