// Which parts of one case a principal sees: engine/access decides, this class knows the case.
#pragma once

#include <string_view>
#include <vector>

#include "engine/access/documents.hpp"
#include "engine/cases/effect.hpp"
#include "engine/cases/snapshot.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::http {

class CaseVisibility {
 public:
  // Requires: all of them live as long.
  CaseVisibility(const access::Principal& principal, const cases::Snapshot& snapshot,
                 const bundle::Desk& desk, base::Instant now);

  bool sees(access::Part part) const;
  bool sees_field(access::Part part, std::string_view field) const;
  // Is the referral one that asks the principal?
  bool owns(const cases::Instance& instance) const;
  // A need is a partner's concern where it was asked about it.
  bool concerns(const cases::Instance& need) const;
  // Does an article without walls let the principal see who else was asked about the need?
  bool sees_others_of(const cases::Instance& need) const;
  bool may_touch(const cases::Instance& instance) const;
  bool is_addressee(const cases::LetterEffect& letter) const;
  bool sees(const cases::Document& document) const;
  // Did the principal, or somebody of her institution, send it?
  bool has_sent(const cases::Document& document) const;

 private:
  bool is_passed_on(const cases::Instance& referral) const;
  access::DocumentTie document_tie(const cases::Document& document) const;
  std::vector<const cases::Instance*> own_referrals(const cases::Instance& need) const;

  const access::Principal& principal_;
  const cases::Snapshot& snapshot_;
  const bundle::Desk& desk_;
  base::Instant now_;
  access::Tie tie_;
  std::vector<std::string> shared_;  // fields that the principal's referrals share
};

}  // namespace guichet::http
