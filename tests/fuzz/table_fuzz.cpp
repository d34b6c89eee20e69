// Decision tables: any text loads or is refused with places; a table that loads decides, and its
// explanation agrees with the decision.
#include <cstdint>

#include "engine/yaml/node.hpp"
#include "rules/dmn/from_table.hpp"
#include "rules/dmn/read.hpp"
#include "rules/dmn/write.hpp"
#include "rules/tables/decide.hpp"
#include "rules/tables/load.hpp"
#include "rules/tables/prove.hpp"
#include "rules/tables/report.hpp"
#include "rules/tables/test_run.hpp"
#include "tests/fuzz/promise.hpp"

using namespace guichet;

namespace {

constexpr feel::Budget kBudget{
    .steps = 20'000, .list_items = 5'000, .string_bytes = 1 << 16, .arena_bytes = 8u << 20};

feel::Value sample(const feel::Type& type, int round, feel::Arena& arena) {
  if (round == 0) return {};
  if (!type.is_any() && type.kind() == feel::Kind::string) {
    return type.values().empty() ? arena.string("a") : arena.string(type.values().front());
  }
  if (!type.is_any() && type.kind() == feel::Kind::boolean) return feel::Value::boolean(round > 1);
  return feel::Value::integer(round * 7);
}

void decide(const tables::DecisionTable& table, int round) {
  feel::Arena arena;
  feel::Evaluation run{.arena = arena, .budget = kBudget};
  std::vector<feel::Value> variables;
  for (const auto& variable : table.scope().variables()) {
    variables.push_back(sample(variable.type, round, arena));
  }
  tables::Workspace workspace;
  tables::Decision decision;
  tables::decide(table, variables, run, workspace, decision);
  tables::Explanation explanation;
  tables::explain(table, variables, run, workspace, explanation);
  fuzz::promise(feel::equal(decision.result, explanation.decision.result) &&
                    decision.selected == explanation.decision.selected,
                "a decision and its explanation agree", feel::to_literal(decision.result));
  tables::report(table, explanation, arena, base::Language::fr);
}

std::shared_ptr<const tables::DecisionTable> load(const std::string& name, const std::string& text,
                                                  base::Diagnostics& diagnostics) {
  const auto root = yaml::parse(base::make_source(name, text), diagnostics);
  return root ? tables::load_table(*root, {}, diagnostics) : nullptr;
}

// Out as DMN, in again, and back to YAML: a table that loads, with every rule.
void round_trip(const tables::DecisionTable& table) {
  base::Diagnostics diagnostics;
  const std::string xml = dmn::write_xml(dmn::from_table(table));
  const auto read = dmn::read_definitions(base::make_source("out.dmn", xml), diagnostics);
  fuzz::promise(read.has_value(), "a table's DMN reads back",
                render_text(diagnostics, base::Language::en) + xml);
  const auto text = dmn::to_yaml(*read, "", diagnostics);
  fuzz::promise(text || diagnostics.has_errors(), "a refusal has a reason", xml);
  if (!text) return;
  const auto again = load("again.yaml", *text, diagnostics);
  fuzz::promise(again != nullptr, "a table that came back loads",
                render_text(diagnostics, base::Language::en) + *text);
  fuzz::promise(dmn::write_xml(dmn::from_table(*again)) == xml,
                "what came back is written the same", xml + *text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (size > 8192 || !fuzz::is_text(text)) return -1;
  base::Diagnostics diagnostics;
  const auto table = load("fuzz.yaml", text, diagnostics);
  fuzz::promise(table != nullptr || diagnostics.has_errors(), "a refusal has a reason", text);
  if (table) {
    for (int round = 0; round < 3; ++round) decide(*table, round);
    tables::run_tests(*table, {});
    round_trip(*table);
    tables::prove(*table, diagnostics, {.effort = 200'000});
  }
  fuzz::promise_places(diagnostics);
  return 0;
}
