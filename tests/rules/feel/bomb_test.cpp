// Each bomb of bombs.csv ends in the value that it has or in the error that its row names.
// tests/system/bombs.sh measures the same ones from outside.
#include "tests/rules/feel/bombs.hpp"
#include "tests/rules/feel/evaluated.hpp"

namespace guichet::feel {
namespace {

struct Ending {
  std::string error;  // code; "" where there is a value
  std::string value;
  bool reasoned = true;  // null only with a reason
};

std::string shown_value(const Value& value) {
  const bool many = value.kind() == Kind::list && value.items().size() > 1000;
  return many ? "many items" : to_literal(value);
}

Ending ending_of(const std::string& text) {
  base::Diagnostics diagnostics;
  const Expression expression = compile(located(text), Scope(), diagnostics);
  if (expression.empty()) {
    REQUIRE_FALSE(diagnostics.empty());
    return {std::string(diagnostics.sorted().front().code()), ""};
  }
  Arena arena;
  Evaluation run{.arena = arena, .now = test_now()};
  const Value value = evaluate(expression, {}, run);
  if (run.over_budget) return {std::string(run.notes.back().what.key()), ""};
  return {"", shown_value(value), !value.is_null() || !run.notes.empty()};
}

}  // namespace

TEST_CASE("every bomb ends as its row says", "[feel][budget]") {
  const std::vector<Bomb> bombs = read_bombs();
  CHECK(bombs.size() >= 200);
  for (const Bomb& bomb : bombs) {
    INFO(bomb.written);
    const Ending ending = ending_of(bomb.text);
    CHECK(ending.reasoned);
    if (bomb.outcome.starts_with("= ")) {
      CHECK(ending.error == "");
      CHECK(ending.value == bomb.outcome.substr(2));
    } else if (bomb.outcome != "result-budget") {  // of the command, which prints
      const std::string ended = "|" + (ending.error.empty() ? "value" : ending.error) + "|";
      INFO(ended);
      CHECK(("|" + bomb.outcome + "|").find(ended) != std::string::npos);
    }
  }
}

}  // namespace guichet::feel
