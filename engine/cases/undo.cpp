// The last act is taken back: what its step changed is as it was, with the due dates of then. The
// journal keeps both. Facts that came since stay: what fell due meanwhile does not fall due again.
#include <algorithm>

#include "engine/access/roles.hpp"
#include "engine/cases/called_back.hpp"
#include "engine/cases/checks.hpp"
#include "engine/cases/letters.hpp"
#include "engine/cases/members.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/offered.hpp"
#include "engine/cases/operator_messages.hpp"
#include "engine/cases/people.hpp"
#include "engine/cases/referral.hpp"
#include "engine/json/json.hpp"

namespace guichet::cases {
namespace {

using base::Message;

// The act, and the case before and right after its step.
struct Past {
  std::vector<Fact> facts;
  ActTaken act;
  std::string actor;
  std::int64_t from = 0, until = 0;
  Snapshot before, after;
};

bool is_in_undone(const std::vector<Fact>& facts, std::int64_t seq) {
  return std::ranges::any_of(facts, [&](const Fact& fact) {
    const auto* undone = std::get_if<ActUndone>(&fact.event);
    return undone != nullptr && seq >= undone->from && seq <= undone->until;
  });
}

// The last thing that a person did and that still stands; nullptr where there is none.
const Fact* last_act(const std::vector<Fact>& facts) {
  for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact) {
    const auto* act = std::get_if<ActTaken>(&fact->event);
    const bool operated = std::holds_alternative<OperatorActed>(fact->event);
    // A letter called back stands in nobody's way.
    if (!operated && (act == nullptr || act->name == kRecallAct)) continue;
    if (!is_in_undone(facts, fact->seq)) return &*fact;
  }
  return nullptr;
}

std::string text_of(const Instance& instance) {
  feel::Arena arena;
  return json::write_typed(Writer::write(instance, arena));
}

std::string without_act(Instance instance) {
  instance.extras.acted.reset();
  return text_of(instance);
}

// What of an instance shows that it has gone on; timers and tasks come and go by themselves.
std::string essence(Instance instance) {
  instance.timers.clear();
  instance.tasks.clear();
  instance.next_entry = 0;
  instance.extras.fired.clear();
  instance.extras.watches.clear();
  instance.extras.paused.clear();
  instance.extras.stands.clear();
  instance.extras.acted.reset();  // rows from before it was kept have none
  return text_of(instance);
}

bool same_timer(const Timer& a, const Timer& b) {
  return a.state == b.state && a.entry == b.entry && a.name == b.name;
}

class Undoing {
 public:
  Undoing(Work& work, Past past) : work_(work), past_(std::move(past)), now_(work.snapshot()) {}

  void check() {
    for (const Instance& each : now_.instances) check_instance(each);
    check_fields(past_.before.data, past_.after.data, now_.data);
    check_fields(past_.before.person, past_.after.person, now_.person);
    check_fields(past_.before.firm, past_.after.firm, now_.firm);
  }

  void carry_out() {
    sort_letters();
    work_.record(ActUndone{.n = past_.act.n,
                           .name = past_.act.name,
                           .from = past_.from,
                           .until = past_.until,
                           .recalled = keys(stopped_),
                           .left = left_,
                           .intake = past_.before.intake_decided != past_.after.intake_decided});
    for (const QueuedLetter& each : stopped_) work_.call_back(each);
    for (const QueuedLetter& each : handed_over_) work_.call_back(each);
    for (const Instance& each : now_.instances) {
      if (is_new(each.n)) take_away(each.n);
    }
    for (const Instance& each : now_.instances) {
      if (is_changed(each.n)) restore(each);
      if (is_only_acted_on(each.n)) forget_act(each);
    }
    restore_fields(Owner::kase, past_.before.data, past_.after.data);
    restore_fields(Owner::person, past_.before.person, past_.after.person);
    restore_fields(Owner::firm, past_.before.firm, past_.after.firm);
    restore_case();
    for (const Fact& fact : past_.facts) release(fact);
    write_again(work_, called_back_in(work_, past_.from, past_.until), Again::as_it_was);
  }

