// The API's part for whoever keeps the desk: other people's accounts, keys of programs, the journal
// of what was done and seen, and a case opened with a reason.
#include <fmt/format.h>

#include "adapters/http/accounts/api_answers.hpp"
#include "adapters/http/accounts/audit_view.hpp"
#include "adapters/http/accounts/glass.hpp"
#include "adapters/http/api/api.hpp"
#include "adapters/http/entrance/reception.hpp"
#include "engine/accounts/messages.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;

constexpr RouteAccess kOfAccounts{Right::keep_accounts, Object::nothing};
constexpr RouteAccess kOfAccount{Right::keep_accounts, Object::account};

std::vector<Member> members_of_account() {
  return {{"email"},
          {"name"},
          {"roles", Json::texts,
           "coordinator, administrator, auditor, partner or official; the first is its own"},
          {"member", Json::text, "which member of the desk's staff it is"},
          {"partners", Json::texts, "institutions of a partner, each ID or ID/ADVISER"}};
}

WantedAccount wanted_of_body(const Given& given) {
  return {given.text("email"), given.text("name"), given.texts("roles"), given.text("member"),
          given.texts("partners")};
}

base::Language tongue(const Site& site, const Request& request) {
  return language_of(request, site);
}

template <typename T, typename Json>
Response answer_of(const accounts::Outcome<T>& outcome, int status, Json json,
                   base::Language language) {
  if (!outcome) return refused_answer(outcome.error(), language);
  Response response = json_response(status, json(*outcome));
  response.headers.set("Cache-Control", "no-store");
  return response;
}

template <typename Row, typename Json>
std::string list_json(std::string_view name, const std::vector<Row>& rows, Json json) {
  std::string out;
  for (const Row& each : rows) out += (out.empty() ? "" : ",") + json(each);
  return fmt::format(R"({{"{}":[{}]}})", name, out);
}

void add_accounts(ApiRoutes& routes) {
  get_of_accounts(routes, "/api/accounts", kOfAccounts,
                  {.summary = "People's accounts", .answer = "AccountList"},
                  [](Site& site, const Request&) {
                    return json_response(
                        200, list_json("accounts", site.reception->book().list(), account_json));
                  });
  post_slowly(routes, "/api/accounts", kOfAccounts,
              {.summary = "A new account; its person is sent a link to set a password",
               .body = members_of_account(),
               .answer = "Account",
               .status = 201},
              [](Site& site, const Request& request, const Given& given) {
                return answer_of(
                    add_account(site, wanted_of_body(given), request.principal.account), 201,
                    account_json, tongue(site, request));
              });
  post_slowly(routes, "/api/accounts/{account}", kOfAccount,
              {.summary = "Change an account; less rights end its sessions",
               .body = members_of_account(),
               .answer = "Account"},
              [](Site& site, const Request& request, const Given& given) {
                return answer_of(change_account(site, request.params.get("account"),
                                                wanted_of_body(given), request.principal.account),
                                 200, account_json, tongue(site, request));
              });
}

// What is done to an account without more to say.
using AccountDeed = accounts::Outcome<void> (*)(Site&, const std::string&, const std::string&);

void add_deed(ApiRoutes& routes, std::string_view pattern, std::string_view summary,
              AccountDeed deed) {
  post_slowly(routes, pattern, kOfAccount, {.summary = summary, .answer = "Done"},
              [deed](Site& site, const Request& request, const Given&) {
                return done_answer(
                    deed(site, request.params.get("account"), request.principal.account),
                    tongue(site, request));
              });
}

void add_account_deeds(ApiRoutes& routes) {
  add_deed(routes, "/api/accounts/{account}/invitation",
           "Send another link to set a password; those before are void", invite_account);
  add_deed(routes, "/api/accounts/{account}/disable",
           "Disable an account; its sessions end at once", disable_account);
  add_deed(routes, "/api/accounts/{account}/enable", "Enable a disabled account",
           [](Site& site, const std::string& id, const std::string& by) {
             return site.reception->book().enable(id, by, site.reception->clock().now());
           });
  add_deed(routes, "/api/accounts/{account}/second-factor/reset",
           "Take an account's second factor away; a new one is set up at the next login",
           [](Site& site, const std::string& id, const std::string& by) {
             return site.reception->book().remove_second_factor(id, by,
                                                                site.reception->clock().now());
           });
  add_deed(routes, "/api/accounts/{account}/sessions/end", "End all sessions of an account",
           [](Site& site, const std::string& id, const std::string& by) -> accounts::Outcome<void> {
             const auto ended =
                 site.reception->book().end_sessions(id, by, site.reception->clock().now());
             if (!ended) return std::unexpected(ended.error());
             return {};
           });
}

