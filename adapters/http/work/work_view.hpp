// Lists as people read them: what will be late next, and cases by pages.
#pragma once

#include <string>
#include <vector>

#include "engine/access/principal.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::http {

struct PromiseView {
  base::CaseId kase;
  std::string number, person, theme, what, by;
  base::Instant due_at{};
  bool task = true;
  bool overdue = false, today = false;
};
// What will be late next if nobody acts, the soonest first: of what the principal may see.
std::vector<PromiseView> view_work(desk::Desk& desk, const access::Principal& principal,
                                   std::size_t most, const std::string& owner,
                                   base::Language language);
// A page of the list of cases, of those that the principal may see and as much of each as she may.
struct CasePage {
  std::vector<store::CaseRow> rows;
  std::size_t total = 0;
};
CasePage list_cases(desk::Desk& desk, const access::Principal& principal,
                    const store::CaseFilter& filter, base::Language language);

}  // namespace guichet::http
