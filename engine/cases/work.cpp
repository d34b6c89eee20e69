#include "engine/cases/work.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/cases/consent.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/retention.hpp"

namespace guichet::cases {

Work::Work(const Snapshot& snapshot, const Command& command, const Surroundings& around)
    : command_(command), around_(around), loads_(around.loads) {
  decision_.after = snapshot;
}

const bundle::Desk& Work::desk_of(const Instance& instance) const {
  if (instance.bundle == around_.desk.hash) return around_.desk;
  const bundle::Desk* found = around_.pinned(instance.bundle);
  if (found == nullptr) throw UnknownDefinition(instance.bundle);
  return *found;
}

const model::Workflow& Work::workflow_of(const Instance& instance) const {
  const model::Workflow* found = desk_of(instance).workflow(instance.workflow);
  if (found == nullptr) throw UnknownDefinition(instance.bundle);
  return *found;
}

void Work::record(Event event) {
  apply(decision_.after, event, decision_.after.rev + 1, around_.now);
  decision_.events.push_back(std::move(event));
}

std::string Work::next_letter_key() const {
  return fmt::format("{}-{}", snapshot().id.value, snapshot().rev + 1);
}

InstanceNumber Work::next_instance() const {
  return {static_cast<std::int32_t>(snapshot().instances.size()) + 1};
}

void Work::write_field(InstanceNumber n, const std::string& id, const feel::Stored& said) {
  const vocabulary::Field* known = desk_of(instance(n)).vocabulary->find(id);
  Owner owner = Owner::instance;
  if (known != nullptr && known->of == vocabulary::Subject::kase) owner = Owner::kase;
  if (known != nullptr && known->of == vocabulary::Subject::person) owner = Owner::person;
  if (known != nullptr && known->of == vocabulary::Subject::firm) owner = Owner::firm;
  const feel::Stored now = field(n, id);
  const bool consent = known != nullptr && known->type == vocabulary::FieldType::consent;
  const feel::Stored value = consent ? consent_after(now.value(), said.value()) : said;
  if (now == value) return;
  consent_written_ = consent_written_ || consent;
  if (owner != Owner::instance) shared_field_written_ = true;
  record(FieldWritten{owner, n, id, value});
}

bool Work::has_written(InstanceNumber n, std::string_view field) const {
  return std::ranges::any_of(decision_.events, [&](const Event& event) {
    const auto* written = std::get_if<FieldWritten>(&event);
    return written != nullptr && written->owner == Owner::instance && written->n == n &&
           written->field == field;
  });
}

feel::Stored Work::field(InstanceNumber n, std::string_view id) const {
  const vocabulary::Field* known = desk_of(instance(n)).vocabulary->find(id);
  const Fields* fields = &instance(n).data;
  if (known != nullptr) {
    switch (known->of) {
      case vocabulary::Subject::kase:
        fields = &snapshot().data;
        break;
      case vocabulary::Subject::person:
        fields = &snapshot().person;
        break;
      case vocabulary::Subject::firm:
        fields = &snapshot().firm;
        break;
      default:
        break;
    }
  }
  const auto found = fields->find(id);
  return found == fields->end() ? feel::Stored() : found->second;
}

void Work::reserve(InstanceNumber n, const std::string& partner) {
  convention::PartnerLoad& load = loads_.partners[partner];
  load.open += 1;
  for (const convention::Reservation& each : reservations_) {
    if (each.partner != partner) continue;
    load.reserved[each.quota + "/" + each.period] += 1;
    record(QuotaReserved{n, each.partner, each.quota, each.period});
  }
}

void Work::post_start(InstanceNumber n) {
  queue_.push_back({n, true, {}});
}

void Work::post(InstanceNumber n, kernel::Trigger trigger) {
  queue_.push_back({n, false, std::move(trigger)});
}

void Work::run_queue() {
  for (;;) {
    while (!queue_.empty()) {
      if (++rounds_ > kernel::kMacrostepBudget) {
        throw EndlessStep(workflow_of(instance(queue_.front().n)).id);
      }
      const Posted next = std::move(queue_.front());
      queue_.pop_front();
      if (!instance(next.n).is_open() || instance(next.n).extras.held) continue;
      if (next.start) {
        start_instance(*this, next.n);
      } else {
        step_instance(*this, next.n, next.trigger);
      }
    }
    if (!shared_field_written_ && !consent_written_) break;
    rounds_ += 10;  // every instance is looked at: dearer than one step
    if (std::exchange(shared_field_written_, false)) settle_others();
    if (std::exchange(consent_written_, false)) end_without_consent(*this);
  }
  close_case_if_done();
}

// A fact of the case, the person or the firm may open an `always` of any instance.
void Work::settle_others() {
  const std::size_t count = snapshot().instances.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Instance& each = snapshot().instances[i];
    if (each.is_open() && !each.extras.held && !each.active.empty()) settle_instance(*this, each.n);
  }
}

