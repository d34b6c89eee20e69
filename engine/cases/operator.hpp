// What somebody puts right outside the acts that paths offer, each with a reason that is kept; and
// the reopening of what is closed. Private to this module.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

// What a workflow's `reopen:` allows to this actor, with these fields, now; every reason else.
void reopen(Work& work, const Reopen& body);
// The `reopen:` of a closed instance's workflow; nullptr where it is open or has none.
const model::Reopen* reopening_of(const Work& work, const Instance& instance);

void change_due(Work& work, const ChangeDue& body);
void move_instance(Work& work, const MoveInstance& body);
void correct_fields(Work& work, const CorrectFields& body);
void settle_incident(Work& work, const SettleIncident& body);
void assign_owner(Work& work, const AssignOwner& body);
void hand_over(Work& work, const HandOver& body);

}  // namespace guichet::cases
