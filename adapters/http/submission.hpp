// From a request of the API to a command and back: key, revision, receipt or problem.
#pragma once

#include "adapters/http/api_body.hpp"

namespace guichet::http {

// Members that every act on a case takes: "n", "rev", "key".
std::vector<Member> act_members(std::vector<Member> more);

// Submits `act`, on the case of the path where it names one. The header Idempotency-Key, else the
// member "key", makes it safe to repeat; the header If-Match, else "rev", says which revision the
// person saw. Where the case has moved on, the answer is 412 (409 without the header) and has both:
// what was sent and the case as it stands.
void submit_act(Site& site, const Request& request, const Given& given, cases::Body act,
                Respond respond);

}  // namespace guichet::http
