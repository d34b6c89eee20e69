// What a decision looks like to programs and to people.
#pragma once

#include <string>

#include "rules/tables/decide.hpp"

namespace guichet::tables {

// {result, hit_policy, matched, selected, rules: [{id, failed}..], inputs, diagnostics: [{code,
// text, input}..]} as a context, for json::write. `rules` lists every rule that did not match, with
// the ids of the columns that failed.
feel::Value report(const DecisionTable& table, const Explanation& explanation, feel::Arena& arena,
                   base::Language language);

// One sentence for a rule: `R7 does not match: headcount is 25, wanted [0..20)`.
std::string sentence(const DecisionTable& table, const Explanation& explanation, RuleIndex rule,
                     base::Language language);

}  // namespace guichet::tables
