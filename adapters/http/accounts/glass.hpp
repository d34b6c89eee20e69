// An administrator opens one case with a reason: what page and API both call. Waits for the store:
// off the loop.
#pragma once

#include <string>
#include <vector>

#include "adapters/http/site.hpp"
#include "engine/accounts/opened_cases.hpp"

namespace guichet::http {

// Until when it is open, in the asker's session alone. Who holds the case is told: on the agenda,
// and by letter where the desk sends any. An absent case answers as one that is there until a good
// reason is given. Requires: the site has a reception; the guard has let the request through.
accounts::Outcome<base::Instant> break_glass(Site& site, const Request& request,
                                             const std::string& reason);
accounts::Outcome<void> close_glass(Site& site, const Request& request);

// What coordinators are told of: the openings of the last fortnight. Fast: on the loop.
constexpr std::chrono::days kOpeningsTold{14};
std::vector<accounts::Opening> told_openings(Site& site, base::CaseId kase = {});
std::string sentence_of(const accounts::Opening& opening, const Site& site,
                        base::Language language);

}  // namespace guichet::http
