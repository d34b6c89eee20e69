// What a decision looks like to programs and to people.
#pragma once

#include <string>

#include "rules/tables/decide.hpp"

namespace guichet::tables {

// {"result":..,"hit_policy":"F","matched":[..],"selected":[..],"rules":[{"id":..,"failed":[..]}..],
//  "inputs":{..},"diagnostics":[{"code":..,"text":..,"input":..}]}, on one line. `rules` lists
//  every
// rule, those that match with an empty `failed`.
std::string to_json(const DecisionTable& table, const Explanation& explanation,
                    base::Language language);

// One sentence for a rule: "R7: theme = "creation" passes; headcount: 25 is not [0..20)".
std::string sentence(const DecisionTable& table, const Explanation& explanation, RuleIndex rule,
                     base::Language language);

}  // namespace guichet::tables
