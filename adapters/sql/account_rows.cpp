#include "adapters/sql/account_rows.hpp"

#include <algorithm>
#include <array>

#include "adapters/sql/read_rows.hpp"

namespace guichet::sql {
namespace {

using store::Account;
using store::Session;

constexpr char kItemSeparator = '\x1f';

// -- accounts --
constexpr std::string_view kAccountKinds = "ttttttttttitiii";
constexpr Query kAccount{
    "select id, email, email_key, name, personas, member, partners, password_hash, totp_secret, "
    "totp_pending, totp_step, recovery, created_at, disabled_at, signed_in_at from account where "
    "id = :id",
    "t", kAccountKinds};
constexpr Query kAccountByEmail{
    "select id, email, email_key, name, personas, member, partners, password_hash, totp_secret, "
    "totp_pending, totp_step, recovery, created_at, disabled_at, signed_in_at from account where "
    "email_key = "
    ":key",
    "t", kAccountKinds};
constexpr Query kAccounts{
    "select id, email, email_key, name, personas, member, partners, password_hash, totp_secret, "
    "totp_pending, totp_step, recovery, created_at, disabled_at, signed_in_at from account order "
    "by email_key",
    "", kAccountKinds};
constexpr Query kEmailTaken{"select count(*) from account where email_key = :key and id <> :id",
                            "tt", "i"};
constexpr Query kSaveAccount{
    "insert into account (id, email, email_key, name, personas, member, partners, password_hash, "
    "totp_secret, totp_pending, totp_step, recovery, created_at, disabled_at, signed_in_at) values "
    "(:id, :email, "
    ":key, :name, :personas, :member, :partners, :password, :totp, :pending, :step, :recovery, "
    ":created, :disabled, :entered) on conflict (id) do update set email = excluded.email, "
    "email_key = "
    "excluded.email_key, name = excluded.name, personas = excluded.personas, member = "
    "excluded.member, partners = excluded.partners, password_hash = excluded.password_hash, "
    "totp_secret = excluded.totp_secret, totp_pending = excluded.totp_pending, totp_step = "
    "excluded.totp_step, recovery = excluded.recovery, disabled_at = excluded.disabled_at, "
    "signed_in_at = excluded.signed_in_at",
    kAccountKinds};

// -- sessions --
constexpr std::string_view kSessionKinds = "ttttiitttttiiiiittt";
constexpr Query kSession{
    "select hash, handle, stage, account, link_case, link_n, asked_partner, asked_adviser, "
    "address, csrf_secret, device, tries, created_at, seen_at, ends_at, proven_at, opened, "
    "network, enrols from session "
    "where hash = :hash",
    "t", kSessionKinds};
constexpr Query kSessions{
    "select hash, handle, stage, account, link_case, link_n, asked_partner, asked_adviser, "
    "address, csrf_secret, device, tries, created_at, seen_at, ends_at, proven_at, opened, "
    "network, enrols from session "
    "where account = :account order by created_at desc, hash",
    "t", kSessionKinds};
constexpr Query kSaveSession{
    "insert into session (hash, handle, stage, account, link_case, link_n, asked_partner, "
    "asked_adviser, address, csrf_secret, device, tries, created_at, seen_at, ends_at, proven_at, "
    "opened, network, enrols) values "
    "(:hash, :handle, :stage, :account, :case, :n, :partner, :adviser, :address, :csrf, :device, "
    ":tries, "
    ":created, :seen, :ends, :proven, :opened, :network, :enrols) on conflict (hash) do update set "
    "stage = "
    "excluded.stage, "
    "tries = excluded.tries, seen_at = excluded.seen_at, ends_at = excluded.ends_at, "
    "proven_at = excluded.proven_at, opened = excluded.opened, enrols = excluded.enrols",
    kSessionKinds};
constexpr Query kRemoveSession{"delete from session where hash = :hash", "t"};
constexpr Query kRemoveSessions{"delete from session where account = :account", "t"};
constexpr Query kRemoveLinkSessions{
    "delete from session where link_case = :case and (:all = 0 or link_n = :n)", "iii"};

// -- devices, codes, keys, buckets, invitations --
constexpr Query kDevice{
    "select hash, handle, owner, device, created_at, ends_at from trusted_device "
    "where hash = :hash",
    "t", "ttttii"};
constexpr Query kDevices{
    "select hash, handle, owner, device, created_at, ends_at from trusted_device "
    "where owner = :owner order by created_at desc, hash",
    "t", "ttttii"};
constexpr Query kSaveDevice{
    "insert into trusted_device (hash, handle, owner, device, created_at, ends_at) values (:hash, "
    ":handle, :owner, :device, :created, :ends) on conflict (hash) do update set "
    "ends_at = excluded.ends_at",
    "ttttii"};
constexpr Query kRemoveDevice{"delete from trusted_device where hash = :hash", "t"};
constexpr Query kRemoveDevices{"delete from trusted_device where owner = :owner", "t"};
constexpr Query kCode{
    "select locator, code_hash, nonce_hash, tries, ends_at from reply_code where locator = :at",
    "t", "tttii"};
constexpr Query kSaveCode{
    "insert into reply_code (locator, code_hash, nonce_hash, tries, ends_at) values (:locator, "
    ":code, :nonce, :tries, :ends) on conflict (locator) do update set code_hash = "
    "excluded.code_hash, nonce_hash = excluded.nonce_hash, tries = excluded.tries, "
    "ends_at = excluded.ends_at",
    "tttii"};
constexpr Query kRemoveCode{"delete from reply_code where locator = :locator", "t"};
constexpr Query kKey{
    "select id, hash, prefix, label, partner, granted, made_by, created_at, used_at, revoked_at, "
    "expires_at from api_key where hash = :hash",
    "t", "tttttttiiii"};
constexpr Query kKeys{
    "select id, hash, prefix, label, partner, granted, made_by, created_at, used_at, revoked_at, "
    "expires_at from api_key order by created_at desc, id",
    "", "tttttttiiii"};
constexpr Query kSaveKey{
    "insert into api_key (id, hash, prefix, label, partner, granted, made_by, created_at, used_at, "
    "revoked_at, expires_at) values (:id, :hash, :prefix, :label, :partner, :granted, :by, "
    ":created, :used, :revoked, :expires) on conflict (id) do update set label = excluded.label, "
    "used_at = excluded.used_at, "
    "revoked_at = excluded.revoked_at",
    "tttttttiiii"};
constexpr Query kBucket{"select name, count, at, ends_at from bucket where name = :name", "t",
                        "tiii"};
constexpr Query kSaveBucket{
    "insert into bucket (name, count, at, ends_at) values (:name, :count, :at, :ends) "
    "on conflict (name) do update set count = excluded.count, at = excluded.at, "
    "ends_at = excluded.ends_at",
    "tiii"};
constexpr Query kRemoveBucket{"delete from bucket where name = :name", "t"};
constexpr Query kInvitation{"select hash, account, ends_at from invitation where hash = :hash", "t",
                            "tti"};
constexpr Query kSaveInvitation{
    "insert into invitation (hash, account, ends_at) values (:hash, :account, :ends)", "tti"};
constexpr Query kRemoveInvitations{"delete from invitation where account = :account", "t"};
constexpr Query kSweep[] = {{"delete from invitation where ends_at <= :now", "i"},
                            {"delete from session where ends_at <= :now", "i"},
                            {"delete from trusted_device where ends_at <= :now", "i"},
                            {"delete from reply_code where ends_at <= :now", "i"},
                            {"delete from bucket where ends_at <= :now", "i"}};

// In the order of the enumeration.
constexpr std::array<std::string_view, 3> kStages{"awaiting_code", "enrolling", "open"};

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) (out += item) += kItemSeparator;
  return out;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(kItemSeparator, at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// Institution and adviser take turns.
std::string memberships_text(const std::vector<store::Membership>& partners) {
  std::vector<std::string> items;
  for (const store::Membership& each : partners) {
    items.push_back(each.partner);
    items.push_back(each.adviser);
  }
  return joined(items);
}

std::vector<store::Membership> memberships_of(const std::string& text) {
  const std::vector<std::string> items = split(text);
  std::vector<store::Membership> out;
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) out.push_back({items[i], items[i + 1]});
  return out;
}

std::string personas_text(const std::vector<access::Persona>& personas) {
  std::vector<std::string> words;
  for (const access::Persona each : personas) words.emplace_back(to_text(each));
  return joined(words);
}

// A word that this version does not know gives nothing: it is no right.
std::vector<access::Persona> personas_of(const std::string& text) {
  std::vector<access::Persona> out;
  for (const std::string& word : split(text)) {
    if (const auto persona = access::persona_of(word)) out.push_back(*persona);
  }
  return out;
}

Account account_of(const Row& row) {
  return {.id = row.text(0),
          .email = row.text(1),
          .email_key = row.text(2),
          .name = row.text(3),
          .personas = personas_of(row.text(4)),
          .member = row.text(5),
          .partners = memberships_of(row.text(6)),
          .password_hash = row.text(7),
          .totp_secret = row.text(8),
          .totp_pending = row.text(9),
          .totp_step = row.integer(10),
          .recovery = split(row.text(11)),
          .created_at = row.instant(12),
          .disabled_at = row.maybe_instant(13),
          .signed_in_at = row.maybe_instant(14)};
}

// "7:1767225600000": the case, and until when it is open; items like any list's.
std::string opened_text(const Session& session) {
  std::vector<std::string> items;
  for (const auto& [kase, until] : session.opened) {
    items.push_back(std::to_string(kase.value) + ":" + std::to_string(base::to_millis(until)));
  }
  return joined(items);
}

std::vector<std::pair<base::CaseId, base::Instant>> opened_of(const std::string& text) {
  std::vector<std::pair<base::CaseId, base::Instant>> out;
  for (const std::string& item : split(text)) {
    out.emplace_back(base::CaseId{std::stoll(item)},
                     base::from_millis(std::stoll(item.substr(item.find(':') + 1))));
  }
  return out;
}

Session session_of(const Row& row) {
  const auto stage = std::ranges::find(kStages, row.text(2));
  Session session{.hash = row.text(0),
                  .handle = row.text(1),
                  .stage = static_cast<store::SessionStage>(stage - kStages.begin()),
                  .account = row.text(3),
                  .asked = {row.text(6), row.text(7)},
                  .address = row.text(8),
                  .csrf_secret = row.text(9),
                  .device = row.text(10),
                  .tries = row.small(11),
                  .created_at = row.instant(12),
                  .seen_at = row.instant(13),
                  .ends_at = row.instant(14),
                  .proven_at = row.maybe_instant(15)};
  session.opened = opened_of(row.text(16));
  session.network = row.text(17);
  session.enrols = row.text(18);
  if (!row.is_null(4)) session.link = access::LinkScope{{row.integer(4)}, {row.small(5)}};
  return session;
}

store::TrustedDevice device_of(const Row& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.instant(4), row.instant(5)};
}

