// A YAML decision table as a DMN model of one decision, and back.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.hpp"
#include "rules/dmn/definitions.hpp"
#include "rules/tables/table.hpp"

namespace guichet::dmn {

// One decision named by the table's id, with an input datum for each variable that it reads; item
// definitions carry `values:`. What DMN has no word for (`valid`, `tests`, `missing`, delays) is
// kept beside it under Guichet's namespace, so that it comes back.
Definitions from_table(const tables::DecisionTable& table);

// The text of a `decision-table/1` file for one decision of a model whose logic is a table. Nothing
// where it is none, or where YAML cannot hold it: the diagnostics say what and why. `decision` may
// be empty where the model has one decision only. With `rules_from`, the rules stand in a CSV file
// of that name, which to_csv writes.
std::optional<std::string> to_yaml(const Definitions& definitions, std::string_view decision,
                                   base::Diagnostics& diagnostics,
                                   std::string_view rules_from = {});
// The rules alone, as a spreadsheet reads them.
std::optional<std::string> to_csv(const Definitions& definitions, std::string_view decision,
                                  base::Diagnostics& diagnostics);

}  // namespace guichet::dmn
