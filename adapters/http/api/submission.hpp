// From a request of the API to a command and back: key, revision, receipt or problem.
#pragma once

#include <functional>

#include "adapters/http/api/api.hpp"
#include "adapters/http/api/api_body.hpp"

namespace guichet::http {

// Members that every act on a case takes: "n", "rev", "key".
std::vector<Member> act_members(std::vector<Member> more);

// Submits `act`, on the case of the path where it names one. The header Idempotency-Key, else the
// member "key", makes it safe to repeat; the header If-Match, else "rev", says which revision the
// person saw. Where the case has moved on, the answer is 412 (409 without the header) and has both:
// what was sent and the case as it stands.
void submit_act(Site& site, const Request& request, const Given& given, cases::Body act,
                Respond respond);

// What a body asks of a case, or why it cannot be read.
using Made = std::expected<cases::Body, Refusal>;
using Make = std::function<Made(const Given&)>;
// The route POST `path`, under a case: makes the act out of the body and submits it.
void add_act(ApiRoutes& routes, const std::string& path, access::Right right,
             std::string_view summary, std::vector<Member> members, Make make);

}  // namespace guichet::http
