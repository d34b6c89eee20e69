// Inside the module: sentences about one decision. See report.hpp.
#pragma once

#include "rules/tables/nearest.hpp"

namespace guichet::tables {

// Why there is this result, or none.
std::string result_sentence(const DecisionTable& table, const Explanation& explanation,
                            base::Language language);
// `R2 would match if headcount were [0..10), for example 9`
std::string counterfactual_sentence(const DecisionTable& table, const Counterfactual& one,
                                    base::Language language);

}  // namespace guichet::tables
