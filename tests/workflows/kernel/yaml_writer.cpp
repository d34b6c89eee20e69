#include "tests/workflows/kernel/yaml_writer.hpp"

#include <algorithm>

#include "workflows/check/write_tree.hpp"
#include "workflows/kernel/kernel.hpp"

namespace guichet::tests {

namespace {

constexpr std::string_view kDone = "done.state.";

using yaml::Entry;
using yaml::Node;

Node text(const std::string& words) {
  return Node::scalar(base::LocatedText(words, {}), {});
}

Node list(std::vector<Node> items) {
  return Node::sequence(std::move(items), {});
}

Node mapping(std::vector<Entry> entries) {
  return Node::mapping(std::move(entries), {});
}

Entry entry(const std::string& key, Node value) {
  return {text(key), std::move(value)};
}

// One transition for one of its patterns.
struct Listened {
  std::string pattern;
  const NeutralTransition* transition;
};

bool overlap(const std::string& a, const std::string& b) {
  const auto bare = [](std::string_view pattern) {
    return pattern.ends_with(".*") ? pattern.substr(0, pattern.size() - 2) : pattern;
  };
  return kernel::matches(a, bare(b)) || kernel::matches(b, bare(a));
}

// Would gathering the transitions of a pattern change which of two comes first for an event?
bool order_matters(const std::vector<Listened>& listened) {
  for (std::size_t i = 0; i < listened.size(); ++i) {
    for (std::size_t j = i + 1; j < listened.size(); ++j) {
      if (listened[i].pattern != listened[j].pattern) continue;
      for (std::size_t k = i + 1; k < j; ++k) {
        if (listened[k].pattern != listened[i].pattern &&
            overlap(listened[k].pattern, listened[i].pattern)) {
          return true;
        }
      }
    }
  }
  return false;
}

}  // namespace

YamlWriter::YamlWriter(const NeutralCase& neutral) : case_(neutral) {
  for (const NeutralState& state : neutral.root.states) name_states(state, "");
  for (const auto& [variable, value] : neutral.variables) fields_[variable];
  name_variables(neutral.root);
  int number = 0;
  for (auto& [variable, field] : fields_) field = "v" + std::to_string(number++);
}

void YamlWriter::name_states(const NeutralState& state, const std::string& above) {
  const std::string id = "n" + std::to_string(ids_.size());
  const std::string path = above.empty() ? id : above + "." + id;
  ids_[state.id] = id;
  paths_[state.id] = path;
  for (const NeutralState& child : state.states) name_states(child, path);
}

void YamlWriter::name_variables(const NeutralState& state) {
  name_variables(state.entry);
  name_variables(state.exit);
  for (const NeutralTransition& transition : state.transitions) name_variables(transition.run);
  for (const NeutralState& child : state.states) name_variables(child);
}

void YamlWriter::name_variables(const std::vector<NeutralAction>& actions) {
  for (const NeutralAction& action : actions) {
    if (action.kind == NeutralAction::Kind::assign) fields_[action.name];
    for (const Branch& branch : action.branches) name_variables(branch.run);
  }
}

std::string YamlWriter::fields_file() const {
  std::string text = "guichet: fields/1\nfields:\n";
  for (const auto& [variable, field] : fields_)
    text += "  " + field + ": {of: need, type: number}\n";
  return fields_.empty() ? "guichet: fields/1\nfields: {}\n" : text;
}

std::string YamlWriter::workflow_file() const {
  std::vector<Node> fields;
  for (const auto& [variable, field] : fields_) fields.push_back(text(field));
  Entries entries{entry("guichet", text("workflow/1")), entry("id", text("essai")),
                  entry("kind", text("chart")), entry("fields", list(std::move(fields)))};
  for (Entry& each : content(case_.root)) entries.push_back(std::move(each));
  const Node root = mapping(std::move(entries));
  return check::write_tree(check::View(root), nullptr, base::Language::en);
}

YamlWriter::Entries YamlWriter::content(const NeutralState& state) const {
  Entries entries;
  if (state.kind == "final") entries.push_back(entry("final", text("true")));
  if (state.initial) {
    entries.push_back(entry("initial", mapping(initial(*state.initial, "goto"))));
  }
  if (!state.entry.empty()) entries.push_back(entry("entry", block(state.entry)));
  if (!state.exit.empty()) entries.push_back(entry("exit", block(state.exit)));
  const auto add = [&](const std::string& key, Node value) {
    const bool any = value.is_mapping() ? !value.entries().empty() : !value.items().empty();
    if (any) entries.push_back(entry(key, std::move(value)));
  };
  add("events", events(state));
  add("always", always(state));
  add("histories", histories(state));
  add(state.kind == "parallel" ? "regions" : "states", children(state));
  return entries;
}

Node YamlWriter::events(const NeutralState& state) const {
  std::vector<Listened> listened;
  for (const NeutralTransition& transition : state.transitions) {
    for (const auto& pattern : transition.events) listened.push_back({event(pattern), &transition});
  }
  std::vector<std::pair<std::string, std::vector<Node>>> grouped;
  const bool as_one = order_matters(listened);
  for (const Listened& each : listened) {
    const std::string name = as_one ? "*" : each.pattern;
    std::string also;
    if (as_one && each.pattern != "*") {
      also = "(event.name = \"" + each.pattern + "\" or starts with(event.name, \"" + each.pattern +
             ".\"))";
    }
    auto group = std::ranges::find(grouped, name, &decltype(grouped)::value_type::first);
    if (group == grouped.end()) group = grouped.insert(group, {name, {}});
    group->second.push_back(arm(*each.transition, also));
  }
  Entries entries;
  for (auto& [name, arms] : grouped) {
    entries.push_back(entry(name, mapping({entry("choose", list(std::move(arms)))})));
  }
  return mapping(std::move(entries));
}

Node YamlWriter::always(const NeutralState& state) const {
  std::vector<Node> arms;
  for (const NeutralTransition& transition : state.transitions) {
    if (transition.events.empty()) arms.push_back(arm(transition));
  }
  return list(std::move(arms));
}

Node YamlWriter::histories(const NeutralState& state) const {
  Entries entries;
  for (const NeutralState& child : state.states) {
    if (child.kind != "history") continue;
    Entries history{entry("deep", text(child.deep ? "true" : "false"))};
    for (Entry& each : initial(*child.initial, "default")) history.push_back(std::move(each));
    entries.push_back(entry(ids_.at(child.id), mapping(std::move(history))));
  }
  return mapping(std::move(entries));
}

Node YamlWriter::children(const NeutralState& state) const {
  Entries entries;
  for (const NeutralState& child : state.states) {
    if (child.kind == "history") continue;
    entries.push_back(entry(ids_.at(child.id), mapping(content(child))));
  }
  return mapping(std::move(entries));
}

YamlWriter::Entries YamlWriter::initial(const NeutralInitial& initial,
                                        const std::string& target_key) const {
  Entries entries{entry(target_key, targets(initial.targets))};
  if (!initial.run.empty()) entries.push_back(entry("do", block(initial.run)));
  return entries;
}

Node YamlWriter::arm(const NeutralTransition& transition, const std::string& also) const {
  std::string when = also;
  if (transition.guard) when += (when.empty() ? "" : " and ") + feel(*transition.guard);
  Entries entries;
  if (!when.empty()) entries.push_back(entry("when", text(when)));
  if (!transition.targets.empty()) entries.push_back(entry("goto", targets(transition.targets)));
  if (transition.internal) entries.push_back(entry("internal", text("true")));
  if (!transition.run.empty()) entries.push_back(entry("do", block(transition.run)));
  return mapping(std::move(entries));
}

Node YamlWriter::targets(const std::vector<std::string>& ids) const {
  std::vector<Node> paths;
  for (const auto& id : ids) paths.push_back(text(paths_.at(id)));
  return list(std::move(paths));
}

Node YamlWriter::block(const std::vector<NeutralAction>& actions) const {
  std::vector<Node> verbs;
  for (const NeutralAction& action : actions) verbs.push_back(verb(action));
  return list(std::move(verbs));
}

Node YamlWriter::verb(const NeutralAction& action) const {
  switch (action.kind) {
    case NeutralAction::Kind::raise:
      return mapping({entry("raise", text(action.name))});
    case NeutralAction::Kind::send: {
      Entries send{entry("event", text(action.name)),
                   entry("after", text("PT" + std::to_string(action.delay_ms) + "M"))};
      if (!action.id.empty()) send.push_back(entry("id", text(action.id)));
      return mapping({entry("send", mapping(std::move(send)))});
    }
    case NeutralAction::Kind::cancel:
      return mapping({entry("cancel", text(action.name))});
    case NeutralAction::Kind::assign: {
      const std::string value = "= " + feel(action.value);
      return mapping({entry("set", mapping({entry(fields_.at(action.name), text(value))}))});
    }
    case NeutralAction::Kind::branch:
      return branches(action.branches, 0);
    case NeutralAction::Kind::log:
      break;
  }
  return mapping({entry("note", text(action.name))});
}

Node YamlWriter::branches(const std::vector<Branch>& all, std::size_t first) const {
  const Branch& branch = all[first];
  Entries branching{entry("when", text(branch.when ? feel(*branch.when) : "true")),
                    entry("do", block(branch.run))};
  if (first + 1 < all.size()) {
    const Branch& next = all[first + 1];
    branching.push_back(
        entry("else", next.when ? list({branches(all, first + 1)}) : block(next.run)));
  }
  return mapping({entry("if", mapping(std::move(branching)))});
}

// The end of a state is told by its path.
std::string YamlWriter::event(const std::string& pattern) const {
  if (!pattern.starts_with(kDone)) return pattern;
  return std::string(kDone) + paths_.at(pattern.substr(kDone.size()));
}

std::string YamlWriter::feel(const Guard& guard) const {
  switch (guard.kind) {
    case Guard::Kind::constant:
      return guard.value ? "true" : "false";
    case Guard::Kind::in:
      return "in state(\"" + paths_.at(guard.state) + "\")";
    case Guard::Kind::negation:
      return "not(" + feel(guard.operand[0]) + ")";
    case Guard::Kind::compare:
      break;
  }
  const std::string op = guard.op == "==" ? "=" : guard.op;
  return feel(guard.terms[0]) + " " + op + " " + feel(guard.terms[1]);
}

std::string YamlWriter::feel(const Term& term) const {
  if (!term.variable.empty()) return fields_.at(term.variable);
  if (term.op.empty()) return std::to_string(term.constant);
  return "(" + feel(term.operands[0]) + " " + term.op + " " + feel(term.operands[1]) + ")";
}

}  // namespace guichet::tests
