// Letters that are no case's: the invitation to an account, and that a case was opened with a
// reason. They leave at once and are kept nowhere.
#pragma once

#include "engine/accounts/invitations.hpp"
#include "engine/cases/effect.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::http {

cases::LetterEffect invitation_letter(const accounts::Invited& invited,
                                      const bundle::Settings& desk, base::Instant now);

struct OpenedCase {
  std::string number, by, reason;
  base::Instant at{};
};
cases::LetterEffect opened_letter(const OpenedCase& opened, const bundle::Member& owner,
                                  const bundle::Desk& desk);

}  // namespace guichet::http
