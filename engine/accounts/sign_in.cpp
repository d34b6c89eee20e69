#include "engine/accounts/sign_in.hpp"

#include "engine/accounts/devices.hpp"
#include "engine/accounts/messages.hpp"
#include "engine/accounts/password_policy.hpp"
#include "engine/accounts/transact.hpp"
#include "engine/base/digest.hpp"

namespace guichet::accounts {
namespace {

using base::Instant;
using store::Account;
using store::AccountReader;
using store::AccountRows;
using store::SessionStage;

constexpr std::int32_t kMostTries = 5;

std::string second_name(const Account& account) {
  return "second:" + account.id;
}

SessionStage stage_after_password(const Account& account) {
  if (has_second_factor(account)) return SessionStage::awaiting_code;
  return owes_second_factor(account) ? SessionStage::enrolling : SessionStage::open;
}

}  // namespace

// Between counting a guess and having looked at it.
struct SignIn::Attempt {
  std::optional<Account> account;
  std::string guesses;  // name of the bucket
};

void SignIn::note(AccountRows& rows, const Account& account, std::string_view act,
                  std::string_view result, const Origin& origin, Instant now) const {
  const auto persona =
      account.personas.empty() ? access::Persona::anonymous : account.personas.front();
  record(rows, keys_,
         {account.id, std::string(to_text(persona)), std::string(act), "account " + account.id,
          std::string(result), origin.ip},
         now);
}

Outcome<Live> SignIn::live(AccountReader& rows, const std::string& id, Instant now) const {
  auto found = find_session(rows, id, now);
  if (!found || !found->account) return refused(401, messages::kNotLoggedIn);
  return std::move(*found);
}

// -- password --

Outcome<SignIn::Attempt> SignIn::begin_attempt(const Credentials& given, const Origin& origin,
                                               Instant now) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<Attempt> {
    if (const auto wait = take(rows, kLoginsByAddress, network_of(origin.ip), now)) {
      return refused_for(*wait, messages::kTooOften);
    }
    const std::string key = email_key_of(given.email);
    Attempt attempt{rows.account_by_email(key), "login:" + keys_.hash(Purpose::addresses, key)};
    // Guesses from elsewhere must not keep her own browser out.
    const auto device =
        attempt.account ? find_device(rows, given.device, attempt.account->id, now) : std::nullopt;
    if (device) attempt.guesses += ":" + device->handle;
    if (const auto wait = count_guess(rows, attempt.guesses, now)) {
      return refused_for(*wait, messages::kTooOften);
    }
    return attempt;
  });
}

Outcome<SignedIn> SignIn::log_in(const Credentials& given, const Origin& origin, Instant now) {
  const auto attempt = begin_attempt(given, origin, now);
  if (!attempt) return std::unexpected(attempt.error());
  // Whatever is wrong takes as long as a wrong password.
  const auto password = normalised_password(given.password);
  const bool known = password && attempt->account && !attempt->account->disabled_at;
  const auto verdict = hasher_.verify(known ? attempt->account->password_hash : std::string(),
                                      password.value_or(std::string()));
  if (verdict == PasswordHasher::Verdict::wrong) {
    write_and_wait(store_, [&](AccountRows& rows) {
      note(rows, attempt->account.value_or(Account{}), "login", messages::kWrongLogin.key, origin,
           now);
    });
    return refused(401, messages::kWrongLogin);
  }
  const bool weak = verdict == PasswordHasher::Verdict::right_but_weak;
  return finish_attempt(*attempt, given, weak ? hasher_.hash(*password) : std::string(), origin,
                        now);
}

Outcome<SignedIn> SignIn::finish_attempt(const Attempt& attempt, const Credentials& given,
                                         const std::string& better_hash, const Origin& origin,
                                         Instant now) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<SignedIn> {
    auto account = rows.account(attempt.account->id);
    // It may have been disabled, or given another password, while this one was hashed.
    if (!account || account->disabled_at ||
        account->password_hash != attempt.account->password_hash) {
      return refused(401, messages::kWrongLogin);
    }
    forget_guesses(rows, attempt.guesses);
    rows.sweep_accounts(now);
    const SessionStage stage = stage_after_password(*account);
    if (!better_hash.empty()) account->password_hash = better_hash;
    if (stage == SessionStage::open) account->signed_in_at = now;
    if (!rows.save(*account)) return refused(401, messages::kWrongLogin);
    if (const auto before = find_session(rows, given.replaces, now)) {
      rows.remove_session(before->session.hash);
    }
    Opened opened = open_session(rows, random_, *account, stage, origin, now);
    if (stage == SessionStage::open) {
      opened.session.proven_at = now;
      rows.save(opened.session);
    }
    note(rows, *account, "login", stage == SessionStage::open ? "done" : "password", origin, now);
    return SignedIn{std::move(opened.id), std::move(opened.session), std::move(*account)};
  });
}

