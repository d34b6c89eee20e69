// What stands on the case page beside the path: doubles, cases that are one, incidents, consent,
// and the menu of rarer acts.
#pragma once

#include "adapters/http/cases/case_view.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// What of these the principal may do.
struct CaseRights {
  bool work = false, put_right = false;
  static CaseRights of(const access::Principal& principal);
};

void fill_parts(ctemplate::TemplateDictionary& body, const http::CaseView& view,
                const Layout& layout, const CaseRights& rights, base::Language language);

}  // namespace guichet::web
