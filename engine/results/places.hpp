// Places with few requests are rolled up: communes into what is left of their community, these
// into their department, until no group has a small number in any stretch of time.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "workflows/bundle/desk.hpp"

namespace guichet::results {

// Requests of a commune, one count by stretch of time; communes by code, "" where not known.
using CountsByPlace = std::map<std::string, std::vector<std::int64_t>>;

struct PlaceGroup {
  enum class Kind { alone, rest, elsewhere, unknown };
  std::string id;  // "46102", "epci:200067361", "+", ""
  Kind kind = Kind::alone;
  std::string name;                   // of the commune, or of what it is the rest of
  std::vector<std::string> communes;  // codes
};

// Every commune is in one group. No group has a count from 1 to limit - 1, but where all of them
// together have.
std::vector<PlaceGroup> roll_up(const CountsByPlace& counts, const bundle::Desk& desk,
                                std::int64_t limit);

}  // namespace guichet::results
