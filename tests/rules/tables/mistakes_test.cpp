// Each mistakes/x.yaml is a mistake that authors make in a table; x.expected is what they are told,
// in English and then in French. GUICHET_UPDATE_EXPECTED=1 rewrites the expectations.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "engine/base/file.hpp"
#include "rules/tables/load.hpp"

namespace guichet::tables {

namespace {

namespace fs = std::filesystem;

const std::string kMistakes = GUICHET_ROOT "/tests/rules/tables/mistakes/";

std::vector<std::string> tables_in_folder() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kMistakes))
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  return names;
}

// What is said, the folder's own path left out.
std::string said_of(const std::string& name, base::Language language) {
  base::Diagnostics diagnostics;
  const auto table = load_table_file(kMistakes + name + ".yaml", diagnostics);
  std::string said = base::render_text(diagnostics, language);
  for (std::size_t at = 0; (at = said.find(kMistakes, at)) != std::string::npos;)
    said.erase(at, kMistakes.size());
  return said + (table == nullptr ? "" : "(it loads)\n");
}

}  // namespace

TEST_CASE("the mistakes that authors make in tables are explained as written down") {
  const auto names = tables_in_folder();
  REQUIRE(names.size() >= 60);

  for (const std::string& name : names) {
    const std::string said =
        said_of(name, base::Language::en) + "\n" + said_of(name, base::Language::fr);
    const std::string path = kMistakes + name + ".expected";
    if (std::getenv("GUICHET_UPDATE_EXPECTED") != nullptr) REQUIRE(base::write_file(path, said));
    INFO(name);
    CHECK_FALSE(said.starts_with("(it loads)"));  // at least a warning
    CHECK(said == base::read_bytes(path).value_or("(no such file)"));
  }
}

}  // namespace guichet::tables
