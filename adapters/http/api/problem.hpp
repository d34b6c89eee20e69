// Refusals of the API: RFC 9457 problems, with every reason at once and the field that it is about.
#pragma once

#include <string>
#include <vector>

#include "adapters/http/transport/message.hpp"
#include "engine/base/error.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::http {

struct Reason {
  base::Message message;
  std::string field{};  // id; empty: about the whole
};

struct Refusal {
  int status = 409;
  std::vector<Reason> reasons;
};

// {"type":"urn:guichet:missing-field","title":..,"status":..,"reasons":[{"code","text","field"}]};
// `more` are further members, `,"name":value` each.
Response problem(const Refusal& refusal, base::Language language, const std::string& more = {});
Response problem(const base::Rejection& rejection, base::Language language);

// Does the path belong to the API, whose bodies and refusals are JSON?
bool is_api(const Request& request);
// An error that no handler answered: `id` is the one in the log, empty below 500.
Response error_problem(const Request& request, int status, const std::string& id);

// The same reasons, each with the field that it names where the desk has one of that label.
Refusal with_fields(const base::Rejection& rejection, const bundle::Desk& desk);

}  // namespace guichet::http
