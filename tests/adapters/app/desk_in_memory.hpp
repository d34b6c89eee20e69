// The small desk over a store in memory, with a clock set by hand, as the process's parts use it.
#pragma once

#include "engine/desk/desk.hpp"
#include "engine/store/forwarding_store.hpp"
#include "tests/support/case_fixture.hpp"

namespace guichet::tests {

class RecordingLog final : public base::Log {
 public:
  void write(base::LogLevel, std::string_view text) override { lines.emplace_back(text); }
  std::vector<std::string> lines;
};

// A store whose writer can be made to fail, as a full disk does. It counts what it was asked.
class FailingStore final : public store::ForwardingStore {
 public:
  using ForwardingStore::ForwardingStore;
  bool fails = false;
  int writes = 0;

  void write(std::function<void(store::Transaction&)> work,
             std::function<void(base::Result<void>)> done) override {
    static constexpr base::MessageText kFull{"disk-full", "le disque est plein", "disk full"};
    ++writes;
    if (!fails) return ForwardingStore::write(std::move(work), std::move(done));
    done(std::unexpected(base::Error{base::ErrorKind::surroundings, base::Message(kFull)}));
  }
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
