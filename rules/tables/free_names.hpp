// Inside the module: the variables of a table that stands alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guichet::tables {

// The names that an expression reads as variables. A text made of letters, digits, blanks, `_` and
// `-` only is one name ("date de depot"); in others each word counts that is neither a keyword, a
// function called, nor a member after a dot.
std::vector<std::string> free_names(std::string_view expression);

}  // namespace guichet::tables
