// A preview for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "engine/base/message.hpp"
#include "engine/publishing/preview.hpp"
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
struct Forecast {
  bool refused = false;
  std::vector<base::Message> sentences;  // the refusals, or what becomes of the cases in flight
};
std::string forecast_text(const Forecast& forecast, base::Language language);
// One line of JSON; `replay` may be null.
std::string preview_json(const publishing::Preview& preview, const publishing::Replay* replay,
                         const Forecast& forecast, base::Language language);

}  // namespace guichet::app
