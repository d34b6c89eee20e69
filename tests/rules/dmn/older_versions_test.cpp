// Models of the kit under the namespaces of other DMN versions decide the same.
#include <catch2/catch.hpp>

#include <filesystem>

#include "engine/base/file.hpp"
#include "rules/dmn/read.hpp"
#include "tests/rules/dmn/models.hpp"
#include "tests/rules/dmn/tck_case.hpp"

namespace guichet::dmn_test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNewest = "https://www.omg.org/spec/DMN/20230324/MODEL/";
// What the models of 1.1 to 1.4 and 1.6 stand under.
constexpr std::string_view kOthers[] = {
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20240513/MODEL/"};
constexpr std::string_view kFolders[] = {"compliance-level-2/0004-simpletable-U",
                                         "compliance-level-2/0009-invocation-arithmetic",
                                         "compliance-level-2/0110-outputOrder-hitpolicy",
                                         "compliance-level-2/0119-multi-collect-hitpolicy",
                                         "compliance-level-3/0004-lending",
                                         "compliance-level-3/0014-loan-comparison",
                                         "compliance-level-3/0040-singlenestedcontext"};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::shared_ptr<const dmn::Model> compiled(const std::string& xml) {
  base::Diagnostics diagnostics;
  auto definitions = dmn::read_definitions(base::make_source("old.dmn", xml), diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(definitions);
  std::vector<dmn::Definitions> models;
  models.push_back(std::move(*definitions));
  auto model = dmn::Model::compile(std::move(models), {.lenient = true}, diagnostics);
  REQUIRE(model != nullptr);
  return model;
}

}  // namespace

TEST_CASE("models of DMN 1.1 to 1.6 decide alike") {
  const fs::path kit = GUICHET_ROOT "/../shared/tck";
  if (!fs::exists(kit)) {
    WARN("not run: ../shared is absent");
    return;
  }
  for (const std::string_view folder : kFolders) {
    const fs::path path = kit / folder;
    const std::string name = path.filename().string();
    base::Diagnostics diagnostics;
    const auto tests =
        dmn::tck::read_test_file((path / (name + "-test-01.xml")).string(), diagnostics);
    const auto xml = base::read_bytes((path / (name + ".dmn")).string());
    REQUIRE(tests);
    REQUIRE(xml);
    for (const std::string_view other : kOthers) {
      INFO(name << " under " << other);
      const auto model = compiled(replaced(*xml, kNewest, other));
      for (const dmn::tck::Case& one : tests->cases)
        for (const dmn::tck::ExpectedNode& node : one.nodes) {
          feel::Arena arena;
          feel::Evaluation run{.arena = arena};
          const auto outcome = model->decide(node.name, one.inputs.value(), run);
          REQUIRE(outcome);
          CHECK(dmn::tck::matches(node.expected.value(), outcome->value));
        }
    }
  }
}

}  // namespace guichet::dmn_test
