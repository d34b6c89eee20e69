// `pause: {by: conseiller, until: reprise_prevue_le, clocks: stopped, forgotten_after: 20bd}`: an
// act leads to a state beside, another comes back to where everything stood.
#include "workflows/check/form_messages.hpp"
#include "workflows/check/lower.hpp"

namespace guichet::check {

namespace {

using base::Message;
using yaml::Entry;
using yaml::kScalar;
using yaml::kSequence;
using yaml::Node;

constexpr unsigned kOneOrMany = kScalar | kSequence;
constexpr yaml::Key kPauseKeys[] = {{"by", kOneOrMany, true}, {"until", kScalar, true},
                                    {"clocks", kScalar},      {"forgotten_after", kScalar},
                                    {"escalate", kOneOrMany}, {"state", kScalar},
                                    {"act", kScalar},         {"resume", kScalar}};

std::string text_at(const View& view, std::string_view key, std::string_view otherwise) {
  const auto value = view.find(key);
  return value && value->node().is_scalar() && !value->node().is_empty() ? value->node().text()
                                                                         : std::string(otherwise);
}

// The history of the root, which has no name of its own.
std::string root_history(const Pause& pause) {
  return "avant_" + pause.state;
}

bool has_states(const View& state) {
  return state.find("states") || state.find("regions") || state.find("checklist");
}

std::string sibling(const std::string& path, const std::string& id) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string::npos ? id : path.substr(0, dot + 1) + id;
}

// The mapping under `key`, and this entry in it; made where there is none.
void add_under(Lowering& lowering, View::Items& items, const std::string& key, Entry added,
               const base::Location& at) {
  for (View::Item& item : items) {
    if (item.key->text() != key || !item.value.node().is_mapping()) continue;
    View::Items entries = item.value.entries();
    for (const View::Item& known : entries) {
      if (known.key->text() != added.key.text()) continue;
      lowering.diagnostics.error(at, Message(messages::kNameTakenHere, {known.key->text()}),
                                 Message(messages::kNameThePause));
      return;
    }
    const Node& name = lowering.made.emplace_back(std::move(added.key));
    entries.push_back({&name, lowering.keep(std::move(added.value))});
    item.value = item.value.with(std::move(entries));
    return;
  }
  std::vector<Entry> entries;
  entries.push_back(std::move(added));
  items.push_back(
      {&lowering.keep_word(key, at), lowering.keep(mapping_of(std::move(entries), at))});
}

Entry suspending_act(const Pause& pause, const std::string& path) {
  const base::Location& at = pause.at;
  std::vector<Entry> act{entry("by", pause.view.find("by")->node(), at),
                         entry("require", list_of({pause.view.find("until")->node()}, at), at)};
  // The root's acts are offered in the paused state too.
  if (path.empty()) {
    act.push_back(entry("when", word("not(in state(\"" + pause.state + "\"))", at), at));
  }
  act.push_back(entry("suspends", word("true", at), at));
  act.push_back(entry("goto", word(sibling(path, pause.state), at), at));
  return entry(pause.act, mapping_of(std::move(act), at), at);
}

Node way_back(const Pause& pause, const std::string& path, const View& of) {
  if (path.empty()) return word(root_history(pause), pause.at);
  if (!has_states(of)) return word(path, pause.at);
  return mapping_of({entry("history", word(path, pause.at), pause.at)}, pause.at);
}

Node first_state(const View& root, const base::Location& at) {
  if (const auto initial = root.find("initial")) {
    const auto target = initial->find("goto");
    return target ? target->node() : initial->node();
  }
  const auto states = root.find("states");
  const bool any = states && states->node().is_mapping() && !states->entries().empty();
  return any ? *states->entries().front().key : word("", at);
}

Node reminder(std::string_view verb, const Node& roles, const base::Location& at) {
  return list_of({mapping_of({entry(std::string(verb), roles, at)}, at)}, at);
}

}  // namespace

std::optional<Pause> read_pause(Lowering& lowering, const View& state) {
  for (const View::Item& item : state.entries()) {
    if (item.key->text() != "pause" || !item.value.node().is_mapping()) continue;
    const View& view = item.value;
    if (!view.check_shape(kPauseKeys, lowering.diagnostics)) return std::nullopt;
    Pause pause{view, item.key->location(), text_at(view, "state", "suspendu"),
                text_at(view, "act", "suspendre"), text_at(view, "resume", "reprendre")};
    const std::string clocks = text_at(view, "clocks", "stopped");
    pause.clocks_stopped = clocks == "stopped";
    if (clocks != "stopped" && clocks != "running") {
      lowering.diagnostics.error(view.find("clocks")->location(),
                                 Message(messages::kNotOneOf, {clocks, "stopped, running"}),
                                 base::suggestion(clocks, {"stopped", "running"}));
    }
    return pause;
  }
  return std::nullopt;
}

View::Items with_pause(Lowering& lowering, const Pause& pause, const std::string& path,
                       const View& state, View::Items items) {
  const base::Location& at = pause.at;
  if (path.empty()) {
    Node history = mapping_of(
        {entry("deep", word("true", at), at), entry("default", first_state(state, at), at)}, at);
    add_under(lowering, items, "histories", entry(root_history(pause), std::move(history), at), at);
  } else if (const auto history = state.find("history")) {
    if (history->node().text() != "deep") {
      lowering.diagnostics.error(history->location(), Message(messages::kPauseIsDeep));
    }
  } else if (has_states(state)) {
    items.push_back({&lowering.keep_word("history", at), lowering.keep(word("deep", at))});
  }
  add_under(lowering, items, "actions", suspending_act(pause, path), at);
  return items;
}

View::Item paused_state(Lowering& lowering, const Pause& pause, const std::string& path,
                        const View& of) {
  const base::Location& at = pause.at;
  const Node &by = pause.view.find("by")->node(), &until = pause.view.find("until")->node();
  std::vector<Entry> timers{entry(
      "reprise",
      mapping_of({entry("at", until, at), entry("do", reminder("remind", by, at), at)}, at), at)};
  if (const auto after = pause.view.find("forgotten_after")) {
    const auto escalate = pause.view.find("escalate");
    Node run = escalate ? reminder("escalate", escalate->node(), at) : reminder("remind", by, at);
    timers.push_back(entry("oubli",
                           mapping_of({entry("at", until, at), entry("plus", after->node(), at),
                                       entry("do", std::move(run), at)},
                                      at),
                           at));
  } else if (const auto escalate = pause.view.find("escalate")) {
    lowering.diagnostics.error(escalate->location(),
                               Message(messages::kNeeds, {"escalate", "forgotten_after"}));
  }
  // The next pause asks for its own date.
  Node forget = list_of({mapping_of({entry("unset", until, at)}, at)}, at);
  Node act =
      mapping_of({entry("by", by, at), entry("resumes", word("true", at), at),
                  entry("do", std::move(forget), at), entry("goto", way_back(pause, path, of), at)},
                 at);
  Node actions = mapping_of({entry(pause.resume, std::move(act), at)}, at);
  return {&lowering.keep_word(pause.state, at),
          lowering.keep(mapping_of({entry("timers", mapping_of(std::move(timers), at), at),
                                    entry("actions", std::move(actions), at)},
                                   at))};
}

}  // namespace guichet::check
