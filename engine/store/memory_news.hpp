// NewsReader over the cases in memory. Private to this module.
#pragma once

#include "engine/store/memory_cases.hpp"

namespace guichet::store {

std::vector<MeetingRow> meeting(const MemoryCases& cases, const access::Sight& visible_to,
                                base::Instant since, const Page& page, std::size_t& total);
std::vector<base::CaseId> moved(const MemoryCases& cases, const std::string& owner,
                                base::Instant since, const Page& page, std::size_t& total);
std::vector<base::CaseId> known_by(const MemoryCases& cases, const std::string& field,
                                   const feel::Stored& value, NewsReader::Which which,
                                   std::size_t most);

}  // namespace guichet::store
