#include "engine/cases/referral.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/cases/called_back.hpp"
#include "engine/cases/checks.hpp"
#include "engine/cases/choosing.hpp"
#include "engine/cases/consent.hpp"
#include "engine/cases/letters.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/names.hpp"
#include "engine/cases/offered.hpp"
#include "engine/cases/verbs.hpp"
#include "engine/cases/waiting.hpp"

namespace guichet::cases {
namespace {

using base::Message;

feel::Stored about(const Instance& child, const Work& work) {
  feel::Arena arena;
  std::vector<feel::Entry> entries{{"partner", arena.string(child.referral->partner)},
                                   {"n", feel::Value::integer(child.n.value)},
                                   {"outcome", arena.string(child.outcome)}};
  for (const std::string& id : work.workflow_of(child).exports) {
    const feel::Stored value = work.field(child.n, id);
    if (!value.is_null()) entries.push_back({id, arena.copy(value.value())});
  }
  return feel::Stored(arena.context(entries));
}

void open_child(Work& work, const Asking& at, const Considered& partner) {
  const Instance& need = work.instance(at.n);
  const model::ReferralBlock& block = *at.state.referral;
  const InstanceNumber child = work.next_instance();
  Referral referral{.partner = partner.partner,
                    .article = partner.article,
                    .rule = partner.rule,
                    .parent_state = at.state.path,
                    .parent_entry = at.entry,
                    .share = block.share};
  if (!partner.rule.empty()) {  // else outside the convention
    if (const auto* id = std::get_if<std::string>(&block.convention)) referral.convention = *id;
  }
  if (const bundle::Partner* known = work.around().directory.find(partner.partner)) {
    const base::Day today = work.around().desk.calendar->local_day(work.around().now);
    referral.adviser = known->addressee(partner.article, today).id;
  }
  const std::string bundle = need.bundle;
  work.record(InstanceOpened{child, at.n, "referral", block.workflow, bundle, std::move(referral)});
  work.reserve(at.n, partner.partner);
  work.post_start(child);
}

// Under in_sequence one is asked at a time, in the order of preference.
void open_children(Work& work, const Asking& at, const std::vector<Considered>& partners) {
  const bool one = at.state.referral->policy == model::ReferralPolicy::in_sequence;
  for (const Considered& partner : partners) {
    open_child(work, at, partner);
    if (one) break;
  }
}

void withdraw_children(Work& work, InstanceNumber need, InstanceNumber except,
                       const StateEntry* only_of) {
  const std::size_t count = work.snapshot().instances.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Instance& child = work.snapshot().instances[i];
    if (child.parent != need || !child.referral || !child.is_open() || child.n == except) continue;
    const bool of_block = only_of == nullptr || (child.referral->parent_state == only_of->path &&
                                                 child.referral->parent_entry == only_of->entry);
    if (!of_block) continue;
    if (child.outcome == "accepted") {
      // It is already at work for the need: its own end, not a withdrawal.
      if (only_of == nullptr) close_instance(work, child.n, "concluded", false);
      continue;
    }
    if (child.outcome == "declined" || child.outcome == "concluded") {
      // Answered, in a state that may be left again: nothing is awaited of it any more.
      if (only_of == nullptr) close_instance(work, child.n, std::string(child.outcome), false);
      continue;
    }
    withdraw(work, child.n);
  }
}

const model::State* opener_of(const Work& work, const Instance& child) {
  const model::Workflow& workflow = work.workflow_of(work.instance(*child.parent));
  const auto state = workflow.find_state(child.referral->parent_state);
  return state && workflow.at(*state).referral ? &workflow.at(*state) : nullptr;
}

void tell_parent(Work& work, const Instance& child, std::string_view meaning) {
  work.post(*child.parent, {.cause = model::Cause::event,
                            .name = fmt::format("referral.{}", meaning),
                            .data = about(child, work)});
}

void tell_accepted(Work& work, InstanceNumber n) {
  const Instance& child = work.instance(n);
  const InstanceNumber need = *child.parent;
  const model::State* opener = opener_of(work, child);
  tell_parent(work, child, to_text(model::Meaning::accepted));
  if (!work.instance(need).accompanied) work.record(TakenUp{need});
  const bool leads = opener != nullptr && opener->referral->lead_first_accepted;
  if (leads && work.instance(need).lead.empty()) {
    work.record(LeadChosen{need, child.referral->partner});
  }
}

// What has not left for the partner must not leave; where nothing had left, it need not hear that
// the question is taken back either. While a relay has a letter in hand that is not known yet: what
// takes it back waits behind it (see never_left).
void stop_letters(Work& work, InstanceNumber n) {
  if (!work.around().letters) return;
  const bool known = partner_may_know(work, n);
  const std::vector<QueuedLetter> earlier = work.outbox();
  for (const QueuedLetter& each : work.stoppable()) {
    if (each.n != n || each.to_kind != "partner") continue;
    const bool made_now = std::ranges::find(earlier, each.key, &QueuedLetter::key) == earlier.end();
    if (!made_now || !known) work.call_back(each);
  }
}

// Those whom a person ticked and who were not asked yet in this round; where nobody ticks, whom the
// convention would choose now.
std::vector<Considered> next_in_turn(Work& work, const Asking& at) {
  if (!at.state.referral->confirm) return candidates(work, at, false);
  const StateEntry round{at.state.path, at.entry, {}};
  const std::vector<convention::Barred> barred = barred_for(work, at.n, &round);
  std::vector<Considered> out;
  for (const std::string& id : work.instance(at.n).proposed) {
    if (std::ranges::find(barred, id, &convention::Barred::partner) == barred.end()) {
      out.push_back({.partner = id, .chosen = true});
    }
  }
  for (Considered& each : out) {
    for (const Considered& known : work.instance(at.n).considered) {
      if (known.partner == each.partner) each = known;
    }
  }
  return out;
}

// in_sequence: the next partner of the convention's choice, or nobody.
void ask_next(Work& work, const Instance& child, const model::State& opener) {
  const InstanceNumber need = *child.parent;
  const StateEntry* active = work.instance(need).find_active(child.referral->parent_state);
  if (active == nullptr || active->entry != child.referral->parent_entry) return;
  const Asking at{need, opener, active->entry};
  const std::vector<Considered> next = next_in_turn(work, at);
  if (next.empty() || !may_pass_on(work, need)) {
    work.post(need, {.cause = model::Cause::event, .name = "referral.nobody"});
  } else {
    open_children(work, at, next);
  }
}

// The convention has ended, and a person of the desk asks for partners all the same: that takes a
// motive, and is outside the convention.
bool asks_outside(const Work& work, const Asking& at) {
  const auto* convention = convention_of(work, work.instance(at.n), *at.state.referral);
  if (convention == nullptr) return false;
  const base::Day today = work.around().desk.calendar->local_day(work.around().now);
  const bool person = work.command().actor.kind == access::ActorKind::staff &&
                      std::holds_alternative<Act>(work.command().body);
  return person && !convention->in_force(today).valid().covers(today);
}

// Referrals that a requalified need left to this one belong to the first block that it enters.
bool adopt_kept(Work& work, const Asking& at) {
  bool any = false;
  const std::size_t count = work.snapshot().instances.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Instance& child = work.snapshot().instances[i];
    if (child.parent != at.n || !child.referral || !child.is_open()) continue;
    if (!child.referral->parent_state.empty()) continue;
    any = true;
    const InstanceNumber n = child.n;
    work.record(ReferralMoved{n, at.n, at.state.path, at.entry});
    // What it said to the former need holds for this one.
    if (work.instance(n).outcome == "accepted") tell_accepted(work, n);
  }
  return any;
}

}  // namespace

