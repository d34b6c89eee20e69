// Each golden/x.yaml is a mistake that people make; x.expected is what they are told, in English
// and then in French. GUICHET_UPDATE_EXPECTED=1 rewrites the expectations.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "engine/base/file.hpp"
#include "engine/yaml/node.hpp"

using namespace guichet;
namespace fs = std::filesystem;

TEST_CASE("the mistakes that people make are explained as written down") {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(GUICHET_ROOT "/tests/engine/yaml/golden")) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  REQUIRE(files.size() >= 50);

  for (const fs::path& file : files) {
    const auto bytes = base::read_bytes(file.string());
    REQUIRE(bytes);
    base::Diagnostics diagnostics;
    yaml::parse(base::make_source(file.filename().string(), *bytes), diagnostics);
    const std::string said = base::render_text(diagnostics, base::Language::en) + "\n" +
                             base::render_text(diagnostics, base::Language::fr);

    const std::string expected_path = fs::path(file).replace_extension(".expected").string();
    if (std::getenv("GUICHET_UPDATE_EXPECTED") != nullptr) {
      REQUIRE(base::write_file(expected_path, said));
    }
    INFO(file.filename().string());
    CHECK(diagnostics.has_errors());
    CHECK(said == base::read_bytes(expected_path).value_or("(no such file)"));
  }
}
