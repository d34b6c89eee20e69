// A store that hands every call on to another one, and its transactions alike: what a store does
// besides keeping (losing a commit, refusing one, counting) is a class that overrides one call.
#pragma once

#include "engine/store/store.hpp"

namespace guichet::store {

class ForwardingStore : public Store {
 public:
  explicit ForwardingStore(std::unique_ptr<Store> inner) : inner_(std::move(inner)) {}

  void write(std::function<void(Transaction&)> work,
             std::function<void(base::Result<void>)> done) override {
    inner_->write(std::move(work), std::move(done));
  }
  void read(const std::function<void(Reader&)>& work) override { inner_->read(work); }
  void keep_definition(const std::string& hash, const std::map<std::string, std::string>& files,
                       base::Instant now) override {
    inner_->keep_definition(hash, files, now);
  }
  std::optional<std::map<std::string, std::string>> definition(const std::string& hash) override {
    return inner_->definition(hash);
  }
  std::map<std::string, std::string> directory() override { return inner_->directory(); }
  void seed_directory(const std::map<std::string, std::string>& partners) override {
    inner_->seed_directory(partners);
  }
  std::string setting(const std::string& name) override { return inner_->setting(name); }
  void set_setting(const std::string& name, const std::string& value) override {
    inner_->set_setting(name, value);
  }

 private:
  std::unique_ptr<Store> inner_;
};

// Requires: `inner` lives as long.
class ForwardingTransaction : public Transaction {
 public:
  explicit ForwardingTransaction(Transaction& inner) : inner_(inner) {}

  std::optional<LedgerEntry> find_command(const std::string& id) override {
    return inner_.find_command(id);
  }
  void record_command(const LedgerEntry& entry) override { inner_.record_command(entry); }
  base::CaseId next_case_id() override { return inner_.next_case_id(); }
  std::optional<base::CaseId> find_number(const std::string& number) override {
    return inner_.find_number(number);
  }
  std::optional<cases::Snapshot> load(base::CaseId id) override { return inner_.load(id); }
  std::string last_hash(base::CaseId id) override { return inner_.last_hash(id); }
  std::vector<cases::Fact> facts(base::CaseId id) override { return inner_.facts(id); }
  std::vector<OutboxRow> letters(base::CaseId id) override { return inner_.letters(id); }
  void save(const Step& step) override { inner_.save(step); }
  convention::Loads loads(base::Instant now) override { return inner_.loads(now); }
  std::vector<LeasedLetter> lease_letters(std::size_t most, base::Instant now,
                                          base::Instant until) override {
    return inner_.lease_letters(most, now, until);
  }
  std::optional<LetterStatus> settle_letter(base::OutboxId id, std::int64_t fence,
                                            LetterStatus status, base::Instant next_at,
                                            const std::string& reason, Attempt attempt) override {
    return inner_.settle_letter(id, fence, status, next_at, reason, attempt);
  }
  void publish(const Publication& publication,
               const std::map<std::string, std::string>& files) override {
    inner_.publish(publication, files);
  }
  void record_migration(const MigrationRow& row) override { inner_.record_migration(row); }
  AccountRows& accounts() override { return inner_.accounts(); }
  DirectoryRows& directory() override { return inner_.directory(); }
  DraftRows& drafts() override { return inner_.drafts(); }

 private:
  Transaction& inner_;
};

}  // namespace guichet::store
