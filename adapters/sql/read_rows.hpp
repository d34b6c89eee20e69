// A result as values: the first row, or each of them.
#pragma once

#include <optional>
#include <vector>

#include "adapters/sql/cells.hpp"

namespace guichet::sql {

template <typename Read>
auto first_of(const Rows& rows, Read read) -> std::optional<decltype(read(rows.front()))> {
  if (rows.empty()) return {};
  return read(rows.front());
}

template <typename Read>
auto all_of(const Rows& rows, Read read) {
  std::vector<decltype(read(rows.front()))> out;
  for (const Row row : rows) out.push_back(read(row));
  return out;
}

}  // namespace guichet::sql
