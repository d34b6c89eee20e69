// Properties of a path checked on every way that it leaves open: people act or do not, partners
// answer or do not, conditions that the path cannot decide hold or do not, timers come in the order
// of their due dates. Pure; no clock, no storage.
#pragma once

#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/explore/play.hpp"

namespace guichet::explore {

enum class Outcome { holds, violated, inconclusive };

struct Verdict {
  const model::Workflow* workflow = nullptr;
  const model::Property* property = nullptr;
  Outcome outcome = Outcome::holds;
  base::Message why;           // of violated and inconclusive
  std::vector<Way> way;        // violated: from the start, the way that leads there
  bool assumes = false;        // the way takes conditions to hold that could not be decided
  std::size_t situations = 0;  // looked at
};

struct Budget {
  std::size_t situations = 10'000;
  std::size_t ways = 100'000;  // that are tried
};

// Of every property of the workflow, in their order.
std::vector<Verdict> check_properties(const bundle::Desk& desk, const model::Workflow& workflow,
                                      const Budget& budget = {});

// A move in words: "act orienter", "timer relance".
std::string describe(const Way& way, base::Language language);
// The way as a scenario file that plays it; where it cannot be played (an event from outside, a
// choice of the convention), a comment in it says so.
std::string scenario_of(const bundle::Desk& desk, const Verdict& verdict);

// A suite of scenarios that together take each arm of the path that people, partners and timers can
// bring about, with the states that are expected after each step.
std::string covering_scenarios(const bundle::Desk& desk, const model::Workflow& workflow,
                               const Budget& budget = {});

// Reports each property that does not hold, at its place, with the way; and those that could not
// be decided. The way is told in `language`.
void report(const std::vector<Verdict>& verdicts, base::Language language,
            base::Diagnostics& diagnostics);

}  // namespace guichet::explore
