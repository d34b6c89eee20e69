// Walks a workflow's tree and lowers what it finds, state by state.
#include "workflows/check/lower.hpp"

#include <algorithm>

#include "workflows/check/form_messages.hpp"
#include "workflows/check/messages.hpp"

namespace guichet::check {

namespace {

using base::Message;

class TreeLowering {
 public:
  explicit TreeLowering(Lowering& shared) : shared_(shared) {}

  View lower_root(const View& root) {
    const auto pause = read_pause(shared_, root);
    View::Items items = lower_content(root, "");
    spread_calendar(items);
    if (!pause) return root.with(std::move(items));
    add_resume(items, *pause);
    items = with_pause(shared_, *pause, "", root, std::move(items));
    for (View::Item& item : items) {
      if (item.key->text() != "states") continue;
      View::Items states = item.value.entries();
      insert_paused(states, states.end(), paused_state(shared_, *pause, "", root), item.value);
      item.value = item.value.with(std::move(states));
    }
    return root.with(std::move(items));
  }

 private:
  using Item = View::Item;
  using Items = View::Items;

  // What a state (or the root) has inside, lowered; its own pause apart.
  Items lower_content(const View& state, const std::string& path) {
    Items items;
    for (const Item& item : state.entries()) {
      const std::string& key = item.key->text();
      if (key == "checklist" && item.value.node().is_mapping()) continue;
      if (key == "pause" && item.value.node().is_mapping()) continue;
      items.push_back({item.key, lower_item(key, item.value, path)});
    }
    return lower_checklist(shared_, state, std::move(items));
  }

  View lower_item(const std::string& key, const View& value, const std::string& path) {
    if (key == "states" || key == "regions") return lower_states(key, value, path);
    if (key == "entry" || key == "exit") return shared_.keep(lower_block(as_node(value)));
    if (key == "timers") {
      return each(value, [&](const View& timer) { return lower_timer(shared_, timer); });
    }
    if (key == "actions" || key == "replies" || key == "events" || key == "histories") {
      return each(value, [&](const View& one) { return lower_declaration(shared_, one); });
    }
    if (key == "done" || key == "initial" || key == "always") return lower_arms(value);
    if (key == "properties" && value.node().is_sequence()) {
      return lower_list(value, lower_property);
    }
    return value;
  }

  template <typename Lower>
  View each(const View& mapping, Lower lower) {
    if (!mapping.node().is_mapping()) return mapping;
    Items items = mapping.entries();
    for (Item& item : items) {
      if (item.value.node().is_mapping()) item.value = lower(item.value);
    }
    return mapping.with(std::move(items));
  }

  View lower_arms(const View& value) {
    if (value.node().is_mapping()) return lower_declaration(shared_, value);
    return value.node().is_sequence() ? lower_list(value, lower_arm) : value;
  }

  template <typename Lower>
  View lower_list(const View& list, Lower lower) {
    std::vector<yaml::Node> items;
    for (const yaml::Node& item : list.node().items()) items.push_back(lower(item));
    return shared_.keep(list_of(std::move(items), list.location()));
  }

  View lower_states(const std::string& key, const View& states, const std::string& above) {
    if (!states.node().is_mapping()) return states;
    Items items = states.entries();
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!items[i].value.node().is_mapping()) continue;
      const std::string& id = items[i].key->text();
      const std::string path = above.empty() ? id : above + "." + id;
      const View state = items[i].value;
      Items content = lower_content(state, path);
      const auto pause = read_pause(shared_, state);
      if (pause && key == "regions") {
        shared_.diagnostics.error(pause->at, Message(messages::kPauseInRegion, {id}),
                                  Message(messages::kPauseAbove));
      } else if (pause) {
        add_resume(content, *pause);
        content = with_pause(shared_, *pause, path, state, std::move(content));
        insert_paused(items, items.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                      paused_state(shared_, *pause, path, state), states);
      }
      items[i].value = state.with(std::move(content));
    }
    return states.with(std::move(items));
  }

  // What the author wrote of the state by himself is laid over what the pause makes.
  void insert_paused(Items& states, Items::iterator place, Item paused, const View& written) {
    const std::string& id = paused.key->text();
    const auto known =
        std::ranges::find_if(states, [&](const Item& item) { return item.key->text() == id; });
    if (known == states.end()) {
      states.insert(place, std::move(paused));
    } else if (!written.find(id)) {
      shared_.diagnostics.error(paused.key->location(), Message(messages::kNameTaken, {id}),
                                Message(messages::kNameThePause));
    } else {
      known->value = View::merged(paused.value, known->value);
    }
  }

  void add_resume(Items& content, const Pause& pause) {
    const yaml::Node& word =
        shared_.keep_word(pause.clocks_stopped ? "remaining" : "original", pause.at);
    add_to_timers(content, {&shared_.keep_word("resume", pause.at), View(word)}, pause.state);
  }

  // A path's calendar is that of its timers.
  void spread_calendar(Items& root) {
    const auto calendar =
        std::ranges::find_if(root, [](const Item& item) { return item.key->text() == "calendar"; });
    if (calendar == root.end() || !calendar->value.node().is_scalar()) return;
    const base::Location& at = calendar->key->location();
    add_to_timers(root, {&shared_.keep_word("calendar", at), calendar->value});
  }

  // The key for each timer of the state and below that does not have it; not in the child `except`.
  void add_to_timers(Items& content, const Item& added, const std::string& except = {}) {
    for (Item& item : content) {
      const std::string& group = item.key->text();
      if (group == "timers") {
        item.value = each(item.value, [&](const View& timer) {
          if (timer.find(added.key->text())) return timer;
          Items items = timer.entries();
          items.push_back(added);
          return timer.with(std::move(items));
        });
      } else if (group == "states" || group == "regions") {
        add_below(item, added, except);
      }
    }
  }

  void add_below(Item& group, const Item& added, const std::string& except) {
    if (!group.value.node().is_mapping()) return;
    Items states = group.value.entries();
    for (Item& state : states) {
      if (state.key->text() == except || !state.value.node().is_mapping()) continue;
      Items inside = state.value.entries();
      add_to_timers(inside, added);
      state.value = state.value.with(std::move(inside));
    }
    group.value = group.value.with(std::move(states));
  }

  Lowering& shared_;
};

}  // namespace

const yaml::Node& Lowering::keep_word(std::string text, const base::Location& at) {
  return made.emplace_back(word(std::move(text), at));
}

View lower_workflow(Lowering& lowering, const View& root) {
  return TreeLowering(lowering).lower_root(root);
}

yaml::Node word(std::string text, const base::Location& at) {
  return yaml::Node::scalar(base::LocatedText(std::move(text), at), at);
}

yaml::Entry entry(std::string key, yaml::Node value, const base::Location& at) {
  return {word(std::move(key), at), std::move(value)};
}

yaml::Node list_of(std::vector<yaml::Node> items, const base::Location& at) {
  return yaml::Node::sequence(std::move(items), at);
}

yaml::Node mapping_of(std::vector<yaml::Entry> entries, const base::Location& at) {
  return yaml::Node::mapping(std::move(entries), at);
}

yaml::Node as_node(const View& view) {
  if (!view.node().is_mapping()) return view.node();
  std::vector<yaml::Entry> entries;
  for (const View::Item& item : view.entries()) {
    entries.push_back({*item.key, as_node(item.value)});
  }
  return mapping_of(std::move(entries), view.location());
}

}  // namespace guichet::check
