#include "workflows/scenarios/from_case.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "engine/yaml/shape.hpp"
#include "workflows/scenarios/recovered.hpp"
#include "workflows/scenarios/run_step.hpp"

namespace guichet::scenarios {
namespace {

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

class Telling {
 public:
  Telling(const std::shared_ptr<const bundle::Desk>& desk, std::vector<cases::Fact> facts,
          const FromCase& wanted)
      : desk_(*desk), facts_(std::move(facts)), wanted_(wanted), stage_(desk, facts_.front().at) {}

  std::expected<std::string, std::string> tell() {
    text_ = fmt::format("guichet: scenario/1\nscenarios:\n  {}:\n    clock: {}\n    steps:\n",
                        wanted_.id, moment(facts_.front().at));
    while (done_ < facts_.size()) {
      const std::size_t before = done_;
      if (auto wrong = next(); !wrong.empty()) return std::unexpected(std::move(wrong));
      if (auto wrong = compare(before); !wrong.empty()) return std::unexpected(std::move(wrong));
    }
    return text_;
  }

 private:
  // Plays what the next fact is the first of, and writes the step.
  std::string next() {
    const cases::Fact& fact = facts_[done_];
    if (const auto* fired = std::get_if<cases::TimerFired>(&fact.event)) return timer(fact, *fired);
    stage_.run_until(fact.at);
    if (played() > done_) {  // timers came first
      write(fmt::format("until: {}", moment(fact.at)));
      return {};
    }
    const auto command = recover(desk_, stage_.load(kase_).value_or(cases::Snapshot{}),
                                 std::span(facts_).subspan(done_),
                                 [this](const auto& recalled) { return key_of(recalled); });
    if (!command) {
      return fmt::format("fact {} ({}) cannot be told as a step of a scenario", fact.seq,
                         cases::type_of(fact.event));
    }
    const auto outcome = stage_.submit(command->actor, kase_, command->body);
    if (!outcome) {
      return fmt::format("fact {}: the act is refused when it is played: {}", fact.seq,
                         outcome.error().reasons.front().in(base::Language::en));
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

  std::string timer(const cases::Fact& fact, const cases::TimerFired& fired) {
    const bool late = fired.late;
    if (late) {
      stage_.set_now(fact.at);
      stage_.run_until(fact.at);
      write(fmt::format("outage: {{until: {}}}", moment(fact.at)));
    } else {
      stage_.run_until(fired.due_at);
      write(fmt::format("until: {}", moment(fired.due_at)));
    }
    return {};
  }

  std::size_t played() { return stage_.facts(kase_).size(); }

  // The play must say what the journal says, as far as it has come.
  std::string compare(std::size_t from) {
    const std::vector<cases::Fact> now = stage_.facts(kase_);
    done_ = std::min(now.size(), facts_.size());
    for (std::size_t i = from; i < done_; ++i) {
      // With other names, texts made of them differ too.
      const bool same = wanted_.pseudonymise
                            ? now[i].event.index() == facts_[i].event.index() &&
                                  instance_of(now[i].event) == instance_of(facts_[i].event)
                            : say_the_same(now[i], facts_[i]);
      if (same) continue;
      return fmt::format("from fact {} on the play differs: {} {} instead of {} {}", facts_[i].seq,
                         cases::type_of(now[i].event), cases::to_json(now[i].event),
                         cases::type_of(facts_[i].event), cases::to_json(facts_[i].event));
    }
    if (done_ == from) {
      return fmt::format("nothing brings fact {} ({}) about", facts_[from].seq,
                         cases::type_of(facts_[from].event));
    }
    return {};
  }

  void write(const std::string& step) {
    text_ += fmt::format("      - {{{}, then: {{{}}}}}\n", step, expectations());
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
  Stage stage_;
  base::CaseId kase_{1};
  std::size_t done_ = 0;
  std::string text_;
};

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

std::expected<std::string, std::string> scenario_from_case(
    const std::shared_ptr<const bundle::Desk>& desk, const std::vector<cases::Fact>& facts,
    const FromCase& wanted) {
  std::vector<cases::Fact> own;
  for (const cases::Fact& fact : facts) {
    if (!is_of_delivery(fact)) own.push_back(as_of_first_case(fact));
  }
  if (own.empty()) return std::unexpected("the case has no facts");
  if (!wanted.pseudonymise) return Telling(desk, std::move(own), wanted).tell();
  // First as it was, so that the play is known to be right; then with other names.
  const FromCase plainly{.id = wanted.id};
  if (auto plain = Telling(desk, own, plainly).tell(); !plain) return plain;
  // Among partners that are equally fit the turn goes by the request's number: one is found by
  // which it falls as it did.
  constexpr std::size_t kMostTurns = 20;
  std::expected<std::string, std::string> told;
  for (std::size_t turn = 0; turn < kMostTurns; ++turn) {
    told = Telling(desk, with_pseudonyms(*desk, own, turn), wanted).tell();
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
