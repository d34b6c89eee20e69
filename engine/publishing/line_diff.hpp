// Which lines of a text were put in the place of which.
#pragma once

#include <string>
#include <vector>

namespace guichet::publishing {

struct DiffLine {
  char sign = ' ';  // '-' before, '+' after, ' ' both, '@' lines left out
  std::string text;
};

// The lines that differ, with `around` unchanged lines before and after each group. Empty where the
// texts are the same. Texts that have little in common are shown as one replaced by the other.
std::vector<DiffLine> line_diff(const std::string& before, const std::string& after,
                                std::size_t around = 3);

}  // namespace guichet::publishing
