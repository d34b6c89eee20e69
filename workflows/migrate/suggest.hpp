// A plan for what no version carries by itself, for a person to read, correct and complete.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workflows/migrate/assess.hpp"

namespace guichet::migrate {

// Places of one workflow under one earlier version that are not carried.
struct Stranded {
  const bundle::Desk* from = nullptr;
  std::string workflow;
  Place place;
};

// What stands in a suggested plan where a person has to say what becomes of a state; such a plan
// is refused until it does.
constexpr std::string_view kToComplete = "'?'";

// migration/1 texts: paths that need the same rules share one. A state that is gone goes to the one
// that does the same under another name, if exactly one does, with the reason beside it; else it is
// left to be completed, with the states there are.
std::vector<std::string> suggest(const std::vector<Stranded>& stranded, const bundle::Desk& to);
// Does a suggested plan say something of every state?
bool is_complete(const std::string& plan);

}  // namespace guichet::migrate
