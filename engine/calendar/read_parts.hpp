// One calendar file's keys. Private to this module.
#pragma once

#include <optional>

#include "engine/calendar/calendar.hpp"

namespace guichet::calendar {

// What the file says over what it inherits. `inherited` is nothing where the calendar that it
// extends could not be read: what it would remove of that one is then not judged.
Calendar::Parts read_parts(const yaml::Node& root, std::optional<Calendar::Parts> inherited,
                           base::Diagnostics& diagnostics);

}  // namespace guichet::calendar
