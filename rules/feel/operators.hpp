// Which kinds of values FEEL's operators take.
#pragma once

#include <string>
#include <vector>

#include "rules/feel/value.hpp"

namespace guichet::feel {

bool is_ordered(Kind kind);  // by < and >
// Of + - * / ^ (for **): do values of the two kinds have a result, range permitting?
bool goes_together(char op, Kind a, Kind b);
// What follows the dot of a date, a time, a duration or a range.
std::vector<std::string> property_names(Kind kind);
// As it is written: ** for ^, != for !, <= for l, >= for g.
std::string sign_of(char op);

}  // namespace guichet::feel
