// Diagnostics for programs: one JSON line, or SARIF 2.1.0 for editors and forges.
#pragma once

#include <string>

#include "engine/base/diagnostic.hpp"

namespace guichet::app {

// [{"file","line","column","end_line","end_column","severity","code","text","hint","related":[..]},..]
std::string to_json(const base::Diagnostics& diagnostics, base::Language language);
std::string to_sarif(const base::Diagnostics& diagnostics, base::Language language);

}  // namespace guichet::app
