// Partners that are full and keep their place: the need waits for them until a day. A task says
// so to a person, who comes back to the choice; while it is open, the wait counts from its opening.
#pragma once

#include "engine/cases/work.hpp"
#include "rules/convention/choose.hpp"

namespace guichet::cases {

// The day on which the need began to wait; nothing where it does not.
std::optional<base::Day> waiting_since(const Instance& need);

// Opens the task of a choice that waits, for these roles, or closes it where the choice waits no
// more.
void note_waiting(Work& work, InstanceNumber need, const convention::Choice& choice,
                  const std::vector<std::string>& roles);

}  // namespace guichet::cases
