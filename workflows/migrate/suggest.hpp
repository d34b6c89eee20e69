// A plan that would carry over what no version carries by itself: the best guess, for a person to
// read and correct.
#pragma once

#include <string>
#include <vector>

#include "workflows/migrate/assess.hpp"

namespace guichet::migrate {

// Places of one workflow under one earlier version that are not carried.
struct Stranded {
  const bundle::Desk* from = nullptr;
  std::string workflow;
  Place place;
};

// migration/1 texts: paths that need the same rules share one. A state that is gone goes to the one
// that most resembles it, else is moved to where the path begins.
std::vector<std::string> suggest(const std::vector<Stranded>& stranded, const bundle::Desk& to);

}  // namespace guichet::migrate
