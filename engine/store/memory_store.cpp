// The store in memory: scenarios, simulation, tests. One mutex; a step is undone by putting back
// what it replaced.
#include <algorithm>
#include <mutex>
#include <stdexcept>

#include "engine/store/listing.hpp"
#include "engine/store/memory_accounts.hpp"
#include "engine/store/memory_cases.hpp"
#include "engine/store/memory_documents.hpp"
#include "engine/store/memory_directory.hpp"
#include "engine/store/memory_drafts.hpp"
#include "engine/store/memory_lists.hpp"
#include "engine/store/memory_news.hpp"
#include "engine/store/memory_outbox.hpp"
#include "engine/store/memory_results.hpp"
#include "engine/store/memory_versions.hpp"
#include "engine/store/messages.hpp"

namespace guichet::store {
namespace {

struct Tables {
  MemoryCases cases;
  MemoryOutbox outbox;
  MemoryDocuments documents;
  std::map<std::string, LedgerEntry> ledger;
  std::map<std::string, std::map<std::string, std::string>> definitions;
  DirectoryTables directory;
  DraftTables drafts;
  std::map<std::string, std::string> settings;
  std::vector<Publication> publications;  // the newest last
  std::map<std::pair<std::string, base::CaseId>, MigrationRow> migrations;
  AccountTables accounts;
};

std::optional<cases::Snapshot> load_case(const Tables& tables, base::CaseId id) {
  const MemoryCases::Record* record = tables.cases.find(id);
  if (record == nullptr) return {};
  return record->snapshot;
}

class MemoryTransaction final : public Transaction {
 public:
  explicit MemoryTransaction(Tables& tables) : tables_(tables) {}

  AccountRows& accounts() override { return accounts_; }
  DirectoryRows& directory() override { return directory_; }
  DraftRows& drafts() override { return drafts_; }

  void roll_back() {
    for (auto undo = undo_.rbegin(); undo != undo_.rend(); ++undo) (*undo)();
    undo_.clear();
  }

  std::optional<LedgerEntry> find_command(const std::string& id) override {
    const auto found = tables_.ledger.find(id);
    if (found == tables_.ledger.end()) return {};
    return found->second;
  }

  void record_command(const LedgerEntry& entry) override {
    if (!tables_.ledger.emplace(entry.command_id, entry).second) {
      throw fault(messages::kDuplicateCommand, {entry.command_id});
    }
    undo_.emplace_back([this, id = entry.command_id] { tables_.ledger.erase(id); });
  }

  base::CaseId next_case_id() override { return tables_.cases.next_id(); }
  std::optional<base::CaseId> find_number(const std::string& number) override {
    return tables_.cases.find_number(number);
  }
  std::optional<cases::Snapshot> load(base::CaseId id) override { return load_case(tables_, id); }

  std::string last_hash(base::CaseId id) override {
    const MemoryCases::Record* record = tables_.cases.find(id);
    return record == nullptr || record->facts.empty() ? std::string() : record->facts.back().hash;
  }

  std::vector<cases::Fact> facts(base::CaseId id) override {
    const MemoryCases::Record* record = tables_.cases.find(id);
    return record == nullptr ? std::vector<cases::Fact>() : record->facts;
  }
  std::vector<OutboxRow> letters(base::CaseId id) override { return tables_.outbox.of_case(id); }

  void save(const Step& step) override {
    undo_.emplace_back([this, undo = tables_.cases.save(step)]() mutable {
      tables_.cases.restore(std::move(undo));
    });
    undo_.emplace_back([this, undo = tables_.documents.save(step)] {
      tables_.documents.restore(undo);
    });
    for (const cases::LetterEffect& letter : step.letters) {
      if (tables_.outbox.knows(letter.key)) throw fault(messages::kDuplicateLetter, {letter.key});
      tables_.outbox.add(step.after.id, letter);
      undo_.emplace_back([this] { tables_.outbox.remove_last(); });
    }
    for (const std::string& key : step.recalled) call_back(step.after.id, key);
    for (const cases::LetterReturned& each : step.put_back) put_back(step.after.id, each);
  }

