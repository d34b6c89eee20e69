#include "engine/accounts/link_codes.hpp"

#include <fmt/format.h>

#include "engine/accounts/messages.hpp"
#include "engine/accounts/password_policy.hpp"
#include "engine/accounts/transact.hpp"
#include "engine/base/digest.hpp"

namespace guichet::accounts {
namespace {

using base::Instant;
using store::AccountRows;

}  // namespace

std::string LinkCodes::owner_of(const Link& link) const {
  return keys_.hash(Purpose::addresses, email_key_of(link.email));
}
std::string LinkCodes::locator_of(const Link& link) const {
  return keys_.hash(Purpose::codes, "locator " + link.locator);
}
// Of the address too: a code does not outlive a hand-over to a colleague.
std::string LinkCodes::hash_of(const Link& link, const std::string& code) const {
  return keys_.hash(Purpose::codes,
                    "code " + link.locator + " " + email_key_of(link.email) + " " + as_typed(code));
}

void LinkCodes::note(AccountRows& rows, const Link& link, std::string_view act,
                     std::string_view result, const Origin& origin, Instant now) const {
  record(rows, keys_,
         {"", std::string(to_text(access::Persona::link_holder)), std::string(act),
          fmt::format("case {}/{}", link.scope.kase.value, link.scope.n.value), std::string(result),
          origin.ip},
         now);
}

Outcome<SentCode> LinkCodes::request(const Link& link, const Origin& origin, Instant now) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<SentCode> {
    if (const auto wait = take(rows, kCodesByAddress, network_of(origin.ip), now)) {
      return refused_for(*wait, messages::kTooOften);
    }
    if (const auto wait = take(rows, kCodesByMail, owner_of(link), now)) {
      const auto before = rows.reply_code(locator_of(link));
      const bool serves = before && now < before->ends_at;
      return refused_for(*wait, serves ? messages::kCodeJustSent : messages::kCodeNextIn);
    }
    rows.sweep_accounts(now);
    SentCode sent{random_text(random_, kReadableAlphabet, kCodeLength), random_hex(random_, 16)};
    rows.save(store::ReplyCode{.locator = locator_of(link),
                               .code_hash = hash_of(link, sent.code),
                               .nonce_hash = base::sha256_hex(sent.nonce),
                               .tries = 0,
                               .ends_at = now + kCodeLasts});
    note(rows, link, "code-sent", "done", origin, now);
    return sent;
  });
}

Entered LinkCodes::enter(AccountRows& rows, const Link& link, const Origin& origin, Instant now) {
  Opened opened =
      open_link_session(rows, random_, {link.scope, link.asked, owner_of(link)}, origin, now);
  return {std::move(opened.id), std::move(opened.session)};
}

Outcome<Entered> LinkCodes::redeem(const Link& link, const std::string& code,
                                   const std::string& nonce, bool trust, const Origin& origin,
                                   Instant now) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<Entered> {
    auto row = rows.reply_code(locator_of(link));
    if (!row) return refused(401, messages::kNoCodeWaiting);
    if (row->ends_at <= now) {
      rows.remove_reply_code(row->locator);
      return refused(401, messages::kCodeEnded);
    }
    if (!equal_secrets(row->nonce_hash, base::sha256_hex(nonce))) {
      note(rows, link, "code", messages::kOtherBrowser.key, origin, now);
      return refused(401, messages::kOtherBrowser);
    }
    if (!equal_secrets(row->code_hash, hash_of(link, code))) {
      note(rows, link, "code", messages::kCodeWrong.key, origin, now);
      if (++row->tries >= kCodeTries) {
        rows.remove_reply_code(row->locator);
        return refused(401, messages::kCodeSpent);
      }
      rows.save(*row);
      return refused(401, messages::kCodeWrong, {std::to_string(kCodeTries - row->tries)});
    }
    rows.remove_reply_code(row->locator);
    Entered entered = enter(rows, link, origin, now);
    if (trust) entered.device = trust_device(rows, random_, owner_of(link), origin, now);
    note(rows, link, "code", "done", origin, now);
    return entered;
  });
}

Outcome<Entered> LinkCodes::enter_known(const Link& link, const std::string& device,
                                        const std::string& session, const Origin& origin,
                                        Instant now) {
  return transact(store_, [&](AccountRows& rows) -> Outcome<Entered> {
    const std::string owner = owner_of(link);
    const auto before = find_session(rows, session, now);
    const bool same_address = before && before->session.address == owner;
    if (!same_address && !find_device(rows, device, owner, now)) {
      return refused(401, messages::kNoCodeWaiting);
    }
    if (same_address) rows.remove_session(before->session.hash);
    Entered entered = enter(rows, link, origin, now);
    // Going from link to link proves nothing anew: the day began with the code.
    if (same_address) {
      entered.session.ends_at = before->session.ends_at;
      rows.save(entered.session);
    }
    note(rows, link, "known-browser", "done", origin, now);
    return entered;
  });
}

}  // namespace guichet::accounts
