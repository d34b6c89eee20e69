#include "engine/desk/due_timers.hpp"

#include <algorithm>
#include <limits>

namespace guichet::desk {
namespace {

using store::DueTimer;

// More than any item of a case has that fall due at one moment.
constexpr std::size_t kTies = 32;

bool is_tie(const DueTimer& a, const DueTimer& b) {
  return a.due_at == b.due_at && a.kase == b.kase && a.fire.n == b.fire.n;
}

// Where the timer's declaration stands in its path; what is no state's comes last.
std::int32_t place_of(const DueTimer& timer, const model::Workflow& workflow) {
  const auto state = workflow.find_state(timer.fire.state);
  if (state) {
    for (const model::DeclarationIndex index : workflow.at(*state).timers) {
      if (workflow.at(index).name == timer.fire.name) return index.value;
    }
  }
  return std::numeric_limits<std::int32_t>::max();
}

}  // namespace

std::vector<DueTimer> due_timers(store::Reader& reader, const bundle::Desk& desk, base::Instant now,
                                 std::size_t most) {
  std::vector<DueTimer> due = reader.due_timers(now, most + kTies);
  for (auto begin = due.begin(); begin != due.end();) {
    const auto end =
        std::find_if(begin, due.end(), [&](const DueTimer& each) { return !is_tie(*begin, each); });
    if (end - begin > 1) {
      const auto snapshot = reader.load(begin->kase);
      const cases::Instance* instance = snapshot ? snapshot->find(begin->fire.n) : nullptr;
      const model::Workflow* workflow =
          instance == nullptr ? nullptr : desk.workflow(instance->workflow);
      if (workflow != nullptr) {
        std::stable_sort(begin, end, [&](const DueTimer& a, const DueTimer& b) {
          return place_of(a, *workflow) < place_of(b, *workflow);
        });
      }
    }
    begin = end;
  }
  if (due.size() > most) due.resize(most);
  return due;
}

}  // namespace guichet::desk
