#include "engine/publishing/homeless.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/json/json.hpp"
#include "engine/yaml/shape.hpp"
#include "workflows/migrate/suggest.hpp"

namespace guichet::publishing {
namespace {

using model::State;
using model::StateKind;
using model::Workflow;
using Named = std::pair<std::string, std::string>;  // path, state

// "Chez les partenaires › Réponses", from the outermost to the innermost.
std::string title_within(const Workflow& workflow, const State& state) {
  std::string title = state.title;
  for (auto at = state.parent; at != model::kNoState && at != model::kRoot;
       at = workflow.at(at).parent) {
    title = workflow.at(at).title + " › " + title;
  }
  return title;
}

std::vector<Haven> havens_of(const Workflow& workflow) {
  std::vector<Haven> out;
  for (const State& state : workflow.states) {
    if (state.kind != StateKind::atomic && state.kind != StateKind::final) continue;
    out.push_back({state.path, title_within(workflow, state)});
  }
  return out;
}

// What the suggested plans say of each state.
std::map<Named, const yaml::Node*> suggestions(
    const std::vector<std::string>& plans, std::vector<std::unique_ptr<const yaml::Node>>& trees) {
  std::map<Named, const yaml::Node*> out;
  for (const std::string& text : plans) {
    base::Diagnostics ignored;  // these texts are our own
    trees.push_back(yaml::parse(base::make_source(std::string(kPlanName), text), ignored));
    const yaml::Node* root = trees.back().get();
    const yaml::Node* workflows = root == nullptr ? nullptr : yaml::at(*root, "workflow");
    const yaml::Node* states = root == nullptr ? nullptr : yaml::at(*root, "states");
    if (workflows == nullptr || states == nullptr) continue;
    for (const yaml::Node* workflow : yaml::read_one_or_many(*workflows, ignored)) {
      for (const yaml::Entry& each : states->entries()) {
        out.emplace(Named(workflow->text(), each.key.text()), &each.value);
      }
    }
  }
  return out;
}

bool stands_in(const store::LiveGroup& group, const std::string& state) {
  const migrate::Place place = migrate::parse_configuration(group.configuration);
  if (place.active.contains(state) || place.history.contains(state)) return true;
  return std::ranges::any_of(place.history, [&](const auto& remembered) {
    return std::ranges::find(remembered.second, state) != remembered.second.end();
  });
}

// The state's name for people, as the version has it that its cases are under.
std::string old_title(Versions& versions, const std::string& bundle, const Named& named) {
  const bundle::Desk* from = versions.find(bundle);
  const Workflow* workflow = from == nullptr ? nullptr : from->workflow(named.first);
  const auto state = workflow == nullptr ? std::nullopt : workflow->find_state(named.second);
  return state ? title_within(*workflow, workflow->at(*state)) : named.second;
}

std::string rule_of(const Sent& sent, const std::string& reason) {
  if (sent.memory) return "{forget: true}";
  if (sent.to.empty()) return std::string(migrate::kToComplete);
  if (!sent.enters) return json::quote(sent.to);
  return fmt::format("{{goto: {}, reason: {}}}", json::quote(sent.to), json::quote(reason));
}

}  // namespace

std::vector<Homeless> homeless_of(const Preview& preview, Versions& versions) {
  std::vector<std::unique_ptr<const yaml::Node>> trees;
  std::vector<Homeless> out;
  for (const auto& [named, value] : suggestions(preview.suggested, trees)) {
    const Workflow* workflow = versions.target().workflow(named.first);
    if (workflow == nullptr) continue;
    Homeless one{.workflow = named.first, .workflow_title = workflow->title, .state = named.second};
    one.memory = value->is_mapping();
    if (value->is_scalar() && value->text() != "?") one.proposed = value->text();
    if (!one.memory) one.havens = havens_of(*workflow);
    for (const PlaceReport& place : preview.places) {
      const bool concerned = place.group.workflow == named.first && !place.assessment.carried;
      if (!concerned || !stands_in(place.group, named.second)) continue;
      one.cases += place.group.count;
      one.title = old_title(versions, place.group.bundle, named);
    }
    out.push_back(std::move(one));
  }
  return out;
}

std::string plan_made_of(const std::vector<Sent>& answers, const std::string& reason) {
  const bool said = std::ranges::any_of(
      answers, [](const Sent& each) { return each.memory || !each.to.empty(); });
  if (!said) return {};
  std::map<std::string, std::string> states;  // by path
  for (const Sent& each : answers) {
    states[each.workflow] +=
        fmt::format("  {}: {}\n", json::quote(each.state), rule_of(each, reason));
  }
  std::string text;
  for (const auto& [workflow, lines] : states) {
    text += fmt::format(
        "{}guichet: migration/1\nworkflow: {}\nstates:\n{}timers: {{default: keep}}\n"
        "unmapped: leave\n",
        text.empty() ? "" : "---\n", json::quote(workflow), lines);
  }
  return text;
}

std::vector<base::Source> parted_plans(const std::string& text) {
  std::vector<base::Source> out;
  std::string part, before;  // before: an empty line for each that came earlier
  const auto close = [&] {
    if (part.find_first_not_of(" \t\r\n") != std::string::npos) {
      out.push_back(base::make_source(std::string(kPlanName), before + part));
    }
    before.append(static_cast<std::size_t>(std::ranges::count(part, '\n')) + 1, '\n');
    part.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(at, end - at);
    at = end;
    if (line.starts_with("---") && line.find_first_not_of("- \t\r\n") == std::string::npos) {
      close();
    } else {
      part += line;
    }
  }
  close();
  return out;
}

}  // namespace guichet::publishing
