#include "engine/accounts/opened_cases.hpp"

#include <algorithm>
#include <limits>

#include "engine/accounts/messages.hpp"
#include "engine/accounts/transact.hpp"

namespace guichet::accounts {
namespace {

using base::CaseId;
using base::Instant;
using store::AccountRows;

constexpr std::string_view kDone = "done: ";
constexpr std::size_t kMostTold = 5;

std::string object_text(CaseId kase) {
  return "case " + std::to_string(kase.value);
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void note_glass(AccountRows& rows, const Keys& keys, const Live& live, std::string_view act,
                CaseId kase, std::string result, const Origin& origin, Instant now) {
  record(rows, keys,
         {live.account->id, std::string(to_text(access::Persona::administrator)), std::string(act),
          object_text(kase), std::move(result), origin.ip},
         now);
}

Outcome<Live> live_in(AccountRows& rows, const std::string& session, Instant now) {
  auto live = find_session(rows, session, now);
  if (!live || !live->account || !live->is_open()) return refused(401, messages::kNotLoggedIn);
  return std::move(*live);
}

}  // namespace

std::optional<Refused> reason_fault(std::string_view reason) {
  const std::size_t length = characters(reason);
  if (length < kShortestReason) {
    return refused(422, messages::kReasonTooShort, {std::to_string(kShortestReason)}).error();
  }
  if (length > kLongestReason) {
    return refused(422, messages::kReasonTooLong, {std::to_string(kLongestReason)}).error();
  }
  return {};
}

Outcome<Instant> open_case(store::Store& store, const Keys& keys, const std::string& session,
                           CaseId kase, bool exists, const std::string& reason,
                           const Origin& origin, Instant now) {
  return transact(store, [&](AccountRows& rows) -> Outcome<Instant> {
    auto live = live_in(rows, session, now);
    if (!live) return std::unexpected(live.error());
    if (!exists) {
      note_glass(rows, keys, *live, "case-not-there", kase, "absent: " + reason, origin, now);
      return refused(404, messages::kNothingToOpen);
    }
    auto& opened = live->session.opened;
    std::erase_if(opened,
                  [&](const auto& each) { return each.first == kase || each.second <= now; });
    opened.emplace_back(kase, now + kOpenedLasts);
    rows.save(live->session);
    note_glass(rows, keys, *live, kCaseOpened, kase, std::string(kDone) + reason, origin, now);
    return now + kOpenedLasts;
  });
}

Outcome<void> close_case_again(store::Store& store, const Keys& keys, const std::string& session,
                               CaseId kase, const Origin& origin, Instant now) {
  return transact(store, [&](AccountRows& rows) -> Outcome<void> {
    auto live = live_in(rows, session, now);
    if (!live) return std::unexpected(live.error());
    const auto is_it = [&](const auto& each) { return each.first == kase; };
    if (std::erase_if(live->session.opened, is_it) == 0) return {};
    rows.save(live->session);
    note_glass(rows, keys, *live, kCaseClosedAgain, kase, "done", origin, now);
    return {};
  });
}

std::vector<Opening> openings(store::AccountReader& rows, CaseId kase, Instant since) {
  store::AuditFilter filter{.act = std::string(kCaseOpened), .from = since};
  if (kase.value != 0) filter.object = object_text(kase);
  std::vector<Opening> out;
  for (const store::AuditRow& row :
       rows.audit_back(filter, std::numeric_limits<std::int64_t>::max(), kMostTold)) {
    const auto account = rows.account(row.actor);
    const std::string_view result = row.result;
    out.push_back(
        {.kase = {std::stoll(row.object.substr(row.object.find(' ') + 1))},
         .name = account ? account->name : row.actor,
         .reason = std::string(result.starts_with(kDone) ? result.substr(kDone.size()) : result),
         .at = row.at});
  }
  return out;
}

}  // namespace guichet::accounts
