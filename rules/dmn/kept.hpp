// Inside the module: what a YAML table says beyond DMN, as YAML text under YAML's own keys.
#pragma once

#include <string_view>
#include <vector>

#include "rules/dmn/definitions.hpp"
#include "rules/tables/table.hpp"

namespace guichet::dmn {

// The name of the annotation column that holds `notes:`.
inline constexpr std::string_view kNotes = "notes";

// `version`, `valid`, `complete`, `proof`, `untested`, `tests`, those that the table has.
std::vector<Extension> kept_of(const tables::DecisionTable& table);

}  // namespace guichet::dmn
