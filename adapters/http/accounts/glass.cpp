#include "adapters/http/accounts/glass.hpp"

#include "adapters/http/accounts/account_letters.hpp"
#include "adapters/http/accounts/messages.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/entrance/reception.hpp"

namespace guichet::http {
namespace {

using accounts::Outcome;
using base::Message;

accounts::Origin origin_of(const Request& request) {
  return {request.remote, request.headers.get("User-Agent")};
}

const std::string& session_of(const Site& site, const Request& request) {
  return request.cookies.get(session_cookie(site.reception->is_secure()));
}

base::CaseId case_named(const Request& request) {
  return {whole_number(request.params.get("id")).value_or(0)};
}

void tell_owner(Site& site, const cases::Snapshot& snapshot, const OpenedCase& opened) {
  const bundle::Desk& desk = site.desk.definition();
  const bundle::Member* owner = desk.member(snapshot.owner);
  if (owner == nullptr || owner->email.empty() || !site.post_now) return;
  site.post_now(opened_letter(opened, *owner, desk), opened.at + std::chrono::days(1));
}

}  // namespace

Outcome<base::Instant> break_glass(Site& site, const Request& request, const std::string& reason) {
  if (auto fault = accounts::reason_fault(reason)) return std::unexpected(std::move(*fault));
  Reception& reception = *site.reception;
  const base::Instant now = reception.clock().now();
  const base::CaseId kase = case_named(request);
  std::optional<cases::Snapshot> snapshot;
  if (kase.value > 0) {
    reception.store().read([&](store::Reader& reader) { snapshot = reader.load(kase); });
  }
  const bool exists = snapshot && !snapshot->extras.personal_data_taken;
  const auto until =
      accounts::open_case(reception.store(), reception.keys(), session_of(site, request), kase,
                          exists, reason, origin_of(request), now);
  if (until) {
    tell_owner(site, *snapshot, {snapshot->number, request.principal.actor.name, reason, now});
  }
  return until;
}

Outcome<void> close_glass(Site& site, const Request& request) {
  Reception& reception = *site.reception;
  return accounts::close_case_again(reception.store(), reception.keys(), session_of(site, request),
                                    case_named(request), origin_of(request),
                                    reception.clock().now());
}

std::vector<accounts::Opening> told_openings(Site& site, base::CaseId kase) {
  std::vector<accounts::Opening> out;
  if (site.reception == nullptr) return out;
  const base::Instant since = site.reception->clock().now() - kOpeningsTold;
  site.reception->store().read(
      [&](store::Reader& reader) { out = accounts::openings(reader.accounts(), kase, since); });
  return out;
}

std::string sentence_of(const accounts::Opening& opening, const Site& site,
                        base::Language language) {
  const bundle::Desk& desk = site.desk.definition();
  const std::string day = base::long_date(desk.calendar->local_day(opening.at), language);
  std::string number = std::to_string(opening.kase.value);
  site.desk.store().read([&](store::Reader& reader) {
    if (const auto snapshot = reader.load(opening.kase)) number = snapshot->number;
  });
  return Message(messages::kOpenedText, {opening.name, number, day, opening.reason}).in(language);
}

}  // namespace guichet::http
