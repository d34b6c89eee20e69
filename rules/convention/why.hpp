// Inside the module: why a partner is not chosen, and what one answer would change.
#pragma once

#include "rules/convention/verdicts.hpp"

namespace guichet::convention {

// By partner the row that came nearest: fewest facts in the way, the theme counting before all.
// Nothing for a partner without rows.
std::vector<std::optional<tables::RuleIndex>> nearest_rows(const Convention& convention,
                                                           const Verdicts& verdicts);

NotChosen why_not(const Convention& convention, const Verdicts& verdicts,
                  std::span<const feel::Value> facts, std::uint32_t partner,
                  const std::optional<tables::RuleIndex>& nearest);

// For each missing answer the partners that it may open, those of `closed` apart (by partner):
// rows in whose way nothing stands but facts and conditions that want it.
std::vector<WouldOpen> would_open(const Convention& convention, const Verdicts& verdicts,
                                  const std::vector<bool>& closed, const Need& need,
                                  feel::Evaluation& run);

}  // namespace guichet::convention
