// Inside the module: names that a decision uses without requiring them. Models of some editors name
// a required decision by its id, or read variables that nothing declares, as a table that stands
// alone does. What was assumed is said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/dmn/compiler.hpp"
#include "rules/dmn/graph.hpp"

namespace guichet::dmn {

// Another name of an entity in one decision.
struct Alias {
  std::string name;
  std::size_t entity = 0;
};

class UndeclaredNames {
 public:
  UndeclaredNames(Program& program, const Graph& graph, Types& types,
                  base::Diagnostics& diagnostics)
      : program_(program), graph_(graph), types_(types), diagnostics_(diagnostics) {}

  // What the names mean to the decision, each once; those that nothing explains are left out, so
  // that they stay mistakes. May add inputs to the program.
  std::vector<Alias> resolve(std::size_t decision, const std::vector<Use>& uses);

 private:
  std::optional<std::size_t> resolve_one(std::size_t decision, const Use& use);
  std::optional<std::size_t> required_as(std::size_t decision, const std::string& name) const;
  std::optional<std::size_t> find(std::size_t model, EntityKind kind,
                                  const std::string& name) const;
  bool is_called(std::size_t entity, const std::string& name) const;
  bool is_slip(std::size_t decision, const std::string& name) const;
  std::size_t add_input(std::size_t decision, const Use& use);

  Program& program_;
  const Graph& graph_;
  Types& types_;
  base::Diagnostics& diagnostics_;
};

}  // namespace guichet::dmn
