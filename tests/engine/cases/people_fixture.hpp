// A case that keeps its journal and its letters, as a store does; after each command the journal is
// folded and must give the case.
#pragma once

#include "engine/cases/snapshot_json.hpp"
#include "tests/support/case_fixture.hpp"

namespace guichet::tests {

struct KeptCase : CaseFixture {
  std::vector<cases::Fact> facts;
  std::vector<cases::QueuedLetter> outbox;
  std::vector<std::string> recalled;             // keys, of the last command
  std::vector<cases::ForOther> elsewhere;        // of the last command
  std::vector<cases::DocumentEffect> documents;  // of the last command
  bool relay_works = true;                       // what is due leaves before the next command
  std::map<base::CaseId, cases::Snapshot> others;

  bool submit(const access::Actor& actor, cases::Body body) {
    const cases::Command command{
        .id = "c", .kase = snapshot.id, .actor = actor, .body = std::move(body)};
    cases::Surroundings with = around();
    with.journal = [this] { return facts; };
    if (relay_works) deliver();
    with.letters = [this] { return outbox; };
    with.other = [this](base::CaseId id) -> std::optional<cases::Snapshot> {
      const auto found = others.find(id);
      if (found == others.end()) return {};
      return found->second;
    };
    auto decision = cases::decide(snapshot, command, with);
    rejection = {};
    events.clear();
    letters.clear();
    recalled.clear();
    elsewhere.clear();
    documents.clear();
    if (!decision) {
      rejection = decision.error();
      return false;
    }
    keep(actor, *decision);
    return true;
  }

  bool ask(cases::Body body) { return submit(staff(), std::move(body)); }
  bool begin(std::string_view consent = "given") {
    return submit(access::system_actor(), cases::OpenRequest{{{"reference", text("R-1")},
                                                              {"name", text("Ada")},
                                                              {"phone", text("01632 960020")},
                                                              {"email", text("ada@example.test")},
                                                              {"description", text("A bench")},
                                                              {"area", text("riverside")},
                                                              {"may_share", text(consent)},
                                                              {"themes", text("workshop")}}});
  }
  bool pass_on() { return ask(cases::Act{.n = {2}, .name = "pass_on", .with = {}}); }
  bool answer(std::string name, cases::Fields with) {
    return submit(access::partner_actor(desk->directory, "guild"),
                  cases::Reply{.n = {3}, .name = std::move(name), .with = std::move(with)});
  }
  bool fire_now(std::int32_t n, const std::string& name) {
    for (const cases::Timer& timer : snapshot.find({n})->timers) {
      if (timer.name != name || !timer.due_at) continue;
      now = std::max(now, *timer.due_at);
      return submit(access::system_actor(),
                    cases::FireTimer{{n}, timer.state, timer.entry, name, timer.firing});
    }
    return false;
  }
  void deliver() {
    for (cases::QueuedLetter& each : outbox) {
      const bool due = each.where == cases::Whereabouts::waiting && each.leaves_at <= now;
      if (due) each.where = cases::Whereabouts::left;
    }
  }
  cases::QueuedLetter& queued(const std::string& letter) {
    const auto found = std::ranges::find(outbox, letter, &cases::QueuedLetter::letter);
    REQUIRE(found != outbox.end());
    return *found;
  }
  template <typename T>
  std::size_t count() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        events, [](const cases::Event& event) { return std::holds_alternative<T>(event); }));
  }

 private:
  // As a store does it.
  static void call_back(cases::QueuedLetter& letter) {
    const bool waiting = letter.where == cases::Whereabouts::waiting;
    CHECK((waiting || letter.where == cases::Whereabouts::handed_over));
    letter.where = waiting ? cases::Whereabouts::recalled : cases::Whereabouts::called_back;
  }
  static void put_back(cases::QueuedLetter& letter, base::Instant leaves_at) {
    const bool recalled = letter.where == cases::Whereabouts::recalled;
    CHECK((recalled || letter.where == cases::Whereabouts::called_back));
    letter.where = recalled ? cases::Whereabouts::waiting : cases::Whereabouts::handed_over;
    letter.leaves_at = leaves_at;
  }
  void keep(const access::Actor& actor, cases::Decision& decision) {
    for (const cases::Event& event : decision.events) {
      facts.push_back({static_cast<std::int64_t>(facts.size()) + 1, now, actor.id, event, "", ""});
    }
    for (const cases::LetterEffect& each : decision.letters) {
      outbox.push_back({each.key, each.letter, each.channel, each.to_kind, each.to, each.to_name,
                        each.n, each.leaves_at});
    }
    for (const std::string& key : decision.recalled) {
      call_back(*std::ranges::find(outbox, key, &cases::QueuedLetter::key));
    }
    for (const cases::LetterReturned& each : decision.put_back) {
      put_back(*std::ranges::find(outbox, each.key, &cases::QueuedLetter::key), each.leaves_at);
    }
    snapshot = std::move(decision.after);
    events = std::move(decision.events);
    letters = std::move(decision.letters);
    recalled = std::move(decision.recalled);
    elsewhere = std::move(decision.elsewhere);
    documents = std::move(decision.documents);
    cases::Snapshot folded{.id = snapshot.id};
    for (const cases::Fact& fact : facts) cases::apply(folded, fact.event, fact.seq, fact.at);
    CHECK(cases::to_json(folded) == cases::to_json(snapshot));
  }
};

}  // namespace guichet::tests
