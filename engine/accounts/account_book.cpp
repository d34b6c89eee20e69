#include "engine/accounts/account_book.hpp"

#include <algorithm>

#include "engine/accounts/messages.hpp"
#include "engine/accounts/password_policy.hpp"
#include "engine/accounts/transact.hpp"

namespace guichet::accounts {
namespace {

using access::Persona;
using base::Instant;
using store::Account;
using store::AccountReader;
using store::AccountRows;

bool has(const std::vector<Persona>& personas, Persona wanted) {
  return std::ranges::find(personas, wanted) != personas.end();
}

bool is_for_accounts(Persona persona) {
  return persona == Persona::partner || persona == Persona::coordinator ||
         persona == Persona::administrator || persona == Persona::auditor ||
         persona == Persona::official;
}

// Every fault at once.
Outcome<void> check(const Person& person) {
  std::vector<base::Message> faults;
  if (!is_email(person.email)) {
    faults.emplace_back(messages::kBadEmail, std::vector{person.email});
  }
  if (person.name.empty()) faults.emplace_back(messages::kNoName);
  if (person.personas.empty() || !std::ranges::all_of(person.personas, is_for_accounts)) {
    faults.emplace_back(messages::kNoPersona);
  }
  const bool partner = has(person.personas, Persona::partner);
  if (partner && person.partners.empty()) {
    faults.emplace_back(messages::kPartnerWithoutInstitution);
  }
  const bool staff = person.personas.size() > (partner ? 1 : 0) || !person.member.empty();
  if (staff && (partner || !person.partners.empty())) {
    faults.emplace_back(messages::kPartnerAndStaff);
  }
  if (!faults.empty()) return std::unexpected(Refused{{422, std::move(faults)}});
  return {};
}

void take_over(Account& account, const Person& person) {
  account.email = person.email;
  account.email_key = email_key_of(person.email);
  account.name = person.name;
  account.personas = person.personas;
  account.member = person.member;
  account.partners = person.partners;
}

// Would the desk have nobody left to keep it?
bool is_last_administrator(AccountReader& rows, const Account& account) {
  if (account.disabled_at || !has(account.personas, Persona::administrator)) return false;
  return std::ranges::none_of(rows.accounts(), [&](const Account& each) {
    return each.id != account.id && !each.disabled_at && has(each.personas, Persona::administrator);
  });
}

// Whatever opens the account without its password.
void end_all(AccountRows& rows, const Account& account) {
  rows.remove_sessions(account.id);
  rows.remove_devices(account.id);
  rows.remove_invitations(account.id);
}

}  // namespace

void AccountBook::note(AccountRows& rows, const std::string& by, std::string_view act,
                       const Account& account, Instant now) const {
  record(rows, keys_, {by, "", std::string(act), "account " + account.id, "done", ""}, now);
}

Outcome<Account> AccountBook::add(const Person& person, const std::string& password,
                                  const std::string& by, Instant now) {
  if (const auto checked = check(person); !checked) return std::unexpected(checked.error());
  auto faults = password_faults(password, person.personas, {desk_name_, person.name, person.email});
  if (!faults.empty()) return std::unexpected(Refused{{422, std::move(faults)}});
  return keep_new(person, hasher_.hash(*normalised_password(password)), by, now);
}

Outcome<Account> AccountBook::add_without_password(const Person& person, const std::string& by,
                                                   Instant now) {
  if (const auto checked = check(person); !checked) return std::unexpected(checked.error());
  return keep_new(person, "", by, now);
}

Outcome<Account> AccountBook::keep_new(const Person& person, std::string password_hash,
                                       const std::string& by, Instant now) {
  Account account;
  account.id = random_hex(random_, 16);
  take_over(account, person);
  account.password_hash = std::move(password_hash);
  account.created_at = now;
  return transact(store_, [&](AccountRows& rows) -> Outcome<Account> {
    if (!rows.save(account)) return refused(409, messages::kEmailTaken, {person.email});
    note(rows, by, "account-made", account, now);
    return account;
  });
}

Outcome<Account> AccountBook::change_row(const std::string& id, std::string_view act,
                                         const std::string& by, Instant now, const Change& change) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<Account> {
    auto account = rows.account(id);
    if (!account) return refused(404, messages::kNoAccount, {id});
    if (const auto changed = change(rows, *account); !changed) {
      return std::unexpected(changed.error());
    }
    if (!rows.save(*account)) return refused(409, messages::kEmailTaken, {account->email});
    note(rows, by, act, *account, now);
    return *account;
  });
}

