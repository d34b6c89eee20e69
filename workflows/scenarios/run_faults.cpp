// Steps for what happens to the desk itself: nobody looks after its timers for a while, or its
// files are edited. (That it stops in the middle of a command is a key of the step: `crash`.)
#include <fmt/format.h>

#include <filesystem>

#include "workflows/migrate/load_plan.hpp"
#include "workflows/scenarios/edit.hpp"
#include "workflows/scenarios/failure_messages.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/run_step.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {

using base::Message;
namespace {

using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::Node;

constexpr Key kEditKeys[] = {
    {"file", kScalar, true}, {"replace", kScalar, true}, {"by", kScalar, true}};
constexpr Key kOutageKeys[] = {{"until", kScalar}, {"for", kScalar}};

// Time passes and no timer fires; then all that fell due fires late.
void outage(ScenarioRun& run, const Node&, const Node& value) {
  Stage& stage = run.stage();
  base::Instant end = stage.now();
  if (const Node* until = yaml::at(value, "until")) {
    if (const auto moment = moment_of(*until)) end = stage.calendar().instant_of(*moment);
  }
  if (const Node* length = yaml::at(value, "for")) {
    if (const auto delay = base::parse_delay(length->text())) {
      end = stage.calendar().due(stage.now(), *delay, calendar::Roll::none);
    }
  }
  if (end < stage.now()) return run.fail(value.location(), Message(failed::kOutagePast));
  stage.set_now(end);
  stage.run_until(end);
}

void check_outage(StepNames& names, const Node&, const Node& value) {
  const Node* until = yaml::at(value, "until");
  const Node* length = yaml::at(value, "for");
  if (until != nullptr) names.moment(*until);
  if (length != nullptr) names.delay(*length);
  if ((until == nullptr) == (length == nullptr)) {
    names.diagnostics().error(value.location(), base::Message(messages::kOutageEnd));
  }
}

base::Rejection rejection_of(const base::Diagnostics& diagnostics) {
  base::Rejection rejection{422, {}};
  for (const base::Diagnostic& each : diagnostics.sorted()) {
    if (each.severity == base::Severity::error) rejection.reasons.push_back(each.what);
  }
  return rejection;
}

// A version with mistakes is refused; what was in force stays in force.
void edit(ScenarioRun& run, const Node&, const Node& value) {
  base::Diagnostics diagnostics;
  auto edited = edited_desk(run.desk(), run.folder(), value, diagnostics);
  if (edited) return run.stage().activate(std::move(edited));
  run.refuse(rejection_of(diagnostics));
}

// Its mistakes are this check's too, unless the step is there to see them refused.
void check_edit(StepNames& names, const Node& step, const Node& value) {
  if (expects_refusal(step) || names.desk().partial) return;
  base::Diagnostics found;
  const auto edited = edited_desk(names.desk(), names.folder(), value, found);
  if (edited) return;
  for (const base::Diagnostic& each : found.sorted()) {
    if (each.severity != base::Severity::error) continue;
    const bool here = each.at.source == value.location().source;
    if (here) return names.diagnostics().add(each);
    std::string place;
    if (each.at.source) {
      const base::Place at = each.at.source->place_of(each.at.offset);
      place = fmt::format("{}:{}:{}", each.at.source->name(), at.line, at.column);
    }
    // Told here: the file that it is in exists only as edited.
    names.diagnostics().add(
        {base::Severity::error,
         value.location(),
         each.what,
         base::Message(messages::kExpectRefusal, {std::string(each.code()), place}),
         {}});
    return;
  }
}

constexpr StepVerb kFaultVerbs[] = {
    {"outage", kMapping, kOutageKeys, outage, check_outage},
    {"edit", kScalar | kMapping, kEditKeys, edit, check_edit},
};

}  // namespace

void migrate_cases(ScenarioRun& run, const Node& step, const Node& plan) {
  Stage& stage = run.stage();
  base::Diagnostics diagnostics;
  std::unique_ptr<const Node> file;
  if (plan.text() != "true") {
    const std::string path =
        (std::filesystem::path(run.folder()) / plan.text()).lexically_normal().generic_string();
    const auto text = run.desk().files.find(path);
    if (text == run.desk().files.end()) {
      return run.fail(plan.location(), Message(failed::kNoFile, {path}));
    }
    file = yaml::parse(base::make_source(path, text->second), diagnostics);
  }
  std::vector<const Node*> files;
  if (file) files.push_back(file.get());
  const auto loaded =
      migrate::load_plan(files, {.target = run.desk(), .earlier = stage.earlier()}, diagnostics);
  if (!loaded || diagnostics.has_errors()) return run.refuse(rejection_of(diagnostics));
  const base::CaseId current = run.current_case();
  for (const base::CaseId id : stage.case_ids()) {
    const auto snapshot = stage.load(id);
    if (!snapshot || snapshot->closed_at) continue;
    run.set_case(id);
    run.submit(run.actor_of(step, "as"), cases::Migrate{loaded});
  }
  run.set_case(current);
}

std::span<const StepVerb> fault_verbs() {
  return kFaultVerbs;
}

}  // namespace guichet::scenarios
