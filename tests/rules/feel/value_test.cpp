// Values, what owns them, and functions in C++.
#include "tests/rules/feel/evaluated.hpp"

namespace guichet::feel {
namespace {

// Compiles under a scope and evaluates with values; the expression lives as long as the test.
struct Desk {
  Scope scope;
  Arena arena;
  Evaluation run{arena};
  std::vector<Expression> kept;

  Value value_of(const std::string& text, std::span<const Value> values = {}) {
    base::Diagnostics diagnostics;
    kept.push_back(compile(located(text), scope, diagnostics));
    REQUIRE(base::render_text(diagnostics, base::Language::en) == "");
    return evaluate(kept.back(), values, run);
  }
};

}  // namespace

TEST_CASE("a stored value outlives the arena that it came from", "[feel]") {
  Stored stored;
  {
    Desk desk;
    stored = Stored(desk.value_of("{a: [1, \"deux\", 12345678901234567890], b: @\"2024-01-01\"}"));
  }
  CHECK(to_literal(stored.value()) ==
        "{a: [1, \"deux\", 12345678901234567890], b: @\"2024-01-01\"}");
}

TEST_CASE("a stored function can still be called when its expression is gone", "[feel]") {
  Stored function;
  {
    Desk desk;
    function = Stored(desk.value_of("{k: 10, f: function(x) x * k}.f"));
  }
  Arena arena;
  Evaluation run{arena};
  const Value argument = Value::integer(4);

  CHECK(to_text(call(function.value(), {&argument, 1}, run)) == "40");
}

TEST_CASE("a literal reads back to the same value", "[feel]") {
  const std::string text =
      GENERATE(as<std::string>{}, "1.5", "-0.001", "\"a \\\"quoted\\\" text\\n\"", "true", "null",
               "@\"2024-01-01T10:00:00.5@Europe/Paris\"", "@\"-P1DT2H\"", "[1, [\"a\"]]",
               "{\"odd key!\": {b: 1}}", "[1..10)", "(< 5)", "@\"23:59:59+05:30\"");
  const Evaluated first = evaluated(text);
  const Evaluated second = evaluated(to_literal(first.value.value()));

  CHECK(second.mistakes == "");
  CHECK(first.value == second.value);
}

TEST_CASE("numbers come from text and go to integers and days", "[feel]") {
  Arena arena;

  CHECK(to_text(*arena.number("12.50")) == "12.5");
  CHECK_FALSE(arena.number("12,5").has_value());
  CHECK(Value::integer(42).as_integer() == 42);
  CHECK_FALSE(arena.number("1.5")->as_integer().has_value());
  CHECK(arena.number("1.5")->as_double() == Approx(1.5));
  const base::Day day = *base::parse_day("2024-02-29");
  CHECK(to_text(Value::date(day)) == "2024-02-29");
  CHECK(*Value::date(day).as_day() == day);
}

TEST_CASE("values of different kinds are unequal and have no order", "[feel]") {
  Arena arena;

  CHECK_FALSE(equal(Value::integer(1), arena.string("1")));
  CHECK(equal(Value(), Value()));
  CHECK_FALSE(compare(Value::integer(1), arena.string("1")).has_value());
  CHECK(compare(Value::integer(1), Value::integer(2)) == -1);
}

TEST_CASE("temporal text gives its kind", "[feel]") {
  Arena arena;

  CHECK(parse_temporal("2024-01-01", arena)->kind() == Kind::date);
  CHECK(parse_temporal("2024-01-01T10:00:00", arena)->kind() == Kind::date_time);
  CHECK(parse_temporal("10:00:00Z", arena)->kind() == Kind::time);
  CHECK(parse_temporal("P3M", arena)->kind() == Kind::months_duration);
  CHECK(parse_temporal("PT8H", arena)->kind() == Kind::days_duration);
  CHECK_FALSE(parse_temporal("tomorrow", arena).has_value());
}

TEST_CASE("a function in C++ is called by a name of several words", "[feel]") {
  Desk desk;
  int host = 7;
  desk.run.host = &host;
  desk.scope.declare_function(
      "in state", {Type::of(Kind::string), Type::of(Kind::number)}, Type::of(Kind::boolean),
      [](std::span<const Value> arguments, Evaluation& run) {
        const bool matching = arguments[0].text() == "ouvert";
        return Value::boolean(matching && *static_cast<int*>(run.host) == 7);
      },
      1);

  CHECK(desk.value_of("in state(\"ouvert\")").is_true());
  CHECK(desk.value_of("in state(\"clos\") or in state(\"ouvert\", 1)").is_true());
  CHECK(desk.value_of("(for s in [\"ouvert\", \"clos\"] return in state(s))[2]").is_false());
  CHECK(mistakes_in("in state(1)", desk.scope).find("[type-mismatch]") != std::string::npos);
  CHECK(mistakes_in("in state(\"a\", 1, 2)", desk.scope).find("[wrong-argument-count]") !=
        std::string::npos);
  CHECK(mistakes_in("in state()", desk.scope).find("[wrong-argument-count]") != std::string::npos);
}

TEST_CASE("an expression tells its type, the slots that it reads and whether it is constant",
          "[feel]") {
  Scope scope;
  scope.declare("a", Type::of(Kind::number));
  scope.declare("b", Type::of(Kind::number));
  scope.declare("c", Type::of(Kind::number));
  base::Diagnostics diagnostics;

  const Expression sum = compile(located("c + (function(x) x + a)(1)"), scope, diagnostics);
  const Expression constant = compile(located("2 * 3 + count([1, 2])"), scope, diagnostics);

  CHECK(diagnostics.empty());
  CHECK(sum.slots() == std::vector<Scope::Slot>{0, 2});
  CHECK_FALSE(sum.constant().has_value());
  CHECK(compile(located("a + b"), scope, diagnostics).type().name() == "number");
  REQUIRE(constant.constant().has_value());
  CHECK(*constant.constant() == Stored::integer(8));
  CHECK(compile(located("today()"), scope, diagnostics).constant().has_value() == false);
}

TEST_CASE("a field that bears a function's name does not hide the function", "[feel]") {
  Desk desk;
  desk.scope.declare("date", Type::of(Kind::date));
  const Value day = Value::date(*base::parse_day("2024-02-29"));

  CHECK(desk.value_of("date = date(\"2024-02-29\")", {&day, 1}).is_true());
}

TEST_CASE("implicit conversions are those of DMN", "[feel]") {
  Arena arena;
  const Value one = Value::integer(1);
  const Value list = arena.list({&one, 1});

  CHECK(to_text(*coerce(list, Type::of(Kind::number), arena)) == "1");
  CHECK(to_text(*coerce(one, Type::of(Kind::list), arena)) == "[1]");
  CHECK_FALSE(coerce(one, Type::of(Kind::string), arena).has_value());
  CHECK(coerce(Value(), Type::of(Kind::string), arena)->is_null());
  CHECK(to_text(*coerce(*parse_temporal("2024-01-01", arena), Type::of(Kind::date_time), arena)) ==
        "2024-01-01T00:00:00Z");
}

}  // namespace guichet::feel
