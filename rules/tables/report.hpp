// What a decision looks like to programs and to people.
#pragma once

#include <string>

#include "rules/tables/decide.hpp"

namespace guichet::tables {

// {result, hit_policy, matched, selected, rules: [{id, failed}..], inputs, diagnostics: [{code,
// text, input}..]} as a context, for json::write. `rules` lists every rule with the ids of the
// columns that failed. Then what a record of the decision needs: {decision, version, hash, clock,
// bits (base64 of the rules that pass, by column, little-endian), evaluated: [{rule, input,
// passed}..]}, and for people {sentence, nearest: [{id, failed, sentence}..], counterfactual:
// [{rule, input, wanted, to, wins, sentence}..]}.
feel::Value report(const DecisionTable& table, const Explanation& explanation, feel::Arena& arena,
                   base::Language language);

// One sentence for a rule: `R7 does not match: headcount is 25, wanted [0..20)`.
std::string sentence(const DecisionTable& table, const Explanation& explanation, RuleIndex rule,
                     base::Language language);

// The whole explanation for a terminal: the result and why, the rules with their failing cells
// marked by ✗ (of a large table those that match and the nearest), what would change it.
std::string text_report(const DecisionTable& table, const Explanation& explanation,
                        base::Language language);

}  // namespace guichet::tables
