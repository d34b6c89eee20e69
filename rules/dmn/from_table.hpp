// A YAML decision table as a DMN model of one decision, and back.
#pragma once

#include <memory>
#include <string>

#include "rules/dmn/definitions.hpp"
#include "rules/tables/table.hpp"

namespace guichet::dmn {

// One decision named by the table's id, with an input datum for each variable that it reads; item
// definitions carry `values:`. What DMN has no word for (`valid`, `tests`, `missing`, delays) is
// kept in extension elements, so that it comes back.
Definitions from_table(const tables::DecisionTable& table);

// The text of a `decision-table/1` file for one decision of a model whose logic is a table. Nothing
// where it is none; what YAML cannot hold is reported.
std::optional<std::string> to_yaml(const Definitions& definitions, std::string_view decision,
                                   base::Diagnostics& diagnostics);

}  // namespace guichet::dmn
