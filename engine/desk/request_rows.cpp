#include "engine/desk/request_rows.hpp"

#include <algorithm>
#include <set>

#include "engine/desk/messages.hpp"

namespace guichet::desk {
namespace {

using base::Message;

// What each column of the file means; nullptr for those that are passed over.
std::vector<const vocabulary::Field*> fields_of_columns(const tabular::Table& table,
                                                        const bundle::Desk& desk,
                                                        base::Diagnostics& diagnostics) {
  const bundle::Intake& intake = desk.intake;
  std::vector<const vocabulary::Field*> out;
  for (const tabular::Cell& cell : table.header) {
    const vocabulary::Field* field = nullptr;
    const auto renamed = intake.columns.find(cell.text);
    const auto& ignored = intake.ignore_columns;
    if (renamed != intake.columns.end()) {
      field = desk.vocabulary->find(renamed->second);
    } else if (std::ranges::find(ignored, cell.text) == ignored.end()) {
      field = desk.vocabulary->find(cell.text);
      if (field == nullptr) {
        std::vector<std::string> known = desk.vocabulary->ids();
        for (const auto& [column, id] : intake.columns) known.push_back(column);
        diagnostics.error(cell.at, Message(messages::kUnknownColumn, {cell.text}),
                          base::suggestion(cell.text, known));
      }
    }
    out.push_back(field);
  }
  return out;
}

class Rows {
 public:
  Rows(const bundle::Desk& desk, const tabular::Table& table, RequestTable& out,
       base::Diagnostics& diagnostics)
      : desk_(desk),
        table_(table),
        columns_(fields_of_columns(table, desk, diagnostics)),
        out_(out),
        diagnostics_(diagnostics) {}

  void read_all() {
    for (const tabular::Row& row : table_.rows) read(row);
  }

 private:
  void reject(const tabular::Row& row, std::size_t column, Message reason) {
    diagnostics_.error(row.cells[column].at, reason);
    if (rejected_) return;  // a row is listed once, under its first mistake
    rejected_ = true;
    RejectedRow rejected{
        row.line, table_.header[column].text, row.cells[column].text, std::move(reason), {}};
    for (const tabular::Cell& cell : row.cells) rejected.cells.push_back(cell.text);
    out_.rejected.push_back(std::move(rejected));
  }

  void read(const tabular::Row& row) {
    rejected_ = false;
    RequestRow request{.line = row.line};
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const vocabulary::Field* field = columns_[i];
      if (field == nullptr) continue;
      auto value = vocabulary::parse_value(*field, row.cells[i].text, *desk_.vocabulary,
                                           desk_.intake.formats);
      if (!value) {
        reject(row, i, value.error());
      } else if (!value->is_null()) {
        request.fields[field->id] = std::move(*value);
      }
    }
    require(row, request);
    if (rejected_) return;
    out_.rows.push_back(std::move(request));
  }

  // The key, and what it takes to save a request at all.
  void require(const tabular::Row& row, RequestRow& request) {
    std::vector<std::string> needed = desk_.intake.required;
    needed.push_back(desk_.intake.key);
    for (const std::string& id : needed) {
      if (request.fields.contains(id)) continue;
      const auto column = std::ranges::find_if(
          columns_, [&](const vocabulary::Field* field) { return field && field->id == id; });
      const auto index = static_cast<std::size_t>(column - columns_.begin());
      if (column != columns_.end() && !row.cells[index].text.empty()) continue;  // said already
      reject(row, column == columns_.end() ? 0 : index, Message(messages::kEmptyCell, {label(id)}));
    }
    const auto key = request.fields.find(desk_.intake.key);
    if (key != request.fields.end()) request.number = to_text(key->second.value());
    const auto received = request.fields.find(desk_.intake.received);
    if (received != request.fields.end() && received->second.value().kind() == feel::Kind::date) {
      request.received = received->second.value().as_day();
    }
    if (request.number.empty() || numbers_.insert(request.number).second) return;
    const auto column = std::ranges::find_if(columns_, [&](const vocabulary::Field* field) {
      return field && field->id == desk_.intake.key;
    });
    reject(row, static_cast<std::size_t>(column - columns_.begin()),
           Message(messages::kTwiceInFile, {request.number}));
  }

  std::string label(const std::string& id) const {
    const vocabulary::Field* field = desk_.vocabulary->find(id);
    return field == nullptr ? id : field->label;
  }

  const bundle::Desk& desk_;
  const tabular::Table& table_;
  std::vector<const vocabulary::Field*> columns_;
  RequestTable& out_;
  base::Diagnostics& diagnostics_;
  std::set<std::string> numbers_;
  bool rejected_ = false;
};

}  // namespace

RequestTable read_requests(std::string name, std::string_view bytes, const bundle::Desk& desk,
                           base::Diagnostics& diagnostics) {
  RequestTable out;
  base::Diagnostics found;
  const tabular::Table table = tabular::read_csv(std::move(name), bytes, found);
  for (const tabular::Cell& cell : table.header) out.header.push_back(cell.text);
  // A row that is no row (its width, an open quote) is rejected as well, by its line.
  for (const base::Diagnostic& each : found.list()) {
    if (each.at.source && !table.header.empty()) {
      const int line = each.at.source->place_of(each.at.offset).line;
      out.rejected.push_back({line, "", "", each.what, {std::string(each.at.source->line(line))}});
    }
    diagnostics.add(each);
  }
  if (table.header.empty()) {
    out.usable = false;
    return out;
  }
  base::Diagnostics of_header;
  Rows rows(desk, table, out, of_header);
  out.usable = !of_header.has_errors();
  if (out.usable) rows.read_all();
  for (const base::Diagnostic& each : of_header.list()) diagnostics.add(each);
  std::ranges::stable_sort(out.rejected, {}, &RejectedRow::line);
  return out;
}

std::string write_rejected(const RequestTable& table, base::Language language) {
  std::vector<std::string> header{language == base::Language::fr ? "ligne" : "line",
                                  language == base::Language::fr ? "colonne" : "column",
                                  language == base::Language::fr ? "motif" : "reason"};
  header.insert(header.end(), table.header.begin(), table.header.end());
  std::string out = tabular::write_row(header);
  for (const RejectedRow& row : table.rejected) {
    std::vector<std::string> cells{std::to_string(row.line), row.column, row.reason.in(language)};
    cells.insert(cells.end(), row.cells.begin(), row.cells.end());
    out += tabular::write_row(cells);
  }
  return out;
}

}  // namespace guichet::desk
