#include "workflows/scenarios/step_verb.hpp"

#include <algorithm>

#include "engine/access/roles.hpp"
#include "engine/cases/command.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/run_step.hpp"

namespace guichet::scenarios {

using base::Message;

void StepNames::moment(const yaml::Node& node) {
  if (moment_of(node)) return;
  diagnostics_.error(node.location(), Message(messages::kBadMoment, {node.text()}));
}

void StepNames::delay(const yaml::Node& node) {
  if (base::parse_delay(node.text())) return;
  diagnostics_.error(node.location(), Message(messages::kBadAdvance, {node.text()}));
}

void StepNames::one_of(const yaml::Node& node, const std::vector<std::string>& known,
                       const std::string& where) {
  if (std::ranges::find(known, node.text()) != known.end()) return;
  diagnostics_.error(node.location(), Message(messages::kUnknownName, {node.text(), where}),
                     base::suggestion(node.text(), known));
}

std::vector<std::string> StepNames::partners() const {
  std::vector<std::string> known;
  for (const auto& [id, unused] : desk_.directory.partners) known.push_back(id);
  return known;
}

std::vector<std::string> StepNames::actors() const {
  std::vector<std::string> known;
  for (const auto& [id, unused] : desk_.settings.roles) known.push_back(id);
  for (const bundle::Member& each : desk_.settings.staff) known.push_back(each.id);
  return known;
}

void StepNames::actor(const yaml::Node& node) {
  if (access::actor_as(desk_, node.text())) return;
  diagnostics_.error(node.location(), Message(messages::kUnknownActor, {node.text()}),
                     base::suggestion(node.text(), actors()));
}

void StepNames::partner(const yaml::Node& node) {
  one_of(node, partners(), "partners.yaml");
}

void StepNames::field(const yaml::Node& node) {
  std::vector<std::string> known = desk_.vocabulary->ids();
  known.emplace_back(cases::kMotiveField);
  known.emplace_back("partenaires");
  one_of(node, known, "fields.yaml");
}

void StepNames::fields(const yaml::Node& values) {
  for (const yaml::Entry& each : values.entries()) field(each.key);
}

void StepNames::act(const yaml::Node& node) {
  if (desk_.partial) return;  // what its mistakes hit is missing: not this file's fault
  std::vector<std::string> known{std::string(cases::kConfirmAct)};
  for (const auto& [id, workflow] : desk_.workflows) {
    for (const model::Declaration& each : workflow->declarations) {
      const bool is_act = each.cause == model::Cause::action || each.cause == model::Cause::reply;
      if (is_act) known.push_back(each.name);
    }
  }
  one_of(node, known, "workflows/");
}

void StepNames::timer(const yaml::Node& node) {
  if (desk_.partial) return;
  std::vector<std::string> known;
  for (const auto& [id, workflow] : desk_.workflows) {
    for (const model::Declaration& each : workflow->declarations) {
      if (each.cause == model::Cause::timer) known.push_back(each.name);
    }
  }
  one_of(node, known, "workflows/");
}

void StepNames::target(const yaml::Node& node) {
  if (desk_.partial) return;
  std::vector<std::string> known = partners();
  for (const auto& [id, workflow] : desk_.workflows) known.push_back(id);
  for (const auto& [theme, path] : desk_.intake.paths) known.push_back(theme);
  one_of(node, known, "workflows/, partners.yaml");
}

void StepNames::state(const yaml::Node& node) {
  if (desk_.partial) return;
  std::vector<std::string> known;
  for (const auto& [id, workflow] : desk_.workflows) {
    for (const model::State& each : workflow->states) {
      known.push_back(each.path);
      // Any ending of the path, by whole ids, names it too.
      for (auto dot = each.path.find('.'); dot != std::string::npos;
           dot = each.path.find('.', dot + 1)) {
        known.push_back(each.path.substr(dot + 1));
      }
    }
  }
  one_of(node, known, "workflows/");
}

std::vector<const StepVerb*> step_verbs() {
  std::vector<const StepVerb*> all;
  for (const auto table : {path_verbs(), people_verbs(), operator_verbs(), fault_verbs()}) {
    for (const StepVerb& each : table) all.push_back(&each);
  }
  return all;
}

VerbOf verb_of(const yaml::Node& step) {
  for (const StepVerb* each : step_verbs()) {
    if (const yaml::Node* value = yaml::at(step, each->key)) return {each, value};
  }
  return {};
}

}  // namespace guichet::scenarios
