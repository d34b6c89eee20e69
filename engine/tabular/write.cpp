// CSV out, safe to open in a spreadsheet.
#include <algorithm>

#include "engine/tabular/csv.hpp"

namespace guichet::tabular {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// -12, +3, -12.5, -12,5: a sign and digits with at most one decimal mark.
bool is_plain_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t mark = text.find_first_of(".,");
  const std::string_view whole = text.substr(0, mark);
  if (whole.empty() || !std::ranges::all_of(whole, is_digit)) return false;
  if (mark == std::string_view::npos) return true;
  const std::string_view decimals = text.substr(mark + 1);
  return !decimals.empty() && std::ranges::all_of(decimals, is_digit);
}

bool runs_as_formula(std::string_view text) {
  constexpr std::string_view kStarts = "=+-@\t\r\n";
  return !text.empty() && kStarts.contains(text.front()) && !is_plain_number(text);
}

void append_cell(std::string& out, std::string_view text) {
  const bool formula = runs_as_formula(text);
  const bool quoted = text.find_first_of(";\"\r\n") != std::string_view::npos;
  if (quoted) out += '"';
  if (formula) out += '\'';
  for (const char c : text) {
    out += c;
    if (c == '"') out += c;
  }
  if (quoted) out += '"';
}

}  // namespace

std::string write_row(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ';';
    append_cell(out, cells[i]);
  }
  return out + "\r\n";
}

}  // namespace guichet::tabular
