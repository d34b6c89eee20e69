// A Markdown page as its tests read it: fenced blocks by their language, and tables by section.
#pragma once

#include <string>
#include <vector>

namespace guichet::docs {

struct Row {
  int line = 0;
  std::vector<std::string> cells;  // trimmed; marks of code kept
};

struct Table {
  std::vector<std::string> header;
  std::vector<Row> rows;

  bool is_headed(const std::vector<std::string>& columns) const;  // by its first columns
};

struct Page {
  std::vector<Table> tables;
  // The text of the only block fenced as ```LANGUAGE; empty where there is none.
  std::string block(const std::string& language) const;

  std::vector<std::pair<std::string, std::string>> blocks;  // language, text
};

// Requires: the file is there (GUICHET_ROOT-relative path).
Page read_page(const std::string& path);

// The texts between backticks of a cell, in order.
std::vector<std::string> codes(const std::string& cell);

}  // namespace guichet::docs
