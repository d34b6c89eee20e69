// Sets of values as criteria write them: what two of them have in common, what holds a bracket.
#pragma once

#include "rules/feel/expression.hpp"
#include "rules/tables/index.hpp"

namespace guichet::convention {

// The values that both sets accept; opaque where one is, or where they cannot be compared. Null is
// accepted where both accept it.
feel::TestSet intersection(const feel::TestSet& a, const feel::TestSet& b);
// The values that `a` accepts and `without` does not name. `without` of kind any names none.
feel::TestSet difference(const feel::TestSet& a, const feel::TestSet& without);
// No value at all lies in the set, as far as can be told without knowing a column's values.
bool is_empty(const feel::TestSet& set);
// Does the whole bracket lie in the set? Requires: not opaque.
bool holds(const feel::TestSet& set, const tables::Bracket& bracket);

}  // namespace guichet::convention