store::ReplyCode code_of(const Row& row) {
  return {row.text(0), row.text(1), row.text(2), row.small(3), row.instant(4)};
}

store::ApiKey key_of(const Row& row) {
  return {row.text(0),          row.text(1),          row.text(2),          row.text(3),
          row.text(4),          split(row.text(5)),   row.text(6),          row.instant(7),
          row.maybe_instant(8), row.maybe_instant(9), row.maybe_instant(10)};
}

store::Bucket bucket_of(const Row& row) {
  return {row.text(0), row.integer(1), row.instant(2), row.instant(3)};
}

}  // namespace

std::optional<Account> SqlAccounts::account(const std::string& id) {
  return first_of(connection_.run(kAccount, {id}), account_of);
}
std::optional<Account> SqlAccounts::account_by_email(const std::string& email_key) {
  return first_of(connection_.run(kAccountByEmail, {email_key}), account_of);
}
std::vector<Account> SqlAccounts::accounts() {
  return all_of(connection_.run(kAccounts), account_of);
}

bool SqlAccounts::save(const Account& account) {
  const Rows taken = connection_.run(kEmailTaken, {account.email_key, account.id});
  if (taken.front().integer(0) != 0) return false;
  const std::string personas = personas_text(account.personas);
  const std::string partners = memberships_text(account.partners);
  const std::string recovery = joined(account.recovery);
  connection_.run(
      kSaveAccount,
      {account.id, account.email, account.email_key, account.name, personas, account.member,
       partners, account.password_hash, account.totp_secret, account.totp_pending,
       account.totp_step, recovery, account.created_at, account.disabled_at, account.signed_in_at});
  return true;
}

