// A condition seen from one instance of a situation: yes, no, or not to be decided from what is
// followed. Private to this module.
#pragma once

#include <functional>
#include <string>

#include "workflows/explore/world.hpp"

namespace guichet::explore {

struct Sight {
  const Situation& situation;
  std::size_t instance = 0;
  const std::string& event;  // name of the trigger
  // A followed field's value as a case stores it; nullptr: null.
  std::function<const feel::Stored*(const std::string&)> value;
};

Truth truth_of(const Domains& domains, const feel::Expression& condition, const Sight& sight);

}  // namespace guichet::explore
