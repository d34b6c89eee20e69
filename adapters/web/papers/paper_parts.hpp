// Notes, documents and suggestions on the pages that show them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/web/cases/case_parts.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// Where the files of a list are fetched, and where one is sent to.
struct PapersPlace {
  std::string base;        // "/cases/7" or "/r/.."
  bool by_link = false;    // whoever came by a link takes her own away at once
  bool may_share = false;  // of the desk: shows them, takes any away
  bool may_send = false;
  base::InstanceNumber n{1};  // that a file is sent about
};

// Partners that are asked in the case, once each: id and name.
std::vector<std::pair<std::string, std::string>> asked_partners(const http::CaseView& view);

// Partners that the adviser of a referral may suggest: those of the agreement that it is under,
// else those of the directory; without her own.
std::vector<std::pair<std::string, std::string>> partners_to_suggest(
    const Layout& layout, const cases::Instance& referral);

// {{>DOCUMENTS}} and, where files may be sent, {{>UPLOAD}}.
void fill_documents(ctemplate::TemplateDictionary& body, const http::CaseView& view,
                    const Layout& layout, const PapersPlace& place, base::Language language);

// Of the case page: notes, documents, cases that are kept apart.
void fill_papers(ctemplate::TemplateDictionary& body, const http::CaseView& view,
                 const Layout& layout, const http::Request& request, base::Language language);

// What the partners suggest about a need: who, why, and what the agreement says of it.
void fill_suggestions(ctemplate::TemplateDictionary& parent, const http::CaseView& view,
                      base::InstanceNumber need, base::Language language);

}  // namespace guichet::web
