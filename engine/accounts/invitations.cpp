#include "engine/accounts/invitations.hpp"

#include "engine/accounts/messages.hpp"
#include "engine/accounts/password_policy.hpp"
#include "engine/accounts/transact.hpp"
#include "engine/base/digest.hpp"

namespace guichet::accounts {
namespace {

using base::Instant;
using store::Account;
using store::AccountRows;

constexpr std::size_t kTokenBytes = 32;

}  // namespace

Outcome<Invited> Invitations::invite(const std::string& id, const std::string& by, Instant now) {
  Invited invited{.token = random_hex(random_, kTokenBytes), .ends_at = now + kInvitationLasts};
  return transact(store_, [&](AccountRows& rows) -> Outcome<Invited> {
    auto account = rows.account(id);
    if (!account) return refused(404, messages::kNoAccount, {id});
    if (account->disabled_at) return refused(409, messages::kDisabledAccount, {account->email});
    rows.remove_invitations(id);
    rows.save(store::Invitation{base::sha256_hex(invited.token), id, invited.ends_at});
    record(rows, keys_, {by, "", "account-invited", "account " + id, "done", ""}, now);
    invited.account = std::move(*account);
    return invited;
  });
}

Outcome<Account> Invitations::invited(AccountRows& rows, const std::string& token,
                                      Instant now) const {
  if (token.size() != 2 * kTokenBytes) return refused(404, messages::kNoInvitation);
  const auto found = rows.invitation(base::sha256_hex(token));
  if (!found || found->ends_at <= now) return refused(404, messages::kNoInvitation);
  auto account = rows.account(found->account);
  if (!account || account->disabled_at) return refused(404, messages::kNoInvitation);
  return std::move(*account);
}

Outcome<Account> Invitations::find(const std::string& token, const Origin& origin, Instant now) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<Account> {
    auto account = invited(rows, token, now);
    if (account) return account;
    if (const auto wait = take(rows, kMissedInvitations, network_of(origin.ip), now)) {
      return refused_for(*wait, messages::kTooOften);
    }
    return account;
  });
}

Outcome<Account> Invitations::accept(const std::string& token, const std::string& password,
                                     const Origin& origin, Instant now) {
  const auto known = find(token, origin, now);
  if (!known) return known;
  auto faults = password_faults(password, known->personas, {desk_name_, known->name, known->email});
  if (!faults.empty()) return std::unexpected(Refused{{422, std::move(faults)}});
  const std::string hash = hasher_.hash(*normalised_password(password));
  return transact(store_, [&](AccountRows& rows) -> Outcome<Account> {
    auto account = invited(rows, token, now);  // it may have been used while this one was hashed
    if (!account) return account;
    account->password_hash = hash;
    if (!rows.save(*account)) return refused(409, messages::kNoInvitation);
    rows.remove_invitations(account->id);
    rows.remove_sessions(account->id);
    rows.remove_devices(account->id);
    const auto persona = account->personas.front();
    record(rows, keys_,
           {account->id, std::string(to_text(persona)), "invitation-used", "account " + account->id,
            "done", origin.ip},
           now);
    return account;
  });
}

}  // namespace guichet::accounts
