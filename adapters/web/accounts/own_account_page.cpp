#include "adapters/web/accounts/own_account_page.hpp"

#include <ctemplate/template.h>

#include "adapters/http/reply/reply_link.hpp"
#include "adapters/web/accounts/account_words.hpp"
#include "adapters/web/accounts/secrets.hpp"

namespace guichet::web {
namespace {

using access::Object;
using access::Right;
using ctemplate::TemplateDictionary;
using http::Response;

constexpr http::RouteAccess kOwnAccount{Right::keep_own_account, Object::nothing};
constexpr const char* kOwnPath = "/account";

struct Own {
  store::Account account;
  std::vector<store::Session> sessions;
  std::vector<store::TrustedDevice> devices;
};

std::optional<Own> own_of(const AccountVisit& visit) {
  std::optional<Own> out;
  visit.reception().store().read([&](store::Reader& reader) {
    auto account = reader.accounts().account(visit.by());
    if (!account) return;
    out = Own{std::move(*account), reader.accounts().sessions(visit.by()),
              reader.accounts().devices(visit.by())};
  });
  return out;
}

std::string browser_of(const AccountVisit& visit, const std::string& device) {
  return device.empty() ? visit.say(messages::kUnknownBrowser) : device;
}

void fill_sessions(TemplateDictionary& body, const Own& own, const AccountVisit& visit) {
  for (const store::Session& each : own.sessions) {
    if (each.stage != store::SessionStage::open || each.ends_at <= visit.now()) continue;
    TemplateDictionary* row = body.AddSectionDictionary("SESSION");
    row->SetValue("DEVICE", browser_of(visit, each.device));
    row->SetValue("NETWORK", each.network);
    row->SetValue("SINCE", visit.moment(each.created_at));
    row->SetValue("SEEN", visit.moment(each.seen_at));
    if (each.csrf_secret == visit.request.principal.session) {
      row->ShowSection("HERE");
    } else {
      row->SetValueAndShowSection("HANDLE", each.handle, "MAY_END");
    }
  }
  if (own.devices.empty()) {
    body.ShowSection("NO_DEVICES");
    return;
  }
  TemplateDictionary* devices = body.AddSectionDictionary("DEVICES_SOME");
  for (const store::TrustedDevice& each : own.devices) {
    TemplateDictionary* row = devices->AddSectionDictionary("ROW");
    row->SetValue("DEVICE", browser_of(visit, each.device));
    row->SetValue("SINCE", visit.moment(each.created_at));
    row->SetValue("ENDS", visit.moment(each.ends_at));
    row->SetValue("HANDLE", each.handle);
  }
}

Response show_own(const AccountVisit& visit, const FaultsOfForm* faults = nullptr) {
  const auto own = own_of(visit);
  if (!own) return refused_page(visit.layout, visit.request, 404);
  Frame frame{
      .title = visit.say(messages::kOwnAccount), .template_name = "account.tpl", .here = kOwnPath};
  const std::string& done = visit.request.query.get("done");
  if (done == "password") frame.said.push_back(visit.say(messages::kPasswordChanged));
  if (done == "ended") frame.said.push_back(visit.say(messages::kSessionEnded));
  if (done == "others") frame.said.push_back(visit.say(messages::kOthersEnded));
  return not_kept(visit.layout.page(
      faults == nullptr ? 200 : faults->status, visit.request, frame,
      [&](TemplateDictionary& body) {
        body.SetValue("NAME", own->account.name);
        body.SetValue("EMAIL", own->account.email);
        body.SetValue("SCRIPT", visit.layout.assets().address("password.js"));
        if (faults != nullptr) show_refusal(body, faults->box, visit.language);
        fill_password_field(body, "present", faults, visit.language);
        fill_new_password(body, faults, visit.language);
        body.ShowSection(accounts::has_second_factor(own->account) ? "HAS_FACTOR" : "NO_FACTOR");
        if (accounts::has_second_factor(own->account)) {
          body.SetIntValue("LEFT", static_cast<long>(own->account.recovery.size()));
        }
        fill_sessions(body, *own, visit);
      }));
}

Response change_own_password(const AccountVisit& visit) {
  const auto in = visit.reception().sign_in().change_password(
      visit.session(), visit.form.get("present"), visit.form.get("password"), visit.origin(),
      visit.now());
  if (!in) {
    const FaultsOfForm faults = faults_of(in.error(), visit);
    return show_own(visit, &faults);
  }
  Response response = http::see_other(std::string(kOwnPath) + "?done=password");
  const bool secure = visit.reception().is_secure();
  http::keep_cookie(response, http::session_cookie(secure), in->id, secure);
  return not_kept(std::move(response));
}

Response end_one(const AccountVisit& visit) {
  const auto done = visit.reception().sign_in().revoke(
      visit.session(), visit.request.params.get("handle"), visit.origin(), visit.now());
  if (!done) return refused_account_page(visit, done.error());
  return http::see_other(std::string(kOwnPath) + "?done=ended");
}

Response end_others(const AccountVisit& visit) {
  const auto done =
      visit.reception().sign_in().revoke_others(visit.session(), visit.origin(), visit.now());
  if (!done) return refused_account_page(visit, done.error());
  return http::see_other(std::string(kOwnPath) + "?done=others");
}

Response renew_recovery_codes(const AccountVisit& visit) {
  const auto codes =
      visit.reception().sign_in().renew_recovery(visit.session(), visit.origin(), visit.now());
  if (!codes && codes.error().rejection.status == 403) {
    return http::see_other("/sign-in/proof?next=%2Faccount");
  }
  if (!codes) return refused_account_page(visit, codes.error());
  const Frame frame{.title = visit.say(messages::kRecoveryTitle),
                    .template_name = "second_factor.tpl",
                    .here = kOwnPath};
  return not_kept(visit.layout.page(200, visit.request, frame, [&](TemplateDictionary& body) {
    body.SetValue("HEADING", frame.title);
    body.SetValue("NEXT", kOwnPath);
    body.ShowSection("RECOVERY");
    for (const std::string& each : *codes) {
      body.AddSectionDictionary("ROW")->SetValue("TEXT", each);
    }
  }));
}

}  // namespace

void add_own_account_pages(AccountRoutes& routes) {
  routes.get(kOwnPath, kOwnAccount, [](const AccountVisit& visit) { return show_own(visit); });
  routes.post("/account/password", kOwnAccount, change_own_password);
  routes.post("/account/sessions/{handle}/end", kOwnAccount, end_one);
  routes.post("/account/sessions/end-others", kOwnAccount, end_others);
  routes.post("/account/recovery", kOwnAccount, renew_recovery_codes);
}

}  // namespace guichet::web
