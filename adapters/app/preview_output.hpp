// A preview for people.
#pragma once

#include <string>
#include <vector>

#include "engine/base/message.hpp"
#include "engine/publishing/gate.hpp"
#include "engine/publishing/replay.hpp"

namespace guichet::app {

// "147 dossiers ouverts : 120 identiques, 20 minuteries, 5 à associer (état `orientation`), 2
// bloqués", then who moves where, and which timers change.
std::string preview_text(const publishing::Preview& preview, const bundle::Desk& target,
                         base::Language language);
// The plans that would carry the stranded cases, under what to do with them.
std::string mend_text(const publishing::Preview& preview, base::Language language);
std::string replay_text(const publishing::Replay& replay, base::Language language);
// What `publish` would do with the folder.
std::string forecast_text(const publishing::Forecast& forecast, base::Language language);

}  // namespace guichet::app
