#include "workflows/scenarios/holds.hpp"

#include <algorithm>

#include "engine/cases/operator_messages.hpp"
#include "workflows/scenarios/failure_messages.hpp"
#include "workflows/scenarios/find_scenario.hpp"
#include "workflows/scenarios/messages.hpp"

namespace guichet::scenarios {
namespace {

using base::Message;

// Does the incident say that this property does not hold? Its text begins with the place.
bool says(const cases::IncidentOpened& incident, const std::string& property,
          base::Language language) {
  const Message broken(cases::messages::kPropertyBroken, {"", property});
  return incident.code == "property" && incident.text.ends_with(broken.in(language));
}

const model::Property* property_of(const bundle::Desk& desk, const std::string& workflow,
                                   const std::string& id) {
  const model::Workflow* path = desk.workflow(workflow);
  if (path == nullptr) return nullptr;
  const auto found = std::ranges::find(path->properties, id, &model::Property::id);
  return found == path->properties.end() ? nullptr : &*found;
}

bool is_awaited(const cases::Instance& instance, const std::string& property) {
  return std::ranges::any_of(instance.extras.watches, [&](const cases::Watch& each) {
    return each.property == property && each.holds;
  });
}

std::string innermost_of(const cases::Instance& instance) {
  const cases::StateEntry* at = instance.innermost();
  return at == nullptr ? "-" : at->path;
}

}  // namespace

void Holds::look(Stage& stage, base::CaseId kase, const Told& told) {
  const auto snapshot = stage.load(kase);
  if (!snapshot) return;
  const base::Language language = stage.definition().settings.language;
  const std::string now = base::iso(stage.calendar().local_time(stage.now()));
  std::int64_t& seen = seen_[kase];
  const std::int64_t before = seen;
  for (const cases::Fact& fact : stage.facts(kase)) {
    seen = std::max(seen, fact.seq);
    const auto* incident = std::get_if<cases::IncidentOpened>(&fact.event);
    const cases::Instance* of =
        fact.seq <= before || incident == nullptr ? nullptr : snapshot->find(incident->n);
    const yaml::Node* promised = of == nullptr ? nullptr : yaml::at(promises_, of->workflow);
    if (promised == nullptr) continue;
    for (const yaml::Node& each : one_or_many(*promised)) {
      if (!says(*incident, each.text(), language)) continue;
      told(each.location(), Message(failed::kPropertyBroken, {each.text(), of->workflow, now}));
    }
  }
}

void Holds::end(Stage& stage, base::CaseId kase, const Told& told) {
  const auto snapshot = stage.load(kase);
  if (!snapshot) return;
  for (const cases::Instance& each : snapshot->instances) {
    const yaml::Node* promised = yaml::at(promises_, each.workflow);
    if (promised == nullptr) continue;
    for (const yaml::Node& id : one_or_many(*promised)) {
      const model::Property* property = property_of(stage.definition(), each.workflow, id.text());
      if (property == nullptr || !each.is_open()) continue;
      if (property->pattern == model::Pattern::ends) {
        told(id.location(),
             Message(failed::kNotEnded,
                     {id.text(), each.workflow, std::to_string(each.n.value), innermost_of(each)}));
      } else if (property->pattern == model::Pattern::leads_to && is_awaited(each, id.text())) {
        told(id.location(), Message(failed::kPropertyPending,
                                    {id.text(), each.workflow, property->q.source().text()}));
      }
    }
  }
}

void check_holds(StepNames& names, const yaml::Node& promises) {
  const bundle::Desk& desk = names.desk();
  if (desk.partial) return;
  std::vector<std::string> workflows;
  for (const auto& [id, unused] : desk.workflows) workflows.push_back(id);
  for (const yaml::Entry& entry : promises.entries()) {
    names.one_of(entry.key, workflows, "workflows/");
    const model::Workflow* workflow = desk.workflow(entry.key.text());
    if (workflow == nullptr) continue;
    std::vector<std::string> known;
    for (const model::Property& each : workflow->properties) known.push_back(each.id);
    for (const yaml::Node& each : one_or_many(entry.value)) {
      names.one_of(each, known, "properties: " + workflow->id);
    }
  }
}

}  // namespace guichet::scenarios