  convention::Loads loads(base::Instant now) override { return tables_.cases.loads(now); }

  std::vector<LeasedLetter> lease_letters(std::size_t most, base::Instant now,
                                          base::Instant until) override {
    for (const base::OutboxId id : tables_.outbox.lost(now)) {
      MemoryOutbox::Entry entry = tables_.outbox.at(id);
      entry.row.status = LetterStatus::recalled;
      entry.row.called_back = false;
      ++entry.fence;
      replace(id, std::move(entry));
    }
    std::vector<LeasedLetter> leased;
    for (const base::OutboxId id : tables_.outbox.ready(most, now)) {
      MemoryOutbox::Entry entry = tables_.outbox.at(id);
      leased.push_back({id, entry.fence + 1, entry.row.attempts, entry.row.kase, entry.row.letter});
      ++entry.fence;
      ++entry.row.attempts;
      entry.row.status = LetterStatus::leased;
      entry.row.next_at = until;  // of the lease: then another may take it
      replace(id, std::move(entry));
    }
    return leased;
  }

  std::optional<LetterStatus> settle_letter(base::OutboxId id, std::int64_t fence,
                                            LetterStatus status, base::Instant next_at,
                                            const std::string& reason, Attempt attempt) override {
    MemoryOutbox::Entry entry = tables_.outbox.at(id);
    if (entry.fence != fence || entry.row.status != LetterStatus::leased) return {};
    if (entry.row.called_back && status != LetterStatus::delivered) status = LetterStatus::recalled;
    entry.row.status = status;
    entry.row.called_back = false;
    entry.row.next_at = next_at;
    entry.row.reason = reason;
    if (attempt == Attempt::does_not_count) --entry.row.attempts;
    replace(id, std::move(entry));
    return status;
  }

  void publish(const Publication& publication,
               const std::map<std::string, std::string>& files) override {
    std::string& current = tables_.settings[std::string(kCurrentDefinition)];
    undo_.emplace_back([this, before = current] {
      tables_.publications.pop_back();
      tables_.settings[std::string(kCurrentDefinition)] = before;
    });
    tables_.definitions.try_emplace(publication.bundle, files);
    tables_.definitions.try_emplace(publication.content_hash, files);
    tables_.publications.push_back(publication);
    current = publication.content_hash;
  }

  void record_migration(const MigrationRow& row) override {
    const std::pair key(row.plan, row.kase);
    const auto known = tables_.migrations.find(key);
    std::optional<MigrationRow> before;
    if (known != tables_.migrations.end()) before = known->second;
    undo_.emplace_back([this, key, before] {
      tables_.migrations.erase(key);
      if (before) tables_.migrations[key] = *before;
    });
    tables_.migrations[key] = row;
  }

 private:
  MemoryOutbox::Entry letter_of(base::CaseId kase, const std::string& key) const {
    for (const OutboxRow& row : tables_.outbox.of_case(kase)) {
      if (row.letter.key == key) return tables_.outbox.at(row.id);
    }
    throw fault(messages::kLetterGone, {key});
  }
  void call_back(base::CaseId kase, const std::string& key) {
    MemoryOutbox::Entry entry = letter_of(kase, key);
    OutboxRow& row = entry.row;
    const bool leased = row.status == LetterStatus::leased && !row.called_back;
    if (!leased && row.status != LetterStatus::waiting) throw fault(messages::kLetterGone, {key});
    row.called_back = leased;
    if (!leased) row.status = LetterStatus::recalled;
    const base::OutboxId id = row.id;
    replace(id, std::move(entry));
  }
  void put_back(base::CaseId kase, const cases::LetterReturned& letter) {
    MemoryOutbox::Entry entry = letter_of(kase, letter.key);
    OutboxRow& row = entry.row;
    const bool leased = row.status == LetterStatus::leased && row.called_back;
    if (!leased && row.status != LetterStatus::recalled) {
      throw fault(messages::kLetterGone, {letter.key});
    }
    row.called_back = false;
    if (!leased) {
      row.status = LetterStatus::waiting;
      row.next_at = row.letter.leaves_at = letter.leaves_at;
    }
    const base::OutboxId id = row.id;
    replace(id, std::move(entry));
  }
  void replace(base::OutboxId id, MemoryOutbox::Entry entry) {
    undo_.emplace_back([this, id, before = tables_.outbox.at(id)]() mutable {
      tables_.outbox.replace(id, std::move(before));
    });
    tables_.outbox.replace(id, std::move(entry));
  }

