#include "engine/cases/route.hpp"

#include <fmt/format.h>

#include "engine/cases/names.hpp"
#include "engine/cases/work.hpp"

namespace guichet::cases {
namespace {

const convention::Convention* convention_of(const bundle::Desk& desk,
                                            const model::Workflow& workflow) {
  for (const model::State& state : workflow.states) {
    if (!state.referral) continue;
    const auto* id = std::get_if<std::string>(&state.referral->convention);
    if (id == nullptr) continue;
    const auto found = desk.conventions.find(*id);
    if (found != desk.conventions.end()) return found->second.get();
  }
  return nullptr;
}

}  // namespace

std::vector<RoutedNeed> route(const Fields& fields, const Surroundings& around,
                              const convention::Convention* by) {
  const bundle::Desk& desk = around.desk;
  const Command command{.actor = access::system_actor(), .body = OpenRequest{}};
  Work work(Snapshot{}, command, around);
  constexpr base::InstanceNumber kRequest{1};
  work.record(InstanceOpened{kRequest, {}, "request", desk.intake.workflow, desk.hash, {}});
  for (const auto& [id, value] : fields) work.write_field(kRequest, id, value);

  std::vector<RoutedNeed> out;
  for (const std::string& theme : themes_of(work)) {
    const auto path = desk.intake.paths.find(theme);
    if (path == desk.intake.paths.end()) continue;
    const InstanceNumber n = work.next_instance();
    work.record(InstanceOpened{n, kRequest, "need", path->second, desk.hash, {}});
    work.write_field(n, std::string(kThemeField), feel::Stored::string(theme));
    RoutedNeed need{.theme = theme, .workflow = path->second};
    const model::Workflow* workflow = desk.workflow(path->second);
    need.convention = by;
    if (by == nullptr && workflow != nullptr) need.convention = convention_of(desk, *workflow);
    if (need.convention != nullptr) {
      feel::Arena arena;
      Names names(work, n, nullptr, arena);
      feel::Evaluation run = evaluation(work, arena);
      need.choice = convention::choose(*need.convention,
                                       {.variables = names.all(),
                                        .today = desk.calendar->local_day(around.now),
                                        .seed = fmt::format("{}/{}", theme, n.value),
                                        .barred = {}},
                                       around.loads, run);
    }
    out.push_back(std::move(need));
  }
  return out;
}

}  // namespace guichet::cases
