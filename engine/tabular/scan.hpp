// The characters of a CSV text into rows of cells; what a row must look like is read_csv's affair.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"
#include "engine/tabular/csv.hpp"

namespace guichet::tabular {

// The delimiter that stands most often in the first line, outside quotes; `;` where none does.
char find_delimiter(std::string_view text);

// Reads one row after the other. Faults inside a row are reported as they are met.
class Scanner {
 public:
  Scanner(const base::Source& source, char delimiter, base::Diagnostics& diagnostics)
      : source_(source), text_(source->text()), delimiter_(delimiter), diagnostics_(diagnostics) {}

  bool at_end() const { return at_ >= text_.size(); }
  // Requires: !at_end(). False where the row is at fault.
  bool next(Row& row);

 private:
  bool cell(std::vector<Cell>& cells);
  bool quoted_cell(std::vector<Cell>& cells);
  std::size_t end_of_plain(std::size_t from) const;
  void add(std::vector<Cell>& cells, std::size_t begin, std::size_t end, bool quoted);

  const base::Source& source_;
  std::string_view text_;
  char delimiter_;
  base::Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace guichet::tabular
