#include "workflows/scenarios/from_case.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/yaml/shape.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/other_load.hpp"
#include "workflows/scenarios/recovered.hpp"
#include "workflows/scenarios/run_step.hpp"

namespace guichet::scenarios {
namespace {

using base::Message;

// What the world did with a letter is not part of a play.
bool is_of_delivery(const cases::Fact& fact) {
  if (const auto* incident = std::get_if<cases::IncidentOpened>(&fact.event)) {
    return incident->code == "letter-refused";
  }
  return std::holds_alternative<cases::LetterDelivered>(fact.event) ||
         std::holds_alternative<cases::LetterRefused>(fact.event);
}

// The task that a printed letter opens is named by the letter's key, and that by the case; in a
// play the case is the first.
void name_as_first_case(std::string& task) {
  constexpr std::string_view kPrinted = "printed.";
  const std::size_t dash = task.rfind('-');
  if (!task.starts_with(kPrinted) || dash == std::string::npos) return;
  task = std::string(kPrinted) + "1" + task.substr(dash);
}

cases::Fact as_of_first_case(cases::Fact fact) {
  if (auto* opened = std::get_if<cases::TaskOpened>(&fact.event)) {
    name_as_first_case(opened->task.id);
  }
  if (auto* closed = std::get_if<cases::TaskClosed>(&fact.event)) name_as_first_case(closed->task);
  if (auto* taken = std::get_if<cases::ActTaken>(&fact.event)) name_as_first_case(taken->name);
  return fact;
}

// Which partners; in which order they are proposed hangs on how much the others have to do.
std::set<std::string> chosen(const cases::PartnersConsidered& considered) {
  std::set<std::string> out;
  for (const cases::Considered& each : considered.partners) {
    if (each.chosen) out.insert(each.partner);
  }
  return out;
}

// What other cases took up of partners, by the first fact of the step from which it counts.
using Loads = std::map<std::size_t, std::vector<OtherLoad>>;

// Why the play does not go on, and which load of other cases would explain it.
struct Obstacle {
  Message why;
  std::size_t step = 0;
  std::vector<OtherLoad> load{};
};

class Telling {
 public:
  Telling(const std::shared_ptr<const bundle::Desk>& desk, std::vector<cases::Fact> facts,
          const FromCase& wanted, const Loads& loads)
      : desk_(*desk),
        facts_(std::move(facts)),
        wanted_(wanted),
        loads_(loads),
        stage_(desk, facts_.front().at) {}

  std::expected<std::string, Obstacle> tell() {
    text_ = fmt::format("guichet: scenario/1\nscenarios:\n  {}:\n    clock: {}\n    steps:\n",
                        wanted_.id, moment(facts_.front().at));
    while (done_ < facts_.size()) {
      const std::size_t before = done_;
      if (auto wrong = next()) return std::unexpected(Obstacle{std::move(*wrong), before});
      if (auto wrong = compare(before)) return std::unexpected(std::move(*wrong));
    }
    return text_;
  }

 private:
  // Plays what the next fact is the first of, and writes the step.
  std::optional<Message> next() {
    const cases::Fact& fact = facts_[done_];
    load_.clear();
    if (const auto load = loads_.find(done_); load != loads_.end()) {
      stage_.set_others(load->second);
      load_ = "load: " + to_text(load->second) + ", ";
    }
    if (const auto* fired = std::get_if<cases::TimerFired>(&fact.event)) {
      timer(fact, *fired);
      return {};
    }
    stage_.run_until(fact.at);
    if (played() > done_) {  // timers came first
      write(fmt::format("until: {}", moment(fact.at)));
      return {};
    }
    const std::string seq = std::to_string(fact.seq);
    const auto command = recover(desk_, stage_.load(kase_).value_or(cases::Snapshot{}),
                                 std::span(facts_).subspan(done_),
                                 [this](const auto& recalled) { return key_of(recalled); });
    if (!command) {
      return Message(messages::kNotAStep, {seq, std::string(cases::type_of(fact.event))});
    }
    const auto outcome = stage_.submit(command->actor, kase_, command->body);
    if (!outcome) {
      const Message& why = outcome.error().reasons.front();
      return Message(messages::kRefusedInPlay, {seq, why.in(desk_.settings.language)});
    }
    kase_ = outcome->kase;
    write(fmt::format("until: {}, {}", moment(fact.at), command->step(wanted_.pseudonymise)));
    return {};
  }

