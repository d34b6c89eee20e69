// Which files of a case a principal sees.
#pragma once

#include <string>
#include <vector>

#include "engine/access/rights.hpp"

namespace guichet::access {

// How a file stands towards people: who sent it, whom the desk shows it to. Of institutions, only
// those whose referral still stands.
struct DocumentTie {
  bool from_person = false;
  std::string from_partner;           // empty: none sent it, or none that it concerns now
  std::vector<std::string> partners;  // whom the desk shows it to
  bool for_person = false;
};

// The desk sees all of them; the person her own and those meant for her; a partner its own and
// those that the desk shows to it.
bool may_see_document(const Principal& principal, const DocumentTie& document, const Tie& tie,
                      base::Instant now);
// Did the principal, or somebody of her institution, send it?
bool has_sent(const Principal& principal, const DocumentTie& document);

}  // namespace guichet::access
