#include "adapters/sql/directory_rows.hpp"

#include "adapters/sql/messages.hpp"

namespace guichet::sql {
namespace {

constexpr Query kPartners{"select id, rev, body from partner order by id", "", "tit"};
constexpr Query kPartner{"select id, rev, body from partner where id = :id", "t", "tit"};
constexpr Query kSavePartner{
    "insert into partner (id, rev, body) values (:id, :rev, :body) "
    "on conflict (id) do update set rev = excluded.rev, body = excluded.body",
    "tit"};
constexpr Query kAbsences{
    "select id, who, first_day, last_day, substitute from staff_absence order by first_day, id", "",
    "itttt"};
constexpr Query kAddAbsence{
    "insert into staff_absence (who, first_day, last_day, substitute) values "
    "(:who, :first, :last, :substitute) returning id",
    "tttt", "i"};
constexpr Query kRemoveAbsence{"delete from staff_absence where id = :id", "i"};
constexpr Query kRefusedAddresses{
    "select to_id, to_name, to_address, reason, made_at from outbox where state = 'refused' "
    "and to_kind = 'partner' order by made_at desc, id desc limit 500",
    "", "tttti"};
constexpr Query kChanges{
    "select partner, rev, at, author, note, body_before, body_after from directory_change "
    "where partner = :partner order by id desc limit :most",
    "ti", "tiitttt"};
constexpr Query kRecordChange{
    "insert into directory_change (partner, rev, at, author, note, body_before, body_after) "
    "values (:partner, :rev, :at, :by, :note, :before, :after)",
    "tiitttt"};

store::PartnerRow partner_of(const Row& row) {
  return {row.text(0), row.integer(1), row.text(2)};
}

}  // namespace

std::vector<store::PartnerRow> SqlDirectory::partners() {
  std::vector<store::PartnerRow> out;
  for (const Row row : connection_.run(kPartners)) out.push_back(partner_of(row));
  return out;
}

std::optional<store::PartnerRow> SqlDirectory::partner(const std::string& id) {
  const Rows rows = connection_.run(kPartner, {id});
  if (rows.empty()) return {};
  return partner_of(rows.front());
}

std::vector<store::StaffAbsenceRow> SqlDirectory::staff_absences() {
  std::vector<store::StaffAbsenceRow> out;
  for (const Row row : connection_.run(kAbsences)) {
    const auto first = base::parse_day(row.text(2));
    const auto last = base::parse_day(row.text(3));
    if (!first || !last) {
      throw store::StorageFailure(
          {base::ErrorKind::fault,
           base::Message(messages::kDamaged, {connection_.file(), "staff_absence"})});
    }
    out.push_back({row.integer(0), row.text(1), *first, *last, row.text(4)});
  }
  return out;
}

std::vector<store::RefusedAddress> SqlDirectory::refused_addresses() {
  std::vector<store::RefusedAddress> out;
  for (const Row row : connection_.run(kRefusedAddresses)) {
    out.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.instant(4)});
  }
  return out;
}

std::vector<store::DirectoryChangeRow> SqlDirectory::changes(const std::string& partner,
                                                             std::size_t most) {
  std::vector<store::DirectoryChangeRow> out;
  for (const Row row : connection_.run(kChanges, {partner, most})) {
    out.push_back({row.text(0), row.integer(1), row.instant(2), row.text(3), row.text(4),
                   row.text(5), row.text(6)});
  }
  return out;
}

void SqlDirectory::save_partner(const store::PartnerRow& row) {
  connection_.run(kSavePartner, {row.id, row.rev, row.body});
}

std::int64_t SqlDirectory::add_staff_absence(const store::StaffAbsenceRow& row) {
  const std::string first = base::iso(row.first);
  const std::string last = base::iso(row.last);
  return connection_.run(kAddAbsence, {row.who, first, last, row.substitute}).front().integer(0);
}

bool SqlDirectory::remove_staff_absence(std::int64_t id) {
  connection_.run(kRemoveAbsence, {id});
  return connection_.changed() > 0;
}

void SqlDirectory::record_change(const store::DirectoryChangeRow& row) {
  connection_.run(kRecordChange,
                  {row.partner, row.rev, row.at, row.by, row.note, row.before, row.after});
}

}  // namespace guichet::sql
