#include "engine/cases/retention.hpp"

#include <algorithm>
#include <set>

#include "engine/cases/timers.hpp"

namespace guichet::cases {
namespace {

constexpr InstanceNumber kRequest{1};

bool is_personal(const vocabulary::Vocabulary& vocabulary, const std::string& id) {
  const vocabulary::Field* field = vocabulary.find(id);
  return field != nullptr && !field->personal_class.empty();
}

void take(Work& work, InstanceNumber n, Owner owner, const Fields& fields,
          std::set<std::string>& classes) {
  const vocabulary::Vocabulary& vocabulary = *work.desk_of(work.instance(n)).vocabulary;
  const Fields before = fields;
  for (const auto& [id, value] : before) {
    if (!is_personal(vocabulary, id)) continue;
    classes.insert(vocabulary.find(id)->personal_class);
    work.record(FieldWritten{owner, n, id, {}});
  }
}

}  // namespace

void arm_retention(Work& work) {
  const calendar::Calendar& calendar = *work.around().desk.calendar;
  const base::Instant now = work.around().now;
  std::optional<base::Instant> due;
  for (const Instance& each : work.snapshot().instances) {
    const auto& retention = work.workflow_of(each).retention;
    if (!retention) continue;
    const base::Instant at = calendar.due(now, retention->after_closed, calendar::Roll::none);
    if (!due || *due < at) due = at;
  }
  if (!due) return;
  work.record(
      TimerArmed{kRequest, Timer{.state = std::string(kRetention),
                                 .entry = static_cast<std::int32_t>(work.snapshot().rev + 1),
                                 .name = "retention",
                                 .due_at = due,
                                 .anchor = now}});
}

void cancel_retention(Work& work) {
  const std::vector<Timer> timers = work.instance(kRequest).timers;
  for (const Timer& timer : timers) {
    if (timer.state != kRetention) continue;
    work.record(TimerCancelled{kRequest, timer.state, timer.name, timer.entry, timer.firing});
  }
}

void take_personal_data(Work& work) {
  std::set<std::string> classes;
  take(work, kRequest, Owner::person, work.snapshot().person, classes);
  take(work, kRequest, Owner::firm, work.snapshot().firm, classes);
  take(work, kRequest, Owner::kase, work.snapshot().data, classes);
  const std::size_t count = work.snapshot().instances.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Instance& each = work.snapshot().instances[i];
    take(work, each.n, Owner::instance, each.data, classes);
  }
  work.record(PersonalDataTaken{{classes.begin(), classes.end()}});
}

}  // namespace guichet::cases
