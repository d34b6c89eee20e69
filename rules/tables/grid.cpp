#include "rules/tables/grid.hpp"

#include "engine/tabular/csv.hpp"
#include "rules/tables/load_messages.hpp"

namespace guichet::tables {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

// A cell of a row, `\|` made `|`; trimmed.
GridCell cell_of(const base::LocatedText& row, std::size_t from, std::size_t to) {
  const base::LocatedText raw = row.sub(from, to - from).trimmed();
  GridCell cell{raw.text(), raw.whole()};
  if (raw.text().find("\\|") == std::string::npos) return cell;
  cell.escape = '\\';
  cell.text.clear();
  for (std::size_t i = 0; i < raw.text().size(); ++i) {
    if (raw.text().compare(i, 2, "\\|") == 0) ++i;
    cell.text += raw.text()[i];
  }
  return cell;
}

struct Line {
  std::vector<GridCell> cells;
  std::vector<std::size_t> double_bars;  // positions of the cells that follow `||`
};

// Nothing, with a diagnostic, where the line is no row.
std::optional<Line> split(const base::LocatedText& row, base::Diagnostics& diagnostics) {
  const std::string& text = row.text();
  if (text.size() < 2 || text.front() != '|' || text.back() != '|' ||
      text[text.size() - 2] == '\\') {
    const bool tabs = text.find('\t') != std::string::npos;
    diagnostics.error(row.whole(), base::Message(messages::kNoRow),
                      tabs ? std::optional(base::Message(messages::kTabInGrid)) : std::nullopt);
    return {};
  }
  if (text.find("--") != std::string::npos && text.find_first_not_of("|-: ") == std::string::npos) {
    diagnostics.error(row.whole(), base::Message(messages::kSeparatorLine));
    return {};
  }
  Line line;
  std::size_t from = 1;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] != '|' || text[i - 1] == '\\') continue;
    if (i == from) {
      line.double_bars.push_back(line.cells.size());
    } else {
      line.cells.push_back(cell_of(row, from, i));
    }
    from = i + 1;
  }
  return line;
}

std::string count_text(std::size_t count) {
  return std::to_string(count);
}

// A CSV cell; the place of one with blanks around it moves inwards.
GridCell cell_of(tabular::Cell cell) {
  const bool doubled = cell.at.length != cell.text.size();
  const std::size_t first = std::min(cell.text.find_first_not_of(kBlanks), cell.text.size());
  if (first == cell.text.size()) return {"", cell.at};
  const std::size_t past = cell.text.find_last_not_of(kBlanks) + 1;
  cell.at.offset += static_cast<std::uint32_t>(first);
  cell.at.length -= static_cast<std::uint32_t>(first + cell.text.size() - past);
  if (past < cell.text.size()) cell.text.resize(past);
  if (first > 0) cell.text.erase(0, first);
  return {std::move(cell.text), std::move(cell.at), doubled ? '"' : '\0'};
}

}  // namespace

base::LocatedText GridCell::located() const {
  if (escape == 0 || at.source == nullptr) return {text, at};
  const std::string_view raw = std::string_view(at.source->text()).substr(at.offset, at.length);
  const std::string_view pair = escape == '"' ? "\"\"" : "\\|";
  std::vector<base::LocatedText::Segment> segments{{0, at.offset}};
  std::uint32_t length = 0;
  for (std::uint32_t i = 0; i < raw.size(); ++i, ++length) {
    if (raw.substr(i, 2) != pair) continue;
    ++i;
    if (length + 1 < text.size()) segments.push_back({length + 1, at.offset + i + 1});
  }
  return {text, at.source, std::move(segments)};
}

Grid read_grid(const base::LocatedText& block, base::Diagnostics& diagnostics) {
  Grid grid;
  const std::string& text = block.text();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const base::LocatedText row = block.sub(begin, end - begin).trimmed();
    begin = end + 1;
    if (row.text().empty()) continue;
    auto line = split(row, diagnostics);
    if (!line) continue;
    if (grid.header.empty()) {
      if (line->double_bars.size() != 1)
        diagnostics.error(row.whole(), base::Message(messages::kOneDoubleBar));
      grid.first_output = line->double_bars.empty() ? line->cells.size() : line->double_bars[0];
      grid.header = std::move(line->cells);
      continue;
    }
    if (line->cells.size() != grid.header.size()) {
      diagnostics.error(row.whole(),
                        base::Message(messages::kRowWidth, {count_text(line->cells.size()),
                                                            count_text(grid.header.size())}));
    } else if (line->double_bars.size() != 1 || line->double_bars[0] != *grid.first_output) {
      diagnostics.error(row.whole(), base::Message(messages::kDoubleBarElsewhere));
    } else {
      grid.rows.push_back({std::move(line->cells), row.whole()});
    }
  }
  return grid;
}

Grid read_csv_grid(std::string shown_as, std::string_view bytes, base::Diagnostics& diagnostics) {
  const std::size_t faults = diagnostics.list().size();
  tabular::Table table = tabular::read_csv(std::move(shown_as), bytes, diagnostics);
  Grid grid;
  // Of a file whose heading is at fault nothing more can be said.
  if (table.rows.empty() && diagnostics.list().size() > faults) return grid;
  for (const tabular::Cell& cell : table.header) grid.header.push_back(cell_of(cell));
  grid.rows.reserve(table.rows.size());
  for (tabular::Row& row : table.rows) {
    GridRow made;
    made.at = row.cells.front().at;
    made.cells.reserve(row.cells.size());
    for (tabular::Cell& cell : row.cells) made.cells.push_back(cell_of(std::move(cell)));
    grid.rows.push_back(std::move(made));
  }
  return grid;
}

}  // namespace guichet::tables
