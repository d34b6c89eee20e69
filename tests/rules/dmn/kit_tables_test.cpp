// The kit's decision tables as YAML: the same decisions on the kit's inputs.
#include <catch2/catch.hpp>

#include "kit.hpp"
#include "rules/dmn/from_table.hpp"
#include "rules/dmn/model.hpp"
#include "rules/dmn/read.hpp"
#include "rules/tables/decide.hpp"
#include "rules/tables/load.hpp"
#include "tck_case.hpp"

using namespace guichet;

namespace {

struct Counts {
  int tables = 0, converted = 0, compared = 0;
};

std::shared_ptr<const tables::DecisionTable> load_text(const std::string& text) {
  base::Diagnostics diagnostics;
  const auto root = yaml::parse(base::make_source("<yaml>", text), diagnostics);
  auto table = root == nullptr ? nullptr : tables::load_table(*root, {}, diagnostics);
  INFO(text);
  INFO(base::render_text(diagnostics, base::Language::en));
  REQUIRE(table);
  return table;
}

// What the table may read: the case's inputs, and what the other decisions come to.
feel::Value variables_of(const dmn::Model& model, const std::string& but, const feel::Value& inputs,
                         feel::Evaluation& run) {
  std::vector<feel::Entry> entries(inputs.entries().begin(), inputs.entries().end());
  for (const dmn::Decision& decision : model.definitions().decisions)
    if (decision.element.name != but)
      if (const auto outcome = model.decide(decision.element.name, inputs, run))
        entries.push_back({decision.element.name, outcome->value});
  return run.arena.context(entries);
}

void compare(const dmn::Model& model, const std::string& decision,
             const tables::DecisionTable& table, const dmn::tck::TestFile& file, Counts& counts) {
  for (const dmn::tck::Case& one : file.cases) {
    if (one.type != "decision") continue;
    INFO("case " << one.id);
    feel::Arena arena;
    feel::Evaluation run{arena};
    const auto wanted = model.decide(decision, one.inputs.value(), run);
    REQUIRE(wanted);
    const feel::Value variables = variables_of(model, decision, one.inputs.value(), run);
    const tables::Decision got = tables::decide(table, variables, run);
    CHECK(feel::to_literal(got.result) == feel::to_literal(wanted->value));
    ++counts.compared;
  }
}

void check_model(const std::string& path, Counts& counts) {
  base::Diagnostics diagnostics;
  const auto definitions = dmn::read_definitions_file(path, diagnostics);
  REQUIRE(definitions);
  const auto model = dmn::load_model_file(path, {.lenient = true}, diagnostics);
  const std::string tests = path.substr(0, path.size() - 4) + "-test-01.xml";
  const auto file = dmn::tck::read_test_file(tests, diagnostics);
  for (const dmn::Decision& decision : definitions->decisions) {
    if (decision.logic == nullptr ||
        !std::holds_alternative<dmn::DecisionTable>(decision.logic->form))
      continue;
    ++counts.tables;
    base::Diagnostics reasons;
    const auto text = dmn::to_yaml(*definitions, decision.element.name, reasons);
    INFO(path << ": " << decision.element.name);
    // What is not converted says why.
    CHECK(text.has_value() != reasons.has_errors());
    if (!text) continue;
    ++counts.converted;
    const auto table = load_text(*text);
    if (model != nullptr && file) compare(*model, decision.element.name, *table, *file, counts);
  }
}

}  // namespace

TEST_CASE("a table of the kit decides as YAML what it decides as DMN") {
  Counts counts;
  const auto models = dmn_test::kit_models();
  for (const std::string& path : models) check_model(path, counts);
  if (models.empty()) return;
  CHECK(counts.converted >= 32);
  CHECK(counts.compared >= 90);
}
