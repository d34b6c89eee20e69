// What somebody is told who has just handed a request in: who takes care of it, and until when she
// is called. Shown to the browser that sent it, for a quarter of an hour, and to nobody who
// guesses.
#pragma once

#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// 303 to the confirmation, with the proof that this browser may see it. `said`: what was asked for,
// as said_in() tells it.
http::Response sent_to_confirmation(const Layout& layout, base::CaseId kase,
                                    const std::string& said);
// What a request says, whatever key its form carries: a page that was fetched anew by the browser's
// "back" has another one.
std::string said_in(const cases::Fields& fields, const bundle::Desk& desk);
// The request that this browser sent a moment ago.
struct JustAsked {
  base::CaseId kase;
  std::string number;
  bool is_same = false;  // it said the same
};
std::optional<JustAsked> just_asked(const Layout& layout, const http::Request& request,
                                    const std::string& said = {});
// GET /ask/done; without the proof, back to the form.
http::Response asked_page(const Layout& layout, const http::Request& request);

// Shared with the form.
bool is_secure(const http::Site& site);
void put_ask_words(ctemplate::TemplateDictionary& body, base::Language language);
// How to reach somebody, at the side of the form.
void fill_reach(ctemplate::TemplateDictionary& body, const bundle::Settings& desk);

}  // namespace guichet::web
