#include "adapters/http/accounts/kept_accounts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "adapters/http/accounts/account_letters.hpp"
#include "adapters/http/accounts/messages.hpp"
#include "adapters/http/entrance/reception.hpp"
#include "engine/accounts/messages.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using accounts::Outcome;
using accounts::Refused;
using base::Message;
namespace words = accounts::messages;

std::optional<store::Membership> membership_of(const std::string& text,
                                               const bundle::Directory& directory,
                                               std::vector<Message>& faults) {
  const std::size_t slash = std::min(text.find('/'), text.size());
  store::Membership out{text.substr(0, slash), text.substr(std::min(slash + 1, text.size()))};
  const bundle::Partner* partner = directory.find(out.partner);
  if (partner == nullptr) {
    faults.emplace_back(messages::kNotAPartner, std::vector{out.partner});
    return {};
  }
  if (!out.adviser.empty() && partner->adviser(out.adviser) == nullptr) {
    faults.emplace_back(messages::kNotAnAdviser, std::vector{out.partner, out.adviser});
    return {};
  }
  return out;
}

// What the desk knows nothing of is refused; the rest the account book looks at.
Outcome<accounts::Person> person_of(const WantedAccount& wanted, const desk::Desk& desk) {
  accounts::Person person{.email = wanted.email, .name = wanted.name, .member = wanted.member};
  std::vector<Message> faults;
  for (const std::string& word : wanted.roles) {
    const auto persona = access::persona_of(word);
    person.personas.push_back(persona.value_or(access::Persona::anonymous));  // refused by the book
  }
  if (!wanted.member.empty() && desk.definition().member(wanted.member) == nullptr) {
    faults.emplace_back(messages::kNotAMember, std::vector{wanted.member});
  }
  for (const std::string& each : wanted.partners) {
    if (auto membership = membership_of(each, desk.directory(), faults)) {
      person.partners.push_back(std::move(*membership));
    }
  }
  if (!faults.empty()) return std::unexpected(Refused{{422, std::move(faults)}});
  return person;
}

std::string texts_json(const auto& texts) {
  std::vector<std::string> quoted;
  for (const auto& each : texts) quoted.push_back(json::quote(std::string(each)));
  return fmt::format("[{}]", fmt::join(quoted, ","));
}

std::string instant_json(const std::optional<base::Instant>& at) {
  return at ? json::quote(base::iso(*at)) : "\"\"";
}

}  // namespace

WantedAccount wanted_of(const store::Account& account) {
  WantedAccount out{.email = account.email, .name = account.name, .member = account.member};
  for (const access::Persona each : account.personas) out.roles.emplace_back(to_text(each));
  for (const store::Membership& each : account.partners) {
    out.partners.push_back(each.partner + (each.adviser.empty() ? "" : "/" + each.adviser));
  }
  return out;
}

Outcome<store::Account> add_account(Site& site, const WantedAccount& wanted,
                                    const std::string& by) {
  if (!site.post_now) return accounts::refused(503, messages::kNoLetters);
  const auto person = person_of(wanted, site.desk);
  if (!person) return std::unexpected(person.error());
  Reception& reception = *site.reception;
  auto made = reception.book().add_without_password(*person, by, reception.clock().now());
  if (!made) return made;
  if (const auto sent = invite_account(site, made->id, by); !sent) {
    return std::unexpected(sent.error());
  }
  return made;
}

Outcome<store::Account> change_account(Site& site, const std::string& id,
                                       const WantedAccount& wanted, const std::string& by) {
  const auto person = person_of(wanted, site.desk);
  if (!person) return std::unexpected(person.error());
  return site.reception->book().change(id, *person, by, site.reception->clock().now());
}

Outcome<void> invite_account(Site& site, const std::string& id, const std::string& by) {
  if (!site.post_now) return accounts::refused(503, messages::kNoLetters);
  const base::Instant now = site.reception->clock().now();
  const auto invited = site.reception->invitations().invite(id, by, now);
  if (!invited) return std::unexpected(invited.error());
  site.post_now(invitation_letter(*invited, site.desk.definition().settings, now),
                invited->ends_at);
  return {};
}

