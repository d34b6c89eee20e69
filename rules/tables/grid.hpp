// Inside the module: the cells of a table, before they mean anything.
#pragma once

#include <optional>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"

namespace guichet::tables {

struct GridCell {
  std::string text;   // without blanks at its ends, escapes undone
  base::Location at;  // as written
  char escape = 0;    // what stands before the second of two characters that mean one; 0: none

  // The text with the place of each byte, for what is read further or reported.
  base::LocatedText located() const;
};

struct GridRow {
  std::vector<GridCell> cells;
  base::Location at;
};

struct Grid {
  std::vector<GridCell> header;
  std::optional<std::size_t> first_output;  // position after `||`; nothing in a CSV file
  std::vector<GridRow> rows;
};

// `| id | a || b |`, one line a row. `\|` is a bar inside a cell. Rows of another width than the
// header's are reported and left out.
Grid read_grid(const base::LocatedText& block, base::Diagnostics& diagnostics);
// The same from a CSV file, in any of the forms that spreadsheets write.
Grid read_csv_grid(std::string shown_as, std::string_view bytes, base::Diagnostics& diagnostics);

}  // namespace guichet::tables
