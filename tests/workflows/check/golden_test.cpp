// Each golden/x.yaml is a mistake that authors make; x.expected is what they are told, in English
// and then in French. GUICHET_UPDATE_EXPECTED=1 rewrites the expectations.
#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <catch2/catch.hpp>

#include "engine/base/file.hpp"
#include "tests/workflows/check/desk.hpp"

using namespace guichet;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> yaml_files(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry :
       fs::directory_iterator(GUICHET_ROOT "/tests/workflows/check/" + folder)) {
    if (entry.path().extension() == ".yaml") {
      files.push_back(folder + "/" + entry.path().filename().string());
    }
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

TEST_CASE("the mistakes that authors make in workflows are explained as written down") {
  const tests::Desk desk;
  const auto files = yaml_files("golden");
  REQUIRE(files.size() >= 50);

  for (const std::string& file : files) {
    const std::string said = tests::said_of(desk, file, base::Language::en) + "\n" +
                             tests::said_of(desk, file, base::Language::fr);
    const std::string expected_path =
        fs::path(GUICHET_ROOT "/tests/workflows/check/" + file).replace_extension(".expected");
    if (std::getenv("GUICHET_UPDATE_EXPECTED") != nullptr) {
      REQUIRE(base::write_file(expected_path, said));
    }
    INFO(file);
    CHECK(said.size() > 1);
    CHECK(said == base::read_bytes(expected_path).value_or("(no such file)"));
  }
}

TEST_CASE("a sound workflow loads without a word") {
  const tests::Desk desk;
  for (const std::string& file : yaml_files("clean")) {
    INFO(file);
    CHECK(tests::said_of(desk, file, base::Language::en) == "");
    base::Diagnostics diagnostics;
    CHECK(desk.load_file(file, diagnostics) != nullptr);
  }
}
