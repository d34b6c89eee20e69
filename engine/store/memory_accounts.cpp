#include "engine/store/memory_accounts.hpp"

#include <algorithm>
#include <tuple>

#include "engine/store/messages.hpp"
#include "engine/store/store.hpp"

namespace guichet::store {
namespace {

template <typename Row>
std::optional<Row> find(const std::map<std::string, Row>& table, const std::string& key) {
  const auto found = table.find(key);
  if (found == table.end()) return {};
  return found->second;
}

template <typename Row, typename Fits>
std::optional<Row> find_where(const std::map<std::string, Row>& table, Fits fits) {
  for (const auto& [key, row] : table) {
    if (fits(row)) return row;
  }
  return {};
}

// The newest first.
template <typename Row, typename Fits>
std::vector<Row> all_where(const std::map<std::string, Row>& table, Fits fits) {
  std::vector<Row> out;
  for (const auto& [key, row] : table) {
    if (fits(row)) out.push_back(row);
  }
  std::ranges::stable_sort(out, std::greater{}, &Row::created_at);
  return out;
}

}  // namespace

std::optional<Account> MemoryAccounts::account(const std::string& id) {
  return find(tables_.accounts, id);
}
std::optional<Account> MemoryAccounts::account_by_email(const std::string& email_key) {
  return find_where(tables_.accounts,
                    [&](const Account& each) { return each.email_key == email_key; });
}
std::vector<Account> MemoryAccounts::accounts() {
  std::vector<Account> out;
  for (const auto& [id, account] : tables_.accounts) out.push_back(account);
  std::ranges::sort(out, {}, &Account::email_key);
  return out;
}
std::optional<Session> MemoryAccounts::session(const std::string& hash) {
  return find(tables_.sessions, hash);
}
std::vector<Session> MemoryAccounts::sessions(const std::string& account) {
  return all_where(tables_.sessions, [&](const Session& s) { return s.account == account; });
}
std::optional<TrustedDevice> MemoryAccounts::device(const std::string& hash) {
  return find(tables_.devices, hash);
}
std::vector<TrustedDevice> MemoryAccounts::devices(const std::string& owner) {
  return all_where(tables_.devices, [&](const TrustedDevice& d) { return d.owner == owner; });
}
std::optional<Invitation> MemoryAccounts::invitation(const std::string& hash) {
  return find(tables_.invitations, hash);
}
std::optional<ReplyCode> MemoryAccounts::reply_code(const std::string& locator) {
  return find(tables_.codes, locator);
}
std::optional<ApiKey> MemoryAccounts::api_key(const std::string& hash) {
  return find_where(tables_.keys, [&](const ApiKey& each) { return each.hash == hash; });
}
std::vector<ApiKey> MemoryAccounts::api_keys() {
  return all_where(tables_.keys, [](const ApiKey&) { return true; });
}
std::optional<Bucket> MemoryAccounts::bucket(const std::string& name) {
  return find(tables_.buckets, name);
}
std::vector<AuditRow> MemoryAccounts::audit(std::int64_t after, std::size_t most) {
  const auto from = std::ranges::upper_bound(tables_.audit, after, {}, &AuditRow::seq);
  const auto left = static_cast<std::size_t>(tables_.audit.end() - from);
  return {from, from + static_cast<std::ptrdiff_t>(std::min(most, left))};
}
std::optional<AuditRow> MemoryAccounts::last_audit() {
  if (tables_.audit.empty()) return {};
  return tables_.audit.back();
}
std::vector<AuditRow> MemoryAccounts::audit_back(const AuditFilter& filter, std::int64_t before,
                                                 std::size_t most) {
  const auto fits = [](const std::string& wanted, const std::string& cell) {
    return wanted.empty() || wanted == cell;
  };
  std::vector<AuditRow> out;
  for (auto row = tables_.audit.rbegin(); row != tables_.audit.rend() && out.size() < most; ++row) {
    if (row->seq < before && fits(filter.actor, row->actor) && fits(filter.act, row->act) &&
        fits(filter.persona, row->persona) && fits(filter.object, row->object) &&
        (!filter.from || *filter.from <= row->at) && (!filter.until || row->at < *filter.until)) {
      out.push_back(*row);
    }
  }
  return out;
}

bool MemoryAccounts::save(const Account& account) {
  const auto known = account_by_email(account.email_key);
  if (known && known->id != account.id) return false;
  put(tables_.accounts, account.id, account);
  return true;
}

void MemoryAccounts::remove_sessions(const std::string& account) {
  take_where(tables_.sessions, [&](const Session& each) { return each.account == account; });
}
void MemoryAccounts::remove_link_sessions(base::CaseId kase, base::InstanceNumber n) {
  take_where(tables_.sessions, [&](const Session& each) {
    return each.link && each.link->kase == kase && (n.value == 0 || each.link->n == n);
  });
}
void MemoryAccounts::remove_devices(const std::string& owner) {
  take_where(tables_.devices, [&](const TrustedDevice& each) { return each.owner == owner; });
}

void MemoryAccounts::remove_invitations(const std::string& account) {
  take_where(tables_.invitations, [&](const Invitation& each) { return each.account == account; });
}

void MemoryAccounts::append(const AuditRow& row) {
  if (!tables_.audit.empty() && tables_.audit.back().seq >= row.seq) {
    throw StorageFailure({base::ErrorKind::fault, base::Message(messages::kWorkFailed)});
  }
  tables_.audit.push_back(row);
  undo_->emplace_back([this] { tables_.audit.pop_back(); });
}

void MemoryAccounts::sweep_accounts(base::Instant now) {
  const auto ended = [now](const auto& row) { return row.ends_at <= now; };
  take_where(tables_.sessions, ended);
  take_where(tables_.devices, ended);
  take_where(tables_.invitations, ended);
  take_where(tables_.codes, ended);
  take_where(tables_.buckets, ended);
}

}  // namespace guichet::store
