#include "rules/dmn/model.hpp"

#include <algorithm>

#include "rules/dmn/assemble.hpp"
#include "rules/dmn/functions.hpp"
#include "rules/feel/scan.hpp"

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

void supply(Session& session, std::size_t index, const feel::Value& inputs, Memo& memo) {
  const Entity& entity = session.program().entities[index];
  const feel::Value* value = supplied(session.program(), entity, inputs);
  memo.cells[index] = {
      Memo::State::supplied,
      value != nullptr ? session.fit(*value, *entity.type, entity.name, entity.at) : feel::Value()};
}

// Inputs that the decisions under way may ask for are taken when the run begins, so that each is
// looked at once.
void supply_inputs(Session& session, const feel::Value& inputs, Memo& memo) {
  const auto& entities = session.program().entities;
  for (std::size_t i = 0; i < entities.size(); ++i)
    if (entities[i].kind == EntityKind::input && supplied(session.program(), entities[i], inputs))
      supply(session, i, inputs, memo);
}

}  // namespace

struct Model::Parts {
  std::shared_ptr<const Program> program;

  std::optional<std::size_t> find(EntityKind kind, std::string_view name) const {
    for (std::size_t i = 0; i < program->entities.size(); ++i) {
      const Entity& entity = program->entities[i];
      if (entity.kind == kind && entity.model == 0 && entity.name == name) return i;
    }
    return std::nullopt;
  }

  std::vector<std::string> names(EntityKind kind) const {
    std::vector<std::string> names;
    for (const Entity& entity : program->entities)
      if (entity.kind == kind && entity.model == 0) names.push_back(entity.name);
    return names;
  }

  template <typename Decide>
  Outcome run(feel::Evaluation& evaluation, bool with_steps, Decide&& decide) const {
    evaluation.arena.keep(program);
    const feel::SharedBudget budget(evaluation);
    const auto session = std::make_shared<Session>(program, evaluation, with_steps);
    Outcome outcome;
    outcome.value = decide(*session);
    session->place_notes(nullptr);
    outcome.problems = session->problems();
    outcome.steps = std::move(session->steps());
    outcome.had_errors = session->had_errors(outcome.value);
    return outcome;
  }
};

Model::Model(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Model::~Model() = default;

std::shared_ptr<const Model> Model::compile(std::vector<Definitions> definitions,
                                            const ModelOptions& options,
                                            base::Diagnostics& diagnostics) {
  auto parts = std::make_unique<Parts>();
  parts->program = assemble(std::move(definitions), options, diagnostics);
  if (parts->program == nullptr) return nullptr;
  return std::shared_ptr<const Model>(new Model(std::move(parts)));
}

const Definitions& Model::definitions() const {
  return parts_->program->models.front();
}
std::vector<std::string> Model::decisions() const {
  return parts_->names(EntityKind::decision);
}
std::vector<std::string> Model::services() const {
  return parts_->names(EntityKind::service);
}
std::vector<std::string> Model::knowledge_models() const {
  return parts_->names(EntityKind::knowledge);
}

std::optional<Outcome> Model::decide(std::string_view decision, const feel::Value& inputs,
                                     feel::Evaluation& run, bool with_steps) const {
  const auto found = parts_->find(EntityKind::decision, decision);
  if (!found) return std::nullopt;
  return parts_->run(run, with_steps, [&](Session& session) {
    Memo memo(session.program().entities.size());
    supply_inputs(session, inputs, memo);
    return session.value_of(*found, memo);
  });
}

std::optional<Outcome> Model::call_service(std::string_view service, const feel::Value& inputs,
                                           feel::Evaluation& run, bool with_steps) const {
  const auto found = parts_->find(EntityKind::service, service);
  if (!found) return std::nullopt;
  return parts_->run(run, with_steps, [&](Session& session) {
    const Entity& entity = session.program().entities[*found];
    Memo memo(session.program().entities.size());
    supply_inputs(session, inputs, memo);
    for (const std::size_t parameter : entity.parameters) supply(session, parameter, inputs, memo);
    return decide_outputs(entity, session, memo);
  });
}

std::optional<Outcome> Model::call_knowledge(std::string_view name, const feel::Value& arguments,
                                             feel::Evaluation& run) const {
  const auto found = parts_->find(EntityKind::knowledge, name);
  if (!found) return std::nullopt;
  return parts_->run(run, false, [&](Session& session) {
    const Entity& entity = session.program().entities[*found];
    std::vector<std::string> names;
    std::vector<feel::Value> values;
    if (arguments.kind() == feel::Kind::context)
      for (const feel::Entry& entry : arguments.entries()) {
        names.push_back(feel::canonical_name(entry.name));
        values.push_back(entry.value);
      }
    const feel::Value function = session.function_of(*found);
    return entity.signature->parameters.empty()
               ? feel::call(function, values, session.run())
               : feel::call(function, names, values, session.run());
  });
}

}  // namespace guichet::dmn
