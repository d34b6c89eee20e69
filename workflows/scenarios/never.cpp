#include "workflows/scenarios/never.hpp"
#include "workflows/scenarios/failure_messages.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/cases/evaluate.hpp"
#include "engine/yaml/shape.hpp"
#include "workflows/check/load_workflow.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {
namespace {

using feel::Kind;
using feel::Type;

constexpr yaml::Key kNeverKeys[] = {{"of", yaml::kScalar, true}, {"when", yaml::kScalar, true}};

feel::Value in_state(std::span<const feel::Value> arguments, feel::Evaluation& run) {
  const auto* oracle = static_cast<const check::StateOracle*>(run.host);
  const bool asks = oracle != nullptr && arguments[0].kind() == Kind::string;
  return asks ? feel::Value::boolean(oracle->in_state(arguments[0].text())) : feel::Value();
}

// The names of the paths, and `state("x")` for `in state("x")`.
feel::Scope scope_of(const bundle::Desk& desk) {
  feel::Scope scope = desk.scope;
  scope.declare_function("state", {Type::of(Kind::string)}, Type::of(Kind::boolean), in_state);
  return scope;
}

const yaml::Node& condition_of(const yaml::Node& item) {
  const yaml::Node* when = yaml::at(item, "when");
  return when == nullptr ? item : *when;
}

std::vector<feel::Expression> compile_all(const yaml::Node& list, const bundle::Desk& desk,
                                          base::Diagnostics& diagnostics) {
  const feel::Scope scope = scope_of(desk);
  std::vector<feel::Expression> out;
  for (const yaml::Node& item : list.items()) {
    out.push_back(
        compile(condition_of(item).located(), scope, diagnostics, Type::of(Kind::boolean)));
  }
  return out;
}

bool concerns(const yaml::Node& item, const cases::Instance& instance) {
  const std::string of = yaml::text_at(item, "of");
  return of.empty() ? instance.kind == "need" : instance.workflow == of;
}

std::string states_of(const cases::Instance& instance) {
  std::string out;
  for (const cases::StateEntry& each : instance.active) {
    if (!each.path.empty()) out += (out.empty() ? "" : ", ") + each.path;
  }
  return out;
}

}  // namespace

const std::vector<feel::Expression>& Never::compiled(const bundle::Desk& desk) {
  const auto known = compiled_.find(desk.hash);
  if (known != compiled_.end()) return known->second;
  base::Diagnostics diagnostics;  // said by check_never, for the version that the file is of
  return compiled_.emplace(desk.hash, compile_all(list_, desk, diagnostics)).first->second;
}

void Never::look(Stage& stage, base::CaseId kase, const Told& told) {
  const auto snapshot = stage.load(kase);
  if (!snapshot) return;
  const cases::Surroundings around = stage.surroundings();
  for (const cases::Instance& instance : snapshot->instances) {
    const bundle::Desk* desk = around.pinned(instance.bundle);
    if (desk == nullptr) continue;
    const auto& expressions = compiled(*desk);
    for (std::size_t i = 0; i < expressions.size(); ++i) {
      const yaml::Node& item = list_.items()[i];
      if (expressions[i].empty() || !concerns(item, instance)) continue;
      if (!evaluate_in(*snapshot, instance.n, expressions[i], around).value().is_true()) continue;
      const std::string key = fmt::format("{}/{}/{}", kase.value, instance.n.value, i);
      if (!reported_.insert(key).second) continue;
      told(condition_of(item).location(),
           base::Message(
               failed::kNeverBroken,
               {condition_of(item).text(), instance.workflow, std::to_string(instance.n.value),
                states_of(instance), base::iso(stage.calendar().local_time(stage.now()))}));
    }
  }
}

namespace {

// FEEL checks names, not what a text argument names.
void check_states(const base::LocatedText& text, const std::vector<const model::Workflow*>& among,
                  base::Diagnostics& diagnostics) {
  constexpr std::string_view kState = "state(\"";
  const std::string& feel = text.text();
  const std::vector<std::string> known = state_names(among);
  std::string where;
  for (const model::Workflow* each : among) where += (where.empty() ? "" : ", ") + each->id;
  for (std::size_t at = feel.find(kState); at != std::string::npos;
       at = feel.find(kState, at + 1)) {
    const std::size_t first = at + kState.size();
    const std::size_t last = feel.find('"', first);
    if (last == std::string::npos) return;
    const std::string state = feel.substr(first, last - first);
    if (std::ranges::find(known, state) != known.end()) continue;
    diagnostics.error(text.at(first, last - first),
                      base::Message(messages::kUnknownStateOf, {state, where}),
                      base::suggestion(state, known));
  }
}

// Those that a condition is seen from.
std::vector<const model::Workflow*> seen_from(const yaml::Node& item, const bundle::Desk& desk) {
  const std::string of = yaml::text_at(item, "of");
  std::vector<const model::Workflow*> out;
  for (const auto& [id, workflow] : desk.workflows) {
    if (of.empty() ? workflow->kind == "need" : id == of) out.push_back(workflow.get());
  }
  return out;
}

}  // namespace

void check_never(const yaml::Node& list, const bundle::Desk& desk, base::Diagnostics& diagnostics) {
  if (!list.is_sequence()) return;  // said by the shape
  for (const yaml::Node& item : list.items()) {
    if (item.is_scalar()) continue;
    if (!yaml::check_shape(item, kNeverKeys, diagnostics) || desk.partial) continue;
    const yaml::Node& of = *yaml::at(item, "of");
    std::vector<std::string> known;
    for (const auto& [id, workflow] : desk.workflows) known.push_back(id);
    if (std::ranges::find(known, of.text()) != known.end()) continue;
    diagnostics.error(of.location(),
                      base::Message(messages::kUnknownName, {of.text(), "workflows/"}),
                      base::suggestion(of.text(), known));
  }
  if (desk.vocabulary) compile_all(list, desk, diagnostics);
  if (desk.partial) return;
  for (const yaml::Node& item : list.items()) {
    const auto among = seen_from(item, desk);
    const bool text = condition_of(item).is_scalar();
    if (text && !among.empty()) check_states(condition_of(item).located(), among, diagnostics);
  }
}

}  // namespace guichet::scenarios
