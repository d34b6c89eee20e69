#include "tests/workflows/kernel/neutral_case.hpp"

#include <boost/json.hpp>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace guichet::tests {

namespace json = boost::json;

namespace {

std::string text_in(const json::value& value) {
  return std::string(value.as_string());
}

std::vector<std::string> texts(const json::value& value) {
  std::vector<std::string> list;
  for (const auto& item : value.as_array()) list.push_back(text_in(item));
  return list;
}

Term read_term(const json::value& value) {
  Term term;
  if (value.is_number()) {
    term.constant = value.to_number<std::int64_t>();
  } else if (const auto* variable = value.as_object().if_contains("var")) {
    term.variable = text_in(*variable);
  } else {
    const auto& parts = value.at("op").as_array();
    term.op = text_in(parts.at(1));
    term.operands = {read_term(parts.at(0)), read_term(parts.at(2))};
  }
  return term;
}

Guard read_guard(const json::value& value) {
  const auto& [kind, body] = *value.as_object().begin();
  Guard guard;
  if (kind == "const") {
    guard.value = body.as_bool();
  } else if (kind == "in") {
    guard.kind = Guard::Kind::in;
    guard.state = text_in(body);
  } else if (kind == "cmp") {
    guard.kind = Guard::Kind::compare;
    guard.op = text_in(body.as_array().at(1));
    guard.terms = {read_term(body.as_array().at(0)), read_term(body.as_array().at(2))};
  } else if (kind == "not") {
    guard.kind = Guard::Kind::negation;
    guard.operand = {read_guard(body)};
  } else {
    throw std::runtime_error("unknown guard: " + std::string(kind));
  }
  return guard;
}

std::vector<NeutralAction> read_actions(const json::value& list);

NeutralAction read_send(const json::object& body) {
  NeutralAction action{.kind = NeutralAction::Kind::send, .name = text_in(body.at("event"))};
  action.delay_ms = body.at("delay_ms").to_number<std::int64_t>();
  if (const auto* id = body.if_contains("id")) action.id = text_in(*id);
  const auto* queue = body.if_contains("queue");
  if (queue != nullptr && text_in(*queue) == "internal") action.kind = NeutralAction::Kind::raise;
  return action;
}

std::vector<Branch> read_branches(const json::array& list) {
  std::vector<Branch> branches;
  for (const auto& item : list) {
    Branch branch;
    if (const auto* when = item.as_object().if_contains("when")) branch.when = read_guard(*when);
    branch.run = read_actions(item.at("do"));
    branches.push_back(std::move(branch));
  }
  return branches;
}

NeutralAction read_action(const json::value& value) {
  const auto& [verb, body] = *value.as_object().begin();
  using Kind = NeutralAction::Kind;
  if (verb == "raise") return {.kind = Kind::raise, .name = text_in(body)};
  if (verb == "cancel") return {.kind = Kind::cancel, .name = text_in(body)};
  if (verb == "send") return read_send(body.as_object());
  if (verb == "log") return {.kind = Kind::log, .name = json::serialize(body)};
  if (verb == "if") return {.kind = Kind::branch, .branches = read_branches(body.as_array())};
  if (verb == "assign") {
    return {
        .kind = Kind::assign, .name = text_in(body.at("var")), .value = read_term(body.at("value"))};
  }
  throw std::runtime_error("unknown action: " + std::string(verb));
}

std::vector<NeutralAction> read_actions(const json::value& list) {
  std::vector<NeutralAction> actions;
  for (const auto& item : list.as_array()) actions.push_back(read_action(item));
  return actions;
}

// A list of blocks; an error would end a block only, and these have none.
std::vector<NeutralAction> read_blocks(const json::object& state, std::string_view key) {
  std::vector<NeutralAction> actions;
  const auto* blocks = state.if_contains(key);
  if (blocks == nullptr) return actions;
  for (const auto& block : blocks->as_array()) {
    for (auto& action : read_actions(block)) actions.push_back(std::move(action));
  }
  return actions;
}

NeutralInitial read_initial(const json::object& body) {
  NeutralInitial initial{.targets = texts(body.at("target")), .run = {}};
  if (const auto* run = body.if_contains("do")) initial.run = read_actions(*run);
  return initial;
}

NeutralTransition read_transition(const json::object& body) {
  NeutralTransition transition;
  if (const auto* events = body.if_contains("event")) transition.events = texts(*events);
  if (const auto* guard = body.if_contains("guard")) transition.guard = read_guard(*guard);
  if (const auto* target = body.if_contains("target")) transition.targets = texts(*target);
  if (const auto* type = body.if_contains("type")) transition.internal = text_in(*type) == "internal";
  if (const auto* run = body.if_contains("do")) transition.run = read_actions(*run);
  return transition;
}

NeutralState read_state(const json::object& body) {
  NeutralState state;
  state.id = text_in(body.at("id"));
  state.kind = text_in(body.at("kind"));
  if (const auto* history = body.if_contains("history")) state.deep = text_in(*history) == "deep";
  if (const auto* initial = body.if_contains("initial")) {
    state.initial = read_initial(initial->as_object());
  }
  if (const auto* otherwise = body.if_contains("default")) {
    state.initial = read_initial(otherwise->as_object());
  }
  state.entry = read_blocks(body, "on_entry");
  state.exit = read_blocks(body, "on_exit");
  if (const auto* transitions = body.if_contains("transitions")) {
    for (const auto& item : transitions->as_array()) {
      state.transitions.push_back(read_transition(item.as_object()));
    }
  }
  if (const auto* states = body.if_contains("states")) {
    for (const auto& item : states->as_array())
      state.states.push_back(read_state(item.as_object()));
  }
  return state;
}

NeutralCase read_case(const json::object& body) {
  NeutralCase neutral;
  neutral.id = text_in(body.at("id"));
  for (const auto& [name, value] : body.at("data").as_object()) {
    if (value.is_null()) continue;  // given a value before it is read
    neutral.variables[std::string(name)] = value.to_number<std::int64_t>();
  }
  neutral.root = read_state(body.at("machine").as_object());
  if (!body.at("initial").is_null()) neutral.initial = texts(body.at("initial"));
  for (const auto& item : body.at("steps").as_array()) {
    neutral.steps.push_back({item.at("after_ms").to_number<std::int64_t>(), text_in(item.at("event")),
                             texts(item.at("expect"))});
  }
  neutral.to_completion = body.contains("run");
  if (const auto* final = body.if_contains("final")) neutral.final = texts(*final);
  return neutral;
}

}  // namespace

std::vector<NeutralCase> read_neutral_cases(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream content;
  content << file.rdbuf();
  std::vector<NeutralCase> cases;
  const json::value document = json::parse(content.str());
  for (const auto& item : document.at("cases").as_array()) {
    cases.push_back(read_case(item.as_object()));
  }
  return cases;
}

}  // namespace guichet::tests
