#include "rules/dmn/graph.hpp"

#include <algorithm>

#include "rules/dmn/model_messages.hpp"

namespace guichet::dmn {
namespace {

// Imports of other kinds (PMML, schemas) are of no use to expressions.
bool is_dmn(const std::string& import_type) {
  return import_type.empty() || import_type.find("/DMN/") != std::string::npos;
}

}  // namespace

Imports find_imports(const std::vector<Definitions>& models, bool lenient,
                     base::Diagnostics& diagnostics) {
  Imports imports(models.size());
  for (std::size_t m = 0; m < models.size(); ++m) {
    for (const Import& import : models[m].imports) {
      if (!is_dmn(import.import_type)) continue;
      const auto found =
          std::find_if(models.begin(), models.end(), [&](const Definitions& definitions) {
            return definitions.model_namespace == import.import_namespace;
          });
      if (found != models.end()) {
        imports[m].push_back(
            {import.element.name, static_cast<std::size_t>(found - models.begin())});
        continue;
      }
      const base::Message what(messages::kUnknownImport, {import.import_namespace});
      if (lenient)
        diagnostics.warning(import.element.at, what);
      else
        diagnostics.error(import.element.at, what);
    }
  }
  return imports;
}

Graph::Graph(const std::vector<Definitions>& models, bool lenient, base::Diagnostics& diagnostics)
    : models_(models), lenient_(lenient), diagnostics_(diagnostics), by_id_(models.size()) {
  for (std::size_t m = 0; m < models.size(); ++m) {
    for (const InputData& input : models[m].inputs)
      add(EntityKind::input, m, input.element, input.variable.element.name, {.input = &input});
    for (const Decision& decision : models[m].decisions)
      add(EntityKind::decision, m, decision.element, decision.variable.element.name,
          {.decision = &decision});
    for (const BusinessKnowledgeModel& knowledge : models[m].knowledge_models)
      add(EntityKind::knowledge, m, knowledge.element, knowledge.variable.element.name,
          {.knowledge = &knowledge});
    for (const DecisionService& service : models[m].services)
      add(EntityKind::service, m, service.element, service.variable.element.name,
          {.service = &service});
  }
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const Source source = sources_[i];
    if (source.decision != nullptr) {
      add_requirements(i, source.decision->required_inputs, {EntityKind::input});
      add_requirements(i, source.decision->required_decisions, {EntityKind::decision});
      add_requirements(i, source.decision->required_knowledge,
                       {EntityKind::knowledge, EntityKind::service});
    }
    if (source.knowledge != nullptr)
      add_requirements(i, source.knowledge->required_knowledge,
                       {EntityKind::knowledge, EntityKind::service});
    if (source.service != nullptr) {
      add_requirements(i, source.service->output_decisions, {EntityKind::decision});
      add_requirements(i, source.service->encapsulated_decisions, {EntityKind::decision});
    }
  }
  sort();
}

void Graph::add(EntityKind kind, std::size_t model, const Element& element,
                const std::string& variable, Source source) {
  Entity entity;
  entity.kind = kind;
  entity.model = model;
  entity.name = element.name;
  entity.variable = variable.empty() ? element.name : variable;
  entity.at = element.at;
  if (!element.id.empty()) by_id_[model].try_emplace(element.id, entities_.size());
  entities_.push_back(std::move(entity));
  kinds_.push_back(kind);
  sources_.push_back(std::move(source));
}

void Graph::mistake(const base::Location& at, base::Message what) {
  if (lenient_)
    diagnostics_.warning(at, std::move(what));
  else
    diagnostics_.error(at, std::move(what));
}

std::optional<std::size_t> Graph::find(std::size_t model, const Reference& reference,
                                       std::initializer_list<EntityKind> kinds) {
  const std::size_t hash = reference.href.find('#');
  const std::string space = hash == std::string::npos ? "" : reference.href.substr(0, hash);
  const std::string id =
      hash == std::string::npos ? reference.href : reference.href.substr(hash + 1);
  for (std::size_t m = 0; m < models_.size(); ++m) {
    if (space.empty() ? m != model : models_[m].model_namespace != space) continue;
    const auto found = by_id_[m].find(id);
    if (found == by_id_[m].end()) continue;
    if (std::find(kinds.begin(), kinds.end(), kinds_[found->second]) != kinds.end())
      return found->second;
    mistake(reference.at, base::Message(messages::kWrongElement, {reference.href}));
    return std::nullopt;
  }
  mistake(reference.at, base::Message(messages::kUnknownElement, {reference.href}));
  return std::nullopt;
}

void Graph::add_requirements(std::size_t entity, const std::vector<Reference>& references,
                             std::initializer_list<EntityKind> kinds) {
  std::vector<std::size_t>& requirements = sources_[entity].requirements;
  for (const Reference& reference : references) {
    const auto found = find(entities_[entity].model, reference, kinds);
    if (found && std::find(requirements.begin(), requirements.end(), *found) == requirements.end())
      requirements.push_back(*found);
  }
}

// Depth first, without recursion: a chain of requirements may be as long as the file allows. A
// requirement that closes a circle is reported and dropped. A knowledge model may call itself.
void Graph::sort() {
  enum class State : std::uint8_t { untouched, under_way, done };
  std::vector<State> states(entities_.size(), State::untouched);
  std::vector<std::size_t> next(entities_.size(), 0);
  std::vector<std::size_t> way;
  for (std::size_t start = 0; start < entities_.size(); ++start) {
    if (states[start] != State::untouched) continue;
    way.push_back(start);
    states[start] = State::under_way;
    while (!way.empty()) {
      const std::size_t current = way.back();
      std::vector<std::size_t>& requirements = sources_[current].requirements;
      if (next[current] == requirements.size()) {
        states[current] = State::done;
        order_.push_back(current);
        way.pop_back();
        continue;
      }
      const std::size_t required = requirements[next[current]];
      if (states[required] == State::under_way) {
        const bool itself = required == current && kinds_[current] == EntityKind::knowledge;
        if (!itself) report_cycle(way, required);
        requirements.erase(requirements.begin() + static_cast<std::ptrdiff_t>(next[current]));
        continue;
      }
      ++next[current];
      if (states[required] == State::done) continue;
      states[required] = State::under_way;
      way.push_back(required);
    }
  }
}

void Graph::report_cycle(const std::vector<std::size_t>& way, std::size_t again) {
  constexpr std::size_t kShown = 8;
  std::string names;
  std::size_t shown = 0;
  for (auto step = std::find(way.begin(), way.end(), again); step != way.end(); ++step) {
    if (++shown > kShown) continue;
    names += entities_[*step].name + " -> ";
  }
  if (shown > kShown) names += "... -> ";
  const Entity& entity = entities_[way.back()];
  mistake(entity.at,
          base::Message(messages::kCycle, {entities_[again].name, names + entities_[again].name}));
}

}  // namespace guichet::dmn