std::optional<Session> SqlAccounts::session(const std::string& hash) {
  return first_of(connection_.run(kSession, {hash}), session_of);
}
std::vector<Session> SqlAccounts::sessions(const std::string& account) {
  return all_of(connection_.run(kSessions, {account}), session_of);
}

void SqlAccounts::save(const Session& session) {
  const std::string_view stage = kStages[static_cast<std::size_t>(session.stage)];
  std::optional<base::CaseId> kase;
  std::optional<base::InstanceNumber> n;
  if (session.link) {
    kase = session.link->kase;
    n = session.link->n;
  }
  connection_.run(
      kSaveSession,
      {session.hash, session.handle, stage, session.account, kase, n, session.asked.partner,
       session.asked.adviser, session.address, session.csrf_secret, session.device, session.tries,
       session.created_at, session.seen_at, session.ends_at, session.proven_at,
       opened_text(session), session.network, session.enrols});
}

void SqlAccounts::remove_session(const std::string& hash) {
  connection_.run(kRemoveSession, {hash});
}
void SqlAccounts::remove_sessions(const std::string& account) {
  connection_.run(kRemoveSessions, {account});
}
void SqlAccounts::remove_link_sessions(base::CaseId kase, base::InstanceNumber n) {
  connection_.run(kRemoveLinkSessions, {kase, n, n});
}

