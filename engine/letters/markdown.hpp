// What the Markdown of a letter shows as it stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guichet::letters {

// A stretch of code or HTML.
struct RawPart {
  bool html = false;
  int line = 1;  // of the Markdown
  std::string text;
};
std::vector<RawPart> raw_parts(std::string_view markdown);

}  // namespace guichet::letters
