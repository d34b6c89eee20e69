#include "engine/results/promised_time.hpp"

#include <algorithm>
#include <optional>

namespace guichet::results {
namespace {

using Unit = base::Delay::Unit;

struct Stretch {
  base::Instant from{}, until{};
};

// The stretches of one instance's time that count against its promise.
class Counted {
 public:
  Counted(base::InstanceNumber n, const model::Workflow& workflow, const model::Sla& sla)
      : n_(n), workflow_(workflow), sla_(sla) {}

  std::vector<Stretch> until(const std::vector<cases::Fact>& facts, base::Instant now) {
    for (const cases::Fact& fact : facts) {
      if (cases::instance_of(fact.event) != n_) continue;
      std::visit([&](const auto& event) { hear(event, fact.at); }, fact.event);
    }
    stop(now);
    return std::move(stretches_);
  }

 private:
  void hear(const cases::InstanceOpened&, base::Instant at) { open(at); }
  void hear(const cases::InstanceReopened&, base::Instant at) { open(at); }
  void hear(const cases::InstanceClosed&, base::Instant at) {
    open_ = false;
    note(at);
  }
  void hear(const cases::StateEntered& e, base::Instant at) { enter(e.state, at); }
  void hear(const cases::StateResumed& e, base::Instant at) {
    suspended_ -= suspended_ > 0 ? 1 : 0;
    enter(e.state, at);
  }
  void hear(const cases::StateSuspended& e, base::Instant at) {
    ++suspended_;
    leave(e.state, at);
  }
  void hear(const cases::StateExited& e, base::Instant at) { leave(e.state, at); }
  void hear(const auto&, base::Instant) {}

  void open(base::Instant at) {
    open_ = true;
    suspended_ = 0;
    note(at);
  }
  void enter(const std::string& path, base::Instant at) {
    if (is_counted(path)) ++inside_;
    note(at);
  }
  void leave(const std::string& path, base::Instant at) {
    if (is_counted(path) && inside_ > 0) --inside_;
    note(at);
  }

  bool is_counted(const std::string& path) const {
    const auto state = workflow_.find_state(path);
    return state && std::ranges::any_of(workflow_.at(*state).tags, [&](const std::string& tag) {
      return std::ranges::find(sla_.counts_in, tag) != sla_.counts_in.end();
    });
  }
  bool runs() const {
    if (!open_) return false;
    return sla_.counts_in.empty() ? suspended_ == 0 : inside_ > 0;
  }
  void note(base::Instant at) {
    if (runs() && !since_) since_ = at;
    if (!runs()) stop(at);
  }
  void stop(base::Instant at) {
    if (since_ && *since_ < at) stretches_.push_back({*since_, at});
    since_.reset();
  }

  base::InstanceNumber n_;
  const model::Workflow& workflow_;
  const model::Sla& sla_;
  bool open_ = false;
  int inside_ = 0;     // states with a tag that are active
  int suspended_ = 0;  // states left by a pause
  std::optional<base::Instant> since_;
  std::vector<Stretch> stretches_;
};

bool is_past(const std::vector<Stretch>& stretches, const base::Delay& target,
             const calendar::Calendar& calendar) {
  if (stretches.empty()) return false;
  if (target.unit == Unit::business_days) {
    std::int64_t days = 0;
    for (const Stretch& each : stretches) {
      days += calendar.business_days_between(calendar.local_day(each.from),
                                             calendar.local_day(each.until));
    }
    return days > target.count;
  }
  // Pauses push the promised moment back by as long as they lasted.
  base::Instant promised = calendar.due(stretches.front().from, target, calendar::Roll::none);
  for (std::size_t i = 1; i < stretches.size(); ++i) {
    promised += stretches[i].from - stretches[i - 1].until;
  }
  return stretches.back().until > promised;
}

}  // namespace

void count_promised_times(const cases::Snapshot& snapshot, const std::vector<cases::Fact>& facts,
                          const bundle::Desk& desk, base::Instant now, PromisedTimes& out) {
  for (const cases::Instance& each : snapshot.instances) {
    const model::Workflow* workflow = each.kind == "need" ? desk.workflow(each.workflow) : nullptr;
    if (workflow == nullptr || !workflow->sla) continue;
    PromisedTime& tally = out[each.workflow];
    ++tally.needs;
    const auto stretches = Counted(each.n, *workflow, *workflow->sla).until(facts, now);
    if (is_past(stretches, workflow->sla->target, *desk.calendar)) ++tally.past;
  }
}

}  // namespace guichet::results
