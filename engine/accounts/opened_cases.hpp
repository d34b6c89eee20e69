// Breaking the glass: an administrator, who sees no case, opens one for half an hour with a reason.
// The reason is in the audit, where it stays; who holds the case is told by whoever calls this.
#pragma once

#include "engine/accounts/audit.hpp"
#include "engine/accounts/rates.hpp"
#include "engine/accounts/sessions.hpp"
#include "engine/store/store.hpp"

namespace guichet::accounts {

constexpr std::chrono::minutes kOpenedLasts{30};
constexpr std::size_t kShortestReason = 10;  // characters
constexpr std::size_t kLongestReason = 150;
constexpr std::string_view kCaseOpened = "case-opened";  // the audit's word
constexpr std::string_view kCaseClosedAgain = "case-closed-again";

// What is wrong with a reason, before anything is said of the case; nothing where it is good.
std::optional<Refused> reason_fault(std::string_view reason);

// Until when it is open, in this session alone. Requires: the reason is good; `exists` says whether
// there is such a case. 404, noted with its reason, where there is none.
Outcome<base::Instant> open_case(store::Store& store, const Keys& keys, const std::string& session,
                                 base::CaseId kase, bool exists, const std::string& reason,
                                 const Origin& origin, base::Instant now);
// Nothing happens where it is not open.
Outcome<void> close_case_again(store::Store& store, const Keys& keys, const std::string& session,
                               base::CaseId kase, const Origin& origin, base::Instant now);

// Who opened cases, when and why: of one case, or (0) of all; those since `since`, the newest
// first, five at most.
struct Opening {
  base::CaseId kase;
  std::string name;  // of the account, as it is today; its id where it is gone
  std::string reason;
  base::Instant at{};
};
std::vector<Opening> openings(store::AccountReader& rows, base::CaseId kase, base::Instant since);

}  // namespace guichet::accounts
