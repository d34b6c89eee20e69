#include "rules/dmn/model.hpp"

#include <algorithm>

#include "rules/dmn/assemble.hpp"
#include "rules/dmn/functions.hpp"
#include "rules/dmn/model_parts.hpp"
#include "rules/feel/scan.hpp"

namespace guichet::dmn {
namespace {

template <typename Decide>
Outcome run_model(const std::shared_ptr<const Program>& program, feel::Evaluation& evaluation,
                  bool with_steps, Decide&& decide) {
  evaluation.arena.keep(program);
  const feel::SharedBudget budget(evaluation);
  const auto session = std::make_shared<Session>(program, evaluation, with_steps);
  Outcome outcome;
  outcome.value = decide(*session);
  session->place_notes(nullptr);
  outcome.problems = session->problems();
  outcome.missing = session->missing();
  outcome.steps = std::move(session->steps());
  outcome.had_errors = session->had_errors(outcome.value);
  return outcome;
}

}  // namespace

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
  return run_model(parts_->program, run, with_steps, [&](Session& session) {
    Memo memo(session.program().entities.size(), inputs);
    return session.value_of(*found, memo);
  });
}

std::optional<Outcome> Model::call_service(std::string_view service, const feel::Value& inputs,
                                           feel::Evaluation& run, bool with_steps) const {
  const auto found = parts_->find(EntityKind::service, service);
  if (!found) return std::nullopt;
  return run_model(parts_->program, run, with_steps, [&](Session& session) {
    const Entity& entity = session.program().entities[*found];
    Memo memo(session.program().entities.size(), inputs);
    for (const std::size_t parameter : entity.parameters) session.supply(parameter, memo);
    return decide_outputs(entity, session, memo);
  });
}

std::optional<Outcome> Model::call_knowledge(std::string_view name, const feel::Value& arguments,
                                             feel::Evaluation& run) const {
  const auto found = parts_->find(EntityKind::knowledge, name);
  if (!found) return std::nullopt;
  return run_model(parts_->program, run, false, [&](Session& session) {
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
