// Tables and cases made up for measuring, the same at each run: five columns as a desk's routing
// has them, partners as results.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rules/tables/table.hpp"

namespace guichet::bench {

// The text of a `decision-table/1` file, hit policy F, whose last rule takes what is left.
std::string generated_table(int rules);

// That table, loaded. Ends the process where it does not load: nothing is to be measured then.
std::shared_ptr<const tables::DecisionTable> load_text(const std::string& text);

// JSON objects of the table's variables.
std::vector<std::string> generated_cases(int count);

}  // namespace guichet::bench
