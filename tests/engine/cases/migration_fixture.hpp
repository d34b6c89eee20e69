// A case of the small desk that goes over to another version of it.
#pragma once

#include "engine/store/store.hpp"
#include "tests/support/case_fixture.hpp"
#include "tests/support/migration_plan.hpp"

namespace guichet::tests {

struct Migration : CaseFixture {
  access::Actor admin{.kind = access::ActorKind::staff, .id = "admin", .name = "admin"};
  std::vector<cases::Fact> facts;

  // The desk is another one from here on; the case is still pinned to the one before.
  void publish(const std::vector<Change>& changes) {
    earlier = desk;
    desk = changed_desk(changes);
  }
  bool migrate(const std::string& yaml = "") {
    const auto plan = make_plan(yaml, {*desk, {earlier.get()}});
    return run(admin, cases::Migrate{plan});
  }
  template <typename Event>
  std::vector<Event> all() const {
    std::vector<Event> out;
    for (const cases::Event& each : events) {
      if (const auto* event = std::get_if<Event>(&each)) out.push_back(*event);
    }
    return out;
  }
  std::string verdict() const {
    const auto done = all<cases::CaseMigrated>();
    return done.size() == 1 ? done.front().verdict : "";
  }
  // The journal as the desk seals it, so that a way back can read it.
  cases::Surroundings with_journal() {
    cases::Surroundings surroundings = around();
    surroundings.journal = [this] { return store::seal(journal, 1, now, "admin", ""); };
    return surroundings;
  }
  bool revert(const std::string& plan) {
    const cases::Command command{
        .id = "r", .kase = snapshot.id, .actor = admin, .body = cases::RevertMigration{plan}};
    auto decision = cases::decide(snapshot, command, with_journal());
    if (!decision) {
      rejection = decision.error();
      return false;
    }
    snapshot = std::move(decision->after);
    events = decision->events;
    journal.insert(journal.end(), events.begin(), events.end());
    return true;
  }
  const cases::Task& task(std::int32_t n) const { return instance(n).tasks.front(); }
};

}  // namespace guichet::tests
