#include "rules/dmn/undeclared.hpp"

#include <algorithm>

#include "rules/dmn/model_messages.hpp"

namespace guichet::dmn {
namespace {

// Camunda 7 hands a table's result on under the name of its output.
const std::string* single_output(const Source& source) {
  if (source.decision == nullptr || source.decision->logic == nullptr) return nullptr;
  const auto* table = std::get_if<DecisionTable>(&source.decision->logic->form);
  if (table == nullptr || table->outputs.size() != 1) return nullptr;
  return &table->outputs.front().element.name;
}

const Element* element_of(const Source& source) {
  if (source.input != nullptr) return &source.input->element;
  return source.decision != nullptr ? &source.decision->element : nullptr;
}

}  // namespace

std::vector<Alias> UndeclaredNames::resolve(std::size_t decision, const std::vector<Use>& uses) {
  std::vector<Alias> aliases;
  for (const Use& use : uses) {
    const bool known = std::any_of(aliases.begin(), aliases.end(),
                                   [&](const Alias& alias) { return alias.name == use.name; });
    if (known) continue;
    if (const auto entity = resolve_one(decision, use)) aliases.push_back({use.name, *entity});
  }
  return aliases;
}

std::optional<std::size_t> UndeclaredNames::resolve_one(std::size_t decision, const Use& use) {
  const std::size_t model = program_.entities[decision].model;
  if (const auto required = required_as(decision, use.name)) {
    diagnostics_.info(
        use.at, base::Message(messages::kOtherName, {use.name, program_.entities[*required].name}));
    return required;
  }
  if (const auto input = find(model, EntityKind::input, use.name)) {
    const bool declared = *input < graph_.sources().size();
    if (declared)
      diagnostics_.info(use.at, base::Message(messages::kNotRequired,
                                              {use.name, program_.entities[decision].name}));
    return input;
  }
  if (find(model, EntityKind::decision, use.name)) {
    diagnostics_.info(use.at, base::Message(messages::kDecisionNotRequired,
                                            {use.name, program_.entities[decision].name}));
    return std::nullopt;
  }
  if (is_slip(decision, use.name)) return std::nullopt;
  return add_input(decision, use);
}

std::optional<std::size_t> UndeclaredNames::required_as(std::size_t decision,
                                                        const std::string& name) const {
  const auto& required = graph_.sources()[decision].requirements;
  for (const std::size_t entity : required)
    if (is_called(entity, name)) return entity;
  for (const std::size_t entity : required) {
    const std::string* output = single_output(graph_.sources()[entity]);
    if (output != nullptr && *output == name) return entity;
  }
  return std::nullopt;
}

bool UndeclaredNames::is_called(std::size_t entity, const std::string& name) const {
  const Entity& known = program_.entities[entity];
  if (known.name == name || known.variable == name) return true;
  if (entity >= graph_.sources().size()) return false;
  const Element* element = element_of(graph_.sources()[entity]);
  return element != nullptr && element->id == name;
}

std::optional<std::size_t> UndeclaredNames::find(std::size_t model, EntityKind kind,
                                                 const std::string& name) const {
  for (std::size_t i = 0; i < program_.entities.size(); ++i) {
    const Entity& entity = program_.entities[i];
    if (entity.model == model && entity.kind == kind && is_called(i, name)) return i;
  }
  return std::nullopt;
}

// Near a name that the model declares; names that were only assumed do not count.
bool UndeclaredNames::is_slip(std::size_t decision, const std::string& name) const {
  std::vector<std::string> declared;
  for (std::size_t i = 0; i < graph_.sources().size(); ++i)
    if (i != decision && program_.entities[i].model == program_.entities[decision].model)
      declared.push_back(program_.entities[i].variable);
  return base::did_you_mean(name, declared).has_value();
}

std::size_t UndeclaredNames::add_input(std::size_t decision, const Use& use) {
  Entity input;
  input.kind = EntityKind::input;
  input.model = program_.entities[decision].model;
  input.name = input.variable = use.name;
  input.at = use.at;
  input.type = types_.resolve(input.model, use.type_ref, use.at);
  input.static_type = input.type->type;
  const base::Message what(messages::kUndeclared, {use.name});
  if (use.is_column)
    diagnostics_.info(use.at, what);
  else
    diagnostics_.warning(use.at, what);
  program_.entities.push_back(std::move(input));
  return program_.entities.size() - 1;
}

}  // namespace guichet::dmn