  Tables& tables_;
  std::vector<std::move_only_function<void()>> undo_;
  MemoryAccounts accounts_{tables_.accounts, &undo_};
  MemoryDirectory directory_{tables_.directory, tables_.outbox, &undo_};
  MemoryDrafts drafts_{tables_.drafts, &undo_};
};

class MemoryReader final : public Reader {
 public:
  explicit MemoryReader(Tables& tables)
      : tables_(tables),
        accounts_(tables.accounts, nullptr),
        directory_(tables.directory, tables.outbox, nullptr),
        drafts_(tables.drafts, nullptr) {}

  AccountReader& accounts() override { return accounts_; }
  DirectoryReader& directory() override { return directory_; }
  DraftReader& drafts() override { return drafts_; }

  std::optional<cases::Snapshot> load(base::CaseId id) override { return load_case(tables_, id); }
  std::optional<base::CaseId> find_number(const std::string& number) override {
    return tables_.cases.find_number(number);
  }
  std::vector<cases::Fact> facts(base::CaseId id) override {
    const MemoryCases::Record* record = tables_.cases.find(id);
    return record == nullptr ? std::vector<cases::Fact>() : record->facts;
  }
  std::vector<OutboxRow> letters(base::CaseId id) override { return tables_.outbox.of_case(id); }
  std::optional<StoredDocument> document(base::CaseId id, const std::string& key) override {
    return tables_.documents.find(id, key);
  }
  std::optional<access::Tie> tie(base::CaseId id) override {
    const MemoryCases::Record* record = tables_.cases.find(id);
    if (record == nullptr) return {};
    return tie_of(record->snapshot);
  }

  std::vector<CaseRow> list(const CaseFilter& filter, std::size_t& total) override {
    return store::list(tables_.cases, filter, total);
  }
  std::vector<PromiseRow> promises(const access::Sight& visible_to, std::size_t most,
                                   const std::string& owner) override {
    return store::promises(tables_.cases, visible_to, most, owner);
  }
  std::vector<MeetingRow> meeting(const access::Sight& visible_to, base::Instant since,
                                  const Page& page, std::size_t& total) override {
    return store::meeting(tables_.cases, visible_to, since, page, total);
  }
  std::vector<base::CaseId> moved(const std::string& owner, base::Instant since, const Page& page,
                                  std::size_t& total) override {
    return store::moved(tables_.cases, owner, since, page, total);
  }
  std::vector<cases::Fact> facts_since(base::CaseId id, base::Instant since) override {
    std::vector<cases::Fact> found = facts(id);
    std::erase_if(found, [&](const cases::Fact& fact) { return fact.at < since; });
    return found;
  }
  std::vector<base::CaseId> known_by(const std::string& field, const feel::Stored& value,
                                     Which which, std::size_t most) override {
    return store::known_by(tables_.cases, field, value, which, most);
  }

  std::vector<DueTimer> due_timers(base::Instant now, std::size_t most) override {
    return tables_.cases.due(now, most);
  }
  std::optional<base::Instant> next_timer() override { return tables_.cases.next_timer(); }
  std::optional<base::Instant> next_letter() override { return tables_.outbox.next(); }

  std::vector<base::CaseId> case_ids() override {
    std::vector<base::CaseId> ids;
    for (const auto& [id, record] : tables_.cases.all()) ids.push_back(id);
    return ids;
  }

