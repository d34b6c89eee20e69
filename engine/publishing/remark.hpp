// A diagnostic as editors show it: where it begins and ends, and its words in one language.
#pragma once

#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"

namespace guichet::publishing {

// Lines and columns from 1, columns in Unicode code points; the end lies after the last character.
// No file and zeros: the desk as a whole is meant.
struct Remark {
  std::string file;
  int line = 0, column = 0, end_line = 0, end_column = 0;
  std::string severity;  // error, warning, info
  std::string code, message, hint;
  std::string source;  // the line as written

  bool is_error() const { return severity == "error"; }
};

// By file and place.
std::vector<Remark> remarks_of(const base::Diagnostics& diagnostics, base::Language language);
std::size_t count_errors(const std::vector<Remark>& remarks);

}  // namespace guichet::publishing
