// Places as the store names them, and those that a path leads to.
#include <algorithm>

#include "workflows/migrate/assess.hpp"

namespace guichet::migrate {
namespace {

using model::State;
using model::StateKind;
using model::Workflow;

std::string around(const std::string& path) {
  const auto dot = path.rfind('.');
  return dot == std::string::npos ? "" : path.substr(0, dot);
}

void extend(const Workflow& workflow, model::StateIndex state, std::set<std::int32_t>& known,
            std::vector<model::StateIndex>& open) {
  for (; state != model::kNoState && known.insert(state.value).second;
       state = workflow.at(state).parent) {
    open.push_back(state);
  }
}

}  // namespace

Place parse_configuration(std::string_view configuration) {
  Place place;
  while (!configuration.empty()) {
    const auto end = std::min(configuration.find(' '), configuration.size());
    std::string word(configuration.substr(0, end));
    configuration.remove_prefix(std::min(end + 1, configuration.size()));
    if (word == "-") continue;
    if (!word.starts_with('@')) {
      for (; !word.empty(); word = around(word)) place.active.insert(word);
      continue;
    }
    const auto equals = word.find('=');
    auto& states = place.history[word.substr(1, equals - 1)];
    std::string rest = equals == std::string::npos ? "" : word.substr(equals + 1);
    while (!rest.empty()) {
      const auto comma = std::min(rest.find(','), rest.size());
      states.push_back(rest.substr(0, comma));
      rest.erase(0, comma + 1);
    }
  }
  return place;
}

std::set<std::string> reachable(const Workflow& workflow) {
  std::set<std::int32_t> known;
  std::vector<model::StateIndex> open;
  extend(workflow, model::kRoot, known, open);
  while (!open.empty()) {
    const State& state = workflow.at(open.back());
    open.pop_back();
    if (state.kind == StateKind::parallel) {
      for (const model::StateIndex child : state.children) extend(workflow, child, known, open);
    }
    if (state.initial) {
      for (const model::StateIndex target : state.initial->targets) {
        extend(workflow, target, known, open);
      }
    }
    for (const model::TransitionIndex arm : state.transitions) {
      for (const model::StateIndex target : workflow.at(arm).targets) {
        extend(workflow, target, known, open);
      }
    }
  }
  if (workflow.reopen) extend(workflow, workflow.reopen->target, known, open);
  std::set<std::string> paths;
  for (const std::int32_t index : known) {
    paths.insert(workflow.states[static_cast<std::size_t>(index)].path);
  }
  return paths;
}

}  // namespace guichet::migrate
