#include "rules/dmn/session.hpp"

#include <algorithm>

#include "rules/dmn/functions.hpp"
#include "rules/dmn/model_messages.hpp"
#include "rules/dmn/program.hpp"

namespace guichet::dmn {
namespace {

// The value supplied for an input: by its name, under the names of the imports that lead to it.
const feel::Value* supplied(const Program& program, const Entity& entity,
                            const feel::Value& inputs) {
  for (const std::vector<std::string>& way : program.paths[entity.model]) {
    const feel::Value* place = &inputs;
    for (const std::string& step : way)
      if (place != nullptr)
        place = place->kind() == feel::Kind::context ? place->member(step) : nullptr;
    if (place == nullptr || place->kind() != feel::Kind::context) continue;
    for (const std::string& name : {entity.name, entity.variable})
      if (const feel::Value* value = place->member(name)) return value;
  }
  return nullptr;
}

// What a decision that is one expression says.
std::string literal_text(const Program& program, const Entity& entity) {
  for (const Decision& decision : program.models[entity.model].decisions) {
    if (decision.element.name != entity.name || decision.logic == nullptr) continue;
    const auto* literal = std::get_if<LiteralExpression>(&decision.logic->form);
    return literal != nullptr ? literal->text.trimmed().text() : std::string();
  }
  return {};
}

}  // namespace

Session::Session(std::shared_ptr<const Program> program, feel::Evaluation& run, bool with_steps)
    : program_(std::move(program)),
      run_(&run),
      with_steps_(with_steps),
      functions_(program_->entities.size()),
      placed_notes_(run.notes.size()) {}

// Notes do not know in which text they are: those that come before an inner evaluation are the
// outer text's, so they are placed each time the text changes.
void Session::place_notes(const base::LocatedText* text, const base::Location& otherwise) {
  for (; placed_notes_ < run_->notes.size(); ++placed_notes_) {
    const feel::Note& note = run_->notes[placed_notes_];
    problems_.push_back({note.what,
                         text != nullptr ? text->at(note.offset, note.length) : otherwise,
                         decision_, note.is_fault});
    faults_ += note.is_fault ? 1 : 0;
  }
}

feel::Value Session::evaluate(const feel::Expression& expression, Slots slots) {
  place_notes(texts_.empty() ? nullptr : texts_.back());
  texts_.push_back(&expression.source());
  const feel::Value value = feel::evaluate(expression, slots, *run_);
  place_notes(texts_.back());
  texts_.pop_back();
  return value;
}

feel::Value Session::evaluate_match(const feel::Expression& match, const feel::Value& item,
                                    Slots slots) {
  place_notes(texts_.empty() ? nullptr : texts_.back());
  texts_.push_back(&match.source());
  const feel::Value value = feel::evaluate_tests(match, item, slots, *run_);
  place_notes(texts_.back());
  texts_.pop_back();
  return value;
}

feel::Value Session::fail(base::Message what, const base::Location& at) {
  problems_.push_back({std::move(what), at, decision_});
  ++failures_;
  return {};
}

feel::Value Session::fit(const feel::Value& value, const ItemType& type, const std::string& what,
                         const base::Location& at) {
  const auto fitting = feel::coerce(value, type.type, arena());
  if (!fitting) {
    const Misfit misfit = find_misfit(value, type.type);
    const std::string member = what + misfit.member;
    if (!misfit.got)
      return fail(base::Message(messages::kMemberMissing, {member, misfit.wanted}), at);
    return fail(base::Message(messages::kDoesNotFit, {member, misfit.wanted, *misfit.got}), at);
  }
  if (!type.has_tests()) return *fitting;
  const std::size_t notes = run_->notes.size();
  const feel::Expression* failed = failed_test(type, *fitting, *run_);
  while (run_->notes.size() > notes) run_->notes.pop_back();
  if (failed == nullptr) return *fitting;
  return fail(base::Message(messages::kNotAllowed,
                            {what, feel::to_literal(*fitting), failed->source().trimmed().text()}),
              at);
}

feel::Value Session::value_of(std::size_t index, Memo& memo) {
  if (memo.cells[index].state == Memo::State::unknown) {
    if (program_->entities[index].kind == EntityKind::decision)
      decide(index, memo);
    else
      supply(index, memo);
  }
  return memo.cells[index].value;
}

void Session::supply(std::size_t index, Memo& memo) {
  const Entity& entity = program_->entities[index];
  const feel::Value* value = supplied(*program_, entity, memo.inputs);
  // A service that is called as a function was given its arguments.
  if (value == nullptr && memo.inputs.kind() == feel::Kind::context &&
      std::find(missing_.begin(), missing_.end(), entity.name) == missing_.end())
    missing_.push_back(entity.name);
  memo.cells[index] = {
      Memo::State::supplied,
      value != nullptr ? fit(*value, *entity.type, entity.name, entity.at) : feel::Value()};
}

// Decisions are decided after those that they require; a chain of them may be long, so that there
// is no recursion here.
void Session::decide(std::size_t index, Memo& memo) {
  std::vector<std::size_t> waiting{index};
  while (!waiting.empty()) {
    const std::size_t current = waiting.back();
    Memo::Cell& cell = memo.cells[current];
    if (cell.state != Memo::State::unknown) {
      waiting.pop_back();
      continue;
    }
    const std::size_t before = waiting.size();
    for (const std::size_t required : program_->entities[current].required)
      if (memo.cells[required].state == Memo::State::unknown) waiting.push_back(required);
    if (waiting.size() > before) continue;
    const Entity& decision = program_->entities[current];
    const std::string around = std::exchange(decision_, decision.name);
    std::optional<tables::Explanation> explanation;
    const auto table = decision.logic != nullptr ? decision.logic->table() : nullptr;
    const bool explained = with_steps_ && table != nullptr;
    auto* const wanted_around =
        std::exchange(wanted_explanation, explained ? &explanation : nullptr);
    cell.value = decide_logic(decision, *this, memo);
    cell.state = Memo::State::known;
    wanted_explanation = wanted_around;
    decision_ = around;
    if (with_steps_)
      steps_.push_back({decision.name, literal_text(*program_, decision), cell.value, table,
                        std::move(explanation)});
    waiting.pop_back();
  }
}

feel::Value Session::function_of(std::size_t index) {
  if (functions_[index].is_null()) functions_[index] = make_entity_function(index, *this);
  return functions_[index];
}

}  // namespace guichet::dmn