  // The key under which the play queued a letter that is called back: the latest such one.
  std::string key_of(const cases::LetterRecalled& recalled) {
    std::string key;
    for (const store::OutboxRow& row : stage_.letters(kase_)) {
      const cases::LetterEffect& letter = row.letter;
      if (letter.letter == recalled.letter && letter.to == recalled.to) key = letter.key;
    }
    return key;
  }

  void timer(const cases::Fact& fact, const cases::TimerFired& fired) {
    if (fired.late) {
      stage_.set_now(fact.at);
      stage_.run_until(fact.at);
      write(fmt::format("outage: {{until: {}}}", moment(fact.at)));
    } else {
      stage_.run_until(fired.due_at);
      write(fmt::format("until: {}", moment(fired.due_at)));
    }
  }

  std::size_t played() { return stage_.facts(kase_).size(); }

  // The play must say what the journal says, as far as it has come.
  std::optional<Obstacle> compare(std::size_t from) {
    const std::vector<cases::Fact> now = stage_.facts(kase_);
    done_ = std::min(now.size(), facts_.size());
    for (std::size_t i = from; i < done_; ++i) {
      if (is_as_it_was(now[i], facts_[i])) continue;
      const base::Day day = desk_.calendar->local_day(facts_[i].at);
      return Obstacle{Message(messages::kPlayDiffers,
                              {std::to_string(facts_[i].seq),
                               std::string(cases::type_of(facts_[i].event)), base::iso(day)}),
                      from, load_behind(facts_[i])};
    }
    if (done_ > from) return {};
    return Obstacle{
        Message(messages::kNothingBrings, {std::to_string(facts_[from].seq),
                                           std::string(cases::type_of(facts_[from].event))}),
        from};
  }

  bool is_as_it_was(const cases::Fact& now, const cases::Fact& then) const {
    if (!wanted_.pseudonymise) return say_the_same(now, then);
    // With other names, texts made of them differ too; who is chosen does not.
    const bool same = now.event.index() == then.event.index() &&
                      instance_of(now.event) == instance_of(then.event);
    const auto* considered = std::get_if<cases::PartnersConsidered>(&then.event);
    return same && (considered == nullptr || say_the_same(now, then));
  }

  // The least that other cases must have taken up for the convention to choose as it did: quotas
  // that were full, and work of those who came after the ones chosen.
  std::vector<OtherLoad> load_behind(const cases::Fact& fact) const {
    std::vector<OtherLoad> out;
    const auto* considered = std::get_if<cases::PartnersConsidered>(&fact.event);
    if (considered == nullptr) return out;
    for (const cases::Considered& each : considered->partners) {
      if (each.chosen) continue;
      for (const cases::Considered::Failure& failure : each.failed) {
        if (failure.criterion == "rank") out.push_back({each.partner, {}, 1});
        if (failure.criterion != "quota") continue;
        for (const convention::Quota& quota : quotas_of(desk_, each.partner)) {
          if (!failure.wanted.starts_with(fmt::format("< {} ", quota.max))) continue;
          out.push_back({each.partner, quota, quota.max});
          break;
        }
      }
    }
    return out;
  }

  void write(const std::string& step) {
    text_ += fmt::format("      - {{{}{}, then: {{{}}}}}\n", load_, step, expectations());
  }

