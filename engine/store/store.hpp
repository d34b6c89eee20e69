// The contract of storage: one writer, transactions, what is written with a step. Implemented in
// memory here and over SQL in adapters/sql; one suite of tests runs against both.
#pragma once

#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/access/rights.hpp"
#include "engine/base/error.hpp"
#include "engine/store/accounts.hpp"
#include "engine/store/documents.hpp"
#include "engine/store/directory.hpp"
#include "engine/store/drafts.hpp"
#include "engine/store/result_rows.hpp"
#include "engine/store/news.hpp"
#include "engine/store/rows.hpp"
#include "engine/store/versions.hpp"
#include "rules/convention/convention.hpp"

namespace guichet::store {

// Inside Store::write. Everything it writes is committed together or not at all. What fails inside
// (a full disk) is thrown as StorageFailure and rolls the command back.
class Transaction {
 public:
  virtual ~Transaction() = default;
  virtual std::optional<LedgerEntry> find_command(const std::string& id) = 0;
  virtual void record_command(const LedgerEntry& entry) = 0;

  virtual base::CaseId next_case_id() = 0;
  virtual std::optional<base::CaseId> find_number(const std::string& number) = 0;
  virtual std::optional<cases::Snapshot> load(base::CaseId id) = 0;
  virtual std::string last_hash(base::CaseId id) = 0;  // of its journal; "" where it has none
  virtual std::vector<cases::Fact> facts(base::CaseId id) = 0;
  virtual std::vector<OutboxRow> letters(base::CaseId id) = 0;
  // Requires: step.facts continue the case's journal; the case's revision is still the one before.
  virtual void save(const Step& step) = 0;
  // Counters of quotas and of open referrals at `now`, by partner.
  virtual convention::Loads loads(base::Instant now) = 0;

  // Letters that may leave, the one that waits longest first. A letter leaves only when those
  // before it in its case to the same addressee have left or are given up.
  virtual std::vector<LeasedLetter> lease_letters(std::size_t most, base::Instant now,
                                                  base::Instant until) = 0;
  // What the letter is from now on: `status`, or recalled where it had been called back and did not
  // leave. Nothing where the fence has moved on: the report is then ignored.
  // An attempt that was the relay's fault, not the letter's, is taken back from its count.
  virtual std::optional<LetterStatus> settle_letter(base::OutboxId id, std::int64_t fence,
                                                    LetterStatus status, base::Instant next_at,
                                                    const std::string& reason,
                                                    Attempt attempt = Attempt::counts) = 0;

  // Keeps the files under both hashes and makes them the current definition.
  virtual void publish(const Publication& publication,
                       const std::map<std::string, std::string>& files) = 0;
  // Replaces what was recorded for this plan and case.
  virtual void record_migration(const MigrationRow& row) = 0;

  // Who may log in, sessions, codes, keys, rates, audit. Lives as long as the transaction.
  virtual AccountRows& accounts() = 0;
  virtual DirectoryRows& directory() = 0;
  virtual DraftRows& drafts() = 0;
};

// Reads, on connections of their own; a reader sees one consistent moment, and only what is
// committed. Calls throw StorageFailure.
class Reader : public VersionReader, public NewsReader, public DocumentReader, public ResultReader {
 public:
  virtual std::optional<cases::Snapshot> load(base::CaseId id) = 0;
  virtual std::optional<base::CaseId> find_number(const std::string& number) = 0;
  // How the case stands towards people, without reading it whole; nothing where there is none.
  virtual std::optional<access::Tie> tie(base::CaseId id) = 0;
  virtual std::vector<cases::Fact> facts(base::CaseId id) = 0;
  virtual std::vector<OutboxRow> letters(base::CaseId id) = 0;
  virtual std::vector<CaseRow> list(const CaseFilter& filter, std::size_t& total) = 0;
  virtual std::vector<PromiseRow> promises(const access::Sight& visible_to, std::size_t most,
                                           const std::string& owner) = 0;
  virtual std::vector<DueTimer> due_timers(base::Instant now, std::size_t most) = 0;
  virtual std::optional<base::Instant> next_timer() = 0;
  virtual std::optional<base::Instant> next_letter() = 0;
  virtual std::vector<base::CaseId> case_ids() = 0;
  virtual AccountReader& accounts() = 0;
  virtual DirectoryReader& directory() = 0;
  virtual DraftReader& drafts() = 0;
};

class Store {
 public:
  virtual ~Store() = default;
  // Runs `work` on the writer, in the order of the calls; `done` is told afterwards, once the
  // transaction is durable, on the writer's thread (in the caller's for the store in memory). An
  // error means that nothing of it is kept, or, for kind fault, that it is not known.
  virtual void write(std::function<void(Transaction&)> work,
                     std::function<void(base::Result<void>)> done) = 0;
  // Runs `work` at once in the caller's thread. Throws StorageFailure, as what follows.
  virtual void read(const std::function<void(Reader&)>& work) = 0;

  // Definitions: a desk's files by its content hash, kept for ever.
  virtual void keep_definition(const std::string& hash,
                               const std::map<std::string, std::string>& files,
                               base::Instant now) = 0;
  virtual std::optional<std::map<std::string, std::string>> definition(const std::string& hash) = 0;
  // The partners' texts alone, by id, and a first fill of them where there are none.
  virtual std::map<std::string, std::string> directory() = 0;
  virtual void seed_directory(const std::map<std::string, std::string>& partners) = 0;
  // Settings of the database itself: "instance-id", "reply-secret".
  virtual std::string setting(const std::string& name) = 0;
  virtual void set_setting(const std::string& name, const std::string& value) = 0;
};

// The infrastructure failed inside a transaction.
class StorageFailure : public std::exception {
 public:
  explicit StorageFailure(base::Error error) : error_(std::move(error)) {}
  const base::Error& error() const { return error_; }
  const char* what() const noexcept override { return "storage failure"; }

 private:
  base::Error error_;
};

std::unique_ptr<Store> make_memory_store();

// Turns events into facts that continue the journal: sequence, instant, actor, hash chain.
std::vector<cases::Fact> seal(const std::vector<cases::Event>& events, std::int64_t first_seq,
                              base::Instant at, const std::string& actor,
                              const std::string& prev_hash);
// sha256(prev_hash, canonical fact): what seal() chains and an audit recomputes.
std::string fact_hash(const cases::Fact& fact);

}  // namespace guichet::store
