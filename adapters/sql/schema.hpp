// The tables, and the steps from each version of them to the next.
#pragma once

#include "adapters/sql/connection.hpp"
#include "engine/base/instant.hpp"

namespace guichet::sql {

// The version that this program writes.
std::int64_t schema_version();

// Creates the tables in an empty database, or brings an older one up to date, in one transaction.
// Throws StorageFailure where the database is of a newer version or not a desk's.
void prepare_schema(Connection& connection);

}  // namespace guichet::sql
