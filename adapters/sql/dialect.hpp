// Where SQLite and PostgreSQL differ. Every other statement of this module is written for both:
// BIGINT and TEXT columns, partial indexes, ON CONFLICT, RETURNING.
#pragma once

#include <string_view>

namespace guichet::sql::dialect {

// A key that the database numbers by itself. `{key}` in the schema stands for it.
constexpr std::string_view kKeyColumn = "integer primary key";  // PostgreSQL: bigint generated ..

// A writer's transaction takes its lock at once: a deferred one that reads first and writes later
// fails whatever the busy timeout. (PostgreSQL: plain `begin`, and the case's row `for update`.)
constexpr std::string_view kBeginWrite = "begin immediate";
constexpr std::string_view kBeginRead = "begin";

// How many tables there are, and how many bear the name that marks a desk's database.
constexpr std::string_view kCountTables = "select count(*) from sqlite_master";
constexpr std::string_view kCountMarks =
    "select count(*) from sqlite_master where type = 'table' and name = 'schema_version'";

}  // namespace guichet::sql::dialect
