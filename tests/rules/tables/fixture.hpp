// Tables and values from text, for the tests of this folder.
#pragma once

#include <memory>
#include <string>

#include "engine/base/diagnostic.hpp"
#include "engine/yaml/node.hpp"
#include "rules/tables/decide.hpp"
#include "rules/tables/load.hpp"

namespace guichet::tables::testing {

struct Loaded {
  base::Diagnostics diagnostics;
  std::shared_ptr<const DecisionTable> table;

  std::string text() const { return base::render_text(diagnostics, base::Language::en); }
  // The codes of what was found, in the order of the file, blanks between.
  std::string codes() const {
    std::string codes;
    for (const auto& one : diagnostics.sorted())
      codes += (codes.empty() ? "" : " ") + std::string(one.code());
    return codes;
  }
};

inline Loaded load(const std::string& text, const LoadContext& context = {}) {
  Loaded loaded;
  const auto root = yaml::parse(base::make_source("t.yaml", text), loaded.diagnostics);
  if (root) loaded.table = load_table(*root, context, loaded.diagnostics);
  return loaded;
}

// A FEEL expression's value, `{theme: "creation", headcount: 7}`.
inline feel::Value value(const std::string& text, feel::Arena& arena) {
  base::Diagnostics diagnostics;
  const auto source = base::make_source("<value>", text);
  const auto expression =
      feel::compile(base::LocatedText(text, {source, 0, static_cast<std::uint32_t>(text.size())}),
                    {}, diagnostics);
  if (expression.empty())
    throw std::runtime_error(base::render_text(diagnostics, base::Language::en));
  feel::Evaluation run{arena};
  return arena.copy(feel::evaluate(expression, {}, run));
}

// The result on a context of variables, as a FEEL literal.
inline std::string result(const DecisionTable& table, const std::string& context,
                          base::Instant now = {}) {
  feel::Arena arena;
  feel::Evaluation run{arena, now};
  return feel::to_literal(decide(table, value(context, arena), run).result);
}

// The code of the first problem, empty if there is none.
inline std::string problem(const DecisionTable& table, const std::string& context,
                           base::Instant now = {}) {
  feel::Arena arena;
  feel::Evaluation run{arena, now};
  const Decision decision = decide(table, value(context, arena), run);
  return decision.problems.empty() ? "" : std::string(decision.problems[0].what.key());
}

}  // namespace guichet::tables::testing
