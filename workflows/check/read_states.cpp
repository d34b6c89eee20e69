// The tree of states: ids, kinds and places. What stands inside the states is read afterwards, when
// every name is known.
#include "workflows/check/form_messages.hpp"
#include "workflows/check/keys.hpp"
#include "workflows/check/reading.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::StateIndex;
using model::StateKind;

class StateReader {
 public:
  explicit StateReader(Reading& reading) : reading_(reading) {}

  void read_root(const View& root) {
    model::State state;
    state.kind = StateKind::compound;
    state.at = root.location();
    add(std::move(state), root);
    read_inside(model::kRoot, root);
  }

 private:
  StateIndex add(model::State state, const View& view) {
    reading_.workflow.states.push_back(std::move(state));
    reading_.views.push_back(view);
    return {static_cast<std::int32_t>(reading_.workflow.states.size() - 1)};
  }

  void read_inside(StateIndex index, const View& view) {
    read_histories(index, view);
    read_children(index, view, "states");
    read_children(index, view, "regions");
  }

  void read_children(StateIndex parent, const View& view, std::string_view key) {
    const auto children = view.find(key);
    if (!children || !children->node().is_mapping()) return;
    if (children->entries().empty()) {
      reading_.diagnostics.error(children->location(),
                                 Message(messages::kNoStates, {std::string(key)}));
    }
    for (const View::Item& item : children->entries()) read_state(parent, item);
  }

  void read_state(StateIndex parent, const View::Item& item) {
    yaml::read_id(*item.key, reading_.diagnostics);
    check_name(parent, *item.key);
    const bool final = item.value.node().is_mapping() && read_flag(reading_, item.value, "final");
    check_state_shape(item, final);
    model::State state;
    state.id = item.key->text();
    state.title = read_text(item.value, "title");
    state.parent = parent;
    state.path = path_below(parent, state.id);
    state.at = item.key->location();
    state.kind = final ? StateKind::final : kind_of(item.value);
    const bool has_content = !final;
    const StateIndex index = add(std::move(state), item.value);
    if (has_content) read_inside(index, item.value);
  }

  // `suspendu:` alone is a state without anything.
  void check_state_shape(const View::Item& item, bool final) {
    if (item.value.node().is_empty()) return;
    if (!final) {
      item.value.check_shape(keys::kState, reading_.diagnostics, keys::kLevels);
      return;
    }
    base::Diagnostics faults;
    if (item.value.check_shape(keys::kFinalState, faults)) return;
    item.value.check_shape(keys::kState, reading_.diagnostics, keys::kLevels);
    for (const View::Item& entry : item.value.entries()) {
      for (const yaml::Key& key : keys::kState) {
        if (key.name != entry.key->text() || is_of_final(key.name)) continue;
        reading_.diagnostics.error(entry.key->location(), Message(messages::kFinalHolds));
      }
    }
  }

  static bool is_of_final(std::string_view name) {
    for (const yaml::Key& key : keys::kFinalState) {
      if (key.name == name) return true;
    }
    return false;
  }

  StateKind kind_of(const View& view) {
    const auto states = view.find("states"), regions = view.find("regions");
    if (states && regions) {
      reading_.diagnostics.error(regions->location(),
                                 Message(messages::kOneOfTheTwo, {"states", "regions"}));
    }
    const auto has_states = [](const std::optional<View>& inside) {
      return inside && inside->node().is_mapping() && !inside->entries().empty();
    };
    if (has_states(regions)) return StateKind::parallel;
    return has_states(states) ? StateKind::compound : StateKind::atomic;
  }

  void read_histories(StateIndex parent, const View& view) {
    const auto histories = view.find("histories");
    if (histories && histories->node().is_mapping()) {
      for (const View::Item& item : histories->entries()) read_history(parent, item);
    }
    const auto kept = view.find("history");
    if (!kept || !kept->node().is_scalar()) return;
    const bool deep = read_word(reading_, kept->node(), {"shallow", "deep"}) == 1;
    add_history(parent, std::string(kOwnHistory), kept->location(), deep, view);
  }

  void read_history(StateIndex parent, const View::Item& item) {
    yaml::read_id(*item.key, reading_.diagnostics);
    check_name(parent, *item.key);
    item.value.check_shape(keys::kHistory, reading_.diagnostics, keys::kLevels);
    add_history(parent, item.key->text(), item.key->location(),
                read_flag(reading_, item.value, "deep"), item.value);
  }

  void add_history(StateIndex parent, std::string id, const base::Location& at, bool deep,
                   const View& view) {
    model::State state;
    state.path = path_below(parent, id);
    state.id = std::move(id);
    state.parent = parent;
    state.at = at;
    state.kind = deep ? StateKind::deep_history : StateKind::shallow_history;
    add(std::move(state), view);
  }

  std::string path_below(StateIndex parent, const std::string& id) {
    const std::string& above = reading_.state(parent).path;
    return above.empty() ? id : above + "." + id;
  }

  void check_name(StateIndex parent, const yaml::Node& id) {
    for (const model::State& state : reading_.workflow.states) {
      if (state.parent != parent || state.id != id.text()) continue;
      reading_.diagnostics.error(id.location(), Message(messages::kNameTaken, {id.text()}));
      return;
    }
  }

  Reading& reading_;
};

}  // namespace

void read_states(Reading& reading, const View& root) {
  StateReader(reading).read_root(root);
}

}  // namespace guichet::check
