#include "engine/cases/waiting.hpp"

#include <algorithm>

#include "engine/cases/messages.hpp"
#include "engine/cases/verbs.hpp"

namespace guichet::cases {
namespace {

constexpr std::string_view kPrefix = "waiting.";  // then the day: "waiting.2009-02-04"

const Task* waiting_task(const Instance& need) {
  const auto found = std::ranges::find_if(
      need.tasks, [](const Task& task) { return task.id.starts_with(kPrefix); });
  return found == need.tasks.end() ? nullptr : &*found;
}

}  // namespace

std::optional<base::Day> waiting_since(const Instance& need) {
  const Task* task = waiting_task(need);
  if (task == nullptr) return {};
  return base::parse_day(std::string_view(task->id).substr(kPrefix.size()));
}

void note_waiting(Work& work, InstanceNumber need, const convention::Choice& choice,
                  const std::vector<std::string>& roles) {
  const Task* task = waiting_task(work.instance(need));
  if (choice.waiting.empty()) {
    if (task == nullptr) return;
    const TaskClosed closed{need, task->id, task->entry};
    return work.record(closed);
  }
  if (task != nullptr) return;
  const bundle::Desk& desk = work.around().desk;
  const base::Day today = desk.calendar->local_day(work.around().now);
  const convention::Waiting& first = *std::ranges::min_element(
      choice.waiting, {}, [](const convention::Waiting& one) { return one.until; });
  const base::Message title(messages::kWaitingFor, {first.partner, base::iso(first.until)});
  open_task(work, need, std::string(kPrefix) + base::iso(today), 0,
            title.in(desk.settings.language), roles,
            base::Delay{base::Delay::Unit::days, (first.until - today).count()});
}

}  // namespace guichet::cases
