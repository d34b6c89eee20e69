#include "workflows/scenarios/stage.hpp"

#include "engine/desk/due_timers.hpp"

#include <utility>

#include "engine/cases/apply.hpp"
#include "engine/cases/snapshot_json.hpp"
#include "workflows/scenarios/losing_store.hpp"

namespace guichet::scenarios {
namespace {

constexpr std::size_t kLettersAtOnce = 100;

}  // namespace

Stage::Stage(std::shared_ptr<const bundle::Desk> definition, base::Instant start,
             std::unique_ptr<store::Store> store)
    : definition_(std::move(definition)),
      clock_(start),
      store_(std::make_unique<LosingStore>(store ? std::move(store) : store::make_memory_store())) {
  // Reply links must be the same bytes in every run of a simulation.
  if (store_->setting("reply-secret").empty()) store_->set_setting("reply-secret", "simulation");
  start_desk();
}

Stage::~Stage() = default;

void Stage::start_desk() {
  definitions_[definition_->hash] = definition_;
  desk_ = std::make_unique<desk::Desk>(definition_, *store_, clock_, log_);
  desk_->observe(arm_told_);
}

void Stage::on_arm(ArmTold told) {
  arm_told_ = std::move(told);
  desk_->observe(arm_told_);
}

void Stage::set_others(std::vector<OtherLoad> others) {
  store_->set_others(std::move(others), *definition_->calendar);
}

std::vector<const bundle::Desk*> Stage::earlier() const {
  std::vector<const bundle::Desk*> out;
  for (const auto& [hash, each] : definitions_) {
    if (each != definition_) out.push_back(each.get());
  }
  return out;
}

void Stage::activate(std::shared_ptr<const bundle::Desk> definition) {
  definition_ = std::move(definition);
  start_desk();
}

base::CaseId Stage::place(const std::vector<cases::Event>& events) {
  store::Step step;
  const auto write = [&](store::Transaction& transaction) {
    step.after.id = transaction.next_case_id();
    step.facts = store::seal(events, 1, now(), access::system_actor().id, "");
    for (const cases::Fact& fact : step.facts) {
      cases::apply(step.after, fact.event, fact.seq, fact.at);
    }
    step.row.id = step.after.id;
    step.row.number = step.after.number;
    step.row.opened_at = now();
    transaction.save(step);
  };
  store_->write(write, [](const base::Result<void>&) {});
  return step.after.id;
}

bool Stage::facts_give_case(base::CaseId kase) {
  const auto stored = load(kase);
  if (!stored) return true;
  cases::Snapshot folded;
  folded.id = kase;
  for (const cases::Fact& fact : facts(kase)) {
    cases::apply(folded, fact.event, fact.seq, fact.at);
  }
  return cases::to_json(folded) == cases::to_json(*stored);
}

cases::Surroundings Stage::surroundings() {
  const auto pinned = [this](const std::string& hash) -> const bundle::Desk* {
    const auto found = definitions_.find(hash);
    return found == definitions_.end() ? nullptr : found->second.get();
  };
  return {.desk = *definition_,
          .pinned = pinned,
          .directory = desk_->directory(),
          .loads = {},
          .now = now(),
          .secret = "simulation"};
}

std::optional<base::Instant> Stage::next_due() {
  std::optional<base::Instant> next;
  store_->read([&](store::Reader& reader) { next = reader.next_timer(); });
  return next;
}

std::optional<base::CaseId> Stage::fire_due_case() {
  std::vector<store::DueTimer> due;
  store_->read(
      [&](store::Reader& reader) { due = desk::due_timers(reader, *definition_, now(), 1); });
  if (due.empty()) return {};
  // A timer that is refused stays armed: going on would turn for ever.
  const auto outcome = submit(access::system_actor(), due.front().kase, due.front().fire);
  if (!outcome) return {};
  return due.front().kase;
}

void Stage::run_until(base::Instant until) {
  for (auto next = next_due(); next && *next <= until; next = next_due()) {
    if (now() < *next) clock_.set(*next);  // after an outage they are late
    if (!fire_due()) break;
  }
  clock_.set(until);
}

// Nobody holds letters up here: what is due has left before anything else happens.
void Stage::deliver() {
  std::optional<base::Instant> next;
  store_->read([&](store::Reader& reader) { next = reader.next_letter(); });
  if (!next || *next > now()) return;
  const auto send = [this](store::Transaction& transaction) {
    for (;;) {
      const auto due = transaction.lease_letters(kLettersAtOnce, now(), now());
      if (due.empty()) return;
      for (const store::LeasedLetter& each : due) {
        const bool mail = each.letter.channel == "email";
        transaction.settle_letter(
            each.id, each.fence,
            mail ? store::LetterStatus::delivered : store::LetterStatus::printed, now(), "");
      }
    }
  };
  desk::write_and_wait(*store_, send);
}

cases::Outcome Stage::submit(access::Actor actor, base::CaseId kase, cases::Body body) {
  const cases::Command command{.id = "c" + std::to_string(++commands_),
                               .kase = kase,
                               .actor = std::move(actor),
                               .body = std::move(body)};
  deliver();
  const Crash crash = std::exchange(crash_, Crash::none);
  if (crash == Crash::before_commit) store_->lose_next_commit();
  auto outcome = desk_->submit_and_wait(command);
  if (crash != Crash::none) {
    start_desk();
    outcome = desk_->submit_and_wait(command);
  }
  if (outcome && told_) told_(outcome->kase);
  return outcome;
}

std::optional<cases::Snapshot> Stage::load(base::CaseId kase) {
  std::optional<cases::Snapshot> found;
  store_->read([&](store::Reader& reader) { found = reader.load(kase); });
  return found;
}

std::optional<base::CaseId> Stage::find_number(const std::string& number) {
  std::optional<base::CaseId> found;
  store_->read([&](store::Reader& reader) { found = reader.find_number(number); });
  return found;
}

std::vector<cases::Fact> Stage::facts(base::CaseId kase) {
  std::vector<cases::Fact> found;
  store_->read([&](store::Reader& reader) { found = reader.facts(kase); });
  return found;
}

std::vector<store::OutboxRow> Stage::letters(base::CaseId kase) {
  std::vector<store::OutboxRow> found;
  store_->read([&](store::Reader& reader) { found = reader.letters(kase); });
  return found;
}

std::vector<base::CaseId> Stage::case_ids() {
  std::vector<base::CaseId> found;
  store_->read([&](store::Reader& reader) { found = reader.case_ids(); });
  return found;
}

}  // namespace guichet::scenarios
