#include "workflows/scenarios/stage.hpp"

namespace guichet::scenarios {

Stage::Stage(std::shared_ptr<const bundle::Desk> definition, base::Instant start,
             std::unique_ptr<store::Store> store)
    : definition_(std::move(definition)),
      clock_(start),
      store_(store ? std::move(store) : store::make_memory_store()) {
  // Reply links must be the same bytes in every run of a simulation.
  if (store_->setting("reply-secret").empty()) store_->set_setting("reply-secret", "simulation");
  desk_ = std::make_unique<desk::Desk>(definition_, *store_, clock_, log_);
}

std::optional<base::Instant> Stage::next_due() {
  std::optional<base::Instant> next;
  store_->read([&](store::Reader& reader) { next = reader.next_timer(); });
  return next;
}

std::optional<base::CaseId> Stage::fire_due_case() {
  std::vector<store::DueTimer> due;
  store_->read([&](store::Reader& reader) { due = reader.due_timers(now(), 1); });
  if (due.empty()) return {};
  // A timer that is refused stays armed: going on would turn for ever.
  const auto outcome = submit(access::system_actor(), due.front().kase, due.front().fire);
  if (!outcome) return {};
  return due.front().kase;
}

void Stage::run_until(base::Instant until) {
  for (auto next = next_due(); next && *next <= until; next = next_due()) {
    clock_.set(*next);
    if (!fire_due()) break;
  }
  clock_.set(until);
}

cases::Outcome Stage::submit(access::Actor actor, base::CaseId kase, cases::Body body) {
  cases::Command command{.id = "c" + std::to_string(++commands_),
                         .kase = kase,
                         .actor = std::move(actor),
                         .body = std::move(body)};
  return desk_->submit_and_wait(std::move(command));
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
