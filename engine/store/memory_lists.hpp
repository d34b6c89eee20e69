// What lists show of the cases in memory. Private to this module.
#pragma once

#include "engine/store/memory_cases.hpp"

namespace guichet::store {

std::vector<CaseRow> list(const MemoryCases& cases, const CaseFilter& filter, std::size_t& total);
std::vector<PromiseRow> promises(const MemoryCases& cases, const access::Sight& visible_to,
                                 std::size_t most, const std::string& owner);

}  // namespace guichet::store
