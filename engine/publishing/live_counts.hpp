// How many open cases stand in each state of a path, as pictures show it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/store/versions.hpp"

namespace guichet::publishing {

// By the path of a state; those in the states inside it too.
std::map<std::string, std::size_t> counts_by_state(const std::vector<store::LiveGroup>& groups,
                                                   const std::string& workflow);

}  // namespace guichet::publishing
