// A preview for programs: what `guichet preview --format json` prints and the API answers.
#pragma once

#include <string>

#include "engine/publishing/gate.hpp"
#include "engine/publishing/replay.hpp"

namespace guichet::publishing {

// One line of JSON; `replay` may be null.
std::string preview_json(const Preview& preview, const Replay* replay, const Forecast& forecast,
                         base::Language language);

}  // namespace guichet::publishing
