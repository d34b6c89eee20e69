#include "engine/cases/retention.hpp"

#include <algorithm>
#include <set>

#include "engine/cases/timers.hpp"

namespace guichet::cases {
namespace {

// The request bears the timer of the whole case.
constexpr InstanceNumber kBearer{1};
constexpr std::string_view kUnknownClass = "unknown";

// The words of every version that the case has gone by: what an earlier one called personal stays
// so, though a later one has forgotten the field.
class Words {
 public:
  explicit Words(const Work& work) {
    for (const Instance& each : work.snapshot().instances) add(work, each.bundle);
    if (!work.around().journal) return;
    for (const Fact& fact : work.around().journal()) {
      if (const auto* moved = std::get_if<InstanceMigrated>(&fact.event)) add(work, moved->from);
    }
  }

  // The class of personal data that a field is in; nothing where it is in none. What no version
  // knows any more nobody can vouch for.
  std::optional<std::string> class_of(const std::string& id) const {
    bool known = false;
    for (const vocabulary::Vocabulary* each : vocabularies_) {
      const vocabulary::Field* field = each->find(id);
      if (field != nullptr && !field->personal_class.empty()) return field->personal_class;
      known = known || field != nullptr;
    }
    return known ? std::nullopt : std::optional(std::string(kUnknownClass));
  }

 private:
  void add(const Work& work, const std::string& bundle) {
    if (!seen_.insert(bundle).second) return;
    const bundle::Desk& active = work.around().desk;
    const bundle::Desk* desk = bundle == active.hash ? &active : work.around().pinned(bundle);
    if (desk != nullptr) vocabularies_.push_back(desk->vocabulary.get());
  }

  std::set<std::string> seen_;
  std::vector<const vocabulary::Vocabulary*> vocabularies_;
};

void take(Work& work, const Words& words, InstanceNumber n, Owner owner, const Fields& fields,
          std::set<std::string>& classes) {
  const Fields before = fields;
  for (const auto& [id, value] : before) {
    const auto personal = words.class_of(id);
    if (!personal) continue;
    classes.insert(*personal);
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
  work.record(TimerArmed{kBearer, Timer{.state = std::string(kRetention),
                                        .entry = static_cast<std::int32_t>(work.snapshot().rev + 1),
                                        .name = "retention",
                                        .due_at = due,
                                        .anchor = now}});
}

void cancel_retention(Work& work) {
  const std::vector<Timer> timers = work.instance(kBearer).timers;
  for (const Timer& timer : timers) {
    if (timer.state != kRetention) continue;
    work.record(TimerCancelled{kBearer, timer.state, timer.name, timer.entry, timer.firing});
  }
}

void take_personal_data(Work& work) {
  const Words words(work);
  std::set<std::string> classes;
  take(work, words, kBearer, Owner::person, work.snapshot().person, classes);
  take(work, words, kBearer, Owner::firm, work.snapshot().firm, classes);
  take(work, words, kBearer, Owner::kase, work.snapshot().data, classes);
  const std::size_t count = work.snapshot().instances.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Instance& each = work.snapshot().instances[i];
    take(work, words, each.n, Owner::instance, each.data, classes);
  }
  work.record(PersonalDataTaken{{classes.begin(), classes.end()}});
}

}  // namespace guichet::cases