 private:
  // Opened by the act.
  bool is_new(InstanceNumber n) const {
    return past_.before.find(n) == nullptr && past_.after.find(n) != nullptr;
  }
  bool is_changed(InstanceNumber n) const {
    const Instance* before = past_.before.find(n);
    const Instance* after = past_.after.find(n);
    return before != nullptr && after != nullptr && without_act(*before) != without_act(*after);
  }
  // By the act, but not otherwise: what the meeting had to say of it is open again.
  bool is_only_acted_on(InstanceNumber n) const {
    return n == past_.act.n && past_.before.find(n) != nullptr && !is_changed(n);
  }
  std::string title(const Instance& instance) const {
    const std::string& path = work_.workflow_of(instance).title;
    return instance.referral ? instance.referral->partner + ", " + path : path;
  }

  void check_instance(const Instance& each) {
    const Instance* after = past_.after.find(each.n);
    const bool by_act = is_new(each.n) || is_changed(each.n);
    const bool later_child = after == nullptr && each.outcome != kUndone && each.parent &&
                             (is_new(*each.parent) || is_changed(*each.parent));
    const bool gone_on = by_act && essence(*after) != essence(each);
    if (!gone_on && !later_child) return;
    const auto& calendar = *work_.around().desk.calendar;
    base::Instant when{};
    for (const Fact& fact : past_.facts) {
      if (fact.seq > past_.until && instance_of(fact.event) == each.n) when = fact.at;
    }
    work_.refuse(409,
                 Message(messages::kGoneOn, {title(each), base::iso(calendar.local_day(when))}));
  }

  void check_fields(const Fields& before, const Fields& after, const Fields& now) {
    for (const auto& [id, unused] : changed(before, after)) {
      if (value(after, id) == value(now, id)) continue;
      const vocabulary::Field* field = work_.around().desk.vocabulary->find(id);
      work_.refuse(409, Message(messages::kFieldChanged, {field == nullptr ? id : field->label}));
    }
  }

  static feel::Stored value(const Fields& fields, const std::string& id) {
    const auto found = fields.find(id);
    return found == fields.end() ? feel::Stored() : found->second;
  }
  // By id, the value before of each field that the act changed.
  static Fields changed(const Fields& before, const Fields& after) {
    Fields out;
    for (const auto& [id, old] : before) {
      if (value(after, id) != old) out[id] = old;
    }
    for (const auto& [id, written] : after) {
      if (!before.contains(id)) out[id] = feel::Stored();
    }
    return out;
  }
  static std::vector<std::string> keys(const std::vector<QueuedLetter>& letters) {
    std::vector<std::string> out;
    for (const QueuedLetter& each : letters) out.push_back(each.key);
    return out;
  }

  // Letters of the step, and of what it opened: those that have not left are called back, of the
  // others people are told that they have. What a relay has in hand may be either.
  void sort_letters() {
    const std::vector<QueuedLetter> outbox = work_.outbox();
    for (const Fact& fact : past_.facts) {
      const auto* queued = std::get_if<LetterQueued>(&fact.event);
      if (queued == nullptr) continue;
      const bool of_act = fact.seq >= past_.from && fact.seq <= past_.until;
      const bool later = fact.seq > past_.until && is_new(queued->n);
      if (!of_act && !later) continue;
      const auto letter = std::ranges::find(outbox, queued->key, &QueuedLetter::key);
      // One that its own step took back was in no outbox.
      if (letter == outbox.end() || letter->where == Whereabouts::recalled) continue;
      if (letter->where == Whereabouts::waiting) stopped_.push_back(*letter);
      if (letter->where == Whereabouts::handed_over) handed_over_.push_back(*letter);
      if (!letter->may_be_known()) continue;
      left_.push_back(queued->key);
      if (queued->to_kind == "partner") told_.push_back(queued->n);
    }
  }

