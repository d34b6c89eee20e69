// Inside the module: `tests:` of a convention.
#pragma once

#include "rules/convention/load.hpp"

namespace guichet::convention {

// `node`: the list. Names of facts, partners, quotas and fallbacks are those of `parts`.
std::vector<ConventionTest> read_tests(const yaml::Node& node, const Convention::Parts& parts,
                                       const LoadContext& context, base::Diagnostics& diagnostics);

}  // namespace guichet::convention
