// One run of a model: what was supplied, what has been decided, what went wrong. One thread.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "rules/dmn/model.hpp"
#include "rules/dmn/types.hpp"
#include "rules/tables/decide.hpp"

namespace guichet::dmn {

struct Program;

// The variables of one decision or one call of a function.
using Slots = std::span<feel::Value>;

// Values of inputs and decisions that belong together: those of a run, or of one call of a service.
struct Memo {
  enum class State : std::uint8_t { unknown, supplied, known };
  struct Cell {
    State state = State::unknown;
    feel::Value value;
  };
  explicit Memo(std::size_t entities, const feel::Value& inputs = {})
      : cells(entities), inputs(inputs) {}
  std::vector<Cell> cells;  // by entity
  feel::Value inputs;       // where inputs are looked for when they are needed; null: nowhere
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(std::shared_ptr<const Program> program, feel::Evaluation& run, bool with_steps);

  feel::Evaluation& run() { return *run_; }
  feel::Arena& arena() { return run_->arena; }
  const Program& program() const { return *program_; }
  const std::shared_ptr<const Program>& shared_program() const { return program_; }
  tables::Workspace& workspace() { return workspace_; }
  bool with_steps() const { return with_steps_; }
  const std::vector<Problem>& problems() const { return problems_; }
  // Did anything go wrong on the way to the value? See Outcome.
  bool had_errors(const feel::Value& value) const {
    return failures_ > 0 || (value.is_null() && faults_ > 0);
  }
  const std::vector<std::string>& missing() const { return missing_; }
  std::vector<Step>& steps() { return steps_; }

  feel::Value evaluate(const feel::Expression& expression, Slots slots);
  feel::Value evaluate_match(const feel::Expression& match, const feel::Value& item, Slots slots);
  // The value brought to the type, or null with the reason.
  feel::Value fit(const feel::Value& value, const ItemType& type, const std::string& what,
                  const base::Location& at);
  // A null that says why.
  feel::Value fail(base::Message what, const base::Location& at);
  // Notes left since the last call are those of a text; where it is not known, of a place.
  void place_notes(const base::LocatedText* text, const base::Location& otherwise = {});

  // Of a value of the memo, deciding what it takes. Requires: the entity is an input or a decision.
  feel::Value value_of(std::size_t entity, Memo& memo);
  // Takes an input, or a decision that is a service's input, from the memo's inputs; null where it
  // is not there.
  void supply(std::size_t entity, Memo& memo);
  // A knowledge model or a service as a function.
  feel::Value function_of(std::size_t entity);

  // Set while a decision's own table is evaluated, so that its step can keep the explanation.
  std::optional<tables::Explanation>* wanted_explanation = nullptr;

 private:
  void decide(std::size_t entity, Memo& memo);

  std::shared_ptr<const Program> program_;
  feel::Evaluation* run_;
  bool with_steps_;
  tables::Workspace workspace_;
  std::vector<feel::Value> functions_;  // by entity, null until made
  std::vector<Problem> problems_;
  std::vector<std::string> missing_;
  std::vector<Step> steps_;
  std::vector<const base::LocatedText*> texts_;  // under evaluation, innermost last
  std::size_t placed_notes_;
  std::size_t failures_ = 0;  // of types, tables, the model
  std::size_t faults_ = 0;    // of expressions
  std::string decision_;      // under way
};

}  // namespace guichet::dmn
