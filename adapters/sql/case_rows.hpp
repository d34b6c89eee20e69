// A case in its tables: the whole of it read without replaying facts, and a step written.
#pragma once

#include "adapters/sql/connection.hpp"

namespace guichet::sql {

std::optional<cases::Snapshot> load_case(Connection& connection, base::CaseId id);
std::optional<base::CaseId> find_number(Connection& connection, const std::string& number);
std::vector<cases::Fact> load_facts(Connection& connection, base::CaseId id,
                                    base::Instant since = base::Instant::min());

// Requires a write transaction. Throws StorageFailure, also where the step does not continue the
// case.
void save_step(Connection& connection, const store::Step& step);

convention::Loads load_counters(Connection& connection, base::Instant now);

// What a failure to read back a stored value is thrown as.
template <typename T>
T expect(base::Result<T> result) {
  if (!result) throw store::StorageFailure(result.error());
  return std::move(*result);
}
inline void expect(const base::Result<void>& result) {
  if (!result) throw store::StorageFailure(result.error());
}

}  // namespace guichet::sql
