#include "adapters/app/demonstration.hpp"

#include <fmt/format.h>

#include "engine/access/roles.hpp"
#include "engine/desk/due_timers.hpp"
#include "engine/yaml/shape.hpp"
#include "workflows/scenarios/simulate.hpp"

namespace guichet::app {
namespace {

// The first year of the text that the first desk is drawn from; the clock then stands on a Tuesday
// morning with ladders of several steps under way.
constexpr base::Day kFirst{std::chrono::year{2009} / 1 / 1};
constexpr base::Day kLast{std::chrono::year{2009} / 11 / 30};
// Where a database is given, its clock goes on where the last visitor left it.
constexpr const char* kClockSetting = "demonstration-clock";

scenarios::Population population_of(const bundle::Desk& desk) {
  base::Diagnostics diagnostics;
  for (const auto& [path, root] : desk.documents) {
    if (yaml::header_kind(*root) == "population") {
      return scenarios::read_population(*root, desk, diagnostics);
    }
  }
  return {};
}

}  // namespace

Demonstration::Demonstration(std::shared_ptr<const bundle::Desk> definition,
                             std::unique_ptr<store::Store> store) {
  const calendar::Calendar& calendar = *definition->calendar;
  const bundle::Desk& desk = *definition;
  stage_ = std::make_unique<scenarios::Stage>(
      definition, calendar.instant_of(base::LocalTime{kFirst}), std::move(store));
  const base::Instant today = calendar.instant_of(base::LocalTime{kLast + std::chrono::days(1)} +
                                                  std::chrono::hours(8) + std::chrono::minutes(45));
  if (stage_->case_ids().empty()) {
    const scenarios::Population population = population_of(desk);
    scenarios::Simulation plan{.from = kFirst, .until = kLast, .seed = 2009};
    plan.requests = draw_requests(desk, population, plan,
                                  static_cast<std::size_t>(population.requests_per_year * 11 / 12));
    simulate(*stage_, population, plan);
  }
  stage_->run_until(today);
}

// Letters are left in the outbox: from here on its worker carries them to where they can be read.
void Demonstration::move_clock(base::Instant until) {
  for (auto next = stage_->next_due(); next && *next <= until; next = stage_->next_due()) {
    if (stage_->now() < *next) stage_->set_now(*next);
    if (!fire_due()) break;
  }
  stage_->set_now(until);
}

bool Demonstration::fire_due() {
  std::vector<store::DueTimer> due;
  desk().store().read([&](store::Reader& reader) {
    due = desk::due_timers(reader, desk().definition(), stage_->now(), 1);
  });
  if (due.empty()) return false;
  const cases::FireTimer& fire = due.front().fire;
  // A timer that is refused stays armed: going on would turn for ever.
  return desk()
      .submit_and_wait(
          {.id = fmt::format("timer:{}/{}/{}/{}/{}/{}", due.front().kase.value, fire.n.value,
                             fire.state, fire.entry, fire.name, fire.firing),
           .kase = due.front().kase,
           .actor = access::system_actor(),
           .body = fire})
      .has_value();
}

}  // namespace guichet::app
