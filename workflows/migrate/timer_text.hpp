// Timers and types of fields in the words of the files, for sentences.
#pragma once

#include <string>

#include "engine/vocabulary/vocabulary.hpp"
#include "workflows/model/timer.hpp"

namespace guichet::migrate {

std::string said(const model::TimerSpec& spec);         // "5bd", "every 14 days, 3 times"
std::string type_text(const vocabulary::Field& field);  // "list of choice [a, b]"

}  // namespace guichet::migrate
