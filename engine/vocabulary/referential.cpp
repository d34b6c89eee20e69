#include "engine/vocabulary/referential.hpp"

#include <algorithm>

#include "engine/vocabulary/messages.hpp"
#include "engine/vocabulary/notation.hpp"

namespace guichet::vocabulary {

Referential::Referential(Declaration declaration, const tabular::Table& table,
                         base::Diagnostics& diagnostics)
    : declaration_(std::move(declaration)) {
  for (const tabular::Cell& cell : table.header) columns_.emplace_back(trimmed(cell.text));
  if (columns_.empty()) return;  // the reader of the file has said so
  const base::Location header = table.header.front().at;
  const auto need_column = [&](const std::string& column) {
    if (column.empty() || std::ranges::find(columns_, column) != columns_.end()) return;
    diagnostics.error(header, base::Message(messages::kUnknownColumn, {declaration_.id, column}),
                      base::suggestion(column, columns_));
  };
  need_column(declaration_.label);
  for (const auto& [level, column] : declaration_.levels) need_column(column);

  for (const tabular::Row& row : table.rows) {
    std::vector<std::string> cells;
    for (const tabular::Cell& cell : row.cells) cells.emplace_back(trimmed(cell.text));
    if (cells.empty() || cells.front().empty()) {
      diagnostics.error(row.cells.empty() ? header : row.cells.front().at,
                        base::Message(messages::kEmptyCode));
      continue;
    }
    const std::string code = cells.front();
    cells.resize(columns_.size());
    if (!rows_.emplace(code, std::move(cells)).second) {
      diagnostics.error(row.cells.front().at, base::Message(messages::kRepeatedCode, {code}));
      continue;
    }
    codes_.push_back(code);
  }
}

std::optional<std::string> Referential::level_column(std::string_view name) const {
  for (const auto& [level, column] : declaration_.levels)
    if (level == name || column == name) return column;
  return {};
}

bool Referential::contains(std::string_view code) const {
  return rows_.contains(std::string(code));
}

std::optional<std::string_view> Referential::value(std::string_view code,
                                                   std::string_view column) const {
  const auto row = rows_.find(std::string(code));
  const auto found = std::ranges::find(columns_, column);
  if (row == rows_.end() || found == columns_.end()) return {};
  return row->second[static_cast<std::size_t>(found - columns_.begin())];
}

std::string Referential::label(std::string_view code) const {
  const auto text = value(code, declaration_.label);
  return std::string(text && !text->empty() ? *text : code);
}

std::vector<std::string> Referential::with_value(std::string_view column,
                                                 std::string_view wanted) const {
  std::vector<std::string> out;
  if (wanted.empty()) return out;
  std::ranges::copy_if(codes_, std::back_inserter(out),
                       [&](const std::string& code) { return value(code, column) == wanted; });
  return out;
}

std::vector<std::string> Referential::beginning_with(std::string_view code) const {
  std::vector<std::string> out;
  std::ranges::copy_if(codes_, std::back_inserter(out),
                       [&](const std::string& each) { return each.starts_with(code); });
  return out;
}

std::vector<std::string> Referential::expand(std::string_view node) const {
  if (const auto colon = node.find(':'); colon != std::string_view::npos) {
    const std::string level(node.substr(0, colon));
    const std::string_view wanted = node.substr(colon + 1);
    const auto column = declaration_.levels.find(level);
    if (column != declaration_.levels.end()) return with_value(column->second, wanted);
    if ((level == "com" || level == "code") && contains(wanted)) return {std::string(wanted)};
    return {};
  }
  // A code covers itself and what it begins: only a code of the list does, so that "4" is not
  // taken for a department of communes.
  if (contains(node)) return beginning_with(node);
  // A value that two levels know ("76" is a region and a department) must name its level.
  std::vector<std::string> out;
  for (const auto& [level, column] : declaration_.levels) {
    std::vector<std::string> covered = with_value(column, node);
    if (!covered.empty() && !out.empty()) return {};
    if (!covered.empty()) out = std::move(covered);
  }
  return out;
}

}  // namespace guichet::vocabulary
