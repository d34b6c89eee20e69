// Inside the module: `tests:` and `untested:` of a convention.
#pragma once

#include "rules/convention/load.hpp"

namespace guichet::convention {

// `node`: the list. Names of facts, partners, quotas and fallbacks are those of `parts`.
std::vector<ConventionTest> read_tests(const yaml::Node& node, const Convention::Parts& parts,
                                       const LoadContext& context, base::Diagnostics& diagnostics);
// Ids of clauses. Requires: the clauses are lowered.
std::vector<std::string> read_untested(const yaml::Node& node, const Convention::Parts& parts,
                                       base::Diagnostics& diagnostics);

}  // namespace guichet::convention
