#include "adapters/http/entrance/guard.hpp"

#include <charconv>

#include "adapters/http/api/problem.hpp"
#include "adapters/http/site_messages.hpp"
#include "adapters/http/transport/field_text.hpp"
#include "adapters/http/transport/form.hpp"
#include "engine/accounts/keys.hpp"
#include "engine/base/digest.hpp"

namespace guichet::http {
namespace {

using access::Decision;
using access::Object;
using base::Message;

bool is_safe(const std::string& method) {
  return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

bool is_json(const Request& request) {
  std::string_view type = request.headers.get("Content-Type");
  return same_ignoring_case(trim(cut(type, ';')), "application/json");
}

bool has_token(const Request& request) {
  const std::string expected = form_token(request.principal);
  if (expected.empty()) return true;
  if (request.headers.has(kTokenHeader)) {
    return accounts::equal_secrets(request.headers.get(kTokenHeader), expected);
  }
  const auto form = parse_form(request);
  return form && accounts::equal_secrets(form->fields.get(kTokenField), expected);
}

// Why a request that may change something is not taken, whoever sends it.
const base::MessageText* fault_of_origin(const Request& request) {
  if (is_safe(request.method)) return nullptr;
  if (!is_from_this_site(request)) return &messages::kOtherSite;
  if (is_api(request) && !request.body.empty() && !is_json(request)) return &messages::kOnlyJson;
  return has_token(request) ? nullptr : &messages::kNoToken;
}

// Tells the witness of what a poll was shown, once it is known; 204: nothing new, nothing seen.
Respond noting_what_is_shown(const std::function<void(const Witnessed&)>& witness,
                             const Router::Match& match, const Request& request, Respond respond) {
  return [&witness, match, request, respond = std::move(respond)](Response response) {
    if (response.status != 204) {
      witness({request.principal, match, request, request.decision});
    }
    respond(std::move(response));
  };
}

std::optional<base::CaseId> case_of_path(const Request& request) {
  const std::string& text = request.params.get("id");
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
  return base::CaseId{value};
}

int status_of(Decision decision) {
  switch (decision) {
    case Decision::log_in:
      return 401;
    case Decision::hide:
      return 404;
    case Decision::step_up:
    case Decision::refuse:
    case Decision::allow:
      break;
  }
  return 403;
}

const base::MessageText& reason_of_refusal(Decision decision) {
  switch (decision) {
    case Decision::log_in:
      return messages::kLogIn;
    case Decision::step_up:
      return messages::kStepUp;
    case Decision::hide:
      return messages::kNothingHere;
    case Decision::refuse:
    case Decision::allow:
      break;
  }
  return messages::kNotYours;
}

}  // namespace

std::string form_token(const access::Principal& principal) {
  if (principal.session.empty()) return {};
  return base::hmac_sha256_hex(principal.session, "form-token");
}

access::Tie Guard::tie_of(const Router::Match& match, const Request& request) const {
  access::Tie tie{.object = match.access.object};
  if (tie.object == Object::account) tie.account = request.params.get("account");
  if (tie.object == Object::partner) {
    tie.asked = {request.params.get("partner")};
    tie.exists = parts_.site.desk.directory().find(tie.asked.front()) != nullptr;
  }
  if (tie.object != Object::kase) return tie;
  std::optional<access::Tie> found;
  if (const auto id = case_of_path(request)) {
    parts_.site.desk.store().read([&](store::Reader& reader) { found = reader.tie(*id); });
  }
  tie.exists = found.has_value();
  return found.value_or(tie);
}

bool Guard::admits(const Router& router, Request& request, Respond& respond) const {
  if (!request.principal.is(access::Persona::service)) return true;
  const Allowance allowance = limits_->take(accounts::kCallsByKey, request.principal.account,
                                            parts_.site.desk.clock().now());
  respond = [allowance, respond = std::move(respond)](Response response) {
    add_rate_headers(allowance, response.headers);
    respond(std::move(response));
  };
  if (allowance.allowed) return true;
  request.why = Message(messages::kTooOften, {std::to_string(allowance.until_reset.count())});
  respond(router.error(request, 429));
  return false;
}

void Guard::pass(const Router& router, const Router::Match& match, Request& request,
                 Respond respond) const {
  request.principal = parts_.identity->find(request);
  if (!admits(router, request, respond)) return;
  if (const base::MessageText* fault = fault_of_origin(request)) {
    request.decision = Decision::refuse;
    request.why = Message(*fault);
    if (parts_.witness) parts_.witness({request.principal, match, request, request.decision});
    return respond(router.error(request, 403));
  }
  // The right alone first: a store is not asked for whoever may not have any such object.
  const base::Instant now = parts_.site.desk.clock().now();
  const access::Right right = match.access.right;
  const bool ever = access::may_ever(request.principal, right);
  const access::Tie tie = ever ? tie_of(match, request) : access::Tie{};
  request.decision = access::decide(request.principal, right, tie, now);
  const bool is_allowed = request.decision == Decision::allow;
  if (parts_.witness && is_allowed && is_poll(request)) {
    respond = noting_what_is_shown(parts_.witness, match, request, std::move(respond));
  } else if (parts_.witness) {
    parts_.witness({request.principal, match, request, request.decision});
  }
  if (is_allowed) return (*match.handler)(request, std::move(respond));
  request.why = Message(reason_of_refusal(request.decision));
  Response response = router.error(request, status_of(request.decision));
  if (response.status == 401 && is_api(request)) response.headers.set("WWW-Authenticate", "Bearer");
  respond(std::move(response));
}

void add_guard(Router& router, Site& site, std::shared_ptr<const Identity> identity,
               std::function<void(const Witnessed&)> witness) {
  if (!identity) identity = make_loopback_identity(site.desk);
  router.guard_with(
      std::make_shared<const Guard>(GuardParts{site, std::move(identity), std::move(witness)}));
}

}  // namespace guichet::http
