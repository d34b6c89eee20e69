// Two cases of one person or firm. The later one stands still where the other has the same need;
// what only it has goes on. Nothing is closed for ever, nothing is copied: parting them is simple.
#include <algorithm>
#include <set>
#include <utility>

#include "engine/cases/called_back.hpp"
#include "engine/cases/checks.hpp"
#include "engine/cases/clocks.hpp"
#include "engine/cases/consent.hpp"
#include "engine/cases/merge_messages.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/operator_messages.hpp"
#include "engine/cases/papers_messages.hpp"
#include "engine/cases/people.hpp"
#include "engine/cases/referral.hpp"
#include "engine/cases/retention.hpp"

namespace guichet::cases {
namespace {

using base::Message;

std::set<std::string> themes_in(const Snapshot& snapshot) {
  std::set<std::string> out;
  for (const Instance& each : snapshot.instances) {
    const bool gone = each.outcome == kUndone || each.extras.requalified_to;
    if (each.kind == "need" && !gone) out.insert(theme_of(each));
  }
  return out;
}

// The request itself, the needs that the other case has too, and the referrals of these.
std::vector<InstanceNumber> doubled(const Snapshot& snapshot, const Snapshot& other) {
  const std::set<std::string> themes = themes_in(other);
  std::vector<InstanceNumber> out;
  const auto is_in = [&](InstanceNumber n) { return std::ranges::find(out, n) != out.end(); };
  for (const Instance& each : snapshot.instances) {
    if (!each.is_open()) continue;
    const bool need = each.kind == "need" && themes.contains(theme_of(each));
    const bool referral = each.referral && each.parent && is_in(*each.parent);
    if (each.kind == "request" || need || referral) out.push_back(each.n);
  }
  return out;
}

void hold(Work& work, InstanceNumber n) {
  std::vector<Timer> timers;
  for (const Timer& timer : work.instance(n).timers) {
    if (timer.status == TimerState::armed) timers.push_back(with_rest(work, n, timer));
  }
  work.record(InstanceHeld{n, std::move(timers)});
  for (const QueuedLetter& letter : work.stoppable()) {
    if (letter.n == n) work.call_back(letter);
  }
}

void release(Work& work, InstanceNumber n) {
  const std::vector<Timer> stopped = work.instance(n).extras.stopped;
  work.record(InstanceReleased{n});
  if (!work.instance(n).is_open()) return;  // ended while it stood still
  for (Timer timer : stopped) {
    timer.due_at = due_after(work, n, timer);
    timer.status = TimerState::armed;
    timer.remaining.reset();
    timer.remaining_in_days = false;
    work.record(TimerArmed{n, std::move(timer)});
  }
}

// The facts of the last merge's step: from, until.
std::pair<std::int64_t, std::int64_t> last_merge(const Work& work) {
  std::pair<std::int64_t, std::int64_t> step{0, 0};
  if (!work.around().journal) return step;
  for (const Fact& fact : work.around().journal()) {
    const auto* act = std::get_if<ActTaken>(&fact.event);
    if (act != nullptr && act->name == "merge") step = {fact.seq, fact.seq + act->facts - 1};
  }
  return step;
}

// Nobody writes to a partner whose question stands still: somebody tells it.
void tell_desk(Work& work, const Snapshot& other, const std::vector<InstanceNumber>& held) {
  const auto asked_there = [&](const std::string& partner) {
    return std::ranges::any_of(other.instances, [&](const Instance& each) {
      return each.referral && each.is_open() && each.referral->partner == partner;
    });
  };
  for (const InstanceNumber n : held) {
    const Instance& each = work.instance(n);
    if (!each.referral || asked_there(each.referral->partner)) continue;
    const bundle::Partner* partner = work.around().directory.find(each.referral->partner);
    const Message line(
        messages::kAskedOnlyThere,
        {partner == nullptr ? each.referral->partner : partner->name, work.snapshot().number});
    work.record(AgendaAdded{n, line.in(work.around().desk.settings.language), ""});
  }
}

// Which of two consents was said last no rule can know: somebody asks.
void compare_consents(Work& work, const Snapshot& other) {
  const vocabulary::Field* field = consent_field(work, {1});
  if (field == nullptr) return;
  const feel::Stored here = work.field({1}, field->id);
  feel::Stored there;
  for (const Fields* fields :
       {&other.instances.front().data, &other.data, &other.person, &other.firm}) {
    const auto found = fields->find(field->id);
    if (found != fields->end()) there = found->second;
  }
  if (here == there) return;
  const Message line(messages::kConsentDiffers, {work.snapshot().number, other.number});
  work.record(AgendaAdded{{1}, line.in(work.around().desk.settings.language), ""});
}

void check(Work& work, const Snapshot& other) {
  const Snapshot& self = work.snapshot();
  check_staff(work);
  for (const Snapshot* each : {&self, &other}) {
    const auto& into = each->extras.merged_into;
    if (into) {
      work.refuse(409, Message(messages::kMergedAlready, {each->number, into->number}));
      continue;
    }
    if (each->closed_at) work.refuse(409, Message(messages::kClosedCase, {each->number}));
  }
  if (!self.extras.joined.empty()) {
    work.refuse(409,
                Message(messages::kHasJoined, {self.number, self.extras.joined.front().number}));
  }
}

NoteMerge note_of(const Work& work, bool joined) {
  return {.other = work.snapshot().id, .number = work.snapshot().number, .joined = joined};
}

}  // namespace

void merge(Work& work, const Merge& body) {
  if (body.into == work.snapshot().id) {
    return work.refuse(409, Message(messages::kMergeWithItself));
  }
  std::optional<Snapshot> other;
  if (work.around().other) other = work.around().other(body.into);
  if (!other) {
    return work.refuse(404, Message(messages::kUnknownCase, {std::to_string(body.into.value)}));
  }
  check(work, *other);
  if (are_apart(work.snapshot(), other->id)) {
    work.refuse(409, Message(messages::kMergeApart, {work.snapshot().number, other->number}));
  }
  if (work.refused()) return;
  work.record(ActTaken{.n = {1}, .name = "merge", .recorded_by = work.command().actor.recorded_by});
  work.record(CaseMerged{body.into, other->number});
  work.tell_other(body.into, note_of(work, true));
  const std::vector<InstanceNumber> held = doubled(work.snapshot(), *other);
  for (const InstanceNumber n : held) hold(work, n);
  tell_desk(work, *other, held);
  compare_consents(work, *other);
  work.run_queue();
}

void unmerge(Work& work) {
  check_staff(work);
  const auto into = work.snapshot().extras.merged_into;
  if (!into) work.refuse(409, Message(messages::kNotMerged));
  if (work.snapshot().extras.personal_data_taken) work.refuse(409, Message(messages::kDataGone));
  if (work.refused()) return;
  work.record(
      ActTaken{.n = {1}, .name = "unmerge", .recorded_by = work.command().actor.recorded_by});
  if (work.snapshot().closed_at) cancel_retention(work);
  work.record(CaseUnmerged{into->id, into->number});
  work.tell_other(into->id, note_of(work, false));
  std::vector<InstanceNumber> held;
  for (const Instance& each : work.snapshot().instances) {
    if (each.extras.held) held.push_back(each.n);
  }
  const auto [from, until] = last_merge(work);
  for (const InstanceNumber n : held) release(work, n);
  write_again(work, called_back_in(work, from, until), Again::from_the_beginning);
  for (const InstanceNumber n : held) {
    const Instance& each = work.instance(n);
    if (each.is_open() && !each.active.empty()) settle_instance(work, n);
  }
  work.run_queue();
}

void note_merge(Work& work, const NoteMerge& body) {
  if (body.joined) {
    work.record(CaseJoined{body.other, body.number});
  } else {
    work.record(CaseParted{body.other, body.number});
  }
}

}  // namespace guichet::cases
