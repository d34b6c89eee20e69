// GET /cases/{id}: everything about a case, and what can be done with it now.
#pragma once

#include <optional>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/web/frame/forms.hpp"
#include "adapters/web/frame/layout.hpp"
#include "adapters/web/frame/refusal.hpp"

namespace guichet::web {

// A form of the page that was sent and refused: the page shows why and keeps what was typed.
struct Attempt {
  int status = 422;
  base::InstanceNumber n;
  std::string name;
  bool reply = false;
  http::Pairs typed;
  Refused refused;
};

http::Response case_page(const Layout& layout, const http::Request& request, base::CaseId id,
                         const Attempt* attempt = nullptr);

// The id in the route; nothing where it is no number.
std::optional<base::CaseId> case_of(const http::Request& request);
// Keeps the inputs of a page's forms apart: "act-2-qualifier-".
std::string prefix_of(base::InstanceNumber n, const std::string& name);
// "What can be done now": a form for each offer. `place` keeps several cases on one page apart, and
// leaves the lists of codes to that page. `for_outside`: see Input. In case_offers.cpp.
void fill_offers(ctemplate::TemplateDictionary& body, const http::CaseView& view,
                 const Layout& layout, base::Language language, const Attempt* attempt,
                 const std::string& place = "", bool for_outside = false);
// GET /cases/{id}/print: the case on paper, for a visit or a meeting.
http::Response case_sheet(const Layout& layout, const http::Request& request);

}  // namespace guichet::web