  // Letters, agenda and moves since the step before.
  std::string expectations() {
    std::vector<std::string> sent, states;
    std::size_t agenda = 0;
    const auto snapshot = stage_.load(kase_);
    std::vector<base::InstanceNumber> moved;
    const auto facts = stage_.facts(kase_);
    const auto letters = stage_.letters(kase_);
    // A letter that takes back one which still rests never leaves: it is in no outbox.
    const auto leaves = [&](const std::string& key) {
      return std::ranges::any_of(
          letters, [&](const store::OutboxRow& row) { return row.letter.key == key; });
    };
    for (std::size_t i = done_; i < facts.size(); ++i) {
      const auto* letter = std::get_if<cases::LetterQueued>(&facts[i].event);
      if (letter != nullptr && leaves(letter->key)) {
        sent.push_back(fmt::format("{} to {}", letter->letter, addressee(*letter)));
      }
      agenda += std::holds_alternative<cases::AgendaAdded>(facts[i].event) ? 1 : 0;
      if (const auto* entered = std::get_if<cases::StateEntered>(&facts[i].event)) {
        if (std::ranges::find(moved, entered->n) == moved.end()) moved.push_back(entered->n);
      }
    }
    for (const base::InstanceNumber n : moved) {
      const std::string name = name_of(*snapshot, n);
      const cases::StateEntry* at = snapshot->find(n)->innermost();
      if (!name.empty() && at != nullptr && !at->path.empty()) {
        states.push_back(name + ": " + at->path);
      }
    }
    std::string out =
        fmt::format("exactly: {{sent: [{}], agenda: {}}}", fmt::join(sent, ", "), agenda);
    if (!states.empty()) out += fmt::format(", state: {{{}}}", fmt::join(states, ", "));
    return out;
  }

  std::string addressee(const cases::LetterQueued& letter) const {
    if (letter.to_kind == "person") {
      for (const auto& [id, role] : desk_.settings.roles) {
        if (role.binding == bundle::Binding::person) return id;
      }
    }
    if (letter.to_kind != "staff" || !wanted_.pseudonymise) return letter.to;
    return Pseudonyms(desk_).of_staff(letter.to);
  }

  // By which `then` finds the instance; "" where it would find another.
  static std::string name_of(const cases::Snapshot& snapshot, base::InstanceNumber n) {
    const cases::Instance& self = *snapshot.find(n);
    const auto name = [](const cases::Instance& each) {
      return each.referral ? each.referral->partner : each.workflow;
    };
    for (const cases::Instance& each : snapshot.instances) {
      if (each.n != n && name(each) == name(self)) return "";
    }
    return name(self);
  }

  std::string moment(base::Instant at) const {
    std::string text = base::iso(desk_.calendar->local_time(at));
    return text.ends_with(":00") ? text.substr(0, text.size() - 3) : text;
  }

