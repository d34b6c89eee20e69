// Changes of the directory, as pages and the API ask for them: who, when, why, and against which
// version. Answers come on the store's thread.
#pragma once

#include <functional>
#include <memory>

#include "adapters/http/directory/directory_view.hpp"

namespace guichet::http {

using KeptDone = std::function<void(desk::KeptPartner)>;

void keep_partner(Site& site, const Request& request, bundle::Partner partner,
                  std::optional<std::int64_t> seen, const std::string& note, KeptDone done);
void add_staff_absence(Site& site, const Request& request, store::StaffAbsenceRow absence,
                       const std::string& note, KeptDone done);
void remove_staff_absence(Site& site, const Request& request, std::int64_t id, KeptDone done);

// All that an adviser has open goes to a colleague, each case as a command of its own; where she
// leaves and nothing of hers is left, she is taken out of the directory.
struct HandOverAll {
  std::string partner, from, to, reason;
  bool leaves = false;
};
struct HandedOver {
  std::size_t done = 0;
  std::vector<std::string> refused;  // sentences, each with its case's number
  bool taken_out = false;
};
void hand_over_all(Site& site, const Request& request, const HandOverAll& what,
                   std::function<void(std::expected<HandedOver, base::Rejection>)> done);

}  // namespace guichet::http
