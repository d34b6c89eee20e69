// Where the {{ holes }} of a text are, and which names they read. Knows FEEL's tokens, not its
// meaning, so that "}}" inside a string or a context does not end a hole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"

namespace guichet::letters {

// In bytes of the text: the hole with its braces, and the expression between them.
struct HoleExtent {
  std::size_t begin = 0, end = 0;
  std::size_t inner_begin = 0, inner_end = 0;
};

// The holes in order. An unclosed one is an error at its place, a stray "}}" a warning.
std::vector<HoleExtent> find_holes(const base::LocatedText& text, base::Diagnostics& diagnostics);

// The dotted paths of an expression: "case.owner.name", "due.relance", "today".
std::vector<std::string> paths_of(std::string_view expression);
// Its string literals, unquoted.
std::vector<std::string> strings_of(std::string_view expression);

}  // namespace guichet::letters
