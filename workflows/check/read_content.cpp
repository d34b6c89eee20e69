// What stands inside each state, once all states have their names.
#include "workflows/check/form_messages.hpp"
#include "workflows/check/keys.hpp"
#include "workflows/check/reading.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::StateIndex;
using model::StateKind;

// `x`, a list, or `{goto, do}`; a mapping with `history` is a target, not the long form.
model::Initial read_initial(Reading& reading, const View& value, StateIndex parent,
                            std::string_view name) {
  model::Initial initial;
  const bool is_long = value.node().is_mapping() && !value.find("history");
  if (!is_long) {
    initial.targets = read_inner_targets(reading, value.node(), parent);
    return initial;
  }
  value.check_shape(keys::kInitial, reading.diagnostics, keys::kLevels);
  if (const auto target = value.find("goto")) {
    initial.targets = read_inner_targets(reading, target->node(), parent);
  }
  if (const auto run = value.find("do")) {
    read_block(reading, run->node(), {parent, std::string(name)}, initial.run);
  }
  return initial;
}

class ContentReader {
 public:
  ContentReader(Reading& reading, StateIndex index)
      : reading_(reading), index_(index), view_(reading.views[position()]) {}

  void read() {
    if (model::is_history(state().kind)) return read_history();
    if (!view_.node().is_mapping()) return;
    read_start();
    read_block_under("entry", state().entry);
    read_block_under("exit", state().exit);
    if (const auto task = view_.find("task")) read_task(*task);
    if (const auto block = view_.find("referral")) read_referral(reading_, index_, *block);
    read_marks();
    state().contract = read_contract(reading_, view_, keys::kContract);
    // The root's `fields` are those that the workflow owns.
    const auto fields = index_ == model::kRoot ? std::nullopt : view_.find("fields");
    if (fields && fields->node().is_mapping()) read_field_access(reading_, index_, *fields);
    read_declarations(reading_, index_);
  }

 private:
  std::size_t position() const { return static_cast<std::size_t>(index_.value); }
  model::State& state() { return reading_.state(index_); }

  void read_start() {
    const auto initial = view_.find("initial");
    if (!initial || !(initial->node().is_scalar() || initial->node().is_sequence() ||
                      initial->node().is_mapping())) {
      return;
    }
    if (state().kind != StateKind::compound) {
      reading_.diagnostics.error(initial->location(), Message(messages::kNotCompound, {"initial"}));
      return;
    }
    model::Initial start = read_initial(reading_, *initial, index_, "initial");
    if (!start.targets.empty()) state().initial = std::move(start);
  }

  // The default is the state's own initial where `history: deep` gives none.
  void read_history() {
    const StateIndex parent = state().parent;
    if (state().id == kOwnHistory) {
      const model::State& of = reading_.state(parent);
      if (of.kind == StateKind::atomic) {
        reading_.diagnostics.error(state().at, Message(messages::kNotCompound, {"history"}));
      }
      state().initial = model::Initial{own_default(parent), {}};
    } else if (const auto otherwise = view_.find("default")) {
      model::Initial start = read_initial(reading_, *otherwise, parent, state().id);
      if (const auto run = view_.find("do")) {
        read_block(reading_, run->node(), {parent, state().id}, start.run);
      }
      state().initial = std::move(start);
    }
  }

  // A parent is read before its histories.
  std::vector<StateIndex> own_default(StateIndex parent) {
    const model::State& of = reading_.state(parent);
    if (of.initial) return of.initial->targets;
    std::vector<StateIndex> children;
    for (std::size_t i = 0; i < reading_.workflow.states.size(); ++i) {
      const model::State& child = reading_.workflow.states[i];
      if (child.parent != parent || model::is_history(child.kind)) continue;
      children.push_back({static_cast<std::int32_t>(i)});
      if (of.kind == StateKind::compound) break;
    }
    return children;
  }

  void read_block_under(std::string_view key, model::Block& out) {
    model::Block block;
    if (const auto list = view_.find(key)) {
      read_block(reading_, list->node(), {index_, std::string(key)}, block);
    }
    out = std::move(block);
  }

  void read_task(const View& view) {
    if (!view.node().is_mapping()) return;
    view.check_shape(keys::kTask, reading_.diagnostics, keys::kLevels);
    model::Task task;
    task.id = state().path;
    if (const auto title = view.find("title")) {
      task.title = read_text_operand(reading_, title->node());
    }
    task.by = read_roles(reading_, view, "by");
    task.due = read_delay(reading_, view, "due");
    reading_.tasks.insert(task.id);
    state().task = std::move(task);
  }

  void read_marks() {
    if (const auto outcome = view_.find("outcome"); outcome && outcome->node().is_scalar()) {
      if (is_expression(outcome->node())) {
        reading_.diagnostics.error(outcome->location(), Message(messages::kLiteralWanted));
      }
      state().outcome = outcome->node().text();
    }
    state().success = read_flag(reading_, view_, "success");
    state().accompanied = read_flag(reading_, view_, "accompanied");
    if (const auto tags = view_.find("tags"); tags && !tags->node().is_mapping()) {
      for (const yaml::Node* tag : yaml::read_one_or_many(tags->node(), reading_.diagnostics)) {
        state().tags.push_back(tag->text());
      }
    }
  }

  Reading& reading_;
  StateIndex index_;
  View view_;
};

}  // namespace

void read_content(Reading& reading) {
  for (std::size_t i = 0; i < reading.workflow.states.size(); ++i) {
    ContentReader(reading, {static_cast<std::int32_t>(i)}).read();
  }
}

}  // namespace guichet::check
