// Proof about a convention without any case: parts of all cases that reach nobody, gates of
// `coverage:` that do not hold, clauses that can never matter. A condition (`when`) counts as
// holding where that speaks for the convention, and as failing where a gate must be certain.
#pragma once

#include "engine/vocabulary/vocabulary.hpp"
#include "rules/convention/convention.hpp"

namespace guichet::convention {

struct ProofLimits {
  // Steps of the search, a class of values each; past it the answer is inconclusive.
  std::size_t nodes = 2'000'000;
};

// Adds errors where a gate does not hold: `too-few-partners`, `partners-overlap`; warnings
// otherwise: `reaches-nobody`, `clause-never-matches` (with the partner or article that has no
// other clause as its hint), `duplicate-clause`, `redundant-clause`, `clause-never-first`,
// `idle-quota`, `accepted-hole-closed`, `proof-inconclusive`. Each names a case, as a test ready to
// be pasted where that helps. `vocabulary` lists the need's themes; nullptr: those that articles
// name.
void prove(const Convention& convention, const vocabulary::Vocabulary* vocabulary,
           base::Diagnostics& diagnostics, const ProofLimits& limits = {});

}  // namespace guichet::convention
