#include "rules/tables/grid.hpp"

#include "engine/tabular/csv.hpp"
#include "rules/tables/load_messages.hpp"

namespace guichet::tables {

namespace {

// A cell of a row, `\|` made `|`; trimmed.
base::LocatedText cell_of(const base::LocatedText& row, std::size_t from, std::size_t to) {
  const base::LocatedText raw = row.sub(from, to - from).trimmed();
  if (raw.text().find("\\|") == std::string::npos) return raw;
  std::string text;
  std::vector<base::LocatedText::Segment> segments{{0, raw.at(0).offset}};
  for (std::size_t i = 0; i < raw.text().size(); ++i) {
    if (raw.text().compare(i, 2, "\\|") == 0) {
      ++i;
      segments.push_back({static_cast<std::uint32_t>(text.size()), raw.at(i).offset});
    }
    text += raw.text()[i];
  }
  return {std::move(text), raw.source(), std::move(segments)};
}

struct Line {
  std::vector<base::LocatedText> cells;
  std::vector<std::size_t> double_bars;  // positions of the cells that follow `||`
};

// Nothing, with a diagnostic, where the line is no row.
std::optional<Line> split(const base::LocatedText& row, base::Diagnostics& diagnostics) {
  const std::string& text = row.text();
  if (text.size() < 2 || text.front() != '|' || text.back() != '|' ||
      text[text.size() - 2] == '\\') {
    diagnostics.error(row.whole(), base::Message(messages::kNoRow));
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

// A CSV cell whose text keeps its places although quotes around and inside it were undone.
base::LocatedText located(const tabular::Cell& cell) {
  const std::string& source = cell.at.source->text();
  if (cell.at.offset >= source.size() || source[cell.at.offset] != '"')
    return base::LocatedText(cell.text, cell.at).trimmed();
  std::vector<base::LocatedText::Segment> segments;
  std::uint32_t offset = cell.at.offset + 1;
  segments.push_back({0, offset});
  for (std::uint32_t i = 0; i < cell.text.size(); ++i, ++offset)
    if (cell.text[i] == '"') segments.push_back({i + 1, ++offset + 1});
  return base::LocatedText(cell.text, cell.at.source, std::move(segments)).trimmed();
}

}  // namespace

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
  const tabular::Table table = tabular::read_csv(std::move(shown_as), bytes, diagnostics);
  Grid grid;
  for (const tabular::Cell& cell : table.header) grid.header.push_back(located(cell));
  grid.rows.reserve(table.rows.size());
  for (const tabular::Row& row : table.rows) {
    GridRow made;
    made.at = row.cells.front().at;
    for (const tabular::Cell& cell : row.cells) made.cells.push_back(located(cell));
    grid.rows.push_back(std::move(made));
  }
  return grid;
}

}  // namespace guichet::tables
