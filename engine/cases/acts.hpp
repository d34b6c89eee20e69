// What people and partners do: checks of a person's act with every reason at once, then the step.
// Private to this module.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

void open_request(Work& work, const OpenRequest& request);
// Decides eligibility and opens the needs, once the request says what it is about.
void decide_intake(Work& work);
void act(Work& work, const Act& act);
void reply(Work& work, const Reply& reply);
void complete_task(Work& work, const CompleteTask& complete);
void report_delivery(Work& work, const ReportDelivery& report);

}  // namespace guichet::cases
