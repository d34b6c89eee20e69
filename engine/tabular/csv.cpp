#include "engine/tabular/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "engine/tabular/decode.hpp"
#include "engine/tabular/messages.hpp"
#include "engine/tabular/scan.hpp"

namespace guichet::tabular {
namespace {

using base::Message;

// Text that is no CSV whatever its cells say. One report is enough.
bool refuse_binary(const base::Source& source, std::string_view bytes,
                   base::Diagnostics& diagnostics) {
  const std::string_view text = source->text();
  // ZIP (XLSX, ODS) and the compound files of older spreadsheets.
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
    diagnostics.error({source, 0, 0}, Message(messages::kSpreadsheet),
                      Message(messages::kSaveAsCsv));
    return true;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r')) {
      diagnostics.error({source, static_cast<std::uint32_t>(i), 1},
                        Message(messages::kControlCharacter, {fmt::format("U+{:04X}", c)}),
                        Message(messages::kSaveAsCsv));
      return true;
    }
    if (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) {
      diagnostics.error({source, static_cast<std::uint32_t>(i), 1}, Message(messages::kLoneReturn),
                        Message(messages::kSaveAsCsv));
      return true;
    }
  }
  return false;
}

bool is_blank(const Row& row) {
  return std::ranges::all_of(row.cells, [](const Cell& cell) {
    return cell.text.find_first_not_of(" \t\r\n") == std::string::npos;
  });
}

void trim(Cell& cell) {
  const base::LocatedText trimmed = cell.located().trimmed();
  cell.text = trimmed.text();
  cell.at = trimmed.whole();
}

bool check_header(const std::vector<Cell>& header, base::Diagnostics& diagnostics) {
  bool sound = true;
  std::unordered_map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const Cell& cell = header[i];
    const std::string number = std::to_string(i + 1);
    if (cell.text.empty()) {
      diagnostics.error(cell.at, Message(messages::kUnnamedColumn, {number}));
      sound = false;
    } else if (const auto [first, added] = seen.emplace(cell.text, i); !added) {
      diagnostics.error(cell.at, Message(messages::kDuplicateColumn,
                                         {cell.text, std::to_string(first->second + 1)}));
      sound = false;
    }
  }
  return sound;
}

void report_width(const Row& row, const Table& table, base::Diagnostics& diagnostics) {
  std::optional<Message> hint;
  if (row.cells.size() > table.header.size()) {
    hint = Message(messages::kQuoteDelimiter, {std::string(1, table.delimiter)});
  }
  diagnostics.error(row.cells.front().at,
                    Message(messages::kRowWidth, {std::to_string(row.cells.size()),
                                                  std::to_string(table.header.size())}),
                    std::move(hint));
}

}  // namespace

base::LocatedText Cell::located() const {
  if (at.source == nullptr || at.length == text.size()) return {text, at};
  const std::string_view raw = std::string_view(at.source->text()).substr(at.offset, at.length);
  std::vector<base::LocatedText::Segment> segments{{0, at.offset}};
  std::uint32_t length = 0;
  for (std::uint32_t i = 0; i < raw.size(); ++i) {
    ++length;
    if (raw[i] != '"') continue;
    ++i;  // the second of a doubled quote
    if (length < text.size()) segments.push_back({length, at.offset + i + 1});
  }
  return {text, at.source, std::move(segments)};
}

Table read_csv(std::string name, std::string_view bytes, base::Diagnostics& diagnostics) {
  Decoded decoded = decode(bytes);
  Table table;
  table.source = base::make_source(std::move(name), std::move(decoded.text));
  table.encoding = std::move(decoded.encoding);
  if (refuse_binary(table.source, bytes, diagnostics)) return table;

  table.delimiter = find_delimiter(table.source->text());
  Scanner scanner(table.source, table.delimiter, diagnostics);
  Row row;
  while (!scanner.at_end()) {
    const bool sound = scanner.next(row);
    if (!sound || is_blank(row)) {
      // Without a sound header nothing can be said of the rows.
      if (!sound && table.header.empty()) return table;
      continue;
    }
    if (table.header.empty()) {
      table.header = std::move(row.cells);
      std::ranges::for_each(table.header, trim);
      if (!check_header(table.header, diagnostics)) return table;
    } else if (row.cells.size() != table.header.size()) {
      report_width(row, table, diagnostics);
    } else {
      const std::size_t width = row.cells.size();
      table.rows.push_back(std::move(row));
      row.cells.reserve(width);
    }
  }
  if (table.header.empty()) {
    diagnostics.error({table.source, 0, 0}, Message(messages::kEmpty));
  }
  return table;
}

}  // namespace guichet::tabular
