// Calendars whose holidays end before the longest timer that counts by them does.
#pragma once

#include <string>

#include "workflows/bundle/desk.hpp"

namespace guichet::bundle {

// Warns of them, for timers that start today. `folder` is where the desk was read from.
void warn_of_calendars(const Desk& desk, const std::string& folder, base::Day today,
                       base::Diagnostics& diagnostics);

}  // namespace guichet::bundle