Outcome<Account> AccountBook::change(const std::string& id, const Person& person,
                                     const std::string& by, Instant now) {
  if (const auto checked = check(person); !checked) return std::unexpected(checked.error());
  return change_row(id, "account-changed", by, now, [&](AccountRows& rows, Account& account) {
    if (!has(person.personas, Persona::administrator) && is_last_administrator(rows, account)) {
      return Outcome<void>(refused(409, messages::kLastAdministrator, {account.email}));
    }
    const bool taken_away = account.personas != person.personas ||
                            account.partners != person.partners || account.member != person.member;
    if (taken_away) end_all(rows, account);
    take_over(account, person);
    return Outcome<void>();
  });
}

Outcome<void> AccountBook::set_password(const std::string& id, const std::string& password,
                                        const std::string& by, Instant now) {
  const auto known = ask(store_, [&](AccountReader& rows) { return rows.account(id); });
  if (!known) return refused(404, messages::kNoAccount, {id});
  auto faults = password_faults(password, known->personas, {desk_name_, known->name, known->email});
  if (!faults.empty()) return std::unexpected(Refused{{422, std::move(faults)}});
  const std::string hash = hasher_.hash(*normalised_password(password));
  const auto changed =
      change_row(id, "password-set", by, now, [&](AccountRows& rows, Account& account) {
        account.password_hash = hash;
        end_all(rows, account);
        return Outcome<void>();
      });
  if (!changed) return std::unexpected(changed.error());
  return {};
}

Outcome<void> AccountBook::disable(const std::string& id, const std::string& by, Instant now) {
  const auto changed =
      change_row(id, "account-disabled", by, now, [&](AccountRows& rows, Account& account) {
        if (is_last_administrator(rows, account)) {
          return Outcome<void>(refused(409, messages::kLastAdministrator, {account.email}));
        }
        if (!account.disabled_at) account.disabled_at = now;
        end_all(rows, account);
        return Outcome<void>();
      });
  if (!changed) return std::unexpected(changed.error());
  return {};
}

Outcome<void> AccountBook::enable(const std::string& id, const std::string& by, Instant now) {
  const auto changed =
      change_row(id, "account-enabled", by, now, [&](AccountRows&, Account& account) {
        account.disabled_at.reset();
        return Outcome<void>();
      });
  if (!changed) return std::unexpected(changed.error());
  return {};
}

Outcome<AccountBook::Handed> AccountBook::hand_second_factor(const std::string& id,
                                                             const std::string& by, Instant now) {
  Handed handed;
  const auto changed =
      change_row(id, "second-factor-handed", by, now, [&](AccountRows& rows, Account& account) {
        handed.enrolment = begin_enrolment(account, keys_, random_, desk_name_);
        handed.recovery = enrol_at_once(account, keys_, random_);
        end_all(rows, account);
        return Outcome<void>();
      });
  if (!changed) return std::unexpected(changed.error());
  return handed;
}

Outcome<void> AccountBook::remove_second_factor(const std::string& id, const std::string& by,
                                                Instant now) {
  const auto changed =
      change_row(id, "second-factor-removed", by, now, [&](AccountRows& rows, Account& account) {
        account.totp_secret.clear();
        account.totp_pending.clear();
        account.recovery.clear();
        end_all(rows, account);
        return Outcome<void>();
      });
  if (!changed) return std::unexpected(changed.error());
  return {};
}

Outcome<std::size_t> AccountBook::end_sessions(const std::string& id, const std::string& by,
                                               Instant now) {
  std::size_t count = 0;
  const auto changed =
      change_row(id, "sessions-ended", by, now, [&](AccountRows& rows, Account& account) {
        count = rows.sessions(account.id).size();
        end_all(rows, account);
        return Outcome<void>();
      });
  if (!changed) return std::unexpected(changed.error());
  return count;
}

std::optional<Account> AccountBook::find(const std::string& id_or_email) {
  return ask(store_, [&](AccountReader& rows) {
    auto account = rows.account_by_email(email_key_of(id_or_email));
    return account ? account : rows.account(id_or_email);
  });
}

std::vector<Account> AccountBook::list() {
  return ask(store_, [](AccountReader& rows) { return rows.accounts(); });
}

std::string AccountBook::new_password() {
  std::string out;
  for (int group = 0; group < 4; ++group) {
    if (group > 0) out += '-';
    out += random_text(random_, "abcdefghjkmnpqrstuvwxyz23456789", 5);
  }
  return out;
}

}  // namespace guichet::accounts
