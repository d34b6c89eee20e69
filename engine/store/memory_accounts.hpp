// Accounts of the store in memory. Each change remembers how to put back what it replaced, as the
// store's other tables do. Guarded by its owner's mutex.
#pragma once

#include <functional>
#include <map>

#include "engine/store/accounts.hpp"

namespace guichet::store {

struct AccountTables {
  std::map<std::string, Account> accounts;  // by id
  std::map<std::string, Session> sessions;  // by hash, as devices and keys are
  std::map<std::string, TrustedDevice> devices;
  std::map<std::string, Invitation> invitations;
  std::map<std::string, ReplyCode> codes;  // by locator
  std::map<std::string, ApiKey> keys;      // by id
  std::map<std::string, Bucket> buckets;   // by name
  std::vector<AuditRow> audit;
};

class MemoryAccounts final : public AccountRows {
 public:
  using Undo = std::vector<std::move_only_function<void()>>;
  // `undo` is null where only reading is done. Requires: both live as long.
  MemoryAccounts(AccountTables& tables, Undo* undo) : tables_(tables), undo_(undo) {}

  std::optional<Account> account(const std::string& id) override;
  std::optional<Account> account_by_email(const std::string& email_key) override;
  std::vector<Account> accounts() override;
  std::optional<Session> session(const std::string& hash) override;
  std::vector<Session> sessions(const std::string& account) override;
  std::optional<TrustedDevice> device(const std::string& hash) override;
  std::vector<TrustedDevice> devices(const std::string& owner) override;
  std::optional<Invitation> invitation(const std::string& hash) override;
  std::optional<ReplyCode> reply_code(const std::string& locator) override;
  std::optional<ApiKey> api_key(const std::string& hash) override;
  std::vector<ApiKey> api_keys() override;
  std::optional<Bucket> bucket(const std::string& name) override;
  std::vector<AuditRow> audit(std::int64_t after, std::size_t most) override;
  std::optional<AuditRow> last_audit() override;
  std::vector<AuditRow> audit_back(const AuditFilter& filter, std::int64_t before,
                                   std::size_t most) override;

  bool save(const Account& account) override;
  void save(const Session& session) override { put(tables_.sessions, session.hash, session); }
  void remove_session(const std::string& hash) override { take(tables_.sessions, hash); }
  void remove_sessions(const std::string& account) override;
  void remove_link_sessions(base::CaseId kase, base::InstanceNumber n) override;
  void save(const TrustedDevice& device) override { put(tables_.devices, device.hash, device); }
  void remove_device(const std::string& hash) override { take(tables_.devices, hash); }
  void remove_devices(const std::string& owner) override;
  void save(const Invitation& invitation) override {
    put(tables_.invitations, invitation.hash, invitation);
  }
  void remove_invitations(const std::string& account) override;
  void save(const ReplyCode& code) override { put(tables_.codes, code.locator, code); }
  void remove_reply_code(const std::string& locator) override { take(tables_.codes, locator); }
  void save(const ApiKey& key) override { put(tables_.keys, key.id, key); }
  void save(const Bucket& bucket) override { put(tables_.buckets, bucket.name, bucket); }
  void remove_bucket(const std::string& name) override { take(tables_.buckets, name); }
  void append(const AuditRow& row) override;
  void sweep_accounts(base::Instant now) override;

 private:
  template <typename Row>
  void put(std::map<std::string, Row>& table, const std::string& key, const Row& row) {
    take(table, key);
    undo_->emplace_back([&table, key] { table.erase(key); });
    table[key] = row;
  }
  template <typename Row>
  void take(std::map<std::string, Row>& table, const std::string& key) {
    auto node = table.extract(key);
    if (node.empty()) return;
    undo_->emplace_back(
        [&table, node = std::move(node)]() mutable { table.insert(std::move(node)); });
  }
  template <typename Row, typename Goes>
  void take_where(std::map<std::string, Row>& table, Goes goes) {
    std::vector<std::string> keys;
    for (const auto& [key, row] : table) {
      if (goes(row)) keys.push_back(key);
    }
    for (const std::string& key : keys) take(table, key);
  }

  AccountTables& tables_;
  Undo* undo_;
};

}  // namespace guichet::store
