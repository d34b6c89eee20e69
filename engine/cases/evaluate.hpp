// An expression's value as one instance of a case would see it, outside any step: for whoever looks
// at a case (scenarios, operators), not for what the case itself decides.
#pragma once

#include "engine/cases/decide.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::cases {

// Requires: `expression` was compiled against the scope of the definition that the instance is
// pinned to; the instance exists.
feel::Stored evaluate_in(const Snapshot& snapshot, base::InstanceNumber n,
                         const feel::Expression& expression, const Surroundings& around);

}  // namespace guichet::cases
