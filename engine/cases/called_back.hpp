// Letters that a step called back, when that step turns out not to stand. Private to this module.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/cases/work.hpp"

namespace guichet::cases {

// Those which the facts `from` to `until` of the journal called back and which have not left.
std::vector<QueuedLetter> called_back_in(const Work& work, std::int64_t from, std::int64_t until);

enum class Again {
  as_it_was,           // undone at once: the same letter, under the due dates of then
  from_the_beginning,  // time has passed: what it says may not hold any more
};

// Of instances that are open: their letters leave after all, or are written anew. A partner who has
// heard nothing is asked from the beginning, with a ladder that counts from now; of what else is
// out of date somebody decides.
void write_again(Work& work, const std::vector<QueuedLetter>& letters, Again again);

// A letter that had been called back from its relay did not leave: where its addressee has heard
// nothing at all, what would tell it that the question is taken back does not leave either.
void never_left(Work& work, const QueuedLetter& letter);

// Has the instance's addressee, a partner, got a letter of it?
bool partner_may_know(const Work& work, InstanceNumber n);

}  // namespace guichet::cases
