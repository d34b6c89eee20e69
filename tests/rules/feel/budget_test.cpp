// What a text may cost is bounded, whatever it says: in depth, steps, items, bytes and time.
#include "tests/rules/feel/evaluated.hpp"

namespace guichet::feel {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

std::string reason(const std::string& expression, const Budget& budget = {}) {
  const Evaluated got = evaluated(expression, "{}", budget);
  CHECK(got.mistakes == "");
  CHECK(got.value.is_null());
  return got.first_reason();
}

}  // namespace

TEST_CASE("nesting past the limit is refused at load", "[feel][budget]") {
  const std::string bomb =
      GENERATE(as<std::string>{}, "(", "[", "-", "not(", "{a: ", "if true then ", "function() ",
               "for x in 1 return ", "1 in (", "1 + (");
  const std::string told = mistakes_in(repeated(bomb, 100'000) + "1", Scope());
  CHECK(told.find("[feel-too-deep]") != std::string::npos);
}

TEST_CASE("an expression of too many parts is refused at load", "[feel][budget]") {
  CHECK(mistakes_in("[1" + repeated(",1", 20'000) + "]", Scope()).find("[feel-too-large]") !=
        std::string::npos);
  CHECK(mistakes_in("1" + repeated("+1", 50'000), Scope()).find("[feel-too-large]") !=
        std::string::npos);
}

TEST_CASE("a long chain within the limits is computed", "[feel][budget]") {
  CHECK(evaluated("1" + repeated("+1", 4'500)).value == Stored::integer(4'501));
  CHECK(evaluated("n" + repeated("+n", 4'500), "{n: 2}").value == Stored::integer(9'002));
  CHECK(evaluated("b" + repeated(" and b", 4'500), "{b: true}").value == Stored::boolean(true));
  CHECK(evaluated("l" + repeated("[1]", 3'000), "{l: [7, 8]}").value == Stored::integer(7));
  CHECK(evaluated("f" + repeated("(1)", 3'000), "{f: 5}").first_reason() == "not-a-function");
}

TEST_CASE("a loop ends when its steps or its items are spent", "[feel][budget]") {
  CHECK(reason("for x in 1..10**12 return x") == "list-budget");
  CHECK(reason("some x in 1..10**12 satisfies x < 0") == "step-budget");
  CHECK(reason("for x in 1..100, y in 1..100 return x", {.list_items = 500}) == "list-budget");
  CHECK(reason("count(for x in 1..50 return x)", {.steps = 20}) == "step-budget");
}

TEST_CASE("a recursion without end is stopped", "[feel][budget]") {
  CHECK(reason("{f: function(n) f(n + 1), r: f(1)}.r") == "depth-budget");
  CHECK(reason("{f: function(x) x(x), r: f(f)}.r") == "depth-budget");
  CHECK(reason("{f: function(n) if n = 0 then 0 else f(n - 1) + f(n - 1), r: f(40)}.r") ==
        "step-budget");
}

TEST_CASE("strings and nested lists cannot grow past their limits", "[feel][budget]") {
  std::string doubling = "{a: \"0123456789\"";
  for (char name = 'b'; name <= 'z'; ++name) {
    const std::string before(1, static_cast<char>(name - 1));
    doubling += std::string(", ") + name + ": " + before + " + " + before;
  }
  CHECK(reason(doubling + "}.z") == "string-budget");

  std::string nesting = "{a: [1, 1]";
  for (char name = 'b'; name <= 'z'; ++name) {
    const std::string before(1, static_cast<char>(name - 1));
    nesting += std::string(", ") + name + ": [" + before + ", " + before + "]";
  }
  CHECK(reason(nesting + ", same: z = z}") == "memory-budget");
}

TEST_CASE("a regular expression that explodes is stopped", "[feel][budget]") {
  const std::string subject = "\"" + std::string(40, 'a') + "b\"";
  CHECK(reason("matches(" + subject + ", \"^(a+)+$\")") == "pattern-budget");
  CHECK(reason("replace(" + subject + ", \"(a|aa)+c\", \"x\")") == "pattern-budget");
}

TEST_CASE("cheap steps over large values are charged for their size", "[feel][budget]") {
  const std::string loop = "{l: for i in 1..100000 return i, r: for i in l return ";
  CHECK(reason(loop + "sum(l)}") == "step-budget");
  CHECK(reason(loop + "l = l}") == "step-budget");
  CHECK(reason(loop + "l instance of list<number>}") == "step-budget");
  const std::string slow = "matches(\"" + std::string(22, 'a') + "b\", \"^(a+)+$\")";
  CHECK(reason("for i in 1..100000 return " + slow) != "");
}

TEST_CASE("types that share their parts are merged in bounded time", "[feel][budget]") {
  std::string text = "{a: {x: 1, y: 2}";
  for (char name = 'b'; name <= 'w'; ++name) {
    const std::string before(1, static_cast<char>(name - 1));
    text.append(", ").append(1, name).append(": {x: ").append(before).append(", y: ");
    text.append(before).append("}");
  }
  CHECK(mistakes_in(text + ", z: [w, w]}", Scope()) == "");
}

TEST_CASE("numbers that would not end are rounded or refused", "[feel][budget]") {
  CHECK_FALSE(evaluated("2**2**2**2**2**2**2").value.is_null());
  CHECK(reason("9**9**9**9**9") == "out-of-range");
}

TEST_CASE("what a budget stopped is null as a whole", "[feel][budget]") {
  CHECK(reason("[1, count(for x in 1..10**9 return x)]") == "list-budget");
}

}  // namespace guichet::feel