void enter_referral(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry,
                    kernel::Raiser& raiser) {
  const Asking at{n, state, entry};
  const model::ReferralBlock& block = *state.referral;
  const bool kept = adopt_kept(work, at);
  const std::vector<Considered> partners = candidates(work, at, block.confirm.has_value());
  if (block.confirm) {
    const base::Message title(messages::kConfirmPartners);
    return open_task(work, n, std::string(kConfirmAct), entry,
                     title.in(work.around().desk.settings.language), {*block.confirm},
                     base::Delay{base::Delay::Unit::business_days, 2});
  }
  if (partners.empty() && may_pass_on(work, n) && asks_outside(work, at)) {
    const base::Message title(messages::kAskOutside);
    return open_task(work, n, std::string(kConfirmAct), entry,
                     title.in(work.around().desk.settings.language), who_ticks(work, state),
                     base::Delay{base::Delay::Unit::business_days, 2});
  }
  if (!may_pass_on(work, n)) {
    work.record(Noted{n, Message(messages::kNoConsent).in(work.around().desk.settings.language)});
    return raiser.raise("referral.nobody");
  }
  if (partners.empty() && !kept) return raiser.raise("referral.nobody");
  open_children(work, at, partners);
}

void leave_referral(Work& work, InstanceNumber n, const model::State& state, std::int32_t entry) {
  if (state.referral->policy == model::ReferralPolicy::each_answers) return;
  const StateEntry left{state.path, entry, {}};
  withdraw_children(work, n, {}, &left);
}

