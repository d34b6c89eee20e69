// What a move costs: the kernel's step alone, a whole command through the door, a case of five
// years with its clock turned.
#pragma once

#include <string>

namespace guichet::app {

struct StepFigures {
  double us_per_step = 0;        // kernel::step on five states, its facts produced
  double us_per_command = 0;     // the same act by Desk::submit, in memory, journal sealed
  double ms_five_year_case = 0;  // a case with monthly reminders and quarterly reviews, intake on
  int five_year_facts = 0;       // written for it
};

// Runs on a small desk of its own, in memory, in one thread; the least of several rounds.
StepFigures bench_step();
std::string to_json(const StepFigures& figures);

}  // namespace guichet::app