void Work::close_case_if_done() {
  if (snapshot().closed_at || snapshot().instances.empty()) return;
  // What stands still for another case does not keep this one open.
  const bool open = std::ranges::any_of(snapshot().instances, [](const Instance& each) {
    return each.is_open() && !each.extras.held;
  });
  if (open) return;
  record(CaseClosed{});
  arm_retention(*this);
}

void Work::refuse(int status, base::Message reason) {
  // The first reason decides the status: 403 and 404 are found before what is missing.
  if (rejection_.reasons.empty()) rejection_.status = status;
  rejection_.reasons.push_back(std::move(reason));
}

std::vector<QueuedLetter> Work::outbox() const {
  return around_.letters ? around_.letters() : std::vector<QueuedLetter>();
}

std::vector<QueuedLetter> Work::stoppable() const {
  std::vector<QueuedLetter> out = outbox();
  std::erase_if(out, [&](const QueuedLetter& each) {
    const bool pending =
        each.where == Whereabouts::waiting || each.where == Whereabouts::handed_over;
    return !pending || std::ranges::find(decision_.recalled, each.key) != decision_.recalled.end();
  });
  for (const LetterEffect& each : decision_.letters) {
    out.push_back({each.key, each.letter, each.channel, each.to_kind, each.to, each.to_name, each.n,
                   each.leaves_at});
  }
  return out;
}

void Work::put_back(const QueuedLetter& letter) {
  decision_.put_back.push_back({letter.key, leaves_at()});
  record(LetterPutBack{letter.n, letter.key, letter.letter, letter.to});
}

base::Instant Work::leaves_at() const {
  const bundle::Desk& desk = around_.desk;
  return desk.calendar->next_send(
      desk.calendar->due(around_.now, desk.settings.undo_for, calendar::Roll::none));
}

void Work::call_back(const QueuedLetter& letter) {
  const auto made_now = std::ranges::find(decision_.letters, letter.key, &LetterEffect::key);
  if (made_now == decision_.letters.end()) {
    decision_.recalled.push_back(letter.key);
  } else {
    decision_.letters.erase(made_now);
  }
  record(LetterRecalled{letter.n, letter.key, letter.letter, letter.to});
  // A letter that somebody would carry is not to be carried any more.
  const std::vector<Task> tasks = instance(letter.n).tasks;
  for (const Task& task : tasks) {
    if (task.id == letter.channel + "." + letter.key) {
      record(TaskClosed{letter.n, task.id, task.entry});
    }
  }
}

// An act tells how many facts its step has, so that it can be taken back whole.
Decision Work::finish() && {
  tell_joined_cases(*this);
  if (!decision_.events.empty()) {
    if (auto* act = std::get_if<ActTaken>(&decision_.events.front())) {
      act->facts = static_cast<std::int32_t>(decision_.events.size());
    }
  }
  return std::move(decision_);
}

}  // namespace guichet::cases
