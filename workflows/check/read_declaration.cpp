// Actions, replies, events, `always` and `done`: what may happen in a state, and what then.
#include "engine/yaml/messages.hpp"
#include "workflows/check/form_messages.hpp"
#include "workflows/check/keys.hpp"
#include "workflows/check/messages.hpp"
#include "workflows/check/reading.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::Cause;
using model::DeclarationIndex;
using model::StateIndex;

const std::vector<std::string> kMeanings = {"accepted",  "declined",  "question", "silent",
                                            "withdrawn", "concluded", "reopened"};

// The shape of one of several arms.
void check_arm(Reading& reading, Cause cause, const View& arm) {
  arm.check_shape(keys::kArm, reading.diagnostics, keys::kLevels);
  const auto refuse = arm.find("refuse");
  if (!refuse || cause == Cause::action || cause == Cause::reply) return;
  reading.diagnostics.error(refuse->location(), Message(messages::kRefuseElsewhere),
                            Message(messages::kNobodyActs));
}

class DeclarationReader {
 public:
  DeclarationReader(Reading& reading, StateIndex state) : reading_(reading), state_(state) {}

  void read_action(const View::Item& item) {
    const bool sound = check_keys(item.value, keys::kAction);
    if (!sound && !item.value.node().is_mapping()) return;
    model::Declaration action = named(Cause::action, item);
    action.by = read_roles(reading_, item.value, "by");
    // A key that is misspelled may be the one that says who.
    if (!item.value.find("by") && !reading_.is_chart() && sound) {
      reading_.diagnostics.error(item.key->location(),
                                 Message(messages::kWhoMayAct, {item.key->text()}),
                                 Message(messages::kAddBy));
    }
    read_fields(action, item.value);
    action.contract = read_contract(reading_, item.value, keys::kActContract);
    action.suspends = read_flag(reading_, item.value, "suspends");
    action.resumes = read_flag(reading_, item.value, "resumes");
    read_arms(reading_, add_declaration(reading_, std::move(action)), item.value, {});
  }

  void read_reply(const View::Item& item) {
    if (!check_keys(item.value, keys::kReply) && !item.value.node().is_mapping()) {
      return;
    }
    model::Declaration reply = named(Cause::reply, item);
    reply.means = read_meaning(reading_, item.value);
    read_fields(reply, item.value);
    reply.contract = read_contract(reading_, item.value, keys::kActContract);
    if (const auto clock = item.value.find("clock")) {
      read_word(reading_, clock->node(), {"paused_until_answered"});
      reply.pauses_clocks = true;
      if (!item.value.find("task")) {
        reading_.diagnostics.error(clock->location(), Message(messages::kNeeds, {"clock", "task"}));
      }
    }
    model::Block first;
    if (const auto task = item.value.find("task"); task && task->node().is_mapping()) {
      first.push_back(
          {read_open_task(reading_, *task, {state_, item.key->text()}), task->location()});
    }
    read_arms(reading_, add_declaration(reading_, std::move(reply)), item.value, first);
  }

  void read_event(const View::Item& item) {
    item.value.check_shape(keys::kEvent, reading_.diagnostics, keys::kLevels);
    check_event_name(*item.key);
    model::Declaration event = named(Cause::event, item);
    event.means = read_meaning(reading_, item.value);
    read_arms(reading_, add_declaration(reading_, std::move(event)), item.value, {});
  }

  // `always` is a list of arms, `done` one arm or a list.
  void read_unnamed(Cause cause, const View& value) {
    model::Declaration declaration;
    declaration.cause = cause;
    declaration.state = state_;
    declaration.at = value.location();
    const DeclarationIndex index = add_declaration(reading_, std::move(declaration));
    if (!value.node().is_sequence()) return read_arm(index, value);
    for (const yaml::Node& arm : value.node().items()) read_arm(index, View(arm));
  }

 private:
  void read_arm(DeclarationIndex index, const View& arm) {
    check_arm(reading_, reading_.workflow.at(index).cause, arm);
    add_arm(reading_, index, arm, {});
  }

  // A scenario's step gives values under `with`: its author looks for that word here too.
  bool check_keys(const View& view, std::span<const yaml::Key> keys) {
    base::Diagnostics faults;
    const bool sound = view.check_shape(keys, faults, keys::kLevels);
    for (base::Diagnostic fault : faults.list()) {
      const bool with = fault.code() == yaml::messages::kUnknownKey.key &&
                        fault.what.arguments().front() == "with";
      if (with) fault.hint = Message(messages::kWriteAccepts);
      reading_.diagnostics.add(std::move(fault));
    }
    return sound;
  }

  model::Declaration named(Cause cause, const View::Item& item) {
    model::Declaration declaration;
    declaration.cause = cause;
    declaration.name = item.key->text();
    declaration.title = read_text(item.value, "title");
    declaration.state = state_;
    declaration.at = item.key->location();
    if (cause != Cause::event) yaml::read_id(*item.key, reading_.diagnostics);
    return declaration;
  }

