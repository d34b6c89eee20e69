// Accounts in their tables: sessions, devices, codes, keys, buckets and the audit.
#pragma once

#include "adapters/sql/connection.hpp"
#include "engine/store/accounts.hpp"

namespace guichet::sql {

class SqlAccounts final : public store::AccountRows {
 public:
  explicit SqlAccounts(Connection& connection) : connection_(connection) {}

  std::optional<store::Account> account(const std::string& id) override;
  std::optional<store::Account> account_by_email(const std::string& email_key) override;
  std::vector<store::Account> accounts() override;
  std::optional<store::Session> session(const std::string& hash) override;
  std::vector<store::Session> sessions(const std::string& account) override;
  std::optional<store::TrustedDevice> device(const std::string& hash) override;
  std::vector<store::TrustedDevice> devices(const std::string& owner) override;
  std::optional<store::Invitation> invitation(const std::string& hash) override;
  std::optional<store::ReplyCode> reply_code(const std::string& locator) override;
  std::optional<store::ApiKey> api_key(const std::string& hash) override;
  std::vector<store::ApiKey> api_keys() override;
  std::optional<store::Bucket> bucket(const std::string& name) override;
  std::vector<store::AuditRow> audit(std::int64_t after, std::size_t most) override;
  std::optional<store::AuditRow> last_audit() override;
  std::vector<store::AuditRow> audit_back(const store::AuditFilter& filter, std::int64_t before,
                                          std::size_t most) override;

  bool save(const store::Account& account) override;
  void save(const store::Session& session) override;
  void remove_session(const std::string& hash) override;
  void remove_sessions(const std::string& account) override;
  void remove_link_sessions(base::CaseId kase, base::InstanceNumber n) override;
  void save(const store::TrustedDevice& device) override;
  void remove_device(const std::string& hash) override;
  void remove_devices(const std::string& owner) override;
  void save(const store::Invitation& invitation) override;
  void remove_invitations(const std::string& account) override;
  void save(const store::ReplyCode& code) override;
  void remove_reply_code(const std::string& locator) override;
  void save(const store::ApiKey& key) override;
  void save(const store::Bucket& bucket) override;
  void remove_bucket(const std::string& name) override;
  void append(const store::AuditRow& row) override;
  void sweep_accounts(base::Instant now) override;

 private:
  Connection& connection_;
};

}  // namespace guichet::sql
