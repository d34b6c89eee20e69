// Whether what a person let be passed on to a partner may still be shown there.
#pragma once

#include "engine/cases/snapshot.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::cases {

// False once the referral was taken back or undone, and where the person's consent does not hold
// for that partner any more, however the referral ended. Requires: `referral` is one, of `snapshot`.
bool is_still_passed_on(const Snapshot& snapshot, const Instance& referral,
                        const bundle::Desk& desk);

}  // namespace guichet::cases
