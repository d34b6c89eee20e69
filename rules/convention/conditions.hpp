// Inside the module: what FEEL text reads, and its parts by `or` and `and`.
#pragma once

#include <string>
#include <vector>

#include "engine/base/source.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::convention {

// The variables and their members that the text reads, each once: "case.commune", "theme".
std::vector<std::string> paths_read(std::string_view text, const feel::Scope& scope);

// `a and b or c` as {{a, b}, {c}}. What is not made of `or` and `and` alone is one part.
std::vector<std::vector<base::LocatedText>> parts_of(const base::LocatedText& text);

}  // namespace guichet::convention
