// The store's two views of a connection: the transaction of the writer, the reader of a page.
#pragma once

#include "adapters/sql/account_rows.hpp"
#include "adapters/sql/directory_rows.hpp"
#include "adapters/sql/draft_rows.hpp"

namespace guichet::sql {

class SqlTransaction final : public store::Transaction {
 public:
  explicit SqlTransaction(Connection& connection)
      : connection_(connection),
        accounts_(connection),
        directory_(connection),
        drafts_(connection) {}
  std::optional<store::LedgerEntry> find_command(const std::string& id) override;
  void record_command(const store::LedgerEntry& entry) override;
  base::CaseId next_case_id() override;
  std::optional<base::CaseId> find_number(const std::string& number) override;
  std::optional<cases::Snapshot> load(base::CaseId id) override;
  std::string last_hash(base::CaseId id) override;
  std::vector<cases::Fact> facts(base::CaseId id) override;
  std::vector<store::OutboxRow> letters(base::CaseId id) override;
  void save(const store::Step& step) override;
  convention::Loads loads(base::Instant now) override;
  std::vector<store::LeasedLetter> lease_letters(std::size_t most, base::Instant now,
                                                 base::Instant until) override;
  std::optional<store::LetterStatus> settle_letter(base::OutboxId id, std::int64_t fence,
                                                   store::LetterStatus status,
                                                   base::Instant next_at, const std::string& reason,
                                                   store::Attempt attempt) override;
  void publish(const store::Publication& publication,
               const std::map<std::string, std::string>& files) override;
  void record_migration(const store::MigrationRow& row) override;
  store::AccountRows& accounts() override { return accounts_; }
  store::DirectoryRows& directory() override { return directory_; }
  store::DraftRows& drafts() override { return drafts_; }

 private:
  Connection& connection_;
  SqlAccounts accounts_;
  SqlDirectory directory_;
  SqlDrafts drafts_;
};

class SqlReader final : public store::Reader {
 public:
  explicit SqlReader(Connection& connection)
      : connection_(connection),
        accounts_(connection),
        directory_(connection),
        drafts_(connection) {}
  std::optional<cases::Snapshot> load(base::CaseId id) override;
  std::optional<base::CaseId> find_number(const std::string& number) override;
  std::vector<cases::Fact> facts(base::CaseId id) override;
  std::vector<store::OutboxRow> letters(base::CaseId id) override;
  std::optional<store::StoredDocument> document(base::CaseId kase,
                                                const std::string& key) override;
  std::vector<store::CaseRow> list(const store::CaseFilter& filter, std::size_t& total) override;
  std::optional<access::Tie> tie(base::CaseId id) override;
  std::vector<store::PromiseRow> promises(const access::Sight& visible_to, std::size_t most,
                                          const std::string& owner) override;
  std::vector<store::DueTimer> due_timers(base::Instant now, std::size_t most) override;
  std::optional<base::Instant> next_timer() override;
  std::optional<base::Instant> next_letter() override;
  std::vector<base::CaseId> case_ids() override;
  // In result_rows.cpp.
  std::int64_t revision() override;
  std::vector<store::CountedCase> counted_cases() override;
  std::vector<store::SurveyRow> surveyed(const store::SurveyFilter& filter) override;
  std::vector<store::AskedRow> referrals_of(const store::AskedFilter& filter,
                                            std::size_t& total) override;
  convention::Loads loads_now(base::Instant now) override;
  std::vector<store::Publication> publications() override;
  std::vector<store::LiveGroup> live_groups() override;
  store::LiveCases live_cases() override;
  std::vector<base::CaseId> cases_in(const store::LiveGroup& group, base::CaseId after,
                                     std::size_t most) override;
  std::vector<base::CaseId> cases_not_pinned_to(const std::string& bundle) override;
  std::vector<base::CaseId> open_cases_with(const std::string& field) override;
  std::vector<store::MigrationRow> migrations(const std::string& plan) override;
  std::vector<store::MeetingRow> meeting(const access::Sight& visible_to, base::Instant since,
                                         const store::Page& page, std::size_t& total) override;
  std::vector<base::CaseId> moved(const std::string& owner, base::Instant since,
                                  const store::Page& page, std::size_t& total) override;
  std::vector<cases::Fact> facts_since(base::CaseId id, base::Instant since) override;
  std::vector<base::CaseId> known_by(const std::string& field, const feel::Stored& value,
                                     Which which, std::size_t most) override;
  store::AccountReader& accounts() override { return accounts_; }
  store::DirectoryReader& directory() override { return directory_; }
  store::DraftReader& drafts() override { return drafts_; }

 private:
  Connection& connection_;
  SqlAccounts accounts_;
  SqlDirectory directory_;
  SqlDrafts drafts_;
};

}  // namespace guichet::sql
