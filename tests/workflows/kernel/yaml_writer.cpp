#include "tests/workflows/kernel/yaml_writer.hpp"

#include <algorithm>

#include "workflows/kernel/kernel.hpp"

namespace guichet::tests {

namespace {

constexpr std::string_view kDone = "done.state.";

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
  }
  return text;
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
  std::vector<std::string> fields;
  for (const auto& [variable, field] : fields_) fields.push_back(field);
  return "{guichet: workflow/1, id: essai, kind: chart, fields: [" + joined(fields) + "], " +
         content(case_.root) + "}\n";
}

std::string YamlWriter::content(const NeutralState& state) const {
  std::vector<std::string> parts;
  if (state.kind == "final") parts.push_back("final: true");
  if (state.initial) parts.push_back("initial: {" + initial(*state.initial, "goto") + "}");
  if (!state.entry.empty()) parts.push_back("entry: " + block(state.entry));
  if (!state.exit.empty()) parts.push_back("exit: " + block(state.exit));
  parts.push_back(events(state));
  parts.push_back(always(state));
  parts.push_back(histories(state));
  parts.push_back(children(state));
  return joined(parts);
}

std::string YamlWriter::events(const NeutralState& state) const {
  std::vector<Listened> listened;
  for (const NeutralTransition& transition : state.transitions) {
    for (const auto& pattern : transition.events) listened.push_back({event(pattern), &transition});
  }
  if (listened.empty()) return "";
  std::vector<std::pair<std::string, std::vector<std::string>>> grouped;
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
    group->second.push_back("{" + arm(*each.transition, also) + "}");
  }
  std::vector<std::string> entries;
  for (const auto& [name, arms] : grouped) {
    entries.push_back(quoted(name) + ": {choose: [" + joined(arms) + "]}");
  }
  return "events: {" + joined(entries) + "}";
}

std::string YamlWriter::always(const NeutralState& state) const {
  std::vector<std::string> arms;
  for (const NeutralTransition& transition : state.transitions) {
    if (transition.events.empty()) arms.push_back("{" + arm(transition) + "}");
  }
  return arms.empty() ? "" : "always: [" + joined(arms) + "]";
}

std::string YamlWriter::histories(const NeutralState& state) const {
  std::vector<std::string> entries;
  for (const NeutralState& child : state.states) {
    if (child.kind != "history") continue;
    entries.push_back(ids_.at(child.id) + ": {deep: " + (child.deep ? "true" : "false") + ", " +
                      initial(*child.initial, "default") + "}");
  }
  return entries.empty() ? "" : "histories: {" + joined(entries) + "}";
}

std::string YamlWriter::children(const NeutralState& state) const {
  std::vector<std::string> entries;
  for (const NeutralState& child : state.states) {
    if (child.kind == "history") continue;
    entries.push_back(ids_.at(child.id) + ": {" + content(child) + "}");
  }
  const std::string key = state.kind == "parallel" ? "regions" : "states";
  return entries.empty() ? "" : key + ": {" + joined(entries) + "}";
}

std::string YamlWriter::initial(const NeutralInitial& initial,
                                const std::string& target_key) const {
  return joined({target_key + ": " + targets(initial.targets),
                 initial.run.empty() ? "" : "do: " + block(initial.run)});
}

std::string YamlWriter::arm(const NeutralTransition& transition, const std::string& also) const {
  std::string when = also;
  if (transition.guard) when += (when.empty() ? "" : " and ") + feel(*transition.guard);
  return joined({when.empty() ? "" : "when: " + quoted(when),
                 transition.targets.empty() ? "" : "goto: " + targets(transition.targets),
                 transition.internal ? "internal: true" : "",
                 transition.run.empty() ? "" : "do: " + block(transition.run)});
}

std::string YamlWriter::targets(const std::vector<std::string>& ids) const {
  std::vector<std::string> paths;
  for (const auto& id : ids) paths.push_back(paths_.at(id));
  return "[" + joined(paths) + "]";
}

std::string YamlWriter::block(const std::vector<NeutralAction>& actions) const {
  std::vector<std::string> verbs;
  for (const NeutralAction& action : actions) verbs.push_back("{" + verb(action) + "}");
  return "[" + joined(verbs) + "]";
}

std::string YamlWriter::verb(const NeutralAction& action) const {
  switch (action.kind) {
    case NeutralAction::Kind::raise:
      return "raise: " + quoted(action.name);
    case NeutralAction::Kind::send:
      return "send: {event: " + quoted(action.name) + ", after: PT" +
             std::to_string(action.delay_ms) + "M" +
             (action.id.empty() ? "" : ", id: " + quoted(action.id)) + "}";
    case NeutralAction::Kind::cancel:
      return "cancel: " + quoted(action.name);
    case NeutralAction::Kind::assign:
      return "set: {" + fields_.at(action.name) + ": " + quoted("= " + feel(action.value)) + "}";
    case NeutralAction::Kind::branch:
      return branches(action.branches, 0);
    case NeutralAction::Kind::log:
      break;
  }
  return "note: " + quoted(action.name);
}

std::string YamlWriter::branches(const std::vector<Branch>& list, std::size_t first) const {
  const Branch& branch = list[first];
  const std::string when = branch.when ? feel(*branch.when) : "true";
  std::string otherwise;
  if (first + 1 < list.size()) {
    const Branch& next = list[first + 1];
    otherwise =
        ", else: " + (next.when ? "[{" + branches(list, first + 1) + "}]" : block(next.run));
  }
  return "if: {when: " + quoted(when) + ", do: " + block(branch.run) + otherwise + "}";
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
