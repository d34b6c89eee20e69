#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>

#include "rules/dmn/read.hpp"

using namespace guichet;

namespace {

// The OMG's kit lies outside the repository.
std::vector<std::string> kit_models() {
  std::vector<std::string> paths;
  const std::filesystem::path kit = GUICHET_ROOT "/../shared/tck";
  if (!std::filesystem::exists(kit)) {
    std::cout << "not run: ../shared is absent\n";
    return paths;
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kit))
    if (entry.path().extension() == ".dmn") paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

TEST_CASE("every model of the kit is read without an error") {
  for (const std::string& path : kit_models()) {
    INFO(path);
    base::Diagnostics diagnostics;
    const auto definitions = dmn::read_definitions_file(path, diagnostics);
    INFO(base::render_text(diagnostics, base::Language::en));
    CHECK(definitions.has_value());
    CHECK(diagnostics.empty());
  }
}
