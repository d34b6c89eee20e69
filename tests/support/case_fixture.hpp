// A case of the small example desk, moved by commands without any storage. Time is set by hand.
#pragma once

#include <catch2/catch.hpp>

#include "engine/access/roles.hpp"
#include "engine/cases/apply.hpp"
#include "engine/cases/decide.hpp"
#include "engine/cases/offers.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::tests {

inline std::shared_ptr<const bundle::Desk> load_example(const std::string& name) {
  base::Diagnostics diagnostics;
  auto desk = bundle::load_desk(std::string(GUICHET_ROOT "/examples/") + name, diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(desk != nullptr);
  return desk;
}

// Riverside Makers: one path of three states, one partner.
inline const std::shared_ptr<const bundle::Desk>& small_desk() {
  static const auto desk = load_example("riverside-makers");
  return desk;
}

// The small desk with some of its files changed: path, text there, text instead.
struct Change {
  std::string file, from, to;
};
// What tests change there: its path, a timer of it, a partner who may ask back.
constexpr const char* kHelp = "workflows/help.yaml";
inline const std::string kNudge = "      nudge:  {after: 3bd, remind: adviser}\n";
inline const Change kQuestion{
    "workflows/referral.yaml", "      decline:",
    R"(      ask: {title: A question, means: question, require: [reason], clock: paused_until_answered,
            task: {title: Answer, by: adviser, due: 2bd}}
      decline:)"};
inline std::shared_ptr<const bundle::Desk> changed_desk(const std::vector<Change>& changes) {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/examples/riverside-makers", diagnostics);
  for (const Change& change : changes) {
    std::string& text = files[change.file];
    const std::size_t found = text.find(change.from);
    INFO(change.file << ": " << change.from);
    REQUIRE(found != std::string::npos);
    text.replace(found, change.from.size(), change.to);
  }
  auto desk = bundle::load_desk_files(files, "", diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(desk != nullptr);
  return desk;
}

inline feel::Stored text(std::string_view value) {
  return feel::Stored::string(value);
}

struct CaseFixture {
  std::shared_ptr<const bundle::Desk> desk = small_desk();
  std::shared_ptr<const bundle::Desk> earlier;  // that instances may be pinned to
  convention::Loads loads;
  base::Instant now = *base::parse_instant("2026-03-02T10:00:00Z");  // a Monday
  cases::Snapshot snapshot{.id = {7}};
  std::vector<cases::Event> events;          // of the last command
  std::vector<cases::LetterEffect> letters;  // of the last command
  std::vector<cases::Event> journal;         // of all
  base::Rejection rejection;

  cases::Surroundings around() const {
    return {.desk = *desk,
            .pinned =
                [this](const std::string& hash) {
                  return earlier && earlier->hash == hash ? earlier.get() : nullptr;
                },
            .directory = desk->directory,
            .loads = loads,
            .now = now,
            .secret = "secret"};
  }

  bool run(const access::Actor& actor, cases::Body body) {
    const cases::Command command{
        .id = "c", .kase = snapshot.id, .actor = actor, .body = std::move(body)};
    auto decision = cases::decide(snapshot, command, around());
    events.clear();
    letters.clear();
    if (!decision) {
      rejection = decision.error();
      return false;
    }
    snapshot = std::move(decision->after);
    events = std::move(decision->events);
    letters = std::move(decision->letters);
    journal.insert(journal.end(), events.begin(), events.end());
    return true;
  }

  access::Actor staff() const { return *access::actor_as(*desk, "robin"); }

  bool open(cases::Fields fields) {
    return run(access::system_actor(), cases::OpenRequest{std::move(fields)});
  }
  // A maker in Riverside who wants workshop space and agrees to be passed on.
  bool open_maker(std::string_view consent = "given") {
    return open({{"reference", text("R-1")},
                 {"name", text("Ada")},
                 {"phone", text("01632 960020")},
                 {"email", text("ada@example.test")},
                 {"description", text("A bench for my lathe")},
                 {"area", text("riverside")},
                 {"may_share", text(consent)},
                 {"themes", text("workshop")}});
  }
  bool act(std::int32_t n, std::string name, cases::Fields with = {}) {
    return run(staff(), cases::Act{{n}, std::move(name), std::move(with)});
  }
  bool reply(std::int32_t n, std::string name, cases::Fields with = {}) {
    return run(access::partner_actor(desk->directory, "guild"),
               cases::Reply{.n = {n}, .name = std::move(name), .with = std::move(with)});
  }
  void go_to(std::string_view moment) { now = *base::parse_instant(moment); }
  // Goes to the due date of the timer and fires it.
  bool fire(std::int32_t n, const std::string& name) {
    for (const cases::Timer& timer : snapshot.find({n})->timers) {
      if (timer.name != name || !timer.due_at) continue;
      now = std::max(now, *timer.due_at);
      return run(access::system_actor(),
                 cases::FireTimer{{n}, timer.state, timer.entry, name, timer.firing});
    }
    return false;
  }

  const cases::Instance& instance(std::int32_t n) const { return *snapshot.find({n}); }
  bool is_in(std::int32_t n, std::string_view state) const {
    return instance(n).find_active(state) != nullptr;
  }
  std::vector<std::string> sent() const {
    std::vector<std::string> out;
    for (const cases::LetterEffect& each : letters) out.push_back(each.letter + " to " + each.to);
    return out;
  }
  // The day on which a timer of an instance falls due; "" where none of that name is armed.
  std::string due(std::int32_t n, std::string_view name) const {
    for (const cases::Timer& timer : instance(n).timers) {
      if (timer.name == name && timer.due_at) {
        return base::iso(desk->calendar->local_day(*timer.due_at));
      }
    }
    return "";
  }
  // The same, to the second.
  std::string moment(std::int32_t n, std::string_view name) const {
    for (const cases::Timer& timer : instance(n).timers) {
      if (timer.name == name && timer.due_at) return base::iso(*timer.due_at);
    }
    return "";
  }
  std::vector<std::string> reasons() const {
    std::vector<std::string> out;
    for (const base::Message& reason : rejection.reasons) out.emplace_back(reason.key());
    return out;
  }
};

// A case of the small desk with some of its files changed; its request is taken in.
inline CaseFixture opened(const std::vector<Change>& changes = {}) {
  CaseFixture kase{.desk = changed_desk(changes)};
  REQUIRE(kase.open_maker());
  return kase;
}

}  // namespace guichet::tests
