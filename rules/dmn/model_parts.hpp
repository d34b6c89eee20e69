// Inside the module: what a model is made of.
#pragma once

#include "rules/dmn/model.hpp"
#include "rules/dmn/program.hpp"

namespace guichet::dmn {

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
};

}  // namespace guichet::dmn
