#include "adapters/app/unknown_path.hpp"

#include <fmt/format.h>

#include <iostream>

#include "adapters/app/arguments.hpp"

namespace guichet::app {

int unknown_path(const std::string& command, const bundle::Desk& desk, const std::string& path) {
  std::vector<std::string> known;
  for (const auto& [id, workflow] : desk.workflows) known.push_back(id);
  std::cerr << fmt::format("guichet {}: no path '{}'", command, path);
  if (const auto near = base::did_you_mean(path, known)) {
    std::cerr << fmt::format(", did you mean '{}'?", *near);
  }
  std::cerr << "\n";
  return kWrongInput;
}

}  // namespace guichet::app
