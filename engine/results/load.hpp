// Who had how much to do, week by week: for planning, and for what an edit of a path would change.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/cases/event.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::results {

struct WeekLoad {
  std::size_t tasks = 0;      // opened for the role
  std::size_t acts = 0;       // done by somebody who acted in it
  std::size_t reminders = 0;  // letters of that purpose that went to it
};

// By role of the desk, by ISO week ("2009-W07"). A partner's role takes the answers and reminders
// of all institutions together.
using Load = std::map<std::string, std::map<std::string, WeekLoad>>;

// Adds what a case's journal tells.
void count_load(const std::vector<cases::Fact>& facts, const bundle::Desk& desk, Load& load);

// "2009-W07": the week that holds the day, by ISO 8601 (Monday first, week 1 has January 4th).
std::string iso_week(base::Day day);

// The mean over the weeks from the first to the last one given, and the fullest of them.
struct Spread {
  double mean = 0;
  std::size_t peak = 0;
  std::string peak_week;
};
Spread spread(const std::map<std::string, WeekLoad>& weeks, std::size_t WeekLoad::*what,
              base::Day from, base::Day until);

}  // namespace guichet::results