std::optional<store::TrustedDevice> SqlAccounts::device(const std::string& hash) {
  return first_of(connection_.run(kDevice, {hash}), device_of);
}
std::vector<store::TrustedDevice> SqlAccounts::devices(const std::string& owner) {
  return all_of(connection_.run(kDevices, {owner}), device_of);
}
void SqlAccounts::save(const store::TrustedDevice& device) {
  connection_.run(kSaveDevice, {device.hash, device.handle, device.owner, device.device,
                                device.created_at, device.ends_at});
}
void SqlAccounts::remove_device(const std::string& hash) {
  connection_.run(kRemoveDevice, {hash});
}
void SqlAccounts::remove_devices(const std::string& owner) {
  connection_.run(kRemoveDevices, {owner});
}

std::optional<store::Invitation> SqlAccounts::invitation(const std::string& hash) {
  return first_of(connection_.run(kInvitation, {hash}), [](const Row& row) {
    return store::Invitation{row.text(0), row.text(1), row.instant(2)};
  });
}
void SqlAccounts::save(const store::Invitation& invitation) {
  connection_.run(kSaveInvitation, {invitation.hash, invitation.account, invitation.ends_at});
}
void SqlAccounts::remove_invitations(const std::string& account) {
  connection_.run(kRemoveInvitations, {account});
}

std::optional<store::ReplyCode> SqlAccounts::reply_code(const std::string& locator) {
  return first_of(connection_.run(kCode, {locator}), code_of);
}
void SqlAccounts::save(const store::ReplyCode& code) {
  connection_.run(kSaveCode,
                  {code.locator, code.code_hash, code.nonce_hash, code.tries, code.ends_at});
}
void SqlAccounts::remove_reply_code(const std::string& locator) {
  connection_.run(kRemoveCode, {locator});
}

std::optional<store::ApiKey> SqlAccounts::api_key(const std::string& hash) {
  return first_of(connection_.run(kKey, {hash}), key_of);
}
std::vector<store::ApiKey> SqlAccounts::api_keys() {
  return all_of(connection_.run(kKeys), key_of);
}
void SqlAccounts::save(const store::ApiKey& key) {
  const std::string granted = joined(key.granted);
  connection_.run(kSaveKey,
                  {key.id, key.hash, key.prefix, key.label, key.partner, granted, key.made_by,
                   key.created_at, key.used_at, key.revoked_at, key.expires_at});
}

std::optional<store::Bucket> SqlAccounts::bucket(const std::string& name) {
  return first_of(connection_.run(kBucket, {name}), bucket_of);
}
void SqlAccounts::save(const store::Bucket& bucket) {
  connection_.run(kSaveBucket, {bucket.name, bucket.count, bucket.at, bucket.ends_at});
}
void SqlAccounts::remove_bucket(const std::string& name) {
  connection_.run(kRemoveBucket, {name});
}

void SqlAccounts::sweep_accounts(base::Instant now) {
  for (const Query& each : kSweep) connection_.run(each, {now});
}

}  // namespace guichet::sql
