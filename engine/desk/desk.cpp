#include "engine/desk/desk.hpp"

#include <sodium.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>

#include "engine/cases/apply.hpp"
#include "engine/desk/messages.hpp"
#include "engine/desk/migrations.hpp"

namespace guichet::desk {
namespace {

std::string random_hex() {
  unsigned char bytes[32];
  randombytes_buf(bytes, sizeof bytes);
  std::string out(2 * sizeof bytes + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes, sizeof bytes);
  out.pop_back();
  return out;
}

std::string party_name(const bundle::Settings::Party& party, const cases::Fields& fields) {
  std::string out;
  for (const std::string& id : party.name) {
    const auto found = fields.find(id);
    if (found == fields.end() || found->second.is_null()) continue;
    out += (out.empty() ? "" : " ") + to_text(found->second.value());
  }
  return out;
}

const feel::Stored* field_of(const cases::Snapshot& snapshot, const std::string& id) {
  for (const cases::Fields* fields : {&snapshot.data, &snapshot.person, &snapshot.firm}) {
    const auto found = fields->find(id);
    if (found != fields->end()) return &found->second;
  }
  return nullptr;
}

// What lists show, since only the definition knows which fields are names and places.
store::CaseRow row_of(const cases::Snapshot& snapshot, const bundle::Desk& desk) {
  store::CaseRow row{.id = snapshot.id,
                     .number = snapshot.number,
                     .person = party_name(desk.settings.person, snapshot.person),
                     .firm = party_name(desk.settings.firm, snapshot.firm),
                     .owner = snapshot.owner,
                     .verdict = snapshot.verdict,
                     .opened_at = snapshot.opened_at,
                     .closed_at = snapshot.closed_at};
  const std::string& place = desk.settings.person.place;
  if (const feel::Stored* value = place.empty() ? nullptr : field_of(snapshot, place)) {
    row.commune = to_text(value->value());
  }
  for (const cases::Instance& instance : snapshot.instances) {
    if (instance.kind != "need") continue;
    row.themes.push_back(instance.workflow);
    const cases::StateEntry* innermost = instance.innermost();
    row.states.push_back(innermost == nullptr ? "" : innermost->path);
  }
  return row;
}

cases::Whereabouts whereabouts(const store::OutboxRow& row) {
  switch (row.status) {
    case store::LetterStatus::waiting:
      return cases::Whereabouts::waiting;
    case store::LetterStatus::leased:
      return row.called_back ? cases::Whereabouts::called_back : cases::Whereabouts::handed_over;
    case store::LetterStatus::recalled:
      return cases::Whereabouts::recalled;
    case store::LetterStatus::delivered:
    case store::LetterStatus::refused:
    case store::LetterStatus::printed:
      break;
  }
  return cases::Whereabouts::left;
}

std::vector<cases::QueuedLetter> queued_letters(const std::vector<store::OutboxRow>& rows) {
  std::vector<cases::QueuedLetter> out;
  for (const store::OutboxRow& row : rows) {
    const cases::LetterEffect& letter = row.letter;
    out.push_back({.key = letter.key,
                   .letter = letter.letter,
                   .channel = letter.channel,
                   .to_kind = letter.to_kind,
                   .to = letter.to,
                   .to_name = letter.to_name,
                   .n = letter.n,
                   .leaves_at = letter.leaves_at,
                   .where = whereabouts(row)});
  }
  return out;
}

// What a referral's link opened to the adviser who had it is closed to her once a colleague has it.
void end_link_sessions(const store::Step& step, store::Transaction& transaction) {
  for (const cases::Fact& fact : step.facts) {
    if (const auto* moved = std::get_if<cases::AdviserAssigned>(&fact.event)) {
      transaction.accounts().remove_link_sessions(step.after.id, moved->n);
    }
  }
}

}  // namespace

Desk::Desk(std::shared_ptr<const bundle::Desk> definition, store::Store& store,
           const base::Clock& clock, base::Log& log)
    : store_(store), clock_(clock), log_(log) {
  secret_ = store_.setting("reply-secret");
  if (secret_.empty()) {
    secret_ = random_hex();
    store_.set_setting("reply-secret", secret_);
  }
  put_in_force(std::move(definition));
}

void write_and_wait(store::Store& store, const std::function<void(store::Transaction&)>& work) {
  std::mutex mutex;
  std::condition_variable ready;
  std::optional<base::Result<void>> written;
  store.write(work, [&](const base::Result<void>& result) {
    const std::lock_guard lock(mutex);
    written = result;
    ready.notify_one();
  });
  std::unique_lock lock(mutex);
  ready.wait(lock, [&] { return written.has_value(); });
  if (!*written) throw store::StorageFailure(written->error());
}

const bundle::Desk* Desk::pinned(const std::string& hash, const InForce& in_force) {
  if (hash == in_force.definition->hash) return in_force.definition.get();
  const std::lock_guard lock(earlier_mutex_);
  if (const auto known = earlier_.find(hash); known != earlier_.end()) return known->second.get();
  const auto files = store_.definition(hash);
  if (!files) return nullptr;
  base::Diagnostics diagnostics;
  auto loaded =
      bundle::load_desk_files(*files, hash.substr(0, 12) + "/", diagnostics, bundle::Proof::no);
  if (!loaded) {
    log_.write(base::LogLevel::error, "definition " + hash.substr(0, 12) +
                                          " does not load any more:\n" +
                                          base::render_text(diagnostics, base::Language::en));
  }
  return earlier_.emplace(hash, std::move(loaded)).first->second.get();
}

cases::Surroundings Desk::surroundings(const InForce& in_force, convention::Loads loads,
                                       base::Instant now) {
  return {.desk = *in_force.definition,
          .pinned = [this, &in_force](const std::string& hash) { return pinned(hash, in_force); },
          .directory = *in_force.directory,
          .loads = std::move(loads),
          .now = now,
          .secret = secret_};
}

std::optional<cases::Outcome> Desk::answered_before(const cases::Command& command,
                                                    const std::string& content,
                                                    store::Transaction& transaction) {
  if (command.id.empty()) return {};
  const auto before = transaction.find_command(command.id);
  if (!before) return {};
  cases::Receipt receipt = before->receipt;
  const auto refused = [](const base::MessageText& text, std::vector<std::string> arguments) {
    return std::unexpected(base::Rejection{409, {base::Message(text, std::move(arguments))}});
  };
  if (command.kase != base::CaseId{} && command.kase != receipt.kase) {
    return refused(messages::kKeyOfAnother, {std::to_string(receipt.kase.value)});
  }
  if (!before->content.empty() && before->content != content) {
    return refused(messages::kKeyReused, {std::to_string(receipt.kase.value)});
  }
  receipt.repeated = true;
  return receipt;
}

cases::Outcome Desk::carry_out(const cases::Command& command, const InForce& in_force,
                               store::Transaction& transaction,
                               std::vector<cases::Receipt>& changed) {
  const std::string content = command.id.empty() ? "" : cases::content_of(command.body);
  if (auto before = answered_before(command, content, transaction)) return std::move(*before);
  cases::Snapshot snapshot;
  if (const auto* open = std::get_if<cases::OpenRequest>(&command.body)) {
    const auto key = open->fields.find(in_force.definition->intake.key);
    if (key != open->fields.end() && !key->second.is_null()) {
      if (const auto known = transaction.find_number(to_text(key->second.value()))) {
        return cases::Receipt{.kase = *known, .repeated = true};
      }
    }
    snapshot.id = transaction.next_case_id();
  } else {
    auto loaded = transaction.load(command.kase);
    if (!loaded) {
      return std::unexpected(base::Rejection{
          404, {base::Message(messages::kUnknownCase, {std::to_string(command.kase.value)})}});
    }
    snapshot = std::move(*loaded);
  }
  std::vector<store::Step> steps;
  if (auto refused = decide_step(snapshot, command, in_force, transaction, steps)) {
    return std::unexpected(std::move(*refused));
  }
  for (const store::Step& step : steps) {
    transaction.save(step);
    end_link_sessions(step, transaction);
    changed.push_back({.kase = step.after.id, .rev = step.after.rev});
  }
  const cases::Receipt receipt{.kase = steps.front().after.id, .rev = steps.front().after.rev};
  if (!command.id.empty()) {
    transaction.record_command({command.id, receipt, clock_.now(), content});
  }
  return receipt;
}

// Each step is decided before any is saved: a refusal of one leaves nothing of the others.
std::optional<base::Rejection> Desk::decide_step(const cases::Snapshot& snapshot,
                                                 const cases::Command& command,
                                                 const InForce& in_force,
                                                 store::Transaction& transaction,
                                                 std::vector<store::Step>& steps) {
  const bundle::Desk& desk = *in_force.definition;
  const base::Instant now = clock_.now();
  cases::Surroundings around = surroundings(
      in_force, needs_loads(command) ? transaction.loads(now) : convention::Loads{}, now);
  around.taken = arm_told_;
  around.journal = [&] { return transaction.facts(snapshot.id); };
  around.letters = [&] { return queued_letters(transaction.letters(snapshot.id)); };
  around.other = [&](base::CaseId id) { return transaction.load(id); };
  auto decision = cases::decide(snapshot, command, around);
  if (const auto row = migration_row(command, decision, desk.settings.language)) {
    transaction.record_migration(*row);
  }
  if (!decision) return decision.error();
  steps.push_back({.row = row_of(decision->after, desk),
                   .after = std::move(decision->after),
                   .facts = store::seal(decision->events, snapshot.rev + 1, now, command.actor.id,
                                        transaction.last_hash(snapshot.id)),
                   .letters = std::move(decision->letters),
                   .recalled = std::move(decision->recalled),
                   .put_back = std::move(decision->put_back),
                   .documents = std::move(decision->documents)});
  for (cases::ForOther& told : decision->elsewhere) {
    const bool has_heard = std::ranges::any_of(
        steps, [&](const store::Step& step) { return step.after.id == told.kase; });
    const auto there = has_heard ? std::nullopt : transaction.load(told.kase);
    if (!there) continue;
    const cases::Command other{
        .kase = told.kase, .actor = command.actor, .body = std::move(told.body)};
    if (auto refused = decide_step(*there, other, in_force, transaction, steps)) return refused;
  }
  return {};
}

void Desk::drain() {
  while (under_way_ > 0) {
    std::mutex mutex;
    std::condition_variable ready;
    bool passed = false;
    store_.write([](store::Transaction&) {},
                 [&](const base::Result<void>&) {
                   const std::lock_guard lock(mutex);
                   passed = true;
                   ready.notify_one();
                 });
    std::unique_lock lock(mutex);
    ready.wait(lock, [&] { return passed; });
  }
}

void Desk::submit(cases::Command command, std::function<void(cases::Outcome)> done) {
  submit_after([](store::Transaction&) { return true; }, std::move(command), std::move(done));
}

void Desk::submit_after(std::function<bool(store::Transaction&)> first, cases::Command command,
                        std::function<void(cases::Outcome)> done) {
  ++under_way_;
  auto outcome = std::make_shared<cases::Outcome>(std::unexpected(base::Rejection{}));
  auto changed = std::make_shared<std::vector<cases::Receipt>>();
  store_.write(
      [this, first = std::move(first), command = std::move(command), outcome,
       changed](store::Transaction& transaction) {
        if (!first(transaction)) return;
        *outcome = carry_out(command, in_force_.now(), transaction, *changed);
      },
      [this, outcome, changed, done = std::move(done)](base::Result<void> written) {
        if (!written) {
          log_.write(base::LogLevel::error, written.error().what.in(base::Language::en));
          *outcome = std::unexpected(base::Rejection{503, {written.error().what}});
        }
        if (written && change_told_) {
          for (const cases::Receipt& each : *changed) change_told_(each);
        }
        done(std::move(*outcome));
        --under_way_;
      });
}

cases::Outcome Desk::submit_and_wait(cases::Command command) {
  std::mutex mutex;
  std::condition_variable ready;
  std::optional<cases::Outcome> answer;
  submit(std::move(command), [&](cases::Outcome outcome) {
    const std::lock_guard lock(mutex);
    answer = std::move(outcome);
    ready.notify_one();
  });
  std::unique_lock lock(mutex);
  ready.wait(lock, [&] { return answer.has_value(); });
  return std::move(*answer);
}

std::vector<cases::Offer> Desk::offers(const cases::Snapshot& snapshot,
                                       const access::Actor& actor) {
  return cases::offers(snapshot, actor, surroundings(in_force_.now(), {}, clock_.now()));
}

}  // namespace guichet::desk
