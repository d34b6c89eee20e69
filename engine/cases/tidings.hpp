// What instances of a case tell each other, and the institutions that partners belong to. Private
// to this module.
#pragma once

#include "engine/cases/work.hpp"
#include "workflows/model/verb.hpp"

namespace guichet::cases {

// The institutions of a referral's partner by its convention, from its own to the top of the tree;
// none for a need or a partner of none.
std::vector<std::string> institutions_of(const Work& work, const Instance& instance);

// `raise: {event, to}`: queues the event for the instances it is for; those without a declaration
// for it ignore it. They see `event.n`, `event.workflow`, `event.state`; of a referral also
// `event.partner` and `event.institutions`.
void tell(Work& work, InstanceNumber n, const model::Raise& raise);

}  // namespace guichet::cases
