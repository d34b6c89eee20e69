// Inside the module: cells of a YAML table in the words of FEEL.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guichet::dmn {

// `haut, not(bas)` where the column lists haut and bas: `"haut", not("bas")`. What is FEEL already
// stays as it is.
std::string with_quoted_words(std::string_view tests, const std::vector<std::string>& listed);

}  // namespace guichet::dmn
