// The audit in its table, which is only ever added to.
#include "adapters/sql/account_rows.hpp"
#include "adapters/sql/read_rows.hpp"

namespace guichet::sql {
namespace {

constexpr Query kAudit{
    "select seq, at, actor, persona, act, object, result, ip, hash from audit where seq > :after "
    "order by seq limit :most",
    "ii", "iittttttt"};
constexpr Query kLastAudit{
    "select seq, at, actor, persona, act, object, result, ip, hash from audit "
    "order by seq desc limit 1",
    "", "iittttttt"};
constexpr Query kAuditBack{
    "select seq, at, actor, persona, act, object, result, ip, hash from audit where seq < :before "
    "and (:actor = '' or actor = :actor1) and (:persona = '' or persona = :persona1) "
    "and (:object = '' or object = :object1) "
    "and at >= :from and at < :until order by seq desc limit :most",
    "ittttttiii", "iittttttt"};
// What pages ask on the network's thread has an index of its own.
constexpr Query kAuditOfAct{
    "select seq, at, actor, persona, act, object, result, ip, hash from audit where act = :act "
    "and seq < :before and (:actor = '' or actor = :actor1) "
    "and (:persona = '' or persona = :persona1) and (:object = '' or object = :object1) "
    "and at >= :from and at < :until order by seq desc limit :most",
    "tittttttiii", "iittttttt"};
constexpr Query kAppend{
    "insert into audit (seq, at, actor, persona, act, object, result, ip, hash) values (:seq, :at, "
    ":actor, :persona, :act, :object, :result, :ip, :hash)",
    "iittttttt"};

store::AuditRow audit_of(const Row& row) {
  return {row.integer(0), row.instant(1), row.text(2), row.text(3), row.text(4),
          row.text(5),    row.text(6),    row.text(7), row.text(8)};
}

}  // namespace

std::vector<store::AuditRow> SqlAccounts::audit(std::int64_t after, std::size_t most) {
  return all_of(connection_.run(kAudit, {after, most}), audit_of);
}
std::optional<store::AuditRow> SqlAccounts::last_audit() {
  return first_of(connection_.run(kLastAudit), audit_of);
}
std::vector<store::AuditRow> SqlAccounts::audit_back(const store::AuditFilter& filter,
                                                     std::int64_t before, std::size_t most) {
  constexpr std::int64_t kEver = std::int64_t{1} << 60U;
  const std::int64_t from = filter.from ? base::to_millis(*filter.from) : -kEver;
  const std::int64_t until = filter.until ? base::to_millis(*filter.until) : kEver;
  const std::string &actor = filter.actor, &persona = filter.persona, &object = filter.object;
  const Rows rows =
      filter.act.empty()
          ? connection_.run(kAuditBack, {before, actor, actor, persona, persona, object, object,
                                         from, until, most})
          : connection_.run(kAuditOfAct, {filter.act, before, actor, actor, persona, persona,
                                          object, object, from, until, most});
  return all_of(rows, audit_of);
}
void SqlAccounts::append(const store::AuditRow& row) {
  connection_.run(kAppend, {row.seq, row.at, row.actor, row.persona, row.act, row.object,
                            row.result, row.ip, row.hash});
}

}  // namespace guichet::sql
