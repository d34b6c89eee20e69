#include "workflows/scenarios/scenario_clock.hpp"

#include "engine/yaml/shape.hpp"
#include "workflows/scenarios/find_scenario.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/run_step.hpp"

namespace guichet::scenarios {

void ScenarioClock::begin(const yaml::Node& scenario, int depth) {
  constexpr int kMostDepth = 20;  // a circle is said elsewhere
  if (!desk_.calendar || depth > kMostDepth) return;
  base::Diagnostics elsewhere;  // said where the included scenario stands
  if (const yaml::Node* clock = yaml::at(scenario, "clock")) {
    if (const auto moment = moment_of(*clock)) now_ = desk_.calendar->instant_of(*moment);
  }
  const yaml::Node* include = yaml::at(scenario, "include");
  if (include == nullptr) return;
  for (const yaml::Node& each : one_or_many(*include)) {
    const auto found = find_scenario(desk_, each.text());
    if (!found) continue;
    const auto before = now_;
    begin(*found->node, depth + 1);
    if (before) now_ = before;  // only the first one's clock counts
    const yaml::Node* steps = yaml::at(*found->node, "steps");
    if (steps == nullptr || !steps->is_sequence()) continue;
    for (const yaml::Node& one : steps->items()) step(one, elsewhere);
  }
}

void ScenarioClock::step(const yaml::Node& step, base::Diagnostics& diagnostics) {
  if (!now_) return;
  if (const yaml::Node* moment = yaml::at(step, "until")) until(*moment, diagnostics);
  if (const yaml::Node* delay = yaml::at(step, "advance")) advance(*delay);
  const yaml::Node* outage = yaml::at(step, "outage");
  if (outage == nullptr || !outage->is_mapping()) return;
  if (const yaml::Node* moment = yaml::at(*outage, "until")) until(*moment, diagnostics);
  if (const yaml::Node* delay = yaml::at(*outage, "for")) advance(*delay);
}

void ScenarioClock::until(const yaml::Node& node, base::Diagnostics& diagnostics) {
  const auto moment = moment_of(node);
  if (!moment) return;  // said by the check of its form
  const base::Instant instant = desk_.calendar->instant_of(*moment);
  if (instant < *now_) {
    const std::string now = base::iso(desk_.calendar->local_time(*now_));
    diagnostics.error(node.location(), base::Message(messages::kPastMoment, {node.text(), now}),
                      base::Message(messages::kLaterMoment));
  } else {
    now_ = instant;
  }
}

void ScenarioClock::advance(const yaml::Node& node) {
  const auto delay = base::parse_delay(node.text());
  if (delay) now_ = desk_.calendar->due(*now_, *delay, calendar::Roll::none);
}

}  // namespace guichet::scenarios