  const bundle::Desk& desk_;
  std::vector<cases::Fact> facts_;
  const FromCase& wanted_;
  const Loads& loads_;
  std::string load_;  // of the step at hand, as it is written
  Stage stage_;
  base::CaseId kase_{1};
  std::size_t done_ = 0;
  std::string text_;
};

// What the obstacle adds to the loads known; false where that would change nothing.
bool add_load(Loads& loads, const Obstacle& obstacle) {
  constexpr std::int64_t kMostOpen = 5;  // the case's own referrals count as well
  if (obstacle.load.empty()) return false;
  std::vector<OtherLoad>& known = loads[obstacle.step];
  const std::vector<OtherLoad> before = known;
  for (const OtherLoad& each : obstacle.load) {
    const auto same = std::ranges::find_if(known, [&](const OtherLoad& one) {
      return one.partner == each.partner && one.quota.has_value() == each.quota.has_value();
    });
    if (same == known.end()) {
      known.push_back(each);
    } else if (!each.quota && same->count < kMostOpen) {
      ++same->count;
    }
  }
  return known != before;
}

// Tells the case, with as much of other cases' load as it takes. `loads` is what was found.
std::expected<std::string, Message> tell_with_loads(const std::shared_ptr<const bundle::Desk>& desk,
                                                    const std::vector<cases::Fact>& facts,
                                                    const FromCase& wanted, Loads& loads) {
  for (;;) {
    auto told = Telling(desk, facts, wanted, loads).tell();
    if (told) return std::move(*told);
    if (!add_load(loads, told.error())) return std::unexpected(told.error().why);
  }
}

}  // namespace

bool say_the_same(const cases::Fact& a, const cases::Fact& b) {
  if (a.event.index() != b.event.index()) return false;
  if (std::holds_alternative<cases::RequestReceived>(a.event)) return true;  // numbered by its case
  if (const auto* recalled = std::get_if<cases::LetterRecalled>(&a.event)) {
    const auto& other = std::get<cases::LetterRecalled>(b.event);
    return recalled->letter == other.letter && recalled->to == other.to;
  }
  if (const auto* considered = std::get_if<cases::PartnersConsidered>(&a.event)) {
    return chosen(*considered) == chosen(std::get<cases::PartnersConsidered>(b.event));
  }
  const auto* letter = std::get_if<cases::LetterQueued>(&a.event);
  if (letter == nullptr) return cases::to_json(a.event) == cases::to_json(b.event);
  const auto& other = std::get<cases::LetterQueued>(b.event);  // keys name their case
  return letter->n == other.n && letter->letter == other.letter && letter->to == other.to &&
         letter->purpose == other.purpose && letter->channel == other.channel;
}

std::expected<std::string, Message> scenario_from_case(
    const std::shared_ptr<const bundle::Desk>& desk, const std::vector<cases::Fact>& facts,
    const FromCase& wanted) {
  std::vector<cases::Fact> own;
  for (const cases::Fact& fact : facts) {
    if (!is_of_delivery(fact)) own.push_back(as_of_first_case(fact));
  }
  if (own.empty()) return std::unexpected(Message(messages::kNoFacts));
  Loads loads;
  if (!wanted.pseudonymise) return tell_with_loads(desk, own, wanted, loads);
  // First as it was, so that the play is known to be right; then with other names.
  const FromCase plainly{.id = wanted.id};
  if (auto plain = tell_with_loads(desk, own, plainly, loads); !plain) return plain;
  // Among partners that are equally fit the turn goes by the request's number: one is found by
  // which it falls as it did.
  constexpr std::size_t kMostTurns = 20;
  std::expected<std::string, Message> told;
  for (std::size_t turn = 0; turn < kMostTurns; ++turn) {
    Loads of_turn = loads;
    told = tell_with_loads(desk, with_pseudonyms(*desk, own, turn), wanted, of_turn);
    if (told) break;
  }
  return told;
}

std::expected<std::vector<cases::Fact>, std::string> play_scenario(
    const std::shared_ptr<const bundle::Desk>& desk, const std::string& text) {
  base::Diagnostics diagnostics;
  const auto root = yaml::parse(base::make_source("scenario.yaml", text), diagnostics);
  const yaml::Node* scenarios = root ? yaml::at(*root, "scenarios") : nullptr;
  if (diagnostics.has_errors() || scenarios == nullptr || scenarios->entries().empty()) {
    return std::unexpected(render_text(diagnostics, base::Language::en));
  }
  const yaml::Node& scenario = scenarios->entries().front().value;
  const auto start = moment_of(*yaml::at(scenario, "clock"));
  ScenarioRun run(desk, "from-case", desk->calendar->instant_of(*start), "tests");
  for (const yaml::Node& step : yaml::at(scenario, "steps")->items()) run.step(step);
  std::string failed;
  for (const Failure& each : run.failures()) failed += each.what + "\n";
  if (!failed.empty()) return std::unexpected(failed);
  return run.stage().facts(run.current_case());
}

}  // namespace guichet::scenarios