std::vector<std::string> who_ticks(const Work& work, const model::State& state) {
  const auto& confirm = state.referral->confirm;
  return {confirm ? *confirm : work.around().desk.intake.owner_role};
}

const model::State* awaiting_tick(const Work& work, const Instance& instance) {
  const model::Workflow& workflow = work.workflow_of(instance);
  for (const Task& task : instance.tasks) {
    if (task.id != kConfirmAct) continue;
    for (const StateEntry& active : instance.active) {
      const auto state = workflow.find_state(active.path);
      if (active.entry == task.entry && state && workflow.at(*state).referral) {
        return &workflow.at(*state);
      }
    }
  }
  return nullptr;
}

namespace {

std::vector<std::string> once(const std::vector<std::string>& ids) {
  std::vector<std::string> out;
  for (const std::string& id : ids) {
    if (std::ranges::find(out, id) == out.end()) out.push_back(id);
  }
  return out;
}

}  // namespace

namespace {

// In the journal for people; and as the need's own where its path has the field.
void keep_motive(Work& work, InstanceNumber n, const std::string& motive) {
  work.record(Noted{n, motive});
  const std::vector<std::string>& owned = work.workflow_of(work.instance(n)).fields;
  if (std::ranges::find(owned, kMotiveField) == owned.end()) return;
  work.write_field(n, std::string(kMotiveField), feel::Stored::string(motive));
}

std::string motive_called(const Work& work) {
  const vocabulary::Field* field = work.around().desk.vocabulary->find(kMotiveField);
  return std::string(field == nullptr ? kMotiveField : std::string_view(field->label));
}

}  // namespace

