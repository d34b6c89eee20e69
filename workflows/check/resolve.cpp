// From names to states: `goto`, `initial`, defaults of histories.
#include <algorithm>

#include "workflows/check/form_messages.hpp"
#include "workflows/check/keys.hpp"
#include "workflows/check/messages.hpp"
#include "workflows/check/reading.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::StateIndex;

class Resolver {
 public:
  explicit Resolver(Reading& reading) : reading_(reading) {}

  // Nothing, with a diagnostic, where the name means no state or more than one.
  std::optional<StateIndex> find(const yaml::Node& name, StateIndex source) {
    const std::string& text = name.text();
    if (text.find('.') != std::string::npos) {
      const auto state = reading_.workflow.find_state(text);
      if (!state) unknown(name);
      return state;
    }
    for (StateIndex level = source; level != model::kNoState;
         level = reading_.state(level).parent) {
      const auto candidates = at_level(text, level, level == source);
      if (candidates.size() > 1) {
        ambiguous(name, candidates);
        return std::nullopt;
      }
      if (!candidates.empty()) return candidates.front();
    }
    unknown(name);
    return std::nullopt;
  }

  std::optional<StateIndex> find_history(const yaml::Node& name, StateIndex source) {
    const auto found = find(name, source);
    if (!found || model::is_history(reading_.state(*found).kind)) return found;
    if (const auto own = child(*found, kOwnHistory)) return own;
    reading_.diagnostics.error(name.location(), Message(messages::kNoHistory, {name.text()}),
                               Message(messages::kAddHistory));
    return std::nullopt;
  }

  // A child's id, a path below the parent, or a path from the root.
  std::optional<StateIndex> find_inside(const yaml::Node& name, StateIndex parent) {
    const model::State& of = reading_.state(parent);
    const std::string path = of.path.empty() ? name.text() : of.path + "." + name.text();
    if (const auto inner = reading_.workflow.find_state(path)) return inner;
    const auto found = reading_.workflow.find_state(name.text());
    if (!found) {
      unknown(name);
    } else if (!is_below(*found, parent)) {
      reading_.diagnostics.error(name.location(),
                                 Message(messages::kNotInside, {name.text(), of.path}));
      return std::nullopt;
    }
    return found;
  }

  // Two targets may be active together where a parallel is the nearest state above both.
  void check_together(std::span<const StateIndex> targets, const base::Location& at) {
    for (std::size_t i = 0; i < targets.size(); ++i) {
      for (std::size_t j = i + 1; j < targets.size(); ++j) {
        if (may_be_together(targets[i], targets[j])) continue;
        reading_.diagnostics.error(
            at, Message(messages::kIllegalTargets,
                        {reading_.state(targets[i]).path, reading_.state(targets[j]).path}));
        return;
      }
    }
  }

 private:
  std::optional<StateIndex> child(StateIndex parent, std::string_view id) const {
    const auto& states = reading_.workflow.states;
    for (std::size_t i = 0; i < states.size(); ++i) {
      if (states[i].parent == parent && states[i].id == id) {
        return StateIndex{static_cast<std::int32_t>(i)};
      }
    }
    return std::nullopt;
  }

  // The source's own children count with its siblings; further out, the ancestor's siblings.
  std::vector<StateIndex> at_level(const std::string& id, StateIndex level, bool is_source) const {
    std::vector<StateIndex> candidates;
    if (is_source || level == model::kRoot) {
      if (const auto own = child(level, id)) candidates.push_back(*own);
    }
    if (level != model::kRoot) {
      const auto sibling = child(reading_.state(level).parent, id);
      if (sibling) candidates.push_back(*sibling);
    }
    return candidates;
  }

  bool is_below(StateIndex state, StateIndex ancestor) const {
    for (StateIndex up = reading_.state(state).parent; up != model::kNoState;
         up = reading_.state(up).parent) {
      if (up == ancestor) return true;
    }
    return false;
  }

  bool may_be_together(StateIndex a, StateIndex b) const {
    if (a == b || is_below(a, b) || is_below(b, a)) return false;
    StateIndex above = reading_.state(a).parent;
    while (!is_below(b, above)) above = reading_.state(above).parent;
    return reading_.state(above).kind == model::StateKind::parallel;
  }

  void unknown(const yaml::Node& name) {
    std::vector<std::string> words;
    for (const model::State& state : reading_.workflow.states) {
      if (state.id == name.text()) {
        reading_.diagnostics.error(
            name.location(), Message(messages::kUnknownState, {name.text()}),
            Message(messages::kNotReachableByName, {name.text(), state.path}));
        return;
      }
      if (state.id.empty() || state.id == kOwnHistory) continue;
      words.push_back(name.text().find('.') == std::string::npos ? state.id : state.path);
    }
    reading_.diagnostics.error(name.location(), Message(messages::kUnknownState, {name.text()}),
                               base::suggestion(name.text(), words));
  }

  void ambiguous(const yaml::Node& name, const std::vector<StateIndex>& candidates) {
    std::string paths;
    for (const StateIndex candidate : candidates) {
      paths += (paths.empty() ? "" : ", ") + reading_.state(candidate).path;
    }
    reading_.diagnostics.error(name.location(),
                               Message(messages::kAmbiguousState, {name.text(), paths}),
                               Message(messages::kWritePath));
  }

  Reading& reading_;
};

template <typename Find>
std::vector<StateIndex> read_each(const yaml::Node& node, Find find) {
  std::vector<StateIndex> targets;
  const auto add = [&](const yaml::Node& one) {
    if (const auto state = find(one)) targets.push_back(*state);
  };
  if (!node.is_sequence()) {
    add(node);
  } else {
    for (const yaml::Node& item : node.items()) add(item);
  }
  return targets;
}

}  // namespace

std::vector<StateIndex> read_targets(Reading& reading, const yaml::Node& node, StateIndex source) {
  Resolver resolver(reading);
  auto targets = read_each(node, [&](const yaml::Node& one) -> std::optional<StateIndex> {
    if (one.is_scalar()) return resolver.find(one, source);
    if (!yaml::check_shape(one, keys::kTarget, reading.diagnostics)) return std::nullopt;
    return resolver.find_history(*yaml::at(one, "history"), source);
  });
  resolver.check_together(targets, node.location());
  return targets;
}

std::vector<StateIndex> read_inner_targets(Reading& reading, const yaml::Node& node,
                                           StateIndex parent) {
  Resolver resolver(reading);
  auto targets = read_each(node, [&](const yaml::Node& one) -> std::optional<StateIndex> {
    if (one.is_scalar()) return resolver.find_inside(one, parent);
    if (!yaml::check_shape(one, keys::kTarget, reading.diagnostics)) return std::nullopt;
    const auto found = resolver.find_inside(*yaml::at(one, "history"), parent);
    return found;
  });
  resolver.check_together(targets, node.location());
  return targets;
}

}  // namespace guichet::check
