// Every row of the .csv files beside this one: expression; context; expected.
#include <fstream>
#include <sstream>

#include "tests/rules/feel/evaluated.hpp"

namespace guichet::feel {
namespace {

struct Row {
  std::string name;  // file:line
  std::string expression, context, expected;
};

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  const auto last = text.find_last_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

// Columns are parted by " ; ", so that a semicolon may stand in a text.
std::vector<Row> rows_of(const std::string& file) {
  std::ifstream in(std::string(GUICHET_ROOT "/tests/rules/feel/") + file);
  REQUIRE(in.good());
  std::vector<Row> rows;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    const auto last = line.rfind(" ; ");
    const auto middle = line.rfind(" ; ", last - 1);
    INFO(file << ":" << number << ": " << line);
    REQUIRE(last != std::string::npos);
    REQUIRE(middle != std::string::npos);
    rows.push_back({file + ":" + std::to_string(number), trimmed(line.substr(0, middle)),
                    trimmed(line.substr(middle + 3, last - middle - 3)),
                    trimmed(line.substr(last + 3))});
  }
  return rows;
}

// "null CODE" wants a null for that reason; the rest is FEEL.
void expect(const Evaluated& got, const std::string& expected) {
  if (expected == "null" || expected.starts_with("null ")) {
    CHECK(got.value.is_null());
    CHECK(got.first_reason() == (expected.size() > 5 ? expected.substr(5) : ""));
    return;
  }
  const Evaluated wanted = evaluated(expected);
  REQUIRE(wanted.mistakes == "");
  CHECK(to_literal(got.value.value()) == to_literal(wanted.value.value()));
  CHECK(got.value == wanted.value);
}

}  // namespace

TEST_CASE("expressions come to what their rows say", "[feel]") {
  const std::string file =
      GENERATE(as<std::string>{}, "numbers.csv", "logic.csv", "strings.csv", "lists.csv",
               "contexts.csv", "temporal.csv", "ranges.csv", "names.csv");
  for (const Row& row : rows_of(file)) {
    INFO(row.name << ": " << row.expression);
    const Evaluated got = evaluated(row.expression, row.context);
    CHECK(got.mistakes == "");
    expect(got, row.expected);
  }
}

TEST_CASE("unary tests hold or not as their rows say", "[feel]") {
  for (const Row& row : rows_of("unary_tests.csv")) {
    INFO(row.name << ": " << row.expression << " against " << row.context);
    const Evaluated got = tested(row.expression, row.context);
    CHECK(got.mistakes == "");
    expect(got, row.expected);
  }
}

}  // namespace guichet::feel
