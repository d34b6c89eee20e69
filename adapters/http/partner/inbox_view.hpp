// What asks a partner's institution, as its inbox shows it: what waits for an answer, questions put
// to the desk, what is under way, what has ended. Pages and the API show the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/access/principal.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::http {

struct InboxLine {
  base::CaseId kase;
  base::InstanceNumber n;
  std::string number, subject;  // of the case; title of the need's path
  std::string person, place;    // as far as the referral shares them
  std::string article, state, outcome;
  base::Instant since{};
  std::optional<base::Instant> ended;
  std::string what;                  // falls due next: "premier contact"; empty for an answer
  std::optional<base::Instant> due;  // nothing while the clock stands still
  bool overdue = false, today = false;
};

enum class InboxList { waiting, questions, under_way, ended };
constexpr std::string_view to_text(InboxList list) {
  constexpr std::string_view kWords[] = {"waiting", "questions", "under_way", "ended"};
  return kWords[static_cast<std::size_t>(list)];
}
// Waiting for a word that is none of them.
InboxList inbox_list_of(std::string_view word);

// One institution's.
struct InboxView {
  std::string partner, name;
  std::vector<std::size_t> counts;  // by list; ended: of the year and outcome asked for
  std::vector<InboxLine> lines;     // of the list asked for, the soonest due first
  std::size_t first = 0;            // left out before them
};

struct InboxAsked {
  InboxList list = InboxList::waiting;
  int year = 0;           // in which it ended; 0: this one
  std::string outcome{};  // of ended ones; empty: whatever it was
  std::string partner{};  // one of the principal's own; empty: all of them
  std::size_t first = 0, most = 50;
  base::Language language = base::Language::fr;
};

// By institution. Reads a few cases: not for the network's own thread.
std::vector<InboxView> view_inbox(desk::Desk& desk, const access::Principal& principal,
                                  const InboxAsked& asked);
}  // namespace guichet::http
