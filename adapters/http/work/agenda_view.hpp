// What the weekly meeting of the partners talks about: lines that paths put there, opposite
// answers, silences, what is new or was requalified. One line a need, with every reason. A line
// stays until somebody acts on it (engine/store/meeting.hpp).
#pragma once

#include <string>
#include <vector>

#include "engine/access/principal.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::http {

struct AgendaView {
  base::CaseId kase;
  base::InstanceNumber n;  // the need; 1 where it is about the request
  std::string number, person, title;
  std::string kind;  // of the first reason: line, opposite, silence, requalified, new
  std::vector<std::string> reasons;  // sentences
};

struct AgendaPage {
  std::vector<AgendaView> lines;
  std::vector<cases::Snapshot> cases;  // of the lines, in their order
  std::size_t total = 0;               // lines of all pages
};

// Open cases that the principal may see; what is new is so since `since`. By kind, then the case
// that came last.
AgendaPage view_agenda(desk::Desk& desk, const access::Principal& principal, base::Instant since,
                       const store::Page& page, base::Language language);

}  // namespace guichet::http
