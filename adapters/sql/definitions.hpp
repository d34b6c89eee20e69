// What the database keeps besides cases: definitions, the directory, settings, the ledger.
#pragma once

#include <map>

#include "adapters/sql/connection.hpp"

namespace guichet::sql {

using Texts = std::map<std::string, std::string>;

void keep_definition(Connection& connection, const std::string& hash, const Texts& files,
                     base::Instant now);
std::optional<Texts> load_definition(Connection& connection, const std::string& hash);

Texts load_directory(Connection& connection);
// Nothing where the directory has anybody.
void seed_directory(Connection& connection, const Texts& partners);

std::string load_setting(Connection& connection, const std::string& name);
void save_setting(Connection& connection, const std::string& name, const std::string& value);

std::optional<store::LedgerEntry> find_command(Connection& connection, const std::string& id);
void record_command(Connection& connection, const store::LedgerEntry& entry);

}  // namespace guichet::sql
