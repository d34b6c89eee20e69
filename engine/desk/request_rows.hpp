// A spreadsheet's rows as requests: each good row becomes the fields of an OpenRequest, each bad
// one is reported with line, column and reason, and nothing of it is kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/cases/snapshot.hpp"
#include "engine/tabular/csv.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::desk {

struct RequestRow {
  int line = 0;
  std::string number;                 // the intake's key
  std::optional<base::Day> received;  // of the intake's `received` field
  cases::Fields fields;
};

struct RejectedRow {
  int line = 0;
  std::string column, value;
  base::Message reason;
  std::vector<std::string> cells;  // the row as it came
};

struct RequestTable {
  std::vector<std::string> header;
  std::vector<RequestRow> rows;
  std::vector<RejectedRow> rejected;
  bool usable = true;  // false: the header itself is wrong, nothing was read
};

// `diagnostics` gets what a person should read, places included; rejected rows are errors there.
RequestTable read_requests(std::string name, std::string_view bytes, const bundle::Desk& desk,
                           base::Diagnostics& diagnostics);
// The header and the rejected rows, with two columns before them: line and reason.
std::string write_rejected(const RequestTable& table, base::Language language);

}  // namespace guichet::desk
