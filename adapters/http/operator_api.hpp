// The API's part for what is put right on a case, and for whoever comes back from an absence.
#pragma once

#include <expected>
#include <string>

#include "adapters/http/message.hpp"
#include "adapters/http/site.hpp"
#include "rules/feel/value.hpp"

namespace guichet::http {

// What `name` asks of a case, out of the body of a request: due, move, correct, incident, assign,
// hand-over, reopen. `with` are the body's fields.
std::expected<cases::Body, base::Rejection> operator_body(const Site& site, const std::string& name,
                                                          const feel::Stored& body,
                                                          cases::Fields with);
// What happened in the cases of a member of staff since a day, or since her last absence began.
Response happenings(Site& site, const std::string& who, const std::string& since,
                    base::Language language);
// What the desk as a whole is to be told today.
Response desk_notices(Site& site, base::Language language);

}  // namespace guichet::http
