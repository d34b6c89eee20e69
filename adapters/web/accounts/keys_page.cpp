#include "adapters/web/accounts/keys_page.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/http/accounts/kept_accounts.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/web/accounts/account_words.hpp"
#include "adapters/web/frame/forms.hpp"
#include "adapters/web/frame/questions.hpp"

namespace guichet::web {
namespace {

using access::Object;
using access::Right;
using ctemplate::TemplateDictionary;
using http::Response;
using http::WantedProgram;

constexpr http::RouteAccess kKeepKeys{Right::keep_accounts, Object::nothing};

// What a key may be given, in words.
std::string right_word(Right right, bool french) {
  switch (right) {
    case Right::list_cases:
      return french ? "Lister les dossiers" : "List cases";
    case Right::see_case:
      return french ? "Lire un dossier" : "Read a case";
    case Right::act:
      return french ? "Répondre et agir" : "Answer and act";
    case Right::see_results:
      return french ? "Lire les résultats" : "Read the results";
    case Right::see_partner:
      return french ? "Lire le répertoire" : "Read the directory";
    default:
      return std::string(to_text(right));
  }
}

void fill_key(TemplateDictionary& row, const store::ApiKey& key, const AccountVisit& visit) {
  const bool french = visit.language == base::Language::fr;
  row.SetValue("ID", key.id);
  row.SetValue("LABEL", key.label);
  row.SetValue("BEGINS", key.prefix);
  const bundle::Partner* partner = visit.site.desk.directory().find(key.partner);
  row.SetValue("OF", partner == nullptr ? key.partner : partner->name);
  std::vector<std::string> may;
  for (const std::string& word : key.granted) {
    const auto right = access::right_of(word);
    may.push_back(right ? right_word(*right, french) : word);
  }
  row.SetValue("MAY", fmt::format("{}", fmt::join(may, ", ")));
  if (key.used_at) {
    row.SetValueAndShowSection("AT", visit.moment(key.used_at), "USED_AT");
  } else {
    row.ShowSection("NEVER");
  }
  row.SetValue("EXPIRES", visit.moment(key.expires_at));
  if (key.revoked_at) return row.ShowSection("REVOKED");
  if (key.expires_at && *key.expires_at <= visit.now()) return row.ShowSection("EXPIRED");
  row.ShowSection("MAY_REVOKE");
}

void fill_key_form(TemplateDictionary& body, const AccountVisit& visit, const WantedProgram& wanted,
                   const FaultsOfForm* faults) {
  const bool french = visit.language == base::Language::fr;
  const auto at = [&](const std::string& field) {
    return faults == nullptr ? std::string() : faults->at(field, visit.language);
  };
  using Kind = Question::Kind;
  std::vector<Choice> partners, rights;
  for (const auto& [id, partner] : visit.site.desk.directory().partners) {
    partners.push_back({id, partner.name});
  }
  for (const Right each : accounts::rights_for_keys()) {
    rights.push_back({std::string(to_text(each)), right_word(each, french)});
  }
  add_question(body, {.id = "label",
                      .label = french ? "Programme" : "Program",
                      .required = true,
                      .values = {wanted.label},
                      .error = at("label")});
  add_question(body, {.id = "partner",
                      .label = visit.say(messages::kKeyPartner),
                      .kind = Kind::select,
                      .choices = partners,
                      .values = {wanted.partner},
                      .help = visit.say(messages::kKeyPartnerHelp),
                      .error = at("partner")});
  add_question(body, {.id = "may",
                      .label = french ? "Droits" : "Rights",
                      .kind = Kind::checks,
                      .choices = rights,
                      .values = wanted.may,
                      .error = at("may")});
  add_question(body, {.id = "days",
                      .label = visit.say(messages::kKeyDays),
                      .required = true,
                      .values = {std::to_string(wanted.days)},
                      .error = at("days")});
}

Response keys_page(const AccountVisit& visit, const WantedProgram& wanted,
                   const FaultsOfForm* faults = nullptr, const accounts::MadeKey* made = nullptr) {
  std::vector<store::ApiKey> keys;
  visit.reception().store().read(
      [&](store::Reader& reader) { keys = reader.accounts().api_keys(); });
  Frame frame{.room = Room::accounts,
              .title = visit.say(messages::kKeysTitle),
              .template_name = "keys.tpl",
              .here = "/keys"};
  if (visit.request.query.get("done") == "revoked") {
    frame.said.push_back(visit.say(messages::kKeyRevoked));
  }
  return not_kept(visit.layout.page(
      faults == nullptr ? 200 : faults->status, visit.request, frame,
      [&](TemplateDictionary& body) {
        if (made != nullptr) {
          TemplateDictionary* shown = body.AddSectionDictionary("MADE");
          shown->SetValue("SENTENCE", visit.say(messages::kKeyOnce));
          shown->SetValue("KEY", made->key);
          shown->SetValue("LABEL", made->row.label);
        }
        if (keys.empty()) body.ShowSection("NOTHING");
        TemplateDictionary* table = keys.empty() ? nullptr : body.AddSectionDictionary("SOME");
        for (const store::ApiKey& each : keys) {
          fill_key(*table->AddSectionDictionary("ROW"), each, visit);
        }
        if (faults != nullptr) show_refusal(body, faults->box, visit.language);
        fill_key_form(body, visit, wanted, faults);
        body.SetValue("FORM_KEY", new_key());
      }));
}

const WantedProgram kUsualKey{.label = {}, .partner = {}, .may = {"list_cases", "see_case"}};

Response take_new_key(const AccountVisit& visit) {
  const WantedProgram wanted{.label = visit.form.get("label"),
                             .partner = visit.form.get("partner"),
                             .may = visit.form.all("may"),
                             .days = http::whole_number(visit.form.get("days")).value_or(0),
                             .once = visit.form.get(kFormKey)};
  const auto made = http::make_key(visit.site, wanted, visit.by());
  if (made) return keys_page(visit, kUsualKey, nullptr, &*made);
  const FaultsOfForm faults = faults_of(made.error(), visit);
  return keys_page(visit, wanted, &faults);
}

Response revoke_key(const AccountVisit& visit) {
  const auto revoked =
      accounts::revoke_api_key(visit.reception().store(), visit.reception().keys(),
                               visit.request.params.get("key"), visit.by(), visit.now());
  if (!revoked) return refused_account_page(visit, revoked.error());
  return http::see_other("/keys?done=revoked");
}

}  // namespace

void add_keys_pages(AccountRoutes& routes) {
  routes.get("/keys", kKeepKeys,
             [](const AccountVisit& visit) { return keys_page(visit, kUsualKey); });
  routes.post("/keys", kKeepKeys, take_new_key);
  routes.post("/keys/{key}/revoke", kKeepKeys, revoke_key);
}

}  // namespace guichet::web