void add_keys(ApiRoutes& routes) {
  get_of_accounts(routes, "/api/keys", kOfAccounts,
                  {.summary = "Keys of programs", .answer = "KeyList"},
                  [](Site& site, const Request&) {
                    std::vector<store::ApiKey> keys;
                    site.reception->store().read(
                        [&](store::Reader& reader) { keys = reader.accounts().api_keys(); });
                    return json_response(200, list_json("keys", keys, key_json));
                  });
  post_slowly(routes, "/api/keys", kOfAccounts,
              {.summary = "A new key, which is shown this one time",
               .body = {{"label", Json::text, "which program uses it"},
                        {"partner", Json::text, "the institution whose tool it is"},
                        {"may", Json::texts, "names of rights"},
                        {"days", Json::number, "how long it is good for"}},
               .answer = "NewKey",
               .status = 201},
              [](Site& site, const Request& request, const Given& given) {
                const auto made = make_key(site,
                                           {given.text("label"), given.text("partner"),
                                            given.texts("may"), given.number("days").value_or(365),
                                            request.headers.get("Idempotency-Key")},
                                           request.principal.account);
                return answer_of(
                    made, 201,
                    [](const accounts::MadeKey& key) {
                      return fmt::format(R"({{"id":{},"key":{}}})", json::quote(key.row.id),
                                         json::quote(key.key));
                    },
                    tongue(site, request));
              });
  post_slowly(routes, "/api/keys/{key}/revoke", kOfAccounts,
              {.summary = "Revoke a key: from now on it opens nothing", .answer = "Done"},
              [](Site& site, const Request& request, const Given&) {
                Reception& at = *site.reception;
                return done_answer(
                    accounts::revoke_api_key(at.store(), at.keys(), request.params.get("key"),
                                             request.principal.account, at.clock().now()),
                    tongue(site, request));
              });
}

// Taking it out is not enough: whoever may not read the journal has nothing to take.
Response export_answer(Site& site, const Request& request) {
  const base::Language language = tongue(site, request);
  const base::Instant now = site.reception->clock().now();
  if (access::decide(request.principal, Right::see_audit, {}, now) != access::Decision::allow) {
    return error_problem(request, 403, {});
  }
  const auto query = audit_query(site, request.query);
  if (!query) return problem(query.error(), language);
  const auto csv = audit_csv(site, *query, request.principal.account);
  return csv ? csv_response(*csv, "journal.csv") : refused_answer(csv.error(), language);
}

void add_audit(ApiRoutes& routes) {
  const std::vector<Member> filters{{"who", Json::text, "an account or key, or an e-mail"},
                                    {"role"},
                                    {"act"},
                                    {"object", Json::text, "'case 7'"},
                                    {"from", Json::text, "a day"},
                                    {"until", Json::text, "a day, included"},
                                    {"before", Json::number, "what `next` of a page says"},
                                    {"first", Json::number}};
  get_of_accounts(routes, "/api/audit", {Right::see_audit, Object::nothing},
                  {.summary = "The journal of what was done and seen, the newest first",
                   .query = filters,
                   .answer = "Audit"},
                  [](Site& site, const Request& request) {
                    const auto query = audit_query(site, request.query);
                    if (!query) return problem(query.error(), tongue(site, request));
                    return json_response(200, to_json(view_audit(site, *query)));
                  });
  get_of_accounts(routes, "/api/audit/export", {Right::take_out, Object::nothing},
                  {.summary = "The same as CSV, whole: for whoever may read it, with a fresh proof",
                   .query = filters,
                   .media = "text/csv"},
                  [](Site& site, const Request& request) { return export_answer(site, request); });
  post_slowly(routes, "/api/audit/check", {Right::see_audit, Object::nothing},
              {.summary = "Check the journal's chain from its first row again", .answer = "Done"},
              [](Site& site, const Request&, const Given&) {
                site.reception->chain().start_again();
                return json_response(200, R"({"done":true})");
              });
}

void add_glass(ApiRoutes& routes) {
  // An absent case answers as one that is there until a reason is given: no object for the guard.
  post_slowly(routes, "/api/cases/{id}/open-with-reason", {Right::break_glass, Object::nothing},
              {.summary = "An administrator reads one case for thirty minutes, with a reason that "
                          "is kept and told",
               .body = {{"reason"}},
               .answer = "OpenedCase"},
              [](Site& site, const Request& request, const Given& given) {
                return answer_of(
                    break_glass(site, request, given.text("reason")), 200,
                    [](base::Instant until) {
                      return fmt::format(R"({{"until":"{}"}})", base::iso(until));
                    },
                    tongue(site, request));
              });
  post_slowly(routes, "/api/cases/{id}/close-again", {Right::keep_own_account, Object::nothing},
              {.summary = "Ends what open-with-reason began", .answer = "Done"},
              [](Site& site, const Request& request, const Given&) {
                return done_answer(close_glass(site, request), tongue(site, request));
              });
}

void add_invitation(ApiRoutes& routes) {
  post_slowly(routes, "/api/invitations/{token}", {Right::sign_in, Object::nothing},
              {.summary = "Set the password of the account that a mailed link is for, once",
               .body = {{"password"}},
               .answer = "Done"},
              [](Site& site, const Request& request, const Given& given) {
                Reception& at = *site.reception;
                return done_answer(
                    at.invitations().accept(request.params.get("token"), given.text("password"),
                                            {request.remote, request.headers.get("User-Agent")},
                                            at.clock().now()),
                    tongue(site, request));
              });
}

}  // namespace

void add_keeper_api(ApiRoutes& routes) {
  add_accounts(routes);
  add_account_deeds(routes);
  add_keys(routes);
  add_audit(routes);
  add_glass(routes);
  add_invitation(routes);
}

}  // namespace guichet::http
