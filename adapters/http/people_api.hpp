// The API's part for what people do on a case besides the acts of its paths.
#pragma once

#include <expected>
#include <string>

#include "adapters/http/message.hpp"
#include "adapters/http/site.hpp"
#include "rules/feel/value.hpp"

namespace guichet::http {

// What `name` asks of a case, out of the body of a request: consent, requalify, open-need, undo,
// recall, merge, unmerge. `with` are the body's fields.
std::expected<cases::Body, base::Rejection> people_body(const Site& site, const std::string& name,
                                                        const feel::Stored& body,
                                                        cases::Fields with);
// `said_on` of a body; nothing where it has none. A problem where it is no date.
std::expected<std::optional<base::Day>, base::Rejection> said_on(const feel::Stored& body);
// Cases that may be about the same person or firm.
Response duplicates(Site& site, base::CaseId id);

}  // namespace guichet::http
