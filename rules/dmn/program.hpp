// What a model is compiled to: its inputs, decisions and functions in one row, those of imported
// models among them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rules/dmn/node.hpp"

namespace guichet::dmn {

enum class EntityKind : std::uint8_t { input, decision, knowledge, service };

// A variable of a unit and the entity that it stands for; the members of a context where entities
// of an imported model are meant.
struct Bound {
  static constexpr std::size_t kNone = SIZE_MAX;
  feel::Scope::Slot slot = 0;
  std::size_t entity = kNone;
  std::vector<std::pair<std::string, std::size_t>> members;
};

struct Entity {
  EntityKind kind = EntityKind::input;
  std::size_t model = 0;
  std::string name;
  std::string variable;  // the name that expressions use
  base::Location at;
  ItemTypePtr type = Types::any();  // of the value; of a function's result

  feel::Type static_type;  // what is known of it where it is used

  // Decision and knowledge model.
  std::vector<Bound> bound;
  std::vector<std::size_t> required;  // decisions, to be known first
  std::size_t slots = 0;
  NodePtr logic;  // nullptr: a decision or function without any

  // Knowledge model and service.
  std::shared_ptr<const feel::FunctionSignature> signature;
  std::vector<ItemTypePtr> parameter_types;
  std::vector<feel::Scope::Slot> parameter_slots;  // knowledge model
  std::vector<std::size_t> parameters;             // service: inputs and input decisions, in order
  std::vector<std::size_t> outputs;                // service: decisions
};

struct Program {
  std::vector<Definitions> models;
  std::vector<Entity> entities;
  // Where values of a model's inputs stand in the inputs of a run: ways through import names.
  std::vector<std::vector<std::vector<std::string>>> paths;  // by model
};

}  // namespace guichet::dmn
