// What can be done on a case now, by whom, and why something cannot: for the case page, the API
// and `guichet case show`.
#pragma once

#include <string>
#include <vector>

#include "engine/cases/decide.hpp"

namespace guichet::cases {

struct Offer {
  base::InstanceNumber n;
  std::string name, title;
  bool reply = false;                // recorded for the partner
  std::vector<std::string> by;       // roles
  std::vector<std::string> require;  // fields that must be given or known
  std::vector<std::string> missing;  // of these, those that have no value yet
  std::vector<std::string> accepts;
  bool allowed = false;                // for this actor
  std::vector<base::Message> reasons;  // why it would be refused now, fields apart
};

std::vector<Offer> offers(const Snapshot& snapshot, const access::Actor& actor,
                          const Surroundings& surroundings);

}  // namespace guichet::cases
