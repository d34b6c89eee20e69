// Mistakes are found at load, all of them, each at its place and with a hint where there is one.
#include "tests/rules/feel/evaluated.hpp"

namespace guichet::feel {
namespace {

Scope firm_scope() {
  Scope scope;
  scope.declare("effectif", Type::of(Kind::number));
  scope.declare("theme", Type::one_of({"creation", "transmission", "recrutement"}));
  scope.declare("firm", Type::context({{"naf", Type::of(Kind::string)},
                                       {"effectif moyen", Type::of(Kind::number)}}));
  scope.declare("depuis", Type::of(Kind::date));
  return scope;
}

std::string mistakes(const std::string& expression) {
  return mistakes_in(expression, firm_scope());
}

}  // namespace

TEST_CASE("an unknown name is shown at its place with the name that was meant", "[feel]") {
  CHECK(mistakes("1 + efectif") ==
        "<test>:1:5: error [unknown-name]: 'efectif' is not a name known here\n"
        "    1 | 1 + efectif\n"
        "      |     ^ did you mean 'effectif'?\n");
}

TEST_CASE("all mistakes of an expression are told at once", "[feel]") {
  const std::string told = mistakes("efectif > 1 and firm.nafe = \"x\" and 1 < \"a\"");

  CHECK(told.find("[unknown-name]: 'efectif'") != std::string::npos);
  CHECK(told.find("1:22: error [unknown-member]: 'nafe' does not exist in firm") !=
        std::string::npos);
  CHECK(told.find("did you mean 'naf'?") != std::string::npos);
  CHECK(told.find("1:37: error [type-mismatch]: '<' does not go between number and string") !=
        std::string::npos);
}

TEST_CASE("a word that the field does not list is a mistake", "[feel]") {
  CHECK(mistakes("theme = \"creatoin\"") ==
        "<test>:1:9: error [unknown-value]: 'creatoin' is not a possible value here\n"
        "    1 | theme = \"creatoin\"\n"
        "      |         ^ did you mean 'creation'?\n");
  CHECK(mistakes("theme in (\"creation\", \"vente\")").find("possible values: creation") !=
        std::string::npos);
  CHECK(mistakes("theme = \"creation\"") == "");
}

TEST_CASE("operands, conditions and arguments of kinds that cannot fit are mistakes", "[feel]") {
  const auto code_of = [](const std::string& expression) {
    const std::string told = mistakes(expression);
    const auto open = told.find('['), close = told.find(']');
    return open == std::string::npos ? "" : told.substr(open + 1, close - open - 1);
  };

  CHECK(code_of("effectif + \"1\"") == "type-mismatch");
  CHECK(code_of("depuis + 5") == "type-mismatch");
  CHECK(code_of("depuis + duration(\"P5D\")") == "");
  CHECK(code_of("if effectif then 1 else 2") == "type-mismatch");
  CHECK(code_of("effectif and true") == "type-mismatch");
  CHECK(code_of("upper case(effectif)") == "wrong-arguments");
  CHECK(code_of("upper case()") == "wrong-argument-count");
  CHECK(code_of("upper case(text: \"a\")") == "unknown-parameter");
  CHECK(code_of("uper case(\"a\")") == "unknown-name");
  CHECK(code_of("theme(1)") == "unknown-function");
  CHECK(code_of("matches(theme, \"[\")") == "bad-pattern");
  CHECK(code_of("@\"2024-13-01\"") == "not-temporal");
  CHECK(code_of("effectif instance of numbre") == "unknown-type");
  CHECK(code_of("(function(a) a)(1, 2)") == "wrong-argument-count");
  CHECK(code_of("firm.effectif moyen > 3") == "");
}

TEST_CASE("the place of use may ask for a type", "[feel]") {
  CHECK(mistakes_in("effectif + 1", firm_scope(), Type::of(Kind::boolean)) ==
        "<test>:1:1: error [type-mismatch]: expected boolean, but this is number\n"
        "    1 | effectif + 1\n"
        "      | ^\n");
  CHECK(mistakes_in("effectif > 1", firm_scope(), Type::of(Kind::boolean)) == "");
  CHECK(mistakes_in("\"vente\"", firm_scope(), Type::one_of({"achat"})) != "");
}

TEST_CASE("text that is no expression says what was expected where", "[feel]") {
  CHECK(mistakes("1 +") ==
        "<test>:1:4: error [feel-syntax]: expected a value here\n"
        "    1 | 1 +\n"
        "      |    ^\n");
  CHECK(mistakes("if true then 1").find("expected 'else'") != std::string::npos);
  CHECK(mistakes("\"open").find("this string is not closed") != std::string::npos);
  CHECK(mistakes("1 2").find("'2' makes no sense here") != std::string::npos);
  CHECK(mistakes("").find("[feel-empty]") != std::string::npos);
  CHECK(mistakes("a # b").find("[feel-syntax]") != std::string::npos);
}

TEST_CASE("a lenient scope warns and evaluates to null with the reason", "[feel]") {
  Scope scope;
  scope.set_lenient(true);
  base::Diagnostics diagnostics;

  const Expression expression = compile(located("[1, nobody]"), scope, diagnostics);

  REQUIRE_FALSE(expression.empty());
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(diagnostics.list().size() == 1);
  Arena arena;
  Evaluation run{arena};
  CHECK(to_text(evaluate(expression, {}, run)) == "[1, null]");
  REQUIRE(run.notes.size() == 1);
  CHECK(run.notes.front().what.in(base::Language::en) == "'nobody' has no value");
  CHECK(run.notes.front().offset == 4);
}

TEST_CASE("a null tells in both languages why it came to be and where", "[feel]") {
  const Evaluated got = evaluated("1 + 2 / zero", "{zero: 0}");

  REQUIRE(got.notes.size() >= 1);
  CHECK(got.notes[0].what.in(base::Language::fr) == "division par zéro");
  CHECK(got.notes[0].offset == 4);
  CHECK(got.notes[0].length == 8);
}

TEST_CASE("a bare word of a cell is the string that the column lists", "[feel]") {
  const Type column = Type::one_of({"creation", "non renseigné", "non"});
  base::Diagnostics diagnostics;
  const auto cell = [&](const std::string& text) {
    return compile_tests(located(text), column, Scope(), diagnostics, true);
  };

  const TestSet words = classify(cell("creation, non renseigné"));
  const TestSet others = classify(cell("not(non)"));

  CHECK(diagnostics.empty());
  REQUIRE(words.points.size() == 2);
  CHECK(words.points[1] == Stored::string("non renseigné"));
  CHECK(others.negated);
  cell("creatoin");
  CHECK(diagnostics.has_errors());
}

}  // namespace guichet::feel
