// Who requires whom: references resolved across imported models, an order in which everything
// comes after what it requires, cycles refused. Inside the module.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "rules/dmn/program.hpp"

namespace guichet::dmn {

// The models that each one imports. An import whose model is not among them is reported.
Imports find_imports(const std::vector<Definitions>& models, bool lenient,
                     base::Diagnostics& diagnostics);

// An entity as the models have it, before it is compiled.
struct Source {
  const InputData* input = nullptr;
  const Decision* decision = nullptr;
  const BusinessKnowledgeModel* knowledge = nullptr;
  const DecisionService* service = nullptr;
  std::vector<std::size_t> requirements;  // entities whose values or functions it uses
};

class Graph {
 public:
  Graph(const std::vector<Definitions>& models, bool lenient, base::Diagnostics& diagnostics);

  // Kind, model, names and place of each; the rest is left to be compiled.
  std::vector<Entity> take_entities() { return std::move(entities_); }
  const std::vector<Source>& sources() const { return sources_; }
  // After those that they require.
  const std::vector<std::size_t>& order() const { return order_; }
  // The entity of a reference of a model; nothing, reported, where there is none of these kinds.
  std::optional<std::size_t> find(std::size_t model, const Reference& reference,
                                  std::initializer_list<EntityKind> kinds);

 private:
  void add(EntityKind kind, std::size_t model, const Element& element, const std::string& variable,
           Source source);
  void add_requirements(std::size_t entity, const std::vector<Reference>& references,
                        std::initializer_list<EntityKind> kinds);
  void sort();
  void report_cycle(const std::vector<std::size_t>& way, std::size_t again);
  void mistake(const base::Location& at, base::Message what);

  const std::vector<Definitions>& models_;
  bool lenient_;
  base::Diagnostics& diagnostics_;
  std::vector<Entity> entities_;
  std::vector<EntityKind> kinds_;
  std::vector<Source> sources_;
  std::vector<std::map<std::string, std::size_t, std::less<>>> by_id_;  // by model
  std::vector<std::size_t> order_;
};

}  // namespace guichet::dmn
