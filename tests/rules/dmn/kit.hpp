// The models of the OMG's kit, which lie outside the repository.
#pragma once

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace guichet::dmn_test {

// Paths, sorted; none, and a word about it, where the kit is absent.
inline std::vector<std::string> kit_models() {
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

}  // namespace guichet::dmn_test
