#include "adapters/sql/views.hpp"

#include "adapters/sql/case_rows.hpp"
#include "adapters/sql/definitions.hpp"
#include "adapters/sql/document_rows.hpp"
#include "adapters/sql/lists.hpp"
#include "adapters/sql/news_rows.hpp"
#include "adapters/sql/outbox_rows.hpp"
#include "adapters/sql/version_rows.hpp"

namespace guichet::sql {
namespace {

constexpr Query kNextId{"select coalesce(max(id), 0) + 1 from kase", "", "i"};
constexpr Query kLastHash{"select hash from fact where case_id = :id order by seq desc limit 1",
                          "i", "t"};

}  // namespace

std::optional<store::LedgerEntry> SqlTransaction::find_command(const std::string& id) {
  return sql::find_command(connection_, id);
}

void SqlTransaction::record_command(const store::LedgerEntry& entry) {
  sql::record_command(connection_, entry);
}

base::CaseId SqlTransaction::next_case_id() {
  return {connection_.run(kNextId).front().integer(0)};
}

std::optional<base::CaseId> SqlTransaction::find_number(const std::string& number) {
  return sql::find_number(connection_, number);
}

std::optional<cases::Snapshot> SqlTransaction::load(base::CaseId id) {
  return load_case(connection_, id);
}

std::string SqlTransaction::last_hash(base::CaseId id) {
  const Rows rows = connection_.run(kLastHash, {id});
  return rows.empty() ? std::string() : rows.front().text(0);
}

std::vector<cases::Fact> SqlTransaction::facts(base::CaseId id) {
  return load_facts(connection_, id);
}

std::vector<store::OutboxRow> SqlTransaction::letters(base::CaseId id) {
  return letters_of(connection_, id);
}

void SqlTransaction::save(const store::Step& step) {
  save_step(connection_, step);
}

convention::Loads SqlTransaction::loads(base::Instant now) {
  return load_counters(connection_, now);
}

std::vector<store::LeasedLetter> SqlTransaction::lease_letters(std::size_t most, base::Instant now,
                                                               base::Instant until) {
  return sql::lease_letters(connection_, most, now, until);
}

std::optional<store::LetterStatus> SqlTransaction::settle_letter(
    base::OutboxId id, std::int64_t fence, store::LetterStatus status, base::Instant next_at,
    const std::string& reason, store::Attempt attempt) {
  return sql::settle_letter(connection_, id, fence, status, next_at, reason, attempt);
}

std::optional<cases::Snapshot> SqlReader::load(base::CaseId id) {
  return load_case(connection_, id);
}

std::optional<base::CaseId> SqlReader::find_number(const std::string& number) {
  return sql::find_number(connection_, number);
}

std::vector<cases::Fact> SqlReader::facts(base::CaseId id) {
  return load_facts(connection_, id);
}

std::vector<store::OutboxRow> SqlReader::letters(base::CaseId id) {
  return letters_of(connection_, id);
}

std::optional<store::StoredDocument> SqlReader::document(base::CaseId kase,
                                                         const std::string& key) {
  return load_document(connection_, kase, key);
}

std::vector<store::CaseRow> SqlReader::list(const store::CaseFilter& filter, std::size_t& total) {
  return list_cases(connection_, filter, total);
}

std::optional<access::Tie> SqlReader::tie(base::CaseId id) {
  return find_tie(connection_, id);
}

std::vector<store::PromiseRow> SqlReader::promises(const access::Sight& visible_to,
                                                   std::size_t most, const std::string& owner) {
  return list_promises(connection_, visible_to, most, owner);
}

std::vector<store::DueTimer> SqlReader::due_timers(base::Instant now, std::size_t most) {
  return sql::due_timers(connection_, now, most);
}

std::optional<base::Instant> SqlReader::next_timer() {
  return sql::next_timer(connection_);
}

std::optional<base::Instant> SqlReader::next_letter() {
  return sql::next_letter(connection_);
}

std::vector<base::CaseId> SqlReader::case_ids() {
  return sql::case_ids(connection_);
}

void SqlTransaction::publish(const store::Publication& publication, const Texts& files) {
  sql::publish(connection_, publication, files);
}

void SqlTransaction::record_migration(const store::MigrationRow& row) {
  sql::record_migration(connection_, row);
}

std::vector<store::Publication> SqlReader::publications() {
  return load_publications(connection_);
}

std::vector<store::LiveGroup> SqlReader::live_groups() {
  return sql::live_groups(connection_);
}

store::LiveCases SqlReader::live_cases() {
  return sql::live_cases(connection_);
}

std::vector<base::CaseId> SqlReader::cases_in(const store::LiveGroup& group, base::CaseId after,
                                              std::size_t most) {
  return sql::cases_in(connection_, group, after, most);
}

std::vector<base::CaseId> SqlReader::cases_not_pinned_to(const std::string& bundle) {
  return sql::cases_not_pinned_to(connection_, bundle);
}

std::vector<base::CaseId> SqlReader::open_cases_with(const std::string& field) {
  return sql::open_cases_with(connection_, field);
}

std::vector<store::MigrationRow> SqlReader::migrations(const std::string& plan) {
  return load_migrations(connection_, plan);
}

std::vector<store::MeetingRow> SqlReader::meeting(const access::Sight& visible_to,
                                                  base::Instant since, const store::Page& page,
                                                  std::size_t& total) {
  return sql::meeting(connection_, visible_to, since, page, total);
}

std::vector<base::CaseId> SqlReader::moved(const std::string& owner, base::Instant since,
                                           const store::Page& page, std::size_t& total) {
  return sql::moved(connection_, owner, since, page, total);
}

std::vector<cases::Fact> SqlReader::facts_since(base::CaseId id, base::Instant since) {
  return load_facts(connection_, id, since);
}

std::vector<base::CaseId> SqlReader::known_by(const std::string& field, const feel::Stored& value,
                                              Which which, std::size_t most) {
  return sql::known_by(connection_, field, value, which, most);
}

}  // namespace guichet::sql
