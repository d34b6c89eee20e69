#include "adapters/web/accounts/entry_pages.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>

#include "adapters/http/accounts/glass.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/web/accounts/account_words.hpp"
#include "adapters/web/accounts/secrets.hpp"
#include "adapters/web/frame/questions.hpp"

namespace guichet::web {
namespace {

using access::Object;
using access::Right;
using ctemplate::TemplateDictionary;
using http::Response;

// -- the link of an invitation --

Response invitation_page(const AccountVisit& visit, const store::Account& account,
                         const FaultsOfForm* faults) {
  const Frame frame{.room = Room::outside,
                    .title = visit.say(messages::kInvitationTitle),
                    .template_name = "invitation.tpl"};
  return not_kept(visit.layout.page(
      faults == nullptr ? 200 : faults->status, visit.request, frame,
      [&](TemplateDictionary& body) {
        body.SetValue("HEADING", frame.title);
        body.SetValue("INTRO",
                      visit.say(messages::kInvitationIntro, {account.name, account.email}));
        body.SetValue("TOKEN", visit.request.params.get("token"));
        body.SetValue("EMAIL", account.email);
        body.SetValue("SCRIPT", visit.layout.assets().address("password.js"));
        fill_new_password(body, faults, visit.language);
      }));
}

Response show_invitation(const AccountVisit& visit) {
  const auto account = visit.reception().invitations().find(visit.request.params.get("token"),
                                                            visit.origin(), visit.now());
  if (!account) return not_kept(refused_account_page(visit, account.error()));
  return invitation_page(visit, *account, nullptr);
}

Response accept_invitation(const AccountVisit& visit) {
  auto& invitations = visit.reception().invitations();
  const std::string& token = visit.request.params.get("token");
  const auto done =
      invitations.accept(token, visit.form.get("password"), visit.origin(), visit.now());
  if (done) return http::see_other("/sign-in?done=invitation");
  if (done.error().rejection.status != 422) {
    return not_kept(refused_account_page(visit, done.error()));
  }
  const auto account = invitations.find(token, visit.origin(), visit.now());
  if (!account) return not_kept(refused_account_page(visit, account.error()));
  const FaultsOfForm faults = faults_of(done.error(), visit);
  return invitation_page(visit, *account, &faults);
}

// -- a case opened with a reason --

Response glass_page(const AccountVisit& visit, const FaultsOfForm* faults) {
  const std::string& id = visit.request.params.get("id");
  const Frame frame{.title = visit.say(messages::kGlassTitle),
                    .template_name = "glass.tpl",
                    .here = "/cases/" + id + "/open-with-reason"};
  return not_kept(visit.layout.page(
      faults == nullptr ? 200 : faults->status, visit.request, frame,
      [&](TemplateDictionary& body) {
        body.SetValue("HEADING", frame.title);
        body.SetValue("INTRO", visit.say(messages::kGlassIntro));
        body.SetValue("ID", id);
        if (faults != nullptr) show_refusal(body, faults->box, visit.language);
        add_question(body,
                     {.id = "reason",
                      .label = visit.say(messages::kGlassWhy),
                      .kind = Question::Kind::lines,
                      .required = true,
                      .values = {visit.form.get("reason")},
                      .error = faults == nullptr ? "" : faults->at("reason", visit.language)});
      }));
}

Response take_glass(const AccountVisit& visit) {
  const auto until = http::break_glass(visit.site, visit.request, visit.form.get("reason"));
  if (until) return http::see_other("/cases/" + visit.request.params.get("id"));
  if (until.error().rejection.status != 422) return refused_account_page(visit, until.error());
  const FaultsOfForm faults = faults_of(until.error(), visit);
  return glass_page(visit, &faults);
}

Response close_opened_case(const AccountVisit& visit) {
  const auto closed = http::close_glass(visit.site, visit.request);
  if (!closed) return refused_account_page(visit, closed.error());
  return http::see_other("/accounts");
}

}  // namespace

void add_entry_pages(AccountRoutes& routes) {
  routes.get("/invitation/{token}", {Right::sign_in, Object::nothing}, show_invitation);
  routes.post("/invitation/{token}", {Right::sign_in, Object::nothing}, accept_invitation);
  routes.get("/cases/{id}/open-with-reason", {Right::break_glass, Object::nothing},
             [](const AccountVisit& visit) { return glass_page(visit, nullptr); });
  routes.post("/cases/{id}/open-with-reason", {Right::break_glass, Object::nothing}, take_glass);
  routes.post("/cases/{id}/close-again", {Right::keep_own_account, Object::nothing},
              close_opened_case);
}

}  // namespace guichet::web