  // As if it had never been opened; a partner that has heard of it hears that it is taken back.
  void take_away(InstanceNumber n) {
    const bool told = std::ranges::find(told_, n) != told_.end();
    const bundle::Role* role = work_.around().desk.partner_role();
    if (told && role != nullptr && work_.instance(n).referral) {
      notify(work_, n, {.role = role->id, .letter = bundle::withdrawal_letter(*role)}, nullptr);
    }
    for (const Timer& each : std::vector<Timer>(work_.instance(n).timers)) {
      work_.record(TimerCancelled{n, each.state, each.name, each.entry, each.firing});
    }
    work_.record(InstanceClosed{n, std::string(kUndone), false});
  }

  void restore(const Instance& now) {
    Instance back = *past_.before.find(now.n);
    // Numbers of entries are never used twice: links and timers are known by them.
    back.next_entry = now.next_entry;
    back.extras.fired = now.extras.fired;
    back.timers = timers_for(back, now);
    back.tasks = tasks_for(back, now);
    work_.record(InstanceRestored{now.n, std::move(back), closed_then()});
  }

  void forget_act(const Instance& now) {
    const auto& before = past_.before.find(now.n)->extras.acted;
    const auto& after = past_.after.find(now.n)->extras.acted;
    if (!after || (before && before->seq == after->seq)) return;
    Instance back = now;
    back.extras.acted = before;
    work_.record(InstanceRestored{now.n, std::move(back), closed_then()});
  }

  // When the case was closed before the act, where the act is all that keeps it open.
  std::optional<base::Instant> closed_then() const {
    const bool goes_on = std::ranges::any_of(now_.instances, [&](const Instance& each) {
      const Instance* before = past_.before.find(each.n);
      const bool counts = each.is_open() && !each.extras.held && !is_new(each.n);
      return counts && (before == nullptr || before->is_open());
    });
    return goes_on ? std::nullopt : past_.before.closed_at;
  }

  bool has_fired(InstanceNumber n, const Timer& timer) const {
    return std::ranges::any_of(past_.facts, [&](const Fact& fact) {
      const auto* fired = std::get_if<TimerFired>(&fact.event);
      return fired != nullptr && fact.seq > past_.until && fired->n == n &&
             fired->state == timer.state && fired->entry == timer.entry &&
             fired->name == timer.name && fired->firing == timer.firing;
    });
  }
  // Those of then, with their due dates, but for those that have fired; what repeats goes on.
  std::vector<Timer> timers_for(const Instance& before, const Instance& now) const {
    std::vector<Timer> out;
    for (const Timer& each : before.timers) {
      if (!has_fired(now.n, each)) {
        out.push_back(each);
        continue;
      }
      for (const Timer& next : now.timers) {
        if (same_timer(next, each) && next.firing > each.firing) out.push_back(next);
      }
    }
    return out;
  }
  // Those of then that nobody has closed since, and what a timer of then has opened since.
  std::vector<Task> tasks_for(const Instance& before, const Instance& now) const {
    const auto has = [](const Instance* where, const Task& task) {
      return where != nullptr && std::ranges::any_of(where->tasks, [&](const Task& each) {
               return each.id == task.id && each.entry == task.entry;
             });
    };
    const Instance* after = past_.after.find(now.n);
    std::vector<Task> out;
    for (const Task& each : before.tasks) {
      if (!has(after, each) || has(&now, each)) out.push_back(each);
    }
    for (const Task& each : now.tasks) {
      const bool of_then = each.entry == 0 || std::ranges::any_of(before.active, [&](auto& state) {
                             return state.entry == each.entry;
                           });
      if (of_then && !has(after, each) && !has(&before, each)) out.push_back(each);
    }
    return out;
  }

  void restore_fields(Owner owner, const Fields& before, const Fields& after) {
    for (const auto& [id, old] : changed(before, after)) {
      work_.record(FieldWritten{owner, past_.act.n, id, old});
    }
  }
  void restore_case() {
    const Snapshot &before = past_.before, &after = past_.after;
    if (before.owner != after.owner && now_.owner == after.owner) {
      work_.record(OwnerAssigned{before.owner});
    }
    const std::string& level = before.extras.criticality;
    if (level != after.extras.criticality && now_.extras.criticality == after.extras.criticality) {
      work_.record(CriticalitySet{past_.act.n, level});
    }
  }
  void release(const Fact& fact) {
    const auto* quota = std::get_if<QuotaReserved>(&fact.event);
    if (quota == nullptr || fact.seq < past_.from || fact.seq > past_.until) return;
    work_.record(QuotaReleased{quota->n, quota->partner, quota->quota, quota->period});
  }

