#include "workflows/scenarios/given.hpp"

#include <algorithm>

#include "engine/access/roles.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {
namespace {

using cases::Event;
using yaml::kMapping;
using yaml::kScalar;
using yaml::Node;

constexpr yaml::Key kGivenKeys[] = {
    {"at", kScalar, true}, {"workflow", kScalar}, {"data", kMapping}};
constexpr base::InstanceNumber kRequest{1}, kNeed{2};
constexpr std::string_view kReason = "given";

// Who may put things right on this desk.
access::Actor operator_of(const bundle::Desk& desk) {
  const auto& operators = desk.settings.operators;
  const std::string who = !operators.empty()            ? operators.front()
                          : desk.settings.staff.empty() ? ""
                                                        : desk.settings.staff.front().id;
  return access::actor_as(desk, who).value_or(access::system_actor());
}

// Where a request goes that is taken in.
std::string taken_in(const model::Workflow& workflow) {
  for (const model::Declaration& each : workflow.declarations) {
    if (each.cause != model::Cause::event || each.name != "intake.take_in") continue;
    for (const model::TransitionIndex arm : each.arms) {
      if (!workflow.at(arm).targets.empty()) return workflow.at(workflow.at(arm).targets[0]).path;
    }
  }
  return {};
}

// Which theme opens a need of this workflow.
std::string theme_of(const bundle::Desk& desk, const std::string& workflow) {
  for (const auto& [theme, path] : desk.intake.paths) {
    if (path == workflow) return theme;
  }
  return {};
}

cases::Owner owner_of(const bundle::Desk& desk, const std::string& field) {
  const vocabulary::Field* known = desk.vocabulary->find(field);
  if (known == nullptr) return cases::Owner::instance;
  switch (known->of) {
    case vocabulary::Subject::kase:
      return cases::Owner::kase;
    case vocabulary::Subject::person:
      return cases::Owner::person;
    case vocabulary::Subject::firm:
      return cases::Owner::firm;
    default:
      return cases::Owner::instance;
  }
}

std::vector<Event> opening(const bundle::Desk& desk, const std::string& workflow,
                           const cases::Fields& data) {
  const model::Workflow& path = *desk.workflow(workflow);
  std::vector<Event> events;
  events.emplace_back(cases::RequestReceived{"given"});
  events.emplace_back(
      cases::InstanceOpened{kRequest, {}, "request", desk.intake.workflow, desk.hash, {}});
  events.emplace_back(cases::IntakeDecided{"take_in", {}, {}});
  if (const bundle::Member* owner = desk.first_with_role(desk.intake.owner_role)) {
    events.emplace_back(cases::OwnerAssigned{owner->id});
  }
  events.emplace_back(cases::InstanceOpened{kNeed, kRequest, path.kind, workflow, desk.hash, {}});
  cases::Fields all = data;
  if (const std::string theme = theme_of(desk, workflow); !theme.empty()) {
    all.try_emplace("theme", feel::Stored::string(theme));
  }
  for (const auto& [id, value] : all) {
    events.emplace_back(cases::FieldWritten{owner_of(desk, id), kNeed, id, value});
  }
  for (const base::InstanceNumber n : {kRequest, kNeed}) {
    events.emplace_back(cases::StateEntered{n, "", 1});
  }
  return events;
}

}  // namespace

void put_in_place(ScenarioRun& run, const Node& given, const std::string& workflow) {
  const std::string of = yaml::text_at(given, "workflow", workflow);
  const bundle::Desk& desk = run.desk();
  const model::Workflow* path = desk.workflow(of);
  const Node* at = yaml::at(given, "at");
  if (path == nullptr || at == nullptr) return;  // said by check_given
  run.place_case(opening(desk, of, run.fields_of(yaml::at(given, "data"))));
  const access::Actor actor = operator_of(desk);
  const auto move = [&](base::InstanceNumber n, std::string state) {
    if (state.empty()) return;
    run.submit(actor, cases::MoveInstance{n, std::move(state), std::string(kReason)});
  };
  if (const model::Workflow* request = desk.workflow(desk.intake.workflow)) {
    move(kRequest, taken_in(*request));
  }
  move(kNeed, at->text());
  run.end_of_given(*at);
}

void check_given(const Node& given, const std::string& workflow, const bundle::Desk& desk,
                 base::Diagnostics& diagnostics) {
  if (!yaml::check_shape(given, kGivenKeys, diagnostics) || desk.partial) return;
  StepNames names(desk, diagnostics);
  const Node* named = yaml::at(given, "workflow");
  std::vector<std::string> ids;
  for (const auto& [id, each] : desk.workflows) ids.push_back(id);
  if (named != nullptr) names.one_of(*named, ids, "workflows/");
  const model::Workflow* path = desk.workflow(named == nullptr ? workflow : named->text());
  if (path == nullptr) {
    if (named == nullptr) {
      diagnostics.error(given.location(), base::Message(messages::kGivenWorkflow));
    }
    return;
  }
  std::vector<std::string> states;
  for (const model::State& each : path->states) {
    if (!each.path.empty() && !model::is_history(each.kind)) states.push_back(each.path);
  }
  names.one_of(*yaml::at(given, "at"), states, path->id);
  if (const Node* data = yaml::at(given, "data")) names.fields(*data);
}

}  // namespace guichet::scenarios
