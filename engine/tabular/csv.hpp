// CSV as spreadsheets write it: UTF-8 with or without BOM, Windows-1252, UTF-16 with BOM; `;` `,`
// or tab; LF or CRLF; quotes with doubled quotes and line breaks inside. Places are kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"

namespace guichet::tabular {

struct Cell {
  std::string text;
  base::Location at;  // of the text itself: inside the quotes, where there are any

  // The text with the place of each byte, doubled quotes included, for what is parsed further.
  base::LocatedText located() const;
};

struct Row {
  int line = 0;  // of its first cell, from 1, as an editor counts
  std::vector<Cell> cells;
};

struct Table {
  base::Source source;  // the text decoded to UTF-8, without BOM
  char delimiter = ';';
  std::string encoding;      // "UTF-8", "Windows-1252", "UTF-16"
  std::vector<Cell> header;  // without blanks around the names
  std::vector<Row> rows;     // lines without any text (blank, or delimiters alone) left out
};

// Reads the whole text; the delimiter is the one of the header line. Every fault is reported (a row
// of another width than the header's, an open quote, a header without names or with one twice, no
// header); a row at fault is left out of `rows`. A spreadsheet's own format and control characters
// are refused: then there are no rows at all.
Table read_csv(std::string name, std::string_view bytes, base::Diagnostics& diagnostics);

// One line, RFC 4180, `;` as delimiter, ending CRLF. A cell that a spreadsheet would run as a
// formula (= + - @ tab CR first) gets an apostrophe before it, unless it is a plain number.
std::string write_row(const std::vector<std::string>& cells);

}  // namespace guichet::tabular
