// Store's NewsReader over SQL: many cases at once, by indexes.
#pragma once

#include "adapters/sql/case_rows.hpp"

namespace guichet::sql {

std::vector<store::MeetingRow> meeting(Connection& connection, const access::Sight& sight,
                                       base::Instant since, const store::Page& page,
                                       std::size_t& total);
std::vector<base::CaseId> moved(Connection& connection, const std::string& owner,
                                base::Instant since, const store::Page& page, std::size_t& total);
std::vector<base::CaseId> known_by(Connection& connection, const std::string& field,
                                   const feel::Stored& value, store::NewsReader::Which which,
                                   std::size_t most);

// What the meeting says of each need of the case, and of its request, kept beside them.
void write_topics(Connection& connection, const cases::Snapshot& snapshot);
// Cases that were written before topics were kept get theirs.
void fill_topics(Connection& connection);

}  // namespace guichet::sql
