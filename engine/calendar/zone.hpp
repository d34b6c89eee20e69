// One IANA zone's rules, as the system's tzdata has them. Immutable.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/instant.hpp"

namespace date {
class time_zone;
}

namespace guichet::calendar {

class Zone {
 public:
  // nullptr where the system knows no such zone.
  static std::shared_ptr<const Zone> find(std::string_view name);
  // All names, for "did you mean".
  static std::vector<std::string> names();

  base::LocalTime to_local(base::Instant instant) const;
  // Of a skipped local time the moment at which the gap ends; of a doubled one the first.
  base::Instant to_instant(base::LocalTime local) const;

 private:
  explicit Zone(const date::time_zone& rules) : rules_(rules) {}
  const date::time_zone& rules_;  // lives as long as the program
};

}  // namespace guichet::calendar
