#include "rules/dmn/sheet.hpp"

#include <algorithm>

namespace guichet::dmn {

namespace {

// Columns wider than this are not aligned: one long cell would push the others out of sight.
constexpr std::size_t kMostAligned = 48;

std::string escape_bars(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(";,\t\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) row += (i == 0 ? "" : ";") + csv_cell(cells[i]);
  return row + "\n";
}

}  // namespace

std::string grid_text(const Sheet& sheet) {
  std::vector<std::size_t> widths(sheet.header.size());
  const auto measure = [&](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::size_t width = width_of(escape_bars(row[i]));
      if (width <= kMostAligned) widths[i] = std::max(widths[i], width);
    }
  };
  measure(sheet.header);
  for (const auto& row : sheet.rows) measure(row);
  std::string out;
  const auto write = [&](const std::vector<std::string>& row) {
    out += "  ";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string cell = escape_bars(row[i]);
      const std::size_t width = width_of(cell);
      out += i == sheet.first_output ? "|| " : "| ";
      out += cell + std::string(width < widths[i] ? widths[i] - width : 0, ' ') + " ";
    }
    out += "|\n";
  };
  write(sheet.header);
  for (const auto& row : sheet.rows) write(row);
  return out;
}

std::string csv_text(const Sheet& sheet) {
  // With a byte order mark, without which spreadsheets take accents for something else.
  std::string out = "\xEF\xBB\xBF" + csv_row(sheet.header);
  for (const auto& row : sheet.rows) out += csv_row(row);
  return out;
}

std::string one_line(std::string_view feel) {
  std::string out;
  bool in_string = false;
  for (std::size_t i = 0; i < feel.size(); ++i) {
    const char c = feel[i];
    if (in_string) {
      out += c;
      if (c == '\\' && i + 1 < feel.size()) out += feel[++i];
      if (c == '"') in_string = false;
      continue;
    }
    if (feel.substr(i).starts_with("//")) {
      i = std::min(feel.find('\n', i), feel.size()) - 1;
      continue;
    }
    if (feel.substr(i).starts_with("/*")) {
      const std::size_t end = std::min(feel.find("*/", i + 2), feel.size() - 2) + 2;
      i = end - 1;
      out += ' ';
      continue;
    }
    in_string = c == '"';
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank)
      out += c;
    else if (c == ' ' || out.empty() || out.back() != ' ')
      out += ' ';
  }
  const std::size_t from = out.find_first_not_of(' ');
  if (from == std::string::npos) return {};
  return out.substr(from, out.find_last_not_of(' ') - from + 1);
}

}  // namespace guichet::dmn