// -- second factor --

// The code, counted and used up; the session goes on, open, under a new id.
Outcome<SignedIn> SignIn::checked(AccountRows& rows, const Live& live, const std::string& code,
                                  std::string_view act, const Origin& origin, Instant now) {
  Account account = *live.account;
  if (const auto wait = count_guess(rows, second_name(account), now)) {
    return refused_for(*wait, messages::kTooOften);
  }
  const auto used = use_code(account, keys_, code, now);
  if (!used) {
    store::Session session = live.session;
    ++session.tries;
    if (session.tries >= kMostTries) {
      rows.remove_session(session.hash);
    } else {
      rows.save(session);
    }
    note(rows, account, act, used.error().rejection.reasons.front().key(), origin, now);
    return std::unexpected(used.error());
  }
  forget_guesses(rows, second_name(account));
  if (!live.is_open()) account.signed_in_at = now;
  if (!rows.save(account)) return refused(409, messages::kNotLoggedIn);
  Opened opened = rotate_session(rows, random_, live.session, SessionStage::open, now, now);
  note(rows, account, act, "done", origin, now);
  return SignedIn{std::move(opened.id), std::move(opened.session), std::move(account)};
}

std::string SignIn::trust(AccountRows& rows, const Account& account, const Origin& origin,
                          Instant now) {
  return trust_device(rows, random_, account.id, origin, now);
}

Outcome<SignedIn> SignIn::confirm(const std::string& id, const std::string& code, bool trust_it,
                                  const Origin& origin, Instant now) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<SignedIn> {
    const auto found = live(rows, id, now);
    if (!found) return std::unexpected(found.error());
    if (found->session.stage != SessionStage::awaiting_code) {
      return refused(409, messages::kNothingToConfirm);
    }
    auto signed_in = checked(rows, *found, code, "code", origin, now);
    if (signed_in && trust_it) signed_in->device = trust(rows, signed_in->account, origin, now);
    return signed_in;
  });
}

Outcome<SignedIn> SignIn::step_up(const std::string& id, const std::string& proof,
                                  const Origin& origin, Instant now) {
  const auto found = ask(store_, [&](AccountReader& rows) { return live(rows, id, now); });
  if (!found) return std::unexpected(found.error());
  if (!found->is_open()) return refused(401, messages::kNotLoggedIn);
  const bool by_code = has_second_factor(*found->account);
  if (!by_code) {
    const auto wait = transact(store_, [&](AccountRows& rows) {
      return count_guess(rows, second_name(*found->account), now);
    });
    if (wait) return refused_for(*wait, messages::kTooOften);
    const std::string password = normalised_password(proof).value_or(std::string());
    if (hasher_.verify(found->account->password_hash, password) == PasswordHasher::Verdict::wrong) {
      return refused(401, messages::kWrongPassword);
    }
  }
  return transact(store_, [&](AccountRows& rows) -> Outcome<SignedIn> {
    const auto again = live(rows, id, now);
    if (!again) return std::unexpected(again.error());
    if (by_code) return checked(rows, *again, proof, "step-up", origin, now);
    forget_guesses(rows, second_name(*again->account));
    Opened opened = rotate_session(rows, random_, again->session, SessionStage::open, now, now);
    note(rows, *again->account, "step-up", "done", origin, now);
    return SignedIn{std::move(opened.id), std::move(opened.session), *again->account};
  });
}

Outcome<Enrolment> SignIn::begin_second_factor(const std::string& id, Instant now) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<Enrolment> {
    const auto found = live(rows, id, now);
    if (!found) return std::unexpected(found.error());
    if (found->session.stage == SessionStage::awaiting_code) {
      return refused(401, messages::kNotLoggedIn);
    }
    Account account = *found->account;
    // Whoever finds an open session must not be able to put her own telephone in its place.
    if (found->is_open() && !is_freshly_proven(found->session, now)) {
      return refused(403, messages::kProveFirst);
    }
    // Asked again in the same session, the same key: it may be in the telephone already. Another
    // session never sees it.
    store::Session session = found->session;
    if (!account.totp_pending.empty() && session.enrols == base::sha256_hex(account.totp_pending)) {
      if (auto waiting = pending_enrolment(account, keys_, desk_name_)) return std::move(*waiting);
    }
    Enrolment enrolment = begin_enrolment(account, keys_, random_, desk_name_);
    session.enrols = base::sha256_hex(account.totp_pending);
    if (!rows.save(account)) return refused(409, messages::kNotLoggedIn);
    rows.save(session);
    return enrolment;
  });
}

