// Files that came with cases, in their table.
#pragma once

#include "adapters/sql/connection.hpp"

namespace guichet::sql {

// Keeps what came with the step and takes away what its facts say is gone.
void write_documents(Connection& connection, const store::Step& step);
std::optional<store::StoredDocument> load_document(Connection& connection, base::CaseId kase,
                                                   const std::string& key);

}  // namespace guichet::sql
