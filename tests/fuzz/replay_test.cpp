// What fuzzing once found stays a test: every seed and every kept finding goes through the fuzz
// targets' own code. A crash or a broken promise ends the suite; what is not read is not passed.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>

#include "engine/base/file.hpp"

extern "C" {
int feel_fuzz(const std::uint8_t* data, std::size_t size);
int table_fuzz(const std::uint8_t* data, std::size_t size);
int dmn_fuzz(const std::uint8_t* data, std::size_t size);
}

namespace {

namespace fs = std::filesystem;
using Target = int (*)(const std::uint8_t*, std::size_t);

std::vector<fs::path> files_under(const fs::path& folder) {
  std::vector<fs::path> out;
  if (!fs::exists(folder)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) out.push_back(entry.path());
  }
  std::ranges::sort(out);
  return out;
}

void replay(const fs::path& path, Target target) {
  INFO(path.lexically_relative(GUICHET_ROOT).string());
  const auto bytes = guichet::base::read_bytes(path.string());
  REQUIRE(bytes);
  target(reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
}

void replay_all(const std::string& name, Target target) {
  const fs::path here = GUICHET_ROOT "/tests/fuzz";
  const auto seeds = files_under(here / "seeds" / name);
  CHECK(seeds.size() >= 5);
  for (const fs::path& path : seeds) replay(path, target);
  for (const fs::path& path : files_under(here / "found" / name)) replay(path, target);
}

}  // namespace

TEST_CASE("seeds and findings of FEEL end in a value or in diagnostics") {
  replay_all("feel_fuzz", feel_fuzz);
}

TEST_CASE("seeds and findings of tables end in a decision or in diagnostics") {
  replay_all("table_fuzz", table_fuzz);
}

TEST_CASE("seeds and findings of DMN end in a model or in diagnostics") {
  replay_all("dmn_fuzz", dmn_fuzz);
}
