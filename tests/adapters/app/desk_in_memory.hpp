// The small desk over a store in memory, with a clock set by hand, as the process's parts use it.
#pragma once

#include "engine/desk/desk.hpp"
#include "tests/support/case_fixture.hpp"

namespace guichet::tests {

class RecordingLog final : public base::Log {
 public:
  void write(base::LogLevel, std::string_view text) override { lines.emplace_back(text); }
  std::vector<std::string> lines;
};

// A store whose writer can be made to fail, as a full disk does. It counts what it was asked.
class FailingStore final : public store::Store {
 public:
  explicit FailingStore(std::unique_ptr<store::Store> inner) : inner_(std::move(inner)) {}
  bool fails = false;
  int writes = 0;

  void write(std::function<void(store::Transaction&)> work,
             std::function<void(base::Result<void>)> done) override {
    static constexpr base::MessageText kFull{"disk-full", "le disque est plein", "disk full"};
    ++writes;
    if (!fails) return inner_->write(std::move(work), std::move(done));
    done(std::unexpected(base::Error{base::ErrorKind::surroundings, base::Message(kFull)}));
  }
  void read(const std::function<void(store::Reader&)>& work) override { inner_->read(work); }
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
  std::unique_ptr<store::Store> inner_;
};

struct DeskInMemory {
  base::ManualClock clock{*base::parse_instant("2026-03-02T10:00:00Z")};  // a Monday
  RecordingLog log;
  FailingStore store{store::make_memory_store()};
  desk::Desk desk{small_desk(), store, clock, log};
  base::CaseId kase{};

  // A maker who wants workshop space; without themes the request waits to be qualified.
  void open(bool themes = true, bool email = true) {
    cases::Fields fields{
        {"reference", text("R-1")},      {"name", text("Ada")},
        {"phone", text("01632 960020")}, {"description", text("A bench for my lathe")},
        {"area", text("riverside")},     {"may_share", text("given")}};
    if (themes) fields["themes"] = text("workshop");
    if (email) fields["email"] = text("ada@example.test");
    const auto outcome = desk.submit_and_wait({.id = "open",
                                               .actor = access::system_actor(),
                                               .body = cases::OpenRequest{std::move(fields)}});
    REQUIRE(outcome);
    kase = outcome->kase;
  }

  std::vector<store::OutboxRow> letters() {
    std::vector<store::OutboxRow> out;
    store.read([&](store::Reader& reader) { out = reader.letters(kase); });
    return out;
  }
  // The events of one type in the case's journal.
  template <typename Kind>
  std::vector<Kind> events() {
    std::vector<Kind> out;
    store.read([&](store::Reader& reader) {
      for (const cases::Fact& fact : reader.facts(kase)) {
        if (const auto* event = std::get_if<Kind>(&fact.event)) out.push_back(*event);
      }
    });
    return out;
  }
};

}  // namespace guichet::tests
