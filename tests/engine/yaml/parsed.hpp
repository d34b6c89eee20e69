// A YAML text parsed for a test, with what was reported.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/yaml/node.hpp"

struct Parsed {
  explicit Parsed(std::string text, const guichet::yaml::Limits& limits = {})
      : source(guichet::base::make_source("test.yaml", std::move(text))),
        root(guichet::yaml::parse(source, diagnostics, limits)) {}

  std::vector<std::string> codes() const {
    std::vector<std::string> found;
    for (const auto& diagnostic : diagnostics.sorted()) found.emplace_back(diagnostic.code());
    return found;
  }

  guichet::base::Source source;
  guichet::base::Diagnostics diagnostics;
  std::unique_ptr<const guichet::yaml::Node> root;
};
