// Publications, migrations, and which cases stand where under which version.
#pragma once

#include "adapters/sql/definitions.hpp"

namespace guichet::sql {

void publish(Connection& connection, const store::Publication& publication, const Texts& files);
std::vector<store::Publication> load_publications(Connection& connection);

std::vector<store::LiveGroup> live_groups(Connection& connection);
store::LiveCases live_cases(Connection& connection);
std::vector<base::CaseId> cases_in(Connection& connection, const store::LiveGroup& group,
                                   base::CaseId after, std::size_t most);
std::vector<base::CaseId> cases_not_pinned_to(Connection& connection, const std::string& bundle);
std::vector<base::CaseId> open_cases_with(Connection& connection, const std::string& field);

void record_migration(Connection& connection, const store::MigrationRow& row);
std::vector<store::MigrationRow> load_migrations(Connection& connection, const std::string& plan);

// Rows that were written before a configuration was kept get theirs.
void fill_configurations(Connection& connection);

}  // namespace guichet::sql