  std::int64_t revision() override { return revision_of(tables_.cases); }
  std::vector<CountedCase> counted_cases() override {
    return store::counted_cases(tables_.cases);
  }
  std::vector<SurveyRow> surveyed(const SurveyFilter& filter) override {
    return store::surveyed(tables_.cases, tables_.outbox, filter);
  }
  std::vector<AskedRow> referrals_of(const AskedFilter& filter, std::size_t& total) override {
    return store::referrals_of(tables_.cases, filter, total);
  }
  convention::Loads loads_now(base::Instant now) override { return tables_.cases.loads(now); }

  std::vector<Publication> publications() override {
    return {tables_.publications.rbegin(), tables_.publications.rend()};
  }
  std::vector<LiveGroup> live_groups() override { return store::live_groups(tables_.cases); }
  LiveCases live_cases() override { return store::live_cases(tables_.cases); }
  std::vector<base::CaseId> cases_in(const LiveGroup& group, base::CaseId after,
                                     std::size_t most) override {
    return store::cases_in(tables_.cases, group, after, most);
  }
  std::vector<base::CaseId> cases_not_pinned_to(const std::string& bundle) override {
    return store::cases_not_pinned_to(tables_.cases, bundle);
  }
  std::vector<base::CaseId> open_cases_with(const std::string& field) override {
    return store::open_cases_with(tables_.cases, field);
  }
  std::vector<MigrationRow> migrations(const std::string& plan) override {
    std::vector<MigrationRow> rows;
    for (const auto& [key, row] : tables_.migrations) {
      if (row.plan == plan) rows.push_back(row);
    }
    return rows;
  }

 private:
  const Tables& tables_;
  MemoryAccounts accounts_;
  MemoryDirectory directory_;
  MemoryDrafts drafts_;
};

class MemoryStore final : public Store {
 public:
  void write(std::function<void(Transaction&)> work,
             std::function<void(base::Result<void>)> done) override {
    base::Result<void> result = run(work);
    if (done) done(std::move(result));
  }

  void read(const std::function<void(Reader&)>& work) override {
    const std::lock_guard lock(mutex_);
    MemoryReader reader(tables_);
    work(reader);
  }

  void keep_definition(const std::string& hash, const std::map<std::string, std::string>& files,
                       base::Instant) override {
    const std::lock_guard lock(mutex_);
    tables_.definitions.try_emplace(hash, files);
  }
  std::optional<std::map<std::string, std::string>> definition(const std::string& hash) override {
    const std::lock_guard lock(mutex_);
    const auto found = tables_.definitions.find(hash);
    if (found == tables_.definitions.end()) return {};
    return found->second;
  }
  std::map<std::string, std::string> directory() override {
    const std::lock_guard lock(mutex_);
    return tables_.directory.texts();
  }
  void seed_directory(const std::map<std::string, std::string>& partners) override {
    const std::lock_guard lock(mutex_);
    tables_.directory.seed(partners);
  }
  std::string setting(const std::string& name) override {
    const std::lock_guard lock(mutex_);
    const auto found = tables_.settings.find(name);
    return found == tables_.settings.end() ? std::string() : found->second;
  }
  void set_setting(const std::string& name, const std::string& value) override {
    const std::lock_guard lock(mutex_);
    tables_.settings[name] = value;
  }

 private:
  base::Result<void> run(const std::function<void(Transaction&)>& work) {
    const std::lock_guard lock(mutex_);
    if (writing_) throw std::logic_error("a write inside a write");
    writing_ = true;
    base::Result<void> result;
    MemoryTransaction transaction(tables_);
    try {
      work(transaction);
    } catch (const StorageFailure& failure) {
      result = std::unexpected(failure.error());
    } catch (...) {
      result = std::unexpected(
          base::Error{base::ErrorKind::fault, base::Message(messages::kWorkFailed)});
    }
    if (!result) transaction.roll_back();
    writing_ = false;
    return result;
  }

  // Recursive: work on the writer reads definitions and settings.
  std::recursive_mutex mutex_;
  bool writing_ = false;
  Tables tables_;
};

}  // namespace

std::unique_ptr<Store> make_memory_store() {
  return std::make_unique<MemoryStore>();
}

}  // namespace guichet::store