  void read_fields(model::Declaration& declaration, const View& view) {
    declaration.require = read_own_fields(reading_, view, "require");
    declaration.accepts = read_own_fields(reading_, view, "accepts");
  }

  void check_event_name(const yaml::Node& name) {
    constexpr std::string_view kDone = "done.state.";
    const std::string& text = name.text();
    if (!text.starts_with(kDone) || text.ends_with(".*")) return;
    const std::string path = text.substr(kDone.size());
    if (reading_.workflow.find_state(path)) return;
    std::vector<std::string> paths;
    for (const model::State& state : reading_.workflow.states) paths.push_back(state.path);
    reading_.diagnostics.error(name.location(), Message(messages::kUnknownState, {path}),
                               base::suggestion(path, paths));
  }

  Reading& reading_;
  StateIndex state_;
};

}  // namespace

void read_declarations(Reading& reading, StateIndex state) {
  const View view = reading.views[static_cast<std::size_t>(state.value)];
  DeclarationReader reader(reading, state);
  for (const View::Item& group : view.entries()) {
    const std::string& key = group.key->text();
    if (key == "always" && group.value.node().is_sequence()) {
      reader.read_unnamed(Cause::always, group.value);
    }
    if (key == "done" && !group.value.node().is_scalar()) {
      reader.read_unnamed(Cause::done, group.value);
    }
    if (!group.value.node().is_mapping()) continue;
    if (key == "replies" && reading.workflow.kind != "referral" && !reading.is_chart()) {
      reading.diagnostics.error(group.key->location(), Message(messages::kRepliesElsewhere),
                                Message(messages::kRepliesOfChild));
    }
    for (const View::Item& item : group.value.entries()) {
      if (key == "actions") reader.read_action(item);
      if (key == "replies") reader.read_reply(item);
      if (key == "events") reader.read_event(item);
      if (key == "timers") read_timer_declaration(reading, state, *item.key, item.value);
    }
  }
}

DeclarationIndex add_declaration(Reading& reading, model::Declaration declaration) {
  auto& declarations = reading.workflow.declarations;
  const DeclarationIndex index{static_cast<std::int32_t>(declarations.size())};
  reading.state(declaration.state).declarations.push_back(index);
  declarations.push_back(std::move(declaration));
  return index;
}

void read_arms(Reading& reading, DeclarationIndex declaration, const View& of,
               const model::Block& first) {
  const auto choose = of.find("choose");
  if (!choose) return add_arm(reading, declaration, of, first);
  for (const std::string_view other : {"goto", "do", "when", "refuse"}) {
    const auto also = of.find(other);
    if (!also) continue;
    // A `do` of an inherited declaration beside the child's `choose` is as much of a contradiction.
    reading.diagnostics.error(also->location(),
                              Message(messages::kOneOfTheTwo, {std::string(other), "choose"}));
  }
  if (!choose->node().is_sequence()) return;
  for (const yaml::Node& arm : choose->node().items()) {
    const View view(arm);
    check_arm(reading, reading.workflow.at(declaration).cause, view);
    add_arm(reading, declaration, view, first);
  }
}

void add_arm(Reading& reading, DeclarationIndex declaration, const View& arm,
             const model::Block& first) {
  const StateIndex source = reading.workflow.at(declaration).state;
  model::Transition transition;
  transition.cause = reading.workflow.at(declaration).cause;
  transition.source = source;
  transition.declaration = declaration;
  transition.at = arm.location();
  transition.run = first;
  if (const auto when = arm.find("when")) transition.when = read_condition(reading, when->node());
  if (const auto target = arm.find("goto")) {
    transition.targets = read_targets(reading, target->node(), source);
  }
  transition.internal = read_flag(reading, arm, "internal");
  if (const auto refuse = arm.find("refuse"); refuse && refuse->node().is_scalar()) {
    check_refusal(reading, refuse->node());
    transition.refuse = refuse->node().text();
    if (const auto target = arm.find("goto")) {
      reading.diagnostics.error(target->location(),
                                Message(messages::kOneOfTheTwo, {"refuse", "goto"}));
    }
  }
  if (const auto run = arm.find("do")) {
    const std::string& name = reading.workflow.at(declaration).name;
    read_block(reading, run->node(), {source, name}, transition.run);
  }
  auto& transitions = reading.workflow.transitions;
  const model::TransitionIndex index{static_cast<std::int32_t>(transitions.size())};
  reading.state(source).transitions.push_back(index);
  reading.workflow.declarations[static_cast<std::size_t>(declaration.value)].arms.push_back(index);
  transitions.push_back(std::move(transition));
}

model::Meaning read_meaning(Reading& reading, const View& of) {
  const auto means = of.find("means");
  if (!means || !means->node().is_scalar()) return model::Meaning::none;
  if (reading.workflow.kind != "referral") {
    reading.diagnostics.error(means->location(), Message(messages::kMeansElsewhere));
  }
  const std::size_t word = read_word(reading, means->node(), kMeanings);
  return static_cast<model::Meaning>(word + 1);
}

}  // namespace guichet::check
