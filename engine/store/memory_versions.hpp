// Which cases in memory stand where under which version. Private to this module.
#pragma once

#include "engine/store/memory_cases.hpp"

namespace guichet::store {

std::vector<LiveGroup> live_groups(const MemoryCases& cases);
LiveCases live_cases(const MemoryCases& cases);
std::vector<base::CaseId> cases_in(const MemoryCases& cases, const LiveGroup& group,
                                   base::CaseId after, std::size_t most);
std::vector<base::CaseId> cases_not_pinned_to(const MemoryCases& cases, const std::string& bundle);
std::vector<base::CaseId> open_cases_with(const MemoryCases& cases, const std::string& field);

}  // namespace guichet::store
