#include "workflows/scenarios/step_verb.hpp"

#include <algorithm>

#include "engine/access/roles.hpp"
#include "engine/cases/command.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/run_step.hpp"

namespace guichet::scenarios {

using base::Message;

namespace {

// The names that there are, where they are few.
std::optional<Message> there_are(const std::vector<std::string>& known) {
  constexpr std::size_t kFew = 15;
  std::vector<std::string> once;
  for (const std::string& each : known) {
    if (!each.empty() && std::ranges::find(once, each) == once.end()) once.push_back(each);
  }
  if (once.empty() || once.size() > kFew) return {};
  return Message(messages::kThereAre, {joined(once)});
}

}  // namespace

void StepNames::moment(const yaml::Node& node) {
  if (moment_of(node)) return;
  diagnostics_.error(node.location(), Message(messages::kBadMoment, {node.text()}),
                     Message(messages::kMomentForm));
}

void StepNames::delay(const yaml::Node& node) {
  if (base::parse_delay(node.text())) return;
  diagnostics_.error(node.location(), Message(messages::kBadAdvance, {node.text()}));
}

void StepNames::one_of(const yaml::Node& node, const std::vector<std::string>& known,
                       const std::string& where) {
  if (std::ranges::find(known, node.text()) != known.end()) return;
  auto hint = base::suggestion(node.text(), known);
  if (!hint) hint = there_are(known);
  diagnostics_.error(node.location(), Message(messages::kUnknownName, {node.text(), where}), hint);
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

void StepNames::value(const yaml::Entry& entry) {
  field(entry.key);
  const vocabulary::Field* field = desk_.vocabulary->find(entry.key.text());
  const auto value = value_of(entry.value, field, *desk_.vocabulary);
  if (value) return;
  std::optional<Message> hint;
  if (field != nullptr) hint = base::suggestion(entry.value.text(), field->values);
  diagnostics_.error(entry.value.location(), value.error(), hint);
}

void StepNames::fields(const yaml::Node& values) {
  if (!values.is_mapping()) return;  // said by the shape
  for (const yaml::Entry& each : values.entries()) value(each);
}

bool expects_refusal(const yaml::Node& step) {
  const yaml::Node* then = yaml::at(step, "then");
  return then != nullptr && yaml::at(*then, "refused") != nullptr;
}

void StepNames::given(const yaml::Node& values, const yaml::Node& step) {
  if (!expects_refusal(step)) return fields(values);
  for (const yaml::Entry& each : values.entries()) field(each.key);
}

void StepNames::flag(const yaml::Node& node) {
  one_of(node, {"true", "false"}, "true, false");
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

std::vector<const model::Workflow*> StepNames::these(
    const std::vector<const model::Workflow*>& among) const {
  if (!among.empty()) return among;
  std::vector<const model::Workflow*> all;
  for (const auto& [id, workflow] : desk_.workflows) all.push_back(workflow.get());
  return all;
}

namespace {

std::string ids_of(const std::vector<const model::Workflow*>& workflows) {
  std::string out;
  for (const model::Workflow* each : workflows) out += (out.empty() ? "" : ", ") + each->id;
  return out;
}

}  // namespace

void StepNames::timer(const yaml::Node& node, const std::vector<const model::Workflow*>& among) {
  if (desk_.partial) return;
  std::vector<std::string> known;
  for (const model::Workflow* workflow : these(among)) {
    for (const model::Declaration& each : workflow->declarations) {
      if (each.cause == model::Cause::timer) known.push_back(each.name);
    }
    for (const model::Property& each : workflow->properties) {
      if (each.within) known.push_back(each.id);
    }
  }
  one_of(node, known, among.empty() ? "workflows/" : ids_of(among));
}

void StepNames::target(const yaml::Node& node) {
  if (desk_.partial) return;
  std::vector<std::string> known = partners();
  for (const auto& [id, workflow] : desk_.workflows) known.push_back(id);
  for (const auto& [theme, path] : desk_.intake.paths) known.push_back(theme);
  one_of(node, known, "workflows/, partners.yaml");
}

std::vector<const model::Workflow*> StepNames::workflows_of(const std::string& target) const {
  std::vector<const model::Workflow*> out;
  if (const model::Workflow* own = desk_.workflow(target)) out.push_back(own);
  const auto path = desk_.intake.paths.find(target);
  const model::Workflow* of_theme =
      path == desk_.intake.paths.end() ? nullptr : desk_.workflow(path->second);
  if (of_theme != nullptr && std::ranges::find(out, of_theme) == out.end()) {
    out.push_back(of_theme);
  }
  if (desk_.directory.find(target) == nullptr) return out;
  for (const auto& [id, workflow] : desk_.workflows) {
    if (workflow->kind == "referral") out.push_back(workflow.get());
  }
  return out;
}

std::vector<std::string> state_names(const std::vector<const model::Workflow*>& among) {
  std::vector<std::string> known;
  for (const model::Workflow* workflow : among) {
    for (const model::State& each : workflow->states) {
      known.push_back(each.path);
      for (auto dot = each.path.find('.'); dot != std::string::npos;
           dot = each.path.find('.', dot + 1)) {
        known.push_back(each.path.substr(dot + 1));
      }
    }
  }
  return known;
}

void StepNames::state(const yaml::Node& node, const std::vector<const model::Workflow*>& among) {
  if (desk_.partial) return;
  one_of(node, state_names(these(among)), among.empty() ? "workflows/" : ids_of(among));
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
