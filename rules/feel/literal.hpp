// A literal read from a text at run time.
#pragma once

#include <string_view>

#include "rules/feel/value.hpp"

namespace guichet::feel {

// A number, a string, a boolean or a temporal literal, `@"..."` or `date("...")`; null where the
// text is none of them.
Value read_literal(std::string_view text, Arena& arena);

}  // namespace guichet::feel