  Work& work_;
  Past past_;
  const Snapshot now_;  // as it stood before undoing began
  std::vector<QueuedLetter> stopped_, handed_over_;
  std::vector<std::string> left_;  // keys; those handed over among them
  std::vector<InstanceNumber> told_;
};

// A coordinator: one of the desk's operators where it names some, else who has the role that owns
// cases.
bool is_coordinator(const Work& work) {
  const bundle::Desk& desk = work.around().desk;
  const access::Actor& actor = work.command().actor;
  const access::Link link{.owner = work.snapshot().owner, .today = today_of(work)};
  if (!desk.settings.operators.empty()) return access::may_operate(actor, desk, link);
  const std::vector<std::string> held = access::workflow_roles(actor, desk, link);
  return std::ranges::find(held, desk.intake.owner_role) != held.end();
}

Past past_of(const Work& work, std::vector<Fact> facts, const Fact& act) {
  Past past{.facts = std::move(facts),
            .act = std::get<ActTaken>(act.event),
            .actor = act.actor,
            .from = act.seq};
  past.until = past.from + past.act.facts - 1;
  past.before.id = past.after.id = work.snapshot().id;
  for (const Fact& fact : past.facts) {
    if (fact.seq < past.from) apply(past.before, fact.event, fact.seq, fact.at);
    if (fact.seq <= past.until) apply(past.after, fact.event, fact.seq, fact.at);
  }
  return past;
}

void refuse_kind(Work& work, const Fact& fact, std::string_view hint) {
  const auto* act = std::get_if<ActTaken>(&fact.event);
  const auto* operated = std::get_if<OperatorActed>(&fact.event);
  const std::string name = act != nullptr ? act->name : operated->act;
  work.refuse(409, Message(messages::kNoUndo, {name, std::string(hint)}));
}

// Why the last thing done is nothing to take back; true where it can be tried.
bool check_kind(Work& work, const Undo& body, const Fact& fact) {
  const base::Language language = work.around().desk.settings.language;
  const auto* act = std::get_if<ActTaken>(&fact.event);
  const std::string name = act != nullptr ? act->name : std::get<OperatorActed>(fact.event).act;
  if (work.snapshot().extras.personal_data_taken) work.refuse(409, Message(messages::kDataGone));
  if (body.act && *body.act != fact.seq) {
    work.refuse(409, Message(messages::kNotLastAct,
                             {std::to_string(*body.act), name, std::to_string(fact.seq)}));
  }
  if (act == nullptr) {
    refuse_kind(work, fact, Message(messages::kPutRightAgain).in(language));
  } else if (act->facts == 0) {
    refuse_kind(work, fact, Message(messages::kTooOld).in(language));
  } else if (name == "merge" || name == "unmerge") {
    refuse_kind(work, fact, Message(messages::kMergeBack).in(language));
  }
  const access::Actor& actor = work.command().actor;
  if (actor.id != fact.actor && !is_coordinator(work)) {
    work.refuse(403, Message(messages::kUndoIsTheirs, {name, fact.actor}));
  }
  return !work.refused();
}

}  // namespace

void undo(Work& work, const Undo& body) {
  std::vector<Fact> facts;
  if (work.around().journal) facts = work.around().journal();
  const Fact* act = last_act(facts);
  if (act == nullptr) return work.refuse(409, Message(messages::kNothingToUndo));
  if (!check_kind(work, body, *act)) return;
  const Fact last = *act;
  Undoing undoing(work, past_of(work, std::move(facts), last));
  undoing.check();
  if (!work.refused()) undoing.carry_out();
}

}  // namespace guichet::cases
