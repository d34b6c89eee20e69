// The contract of storage for accounts: who may log in, sessions, trusted devices, codes of links,
// keys of programs, buckets of rates, and the audit. Rows are plain and hold no secret in clear:
// hashes of what a browser keeps, secrets sealed by engine/accounts, which knows what they mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/access/principal.hpp"
#include "engine/base/instant.hpp"

namespace guichet::store {

// What an account has of a partner: the institution, and which of its advisers she is ("": none).
struct Membership {
  std::string partner, adviser;
  bool operator==(const Membership&) const = default;
};

struct Account {
  std::string id;
  std::string email;      // as typed
  std::string email_key;  // folded: no two accounts have the same
  std::string name;
  std::vector<access::Persona> personas;  // the first one is the account's own
  std::string member;                     // member of the desk's staff
  std::vector<Membership> partners;
  std::string password_hash;          // "" before the first password
  std::string totp_secret;            // sealed; "" where there is no second factor
  std::string totp_pending;           // sealed; shown and not yet confirmed by a code
  std::int64_t totp_step = 0;         // of the last code taken: no earlier one and not this again
  std::vector<std::string> recovery;  // hashes of the recovery codes that are left
  base::Instant created_at{};
  std::optional<base::Instant> disabled_at;
  std::optional<base::Instant> signed_in_at;  // last
  bool operator==(const Account&) const = default;
};

// How far somebody has come: a password alone opens nothing where a second factor is owed.
enum class SessionStage { awaiting_code, enrolling, open };

struct Session {
  std::string hash;    // SHA-256 of the id that the browser has
  std::string handle;  // names it in lists, where the hash stays hidden
  SessionStage stage = SessionStage::open;
  std::string account;                    // "" for the holder of a link
  std::optional<access::LinkScope> link;  // and then this
  Membership asked;                       // of a link: the institution and adviser; "": its person
  std::string address;                    // of a link: keyed hash of the address of record
  std::string csrf_secret;
  std::string device;      // what the browser is, in a few words
  std::string network;     // where it came in from: the address, truncated
  std::string enrols;      // SHA-256 of the sealed second factor that this session was shown
  std::int32_t tries = 0;  // wrong codes while awaiting one
  base::Instant created_at{}, seen_at{}, ends_at{};
  std::optional<base::Instant> proven_at;  // of the last second factor
  // Cases that an administrator has opened with a reason, until when.
  std::vector<std::pair<base::CaseId, base::Instant>> opened{};
};

// The link by which a person sets the first password of her account, or a new one: once.
struct Invitation {
  std::string hash;  // SHA-256 of what the link holds
  std::string account;
  base::Instant ends_at{};
};

// A browser that was told to be trusted.
struct TrustedDevice {
  std::string hash;  // SHA-256 of what its cookie holds
  std::string handle;
  std::string owner;  // account, or the keyed hash of an address of record
  std::string device;
  base::Instant created_at{}, ends_at{};
};

// The code that was sent for a link; one by link, the last one.
struct ReplyCode {
  std::string locator;     // keyed hash of what the link holds
  std::string code_hash;   // SHA-256(key, code)
  std::string nonce_hash;  // of the browser that asked
  std::int32_t tries = 0;
  base::Instant ends_at{};
};

struct ApiKey {
  std::string id;
  std::string hash;    // SHA-256 of the key
  std::string prefix;  // its first characters, so that people tell keys apart
  std::string label;
  std::string partner;               // of an institution; "": of the desk
  std::vector<std::string> granted;  // names of rights
  std::string made_by;
  base::Instant created_at{};
  std::optional<base::Instant> used_at, revoked_at, expires_at;
};

// How much of a rate has been used: by name of what is limited and whom.
struct Bucket {
  std::string name;
  std::int64_t count = 0;
  base::Instant at{};       // engine/accounts says of what
  base::Instant ends_at{};  // from when the row says nothing more
};

struct AuditRow {
  std::int64_t seq = 0;
  base::Instant at{};
  std::string actor, persona, act, object, result;
  std::string ip;    // truncated
  std::string hash;  // HMAC over the hash before and this row
};

// Which rows of the audit are wanted; what is empty asks for nothing.
struct AuditFilter {
  std::string actor, persona, act, object;
  std::optional<base::Instant> from, until;  // until: excluded
};

class AccountReader {
 public:
  virtual ~AccountReader() = default;
  virtual std::optional<Account> account(const std::string& id) = 0;
  virtual std::optional<Account> account_by_email(const std::string& email_key) = 0;
  virtual std::vector<Account> accounts() = 0;  // by folded e-mail
  virtual std::optional<Session> session(const std::string& hash) = 0;
  virtual std::vector<Session> sessions(const std::string& account) = 0;  // the newest first
  virtual std::optional<TrustedDevice> device(const std::string& hash) = 0;
  virtual std::vector<TrustedDevice> devices(const std::string& owner) = 0;  // the newest first
  virtual std::optional<Invitation> invitation(const std::string& hash) = 0;
  virtual std::optional<ReplyCode> reply_code(const std::string& locator) = 0;
  virtual std::optional<ApiKey> api_key(const std::string& hash) = 0;
  virtual std::vector<ApiKey> api_keys() = 0;  // the newest first
  virtual std::optional<Bucket> bucket(const std::string& name) = 0;
  // Those after `after`, in their order.
  virtual std::vector<AuditRow> audit(std::int64_t after, std::size_t most) = 0;
  virtual std::optional<AuditRow> last_audit() = 0;
  // Those that fit, the newest first, with numbers below `before`.
  virtual std::vector<AuditRow> audit_back(const AuditFilter& filter, std::int64_t before,
                                           std::size_t most) = 0;
};

// Inside a transaction. save() inserts a row or replaces the one of the same key; what is removed
// need not be there.
class AccountRows : public AccountReader {
 public:
  // False, and nothing done, where another account has the e-mail.
  [[nodiscard]] virtual bool save(const Account& account) = 0;
  virtual void save(const Session& session) = 0;
  virtual void remove_session(const std::string& hash) = 0;
  virtual void remove_sessions(const std::string& account) = 0;
  // Of holders of links to the case's instance; of all of them where n is 0.
  virtual void remove_link_sessions(base::CaseId kase, base::InstanceNumber n) = 0;
  virtual void save(const TrustedDevice& device) = 0;
  virtual void remove_device(const std::string& hash) = 0;
  virtual void remove_devices(const std::string& owner) = 0;
  virtual void save(const Invitation& invitation) = 0;
  virtual void remove_invitations(const std::string& account) = 0;
  virtual void save(const ReplyCode& code) = 0;
  virtual void remove_reply_code(const std::string& locator) = 0;
  virtual void save(const ApiKey& key) = 0;
  virtual void save(const Bucket& bucket) = 0;
  virtual void remove_bucket(const std::string& name) = 0;
  // Requires: the row's number follows the last one's. The audit is only ever added to.
  virtual void append(const AuditRow& row) = 0;
  // Takes away sessions, devices, invitations, codes and buckets that ended before `now`.
  virtual void sweep_accounts(base::Instant now) = 0;
};

}  // namespace guichet::store
