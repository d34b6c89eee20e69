// Inside the module: the rules of a table as rows of texts, and the two files that hold them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guichet::dmn {

struct Sheet {
  std::vector<std::string> header;  // "id", then the columns
  std::size_t first_output = 0;     // its position in the header
  std::vector<std::vector<std::string>> rows;
};

// The block of `rules: |`, each line indented by two spaces, columns aligned.
std::string grid_text(const Sheet& sheet);
// What `rules_from:` reads: UTF-8 with its mark, `;`, one line a rule.
std::string csv_text(const Sheet& sheet);

// FEEL text as one line: breaks become spaces, `//` comments are left out.
std::string one_line(std::string_view feel);

}  // namespace guichet::dmn
