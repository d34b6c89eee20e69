// Figures and inboxes out of the cases in memory.
#pragma once

#include "engine/store/memory_cases.hpp"
#include "engine/store/memory_outbox.hpp"
#include "engine/store/result_rows.hpp"

namespace guichet::store {

std::int64_t revision_of(const MemoryCases& cases);
std::vector<CountedCase> counted_cases(const MemoryCases& cases);
std::vector<SurveyRow> surveyed(const MemoryCases& cases, const MemoryOutbox& letters,
                                const SurveyFilter& filter);
std::vector<AskedRow> referrals_of(const MemoryCases& cases, const AskedFilter& filter,
                                   std::size_t& total);

}  // namespace guichet::store