Outcome<void> disable_account(Site& site, const std::string& id, const std::string& by) {
  if (id == by) return accounts::refused(409, messages::kNotYourself);
  return site.reception->book().disable(id, by, site.reception->clock().now());
}

Outcome<accounts::MadeKey> make_key(Site& site, const WantedProgram& wanted,
                                    const std::string& by) {
  if (wanted.days < 1 || wanted.days > kMostKeyDays) {
    return accounts::refused(422, words::kKeyTerm, {std::to_string(kMostKeyDays)});
  }
  if (!wanted.partner.empty() && site.desk.directory().find(wanted.partner) == nullptr) {
    return accounts::refused(422, messages::kNotAPartner, {wanted.partner});
  }
  Reception& reception = *site.reception;
  const base::Instant now = reception.clock().now();
  return accounts::make_api_key(reception.store(), reception.keys(), reception.random(),
                                {.label = wanted.label,
                                 .partner = wanted.partner,
                                 .granted = wanted.may,
                                 .made_by = by,
                                 .expires_at = now + std::chrono::days(wanted.days),
                                 .once = wanted.once},
                                now);
}

std::string field_of_fault(const base::Message& fault) {
  constexpr std::pair<std::string_view, std::string_view> kFields[] = {
      {words::kBadEmail.key, "email"},
      {words::kEmailTaken.key, "email"},
      {words::kNoName.key, "name"},
      {words::kNoPersona.key, "role"},
      {words::kPartnerAndStaff.key, "role"},
      {words::kPartnerWithoutInstitution.key, "partner"},
      {messages::kNotAMember.key, "member"},
      {messages::kNotAPartner.key, "partner"},
      {messages::kNotAnAdviser.key, "partner"},
      {words::kKeyWithoutLabel.key, "label"},
      {words::kNotForKeys.key, "may"},
      {words::kKeyTerm.key, "days"},
      {words::kWrongPassword.key, "present"},
      {words::kPasswordTooShort.key, "password"},
      {words::kPasswordTooLong.key, "password"},
      {words::kPasswordGuessed.key, "password"},
      {words::kPasswordNotText.key, "password"},
      {words::kSamePassword.key, "password"},
      {words::kReasonTooShort.key, "reason"},
      {words::kReasonTooLong.key, "reason"},
  };
  const auto found = std::ranges::find(kFields, std::string_view(fault.key()),
                                       &std::pair<std::string_view, std::string_view>::first);
  return std::string(found == std::end(kFields) ? std::string_view() : found->second);
}

std::string account_json(const store::Account& account) {
  const WantedAccount wanted = wanted_of(account);
  return fmt::format(
      R"({{"account":{},"email":{},"name":{},"roles":{},"member":{},"partners":{},)"
      R"("second_factor":{},"password":{},"created":{},"signed_in":{},"disabled":{}}})",
      json::quote(account.id), json::quote(account.email), json::quote(account.name),
      texts_json(wanted.roles), json::quote(account.member), texts_json(wanted.partners),
      accounts::has_second_factor(account), !account.password_hash.empty(),
      json::quote(base::iso(account.created_at)), instant_json(account.signed_in_at),
      instant_json(account.disabled_at));
}

std::string key_json(const store::ApiKey& key) {
  return fmt::format(
      R"({{"id":{},"begins":{},"label":{},"partner":{},"may":{},"created":{},"used":{},)"
      R"("expires":{},"revoked":{}}})",
      json::quote(key.id), json::quote(key.prefix), json::quote(key.label),
      json::quote(key.partner), texts_json(key.granted), json::quote(base::iso(key.created_at)),
      instant_json(key.used_at), instant_json(key.expires_at), instant_json(key.revoked_at));
}

}  // namespace guichet::http
