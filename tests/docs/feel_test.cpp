// docs/feel.md against rules/feel: every row of its tables is run, and every built-in function has
// one.
#include <catch2/catch.hpp>

#include <set>

#include "engine/base/diagnostic.hpp"
#include "rules/feel/builtins.hpp"
#include "rules/feel/expression.hpp"
#include "tests/docs/page.hpp"

using namespace guichet;

namespace {

using Headings = std::vector<std::string>;
const Headings kValues{"expression", "value"}, kNulls{"expression", "null because"},
    kRefusals{"expression", "refused", "hint"}, kCells{"cell", "value", "passes"},
    kWordCells{"cell of words", "value", "passes"},
    kBoth{"written", "as a cell", "as an expression"},
    kFunctions{"function", "says", "example", "gives"};
const std::vector<std::string> kThemes{"creation", "transmission", "formation", "autre"};

const docs::Page& page() {
  static const docs::Page read = docs::read_page("docs/feel.md");
  return read;
}

base::LocatedText located(const std::string& text) {
  return {text, {base::make_source("docs/feel.md", text), 0, 0}};
}

std::string english(const base::Diagnostics& diagnostics) {
  return render_text(diagnostics, base::Language::en);
}

// Wednesday 4 February 2009, ten o'clock in Paris.
feel::Evaluation clock(feel::Arena& arena) {
  using namespace std::chrono;
  return {.arena = arena, .now = sys_days{year{2009} / 2 / 4} + hours{9}, .zone = "Europe/Paris"};
}

// The names that the page says it uses.
struct Names {
  Names() {
    base::Diagnostics diagnostics;
    const feel::Expression context =
        feel::compile(located(page().block("feel-names")), {}, diagnostics);
    INFO(english(diagnostics));
    REQUIRE_FALSE(context.empty());
    feel::Evaluation run = clock(arena);
    const feel::Value value = feel::evaluate(context, {}, run);
    for (const feel::Entry& entry : value.entries()) {
      const std::string name(entry.name);
      const bool unknown = entry.value.is_null();
      scope.declare(name, name == "theme" ? feel::Type::one_of(kThemes)
                          : unknown       ? feel::Type::any()
                                          : *context.type().member(name));
      values.emplace_back(entry.value);
      variables.push_back(values.back().value());
    }
  }
  feel::Arena arena;
  feel::Scope scope;
  std::vector<feel::Stored> values;
  std::vector<feel::Value> variables;
};

const Names& names() {
  static const Names all;
  return all;
}

struct Outcome {
  base::Diagnostics diagnostics;
  bool compiled = false;
  std::string literal;               // of the value
  std::vector<std::string> reasons;  // of nulls
  feel::Stored value;
};

Outcome evaluated(const std::string& text) {
  Outcome out;
  const feel::Expression expression = feel::compile(located(text), names().scope, out.diagnostics);
  out.compiled = !expression.empty();
  if (!out.compiled) return out;
  feel::Arena arena;
  feel::Evaluation run = clock(arena);
  const feel::Value value = feel::evaluate(expression, names().variables, run);
  out.literal = feel::to_literal(value);
  for (const feel::Note& note : run.notes) out.reasons.push_back(note.what.in(base::Language::en));
  out.value = feel::Stored(value);
  return out;
}

// The one code of a cell.
std::string code(const std::string& cell) {
  const auto found = docs::codes(cell);
  INFO(cell);
  REQUIRE(found.size() == 1);
  return found.front();
}

template <typename Check>
int each_row(const Headings& headings, Check check) {
  int rows = 0;
  for (const docs::Table& table : page().tables) {
    if (!table.is_headed(headings)) continue;
    for (const docs::Row& row : table.rows) {
      INFO("docs/feel.md:" << row.line << " " << row.cells.front());
      REQUIRE(row.cells.size() >= headings.size());
      check(row.cells);
      ++rows;
    }
  }
  return rows;
}

void check_value(const std::string& expression, const std::string& expected) {
  const Outcome outcome = evaluated(expression), wanted = evaluated(expected);
  INFO(english(outcome.diagnostics) << english(wanted.diagnostics));
  REQUIRE(outcome.compiled);
  REQUIRE(wanted.compiled);
  CHECK(outcome.literal == wanted.literal);
}

// "yes", "no" or "unknown".
std::string passes(const std::string& cell, const feel::Value& value, bool words) {
  base::Diagnostics diagnostics;
  const feel::Type type = words             ? feel::Type::one_of(kThemes)
                          : value.is_null() ? feel::Type::of(feel::Kind::number)
                                            : feel::Type::of(value.kind());
  const feel::Expression tests =
      feel::compile_tests(located(cell), type, names().scope, diagnostics, words);
  INFO(english(diagnostics));
  REQUIRE_FALSE(tests.empty());
  feel::Arena arena;
  feel::Evaluation run = clock(arena);
  const feel::Value outcome = feel::evaluate_tests(tests, value, names().variables, run);
  return outcome.is_null() ? "unknown" : outcome.is_true() ? "yes" : "no";
}

void check_cell(const std::vector<std::string>& row, bool words) {
  const Outcome input = evaluated(code(row[1]));
  REQUIRE(input.compiled);
  CHECK(passes(code(row[0]), input.value.value(), words) == row[2]);
}

void check_both(const std::vector<std::string>& row) {
  CHECK(passes(code(row[0]), feel::Value::integer(12), false) == row[1]);
  if (row[2] == "refused") {
    CHECK_FALSE(evaluated(code(row[0])).compiled);
  } else {
    check_value(code(row[0]), code(row[2]));
  }
}

bool has_error(const base::Diagnostics& diagnostics, const std::string& text,
               const std::string& hint) {
  for (const base::Diagnostic& each : diagnostics.list()) {
    if (each.severity != base::Severity::error) continue;
    const std::string said = each.hint ? each.hint->in(base::Language::en) : "";
    if (each.what.in(base::Language::en) == text && said == hint) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("each example of the page on FEEL has the value that it shows") {
  const int rows =
      each_row(kValues, [](const auto& row) { check_value(code(row[0]), code(row[1])); });
  CHECK(rows > 100);
}

TEST_CASE("each null of the page on FEEL has the reason that it shows") {
  const int rows = each_row(kNulls, [](const auto& row) {
    const Outcome outcome = evaluated(code(row[0]));
    INFO(english(outcome.diagnostics));
    CHECK(outcome.literal == "null");
    CHECK_THAT(outcome.reasons, Catch::VectorContains(row[1]));
  });
  CHECK(rows > 10);
}

TEST_CASE("each mistake of the page on FEEL is told as it shows") {
  const int rows = each_row(kRefusals, [](const auto& row) {
    const Outcome outcome = evaluated(code(row[0]));
    CHECK_FALSE(outcome.compiled);
    INFO(english(outcome.diagnostics));
    CHECK(has_error(outcome.diagnostics, row[1], row[2]));
  });
  CHECK(rows > 10);
}

TEST_CASE("each cell of the page on FEEL passes what it shows") {
  CHECK(each_row(kCells, [](const auto& row) { check_cell(row, false); }) > 15);
  CHECK(each_row(kBoth, check_both) >= 8);
  CHECK(each_row(kWordCells, [](const auto& row) { check_cell(row, true); }) >= 3);
}

TEST_CASE("each built-in function is on the page, called as it is, with an example that is true") {
  std::set<std::string> shown;
  each_row(kFunctions, [&](const auto& row) {
    const std::string signature = code(row[0]);
    const std::string name = signature.substr(0, signature.find('('));
    const feel::Builtin* builtin = feel::find_builtin(name);
    REQUIRE(builtin != nullptr);
    CHECK_THAT(feel::signature_text(*builtin), Catch::Contains(signature));
    CHECK_THAT(code(row[2]), Catch::Contains(name + "("));
    check_value(code(row[2]), code(row[3]));
    shown.insert(name);
  });
  for (const std::string& name : feel::builtin_names()) {
    INFO(name << " is not documented in docs/feel.md");
    CHECK(shown.contains(name));
  }
}
