#include "adapters/web/accounts/accounts_page.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "adapters/http/accounts/kept_accounts.hpp"
#include "adapters/web/accounts/account_words.hpp"
#include "adapters/web/frame/questions.hpp"

namespace guichet::web {
namespace {

using access::Object;
using access::Persona;
using access::Right;
using ctemplate::TemplateDictionary;
using http::Response;
using http::WantedAccount;

constexpr http::RouteAccess kAllAccounts{Right::keep_accounts, Object::nothing};
constexpr http::RouteAccess kOneAccount{Right::keep_accounts, Object::account};

struct RoleWord {
  Persona persona;
  Label word;
};
constexpr RoleWord kRoleWords[] = {
    {Persona::coordinator, {"", "Coordination", "Coordination"}},
    {Persona::administrator, {"", "Administration", "Administration"}},
    {Persona::auditor, {"", "Audit, données personnelles", "Audit, personal data"}},
    {Persona::partner, {"", "Partenaire", "Partner"}},
    {Persona::official, {"", "Élu ou financeur : résultats", "Elected or funder: results"}},
};

std::vector<std::string> role_words(const store::Account& account, base::Language language) {
  std::vector<std::string> out;
  for (const Persona each : account.personas) out.push_back(role_word(to_text(each), language));
  return out;
}

// The member of staff, or the institutions.
std::string belongs_to(const store::Account& account, const AccountVisit& visit) {
  std::vector<std::string> names;
  const bundle::Member* member = visit.layout.desk().member(account.member);
  if (member != nullptr) names.push_back(member->name);
  for (const store::Membership& each : account.partners) {
    const bundle::Partner* partner = visit.site.desk.directory().find(each.partner);
    names.push_back(partner == nullptr ? each.partner : partner->name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

Response show_accounts(const AccountVisit& visit) {
  const auto all = visit.reception().book().list();
  const Frame frame{.room = Room::accounts,
                    .title = visit.say(messages::kAccountsTitle),
                    .template_name = "accounts.tpl"};
  return not_kept(visit.layout.page(200, visit.request, frame, [&](TemplateDictionary& body) {
    body.SetValue("INTRO", visit.say(messages::kAccountsIntro, {std::to_string(all.size())}));
    for (const store::Account& each : all) {
      TemplateDictionary* row = body.AddSectionDictionary("ROW");
      row->SetValue("ID", each.id);
      row->SetValue("NAME", each.name);
      row->SetValue("EMAIL", each.email);
      row->SetValue("ROLES", fmt::format("{}", fmt::join(role_words(each, visit.language), ", ")));
      row->SetValue("OF", belongs_to(each, visit));
      if (each.signed_in_at) {
        row->SetValueAndShowSection("AT", visit.moment(each.signed_in_at), "SIGNED_IN_AT");
      } else {
        row->ShowSection("NEVER");
      }
      row->ShowSection(accounts::has_second_factor(each) ? "HAS_FACTOR" : "NO_FACTOR");
      if (each.disabled_at) row->ShowSection("DISABLED");
      if (!each.disabled_at && each.password_hash.empty()) row->ShowSection("WAITS");
    }
  }));
}

std::vector<Choice> member_choices(const AccountVisit& visit) {
  std::vector<Choice> out;
  for (const bundle::Member& each : visit.layout.desk().settings.staff) {
    out.push_back({each.id, each.name});
  }
  return out;
}

// Institutions, and their advisers below each.
std::vector<Choice> partner_choices(const AccountVisit& visit) {
  std::vector<Choice> out;
  for (const auto& [id, partner] : visit.site.desk.directory().partners) {
    out.push_back({id, partner.name});
    for (const bundle::Contact& each : partner.advisers) {
      out.push_back({id + "/" + each.id, partner.name + " : " + each.name});
    }
  }
  return out;
}

// One list for each institution, and one more: there is always room for another.
void ask_partners(TemplateDictionary& body, const AccountVisit& visit,
                  const std::vector<std::string>& partners, const std::string& error) {
  const bool french = visit.language == base::Language::fr;
  for (std::size_t i = 0; i <= partners.size(); ++i) {
    Question question{.id = "partner",
                      .label = "Institution",
                      .kind = Question::Kind::select,
                      .choices = partner_choices(visit)};
    if (i < partners.size()) question.values = {partners[i]};
    if (i == 0) {
      question.help = visit.say(messages::kPartnerHelp);
      question.error = error;
    } else {
      question.label = french ? "Autre institution" : "Another institution";
    }
    add_question(body, question, i == 0 ? "" : "another-" + std::to_string(i) + "-");
  }
}

void fill_account_form(TemplateDictionary& body, const AccountVisit& visit,
                       const WantedAccount& wanted, const FaultsOfForm* faults) {
  const auto at = [&](const std::string& field) {
    return faults == nullptr ? std::string() : faults->at(field, visit.language);
  };
  const bool french = visit.language == base::Language::fr;
  const auto ask = [&](Question question) { add_question(body, question); };
  using Kind = Question::Kind;
  ask({.id = "email",
       .label = french ? "Adresse électronique" : "E-mail address",
       .required = true,
       .values = {wanted.email},
       .error = at("email")});
  ask({.id = "name",
       .label = french ? "Prénom et nom" : "First and last name",
       .required = true,
       .values = {wanted.name},
       .error = at("name")});
  std::vector<Choice> roles;
  for (const RoleWord& each : kRoleWords) {
    roles.push_back(
        {std::string(to_text(each.persona)), std::string(french ? each.word.fr : each.word.en)});
  }
  ask({.id = "role",
       .label = french ? "Rôles" : "Roles",
       .kind = Kind::checks,
       .required = true,
       .choices = roles,
       .values = wanted.roles,
       .help = visit.say(messages::kRoleHelp),
       .error = at("role")});
  ask({.id = "member",
       .label = french ? "Membre de l’équipe" : "Member of the staff",
       .kind = Kind::select,
       .choices = member_choices(visit),
       .values = {wanted.member},
       .help = visit.say(messages::kMemberHelp),
       .error = at("member")});
  ask_partners(body, visit, wanted.partners, at("partner"));
}

WantedAccount typed_account(const AccountVisit& visit) {
  WantedAccount out{.email = visit.form.get("email"),
                    .name = visit.form.get("name"),
                    .roles = visit.form.all("role"),
                    .member = visit.form.get("member")};
  for (const std::string& partner : visit.form.all("partner")) {
    const bool twice = std::ranges::find(out.partners, partner) != out.partners.end();
    if (!partner.empty() && !twice) out.partners.push_back(partner);
  }
  return out;
}

Response new_account_page(const AccountVisit& visit, const WantedAccount& wanted,
                          const FaultsOfForm* faults) {
  const Frame frame{.room = Room::accounts,
                    .title = visit.say(messages::kNewAccountTitle),
                    .template_name = "account_new.tpl",
                    .here = "/accounts/new"};
  return not_kept(visit.layout.page(faults == nullptr ? 200 : faults->status, visit.request, frame,
                                    [&](TemplateDictionary& body) {
                                      if (faults != nullptr)
                                        show_refusal(body, faults->box, visit.language);
                                      fill_account_form(body, visit, wanted, faults);
                                    }));
}

Response take_new_account(const AccountVisit& visit) {
  const WantedAccount wanted = typed_account(visit);
  const auto made = http::add_account(visit.site, wanted, visit.by());
  if (made) return http::see_other("/accounts/" + made->id + "?done=invited");
  const FaultsOfForm faults = faults_of(made.error(), visit);
  return new_account_page(visit, wanted, &faults);
}

struct SaidAfter {
  std::string_view done;
  const base::MessageText* said;
};
constexpr SaidAfter kSaidAfter[] = {
    {"invited", &messages::kAccountInvited}, {"kept", &messages::kAccountKept},
    {"invitation", &messages::kLinkSent},    {"disable", &messages::kAccountDisabled},
    {"enable", &messages::kAccountEnabled},  {"second-factor", &messages::kFactorRemoved},
    {"sessions", &messages::kAllEnded}};

Response one_account_page(const AccountVisit& visit, const store::Account& account,
                          const WantedAccount& wanted, const FaultsOfForm* faults) {
  Frame frame{.room = Room::accounts,
              .title = account.name,
              .template_name = "account_kept.tpl",
              .here = "/accounts/" + account.id};
  for (const SaidAfter& each : kSaidAfter) {
    if (each.done == visit.request.query.get("done")) frame.said.push_back(visit.say(*each.said));
  }
  return not_kept(visit.layout.page(
      faults == nullptr ? 200 : faults->status, visit.request, frame,
      [&](TemplateDictionary& body) {
        body.SetValue("ID", account.id);
        body.SetValue("NAME", account.name);
        body.SetValue("EMAIL", account.email);
        if (account.disabled_at) body.ShowSection("DISABLED");
        if (!account.disabled_at) {
          TemplateDictionary* enabled = body.AddSectionDictionary("ENABLED");
          if (account.id != visit.by()) enabled->ShowSection("MAY_DISABLE");
        }
        if (!account.disabled_at && account.password_hash.empty()) body.ShowSection("WAITS");
        if (accounts::has_second_factor(account)) body.ShowSection("HAS_FACTOR");
        if (account.signed_in_at) {
          body.SetValueAndShowSection("AT", visit.moment(account.signed_in_at), "SIGNED_IN_AT");
        }
        if (faults != nullptr) show_refusal(body, faults->box, visit.language);
        fill_account_form(body, visit, wanted, faults);
      }));
}

std::optional<store::Account> account_of(const AccountVisit& visit) {
  std::optional<store::Account> out;
  visit.reception().store().read([&](store::Reader& reader) {
    out = reader.accounts().account(visit.request.params.get("account"));
  });
  return out;
}

Response show_one_account(const AccountVisit& visit) {
  const auto account = account_of(visit);
  if (!account) return refused_page(visit.layout, visit.request, 404);
  return one_account_page(visit, *account, http::wanted_of(*account), nullptr);
}

Response keep_one_account(const AccountVisit& visit) {
  const auto account = account_of(visit);
  if (!account) return refused_page(visit.layout, visit.request, 404);
  const WantedAccount wanted = typed_account(visit);
  const auto kept = http::change_account(visit.site, account->id, wanted, visit.by());
  if (kept) return http::see_other("/accounts/" + account->id + "?done=kept");
  const FaultsOfForm faults = faults_of(kept.error(), visit);
  return one_account_page(visit, *account, wanted, &faults);
}

// After a deed: the account's page says that it is done.
template <typename T>
Response after_deed(const AccountVisit& visit, const accounts::Outcome<T>& outcome,
                    std::string_view done) {
  if (!outcome) return refused_account_page(visit, outcome.error());
  return http::see_other(
      fmt::format("/accounts/{}?done={}", visit.request.params.get("account"), done));
}

void add_deeds(AccountRoutes& routes) {
  const auto id = [](const AccountVisit& visit) { return visit.request.params.get("account"); };
  routes.post("/accounts/{account}/invitation", kOneAccount, [id](const AccountVisit& visit) {
    return after_deed(visit, http::invite_account(visit.site, id(visit), visit.by()), "invitation");
  });
  routes.post("/accounts/{account}/disable", kOneAccount, [id](const AccountVisit& visit) {
    return after_deed(visit, http::disable_account(visit.site, id(visit), visit.by()), "disable");
  });
  routes.post("/accounts/{account}/enable", kOneAccount, [id](const AccountVisit& visit) {
    return after_deed(visit, visit.reception().book().enable(id(visit), visit.by(), visit.now()),
                      "enable");
  });
  routes.post("/accounts/{account}/second-factor", kOneAccount, [id](const AccountVisit& visit) {
    return after_deed(
        visit, visit.reception().book().remove_second_factor(id(visit), visit.by(), visit.now()),
        "second-factor");
  });
  routes.post("/accounts/{account}/sessions", kOneAccount, [id](const AccountVisit& visit) {
    return after_deed(visit,
                      visit.reception().book().end_sessions(id(visit), visit.by(), visit.now()),
                      "sessions");
  });
}

}  // namespace

std::string role_word(std::string_view persona, base::Language language) {
  for (const RoleWord& each : kRoleWords) {
    if (to_text(each.persona) != persona) continue;
    return std::string(language == base::Language::fr ? each.word.fr : each.word.en);
  }
  return std::string(persona);
}

void add_accounts_pages(AccountRoutes& routes) {
  routes.get("/accounts", kAllAccounts, show_accounts);
  routes.get("/accounts/new", kAllAccounts,
             [](const AccountVisit& visit) { return new_account_page(visit, {}, nullptr); });
  routes.post("/accounts", kAllAccounts, take_new_account);
  routes.get("/accounts/{account}", kOneAccount, show_one_account);
  routes.post("/accounts/{account}", kOneAccount, keep_one_account);
  add_deeds(routes);
}

}  // namespace guichet::web
