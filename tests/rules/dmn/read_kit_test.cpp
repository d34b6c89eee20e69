#include <catch2/catch.hpp>

#include "described.hpp"
#include "engine/base/file.hpp"
#include "kit.hpp"
#include "rules/dmn/read.hpp"
#include "rules/dmn/write.hpp"

using namespace guichet;

namespace {

std::optional<dmn::Definitions> read_text(const std::string& name, std::string text,
                                     std::string* said = nullptr) {
  base::Diagnostics diagnostics;
  auto definitions = dmn::read_definitions(base::make_source(name, std::move(text)), diagnostics);
  if (said != nullptr) *said = base::render_text(diagnostics, base::Language::en);
  return definitions;
}

}  // namespace

TEST_CASE("every model of the kit is read without an error") {
  for (const std::string& path : dmn_test::kit_models()) {
    INFO(path);
    base::Diagnostics diagnostics;
    const auto definitions = dmn::read_definitions_file(path, diagnostics);
    INFO(base::render_text(diagnostics, base::Language::en));
    CHECK(definitions.has_value());
    CHECK(diagnostics.empty());
  }
}

TEST_CASE("every model of the kit, written and read again, is what it was") {
  for (const std::string& path : dmn_test::kit_models()) {
    INFO(path);
    std::string said;
    const auto first = read_text(path, base::read_bytes(path).value());
    REQUIRE(first);
    const std::string written = dmn::write_xml(*first);
    const auto second = read_text("<written>", written, &said);
    INFO(said);
    REQUIRE(second);
    CHECK(said.empty());
    // What had no id has one now.
    CHECK(dmn_test::describe(*first, false) == dmn_test::describe(*second, false));
    const auto had = dmn_test::ids_of(*first), has = dmn_test::ids_of(*second);
    CHECK(std::includes(has.begin(), has.end(), had.begin(), had.end()));
    CHECK(dmn::write_xml(*second) == written);
  }
}
