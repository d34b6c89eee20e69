// What happened since a moment in the cases of one owner, by pages: what she reads when she is back, and what whoever stood in for her has done.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/store/store.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::results {

struct Happening {
  base::Instant at{};
  base::CaseId kase{};
  std::string number;  // of the case, for people
  base::InstanceNumber n;
  std::string kind;   // request, act, reply, letter, reminder, escalation, agenda, task, owner,
                      // closed, incident
  std::string what;   // id of the act or letter, or the text for people
  std::string about;  // whom: the letter's addressee, the partner of a referral
  std::string actor;
};

struct Meanwhile {
  std::vector<Happening> happenings;  // case by case: the one that moved last first; oldest first
  std::size_t total = 0;              // cases that moved, on all pages
};

// Empty owner: everybody's cases. The page counts cases.
Meanwhile meanwhile(store::Reader& reader, const std::string& owner, base::Instant since,
                    const store::Page& page);
// All of it, the oldest first: for what is no page.
std::vector<Happening> all_meanwhile(store::Reader& reader, const std::string& owner,
                                     base::Instant since);
std::string to_json(const Happening& happening);
// Where a member's latest absence began that is over or under way; nothing where there is none.
std::optional<base::Day> last_absence(const bundle::Desk& desk, std::string_view who,
                                      base::Day today);

}  // namespace guichet::results