Outcome<SignIn::Enrolled> SignIn::finish_second_factor(const std::string& id,
                                                       const std::string& code,
                                                       const Origin& origin, Instant now) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<Enrolled> {
    const auto found = live(rows, id, now);
    if (!found) return std::unexpected(found.error());
    if (found->session.stage == SessionStage::awaiting_code) {
      return refused(401, messages::kNotLoggedIn);
    }
    Account account = *found->account;
    if (const auto wait = count_guess(rows, second_name(account), now)) {
      return refused_for(*wait, messages::kTooOften);
    }
    auto codes = finish_enrolment(account, keys_, random_, code, now);
    if (!codes) return std::unexpected(codes.error());
    forget_guesses(rows, second_name(account));
    if (!found->is_open()) account.signed_in_at = now;
    if (!rows.save(account)) return refused(409, messages::kNotLoggedIn);
    rows.remove_sessions(account.id);
    Opened opened = rotate_session(rows, random_, found->session, SessionStage::open, now, now);
    note(rows, account, "second-factor", "done", origin, now);
    return Enrolled{{std::move(opened.id), std::move(opened.session), std::move(account)},
                    std::move(*codes)};
  });
}

Outcome<std::vector<std::string>> SignIn::renew_recovery(const std::string& id,
                                                         const Origin& origin, Instant now) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<std::vector<std::string>> {
    const auto found = live(rows, id, now);
    if (!found) return std::unexpected(found.error());
    if (!found->is_open() || !is_freshly_proven(found->session, now)) {
      return refused(403, messages::kProveFirst);
    }
    Account account = *found->account;
    if (!has_second_factor(account)) return refused(409, messages::kNoSecondFactor);
    auto codes = new_recovery_codes(account, keys_, random_);
    if (!rows.save(account)) return refused(409, messages::kNotLoggedIn);
    note(rows, account, "recovery-codes", "done", origin, now);
    return codes;
  });
}

// -- one's own account --

void SignIn::log_out(const std::string& id, const Origin& origin, Instant now) {
  write_and_wait(store_, [&](AccountRows& rows) {
    const auto found = find_session(rows, id, now);
    if (!found) return;
    rows.remove_session(found->session.hash);
    if (found->account) note(rows, *found->account, "logout", "done", origin, now);
  });
}

Outcome<SignedIn> SignIn::change_password(const std::string& id, const std::string& present,
                                          const std::string& wanted, const Origin& origin,
                                          Instant now) {
  const auto found = ask(store_, [&](AccountReader& rows) { return live(rows, id, now); });
  if (!found) return std::unexpected(found.error());
  if (!found->is_open()) return refused(401, messages::kNotLoggedIn);
  const Account& account = *found->account;
  auto faults =
      password_faults(wanted, account.personas, {desk_name_, account.name, account.email});
  if (!faults.empty()) return std::unexpected(Refused{{422, std::move(faults)}});
  const auto wait = transact(
      store_, [&](AccountRows& rows) { return count_guess(rows, second_name(account), now); });
  if (wait) return refused_for(*wait, messages::kTooOften);
  const std::string before = normalised_password(present).value_or(std::string());
  const std::string after = *normalised_password(wanted);
  if (hasher_.verify(account.password_hash, before) == PasswordHasher::Verdict::wrong) {
    return refused(403, messages::kWrongPassword);
  }
  if (before == after) return refused(422, messages::kSamePassword);
  const std::string hash = hasher_.hash(after);
  return transact(store_, [&](AccountRows& rows) -> Outcome<SignedIn> {
    auto again = live(rows, id, now);
    if (!again || again->account->password_hash != account.password_hash) {
      return refused(401, messages::kNotLoggedIn);
    }
    again->account->password_hash = hash;
    if (!rows.save(*again->account)) return refused(409, messages::kNotLoggedIn);
    forget_guesses(rows, second_name(account));
    rows.remove_sessions(account.id);
    rows.remove_devices(account.id);
    Opened opened = rotate_session(rows, random_, again->session, SessionStage::open,
                                   again->session.proven_at, now);
    note(rows, account, "password", "done", origin, now);
    return SignedIn{std::move(opened.id), std::move(opened.session), *again->account};
  });
}

Outcome<void> SignIn::revoke(const std::string& id, const std::string& handle, const Origin& origin,
                             Instant now) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<void> {
    const auto found = live(rows, id, now);
    if (!found) return std::unexpected(found.error());
    if (!found->is_open()) return refused(401, messages::kNotLoggedIn);
    if (!revoke_by_handle(rows, found->account->id, handle)) {
      return refused(404, messages::kNoSuchSession);
    }
    note(rows, *found->account, "revoke", "done", origin, now);
    return {};
  });
}

Outcome<void> SignIn::revoke_others(const std::string& id, const Origin& origin, Instant now) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<void> {
    const auto found = live(rows, id, now);
    if (!found) return std::unexpected(found.error());
    if (!found->is_open()) return refused(401, messages::kNotLoggedIn);
    rows.remove_sessions(found->account->id);
    rows.remove_devices(found->account->id);
    rows.save(found->session);
    note(rows, *found->account, "revoke-others", "done", origin, now);
    return {};
  });
}

}  // namespace guichet::accounts