void confirm_partners(Work& work, InstanceNumber n, const std::vector<std::string>& partners,
                      const std::string& motive) {
  const Instance& need = work.instance(n);
  const model::State& state = *awaiting_tick(work, need);
  const auto barred = barred_for(work, n);
  // Chosen anew for the counters' sake: a quota may have filled since the tick was proposed.
  std::vector<Considered> considered = need.considered;
  if (const auto* convention = convention_of(work, need, *state.referral)) {
    const convention::Choice choice = choose(work, n, *convention, barred);
    work.set_reservations(choice.reservations);
    considered = considered_of(work, choice);
  }
  std::vector<Considered> asked;
  for (const std::string& id : once(partners)) {
    if (work.around().directory.find(id) == nullptr) {
      work.refuse(422, Message(messages::kUnknownPartner, {id}));
      continue;
    }
    const auto why = std::ranges::find(barred, id, &convention::Barred::partner);
    if (why != barred.end()) {
      const bool consent = why->why == convention::Barred::Why::consent;
      work.refuse(409, Message(consent ? messages::kNoConsentFor : messages::kAlreadyAsked,
                               {partner_called(work, id)}));
      continue;
    }
    const auto known = std::ranges::find_if(
        considered, [&](const Considered& each) { return each.partner == id && each.chosen; });
    if (known == considered.end() && motive.empty()) {
      work.refuse(422,
                  Message(messages::kNeedsMotive, {partner_called(work, id), motive_called(work)}));
      continue;
    }
    asked.push_back(known != considered.end() ? *known : Considered{.partner = id, .chosen = true});
  }
  if (!partners.empty() && !may_pass_on(work, n)) work.refuse(409, Message(messages::kNoConsent));
  if (work.refused()) return;
  const StateEntry at_entry = *work.instance(n).find_active(state.path);
  if (!motive.empty()) keep_motive(work, n, motive);
  work.record(TaskClosed{n, std::string(kConfirmAct), at_entry.entry});
  work.record(PartnersConfirmed{n, partners});
  if (asked.empty()) {
    return work.post(n, {.cause = model::Cause::event, .name = "referral.nobody"});
  }
  note_waiting(work, n, {}, {});  // a person has decided
  open_children(work, {n, state, at_entry.entry}, asked);
}

void withdraw(Work& work, InstanceNumber n) {
  if (const bundle::Role* role = work.around().desk.partner_role()) {
    notify(work, n, {.role = role->id, .letter = bundle::withdrawal_letter(*role)}, nullptr);
  }
  work.record(Meant{n, std::string(to_text(model::Meaning::withdrawn))});
  close_instance(work, n, std::string(to_text(model::Meaning::withdrawn)), false);
}

void mean(Work& work, InstanceNumber n, model::Meaning meaning) {
  work.record(Meant{n, std::string(to_text(meaning))});
  const Instance& child = work.instance(n);
  if (!child.parent || !child.referral) return;
  const InstanceNumber need = *child.parent;
  const model::State* opener = opener_of(work, child);
  if (meaning == model::Meaning::accepted) {
    tell_accepted(work, n);
    if (opener != nullptr && opener->referral->policy == model::ReferralPolicy::first_taker_wins) {
      const StateEntry of{child.referral->parent_state, child.referral->parent_entry, {}};
      withdraw_children(work, need, n, &of);
    }
  }
  if (meaning == model::Meaning::reopened && work.instance(need).lead == child.referral->partner) {
    work.record(LeadChosen{need, ""});
  }
  if (meaning != model::Meaning::accepted) tell_parent(work, child, to_text(meaning));
  const bool gone = meaning == model::Meaning::declined || meaning == model::Meaning::silent;
  if (gone && opener != nullptr && opener->referral->policy == model::ReferralPolicy::in_sequence) {
    ask_next(work, work.instance(n), *opener);
  }
}

void close_instance(Work& work, InstanceNumber n, const std::string& outcome, bool success) {
  const std::vector<Timer> timers = work.instance(n).timers;
  for (const Timer& timer : timers) {
    work.record(TimerCancelled{n, timer.state, timer.name, timer.entry, timer.firing});
  }
  const std::vector<Task> tasks = work.instance(n).tasks;
  for (const Task& task : tasks) work.record(TaskClosed{n, task.id, task.entry});
  if (outcome == to_text(model::Meaning::withdrawn) && work.instance(n).referral) {
    stop_letters(work, n);
  }
  work.record(InstanceClosed{n, outcome, success});
  if (work.instance(n).kind == "referral") return;
  withdraw_children(work, n, {}, nullptr);
  if (const auto parent = work.instance(n).parent; parent && work.instance(*parent).is_open()) {
    work.post(*parent, {.cause = model::Cause::event, .name = "need.closed"});
  }
}

}  // namespace guichet::cases
