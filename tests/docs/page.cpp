#include "tests/docs/page.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "engine/base/file.hpp"

namespace guichet::docs {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? ""
                                    : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// `| a | b |` as its cells; a bar between backticks belongs to the code.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> out;
  std::string cell;
  bool in_code = false;
  for (const char c : line.substr(1)) {
    if (c == '`') in_code = !in_code;
    if (c == '|' && !in_code) {
      out.push_back(trimmed(cell));
      cell.clear();
    } else {
      cell += c;
    }
  }
  return out;
}

bool is_rule(const std::string& line) {
  return line.find_first_not_of("|- ") == std::string::npos;
}

}  // namespace

bool Table::is_headed(const std::vector<std::string>& columns) const {
  return header.size() >= columns.size() &&
         std::equal(columns.begin(), columns.end(), header.begin());
}

std::string Page::block(const std::string& language) const {
  for (const auto& [name, text] : blocks) {
    if (name == language) return text;
  }
  return "";
}

Page read_page(const std::string& path) {
  const auto bytes = base::read_bytes(GUICHET_ROOT "/" + path);
  if (!bytes) throw std::runtime_error(path + " cannot be read");
  Page page;
  std::istringstream lines(*bytes);
  bool in_table = false;
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.starts_with("```")) {
      auto& block = page.blocks.emplace_back(line.substr(3), "");
      for (; std::getline(lines, line) && line != "```"; ++number) block.second += line + "\n";
      ++number;
      continue;
    }
    if (!line.starts_with("|")) {
      in_table = false;
    } else if (!in_table) {
      page.tables.push_back({cells_of(line), {}});
      in_table = true;
    } else if (!is_rule(line)) {
      page.tables.back().rows.push_back({number, cells_of(line)});
    }
  }
  return page;
}

std::vector<std::string> codes(const std::string& cell) {
  std::vector<std::string> out;
  std::size_t from = cell.find('`');
  while (from != std::string::npos) {
    const std::size_t end = cell.find('`', from + 1);
    if (end == std::string::npos) throw std::runtime_error("code is not closed: " + cell);
    out.push_back(cell.substr(from + 1, end - from - 1));
    from = cell.find('`', end + 1);
  }
  return out;
}

}  // namespace guichet::docs
