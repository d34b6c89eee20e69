// Whom a referral block asks: by its convention, or by the field that a person filled. Private to
// this module.
#pragma once

#include <vector>

#include "engine/cases/work.hpp"

namespace guichet::cases {

// A block of a need, in one entry of its state.
struct Asking {
  InstanceNumber n;
  const model::State& state;
  std::int32_t entry;
};

// nullptr where the block names none.
const convention::Convention* convention_of(const Work& work, const Instance& need,
                                            const model::ReferralBlock& block);
// A partner that declined is not proposed again for that need; one whose answer is awaited, or
// that said yes, is not asked twice. Silence bars nobody, for it is no refusal; but in one round of
// asking (`in_round`, an entry of the block) nobody is asked twice.
std::vector<convention::Barred> barred_for(const Work& work, InstanceNumber need,
                                           const StateEntry* in_round = nullptr);
convention::Choice choose(Work& work, InstanceNumber n, const convention::Convention& convention,
                          std::vector<convention::Barred> barred);
std::vector<Considered> considered_of(const Work& work, const convention::Choice& choice);
// Who is asked; the choice is told in the journal. `awaits`: a person ticks before letters leave.
std::vector<Considered> candidates(Work& work, const Asking& at, bool awaits);

}  // namespace guichet::cases
