// The index against a plain loop over the rules, on random tables.
#include <catch2/catch.hpp>

#include <random>

#include "tests/rules/tables/fixture.hpp"

namespace guichet::tables {

namespace {

using testing::load;

class RandomTable {
 public:
  explicit RandomTable(unsigned seed) : random_(seed) {}

  std::string text() {
    static const char* const kMissing[] = {"null", "no-match"};
    missing_ = kMissing[pick(2)];
    std::string yaml = "guichet: decision-table/1\nid: t\nhit: C\nmissing: " + missing_ +
                       "\ninputs:\n  n: {type: number}\n  s: {type: string}\n  b: {type: "
                       "boolean}\n  d: {type: date}\n  x: {}\n  w: {type: string}\n"
                       "outputs:\n  r: {type: number}\nrules: |\n"
                       "  | id | n | s | b | d | x | w || r |\n";
    const int rules = 1 + pick(150);
    for (int i = 0; i < rules; ++i)
      yaml += "  | R" + std::to_string(i) + " | " + number() + " | " + word() + " | " + boolean() +
              " | " + date() + " | " + mixed() + " | " + ordered_word() + " || " +
              std::to_string(i) + " |\n";
    return yaml;
  }

  std::string context() {
    return "{n: " + maybe(std::to_string(pick(14) - 2) + (pick(3) == 0 ? ".5" : "")) +
           ", s: " + maybe('"' + letter() + '"') + ", b: " + maybe(pick(2) ? "true" : "false") +
           ", d: " + maybe(day()) + ", x: " + anything() + ", w: " + maybe('"' + letter() + '"') +
           "}";
  }

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  std::string maybe(const std::string& text) { return pick(12) == 0 ? "null" : text; }
  std::string letter() { return std::string(1, static_cast<char>('a' + pick(5))); }
  std::string day() {
    const int d = 1 + pick(9);
    return "@\"2009-01-0" + std::to_string(d) + "\"";
  }
  std::string digit() { return std::to_string(pick(11)); }

  std::string interval(const std::string& low, const std::string& high) {
    return std::string(pick(2) ? "[" : "(") + low + ".." + high + (pick(2) ? "]" : ")");
  }
  // `low` <= `high` by one digit.
  std::string number_interval() {
    const int low = pick(9);
    return interval(std::to_string(low), std::to_string(low + pick(3)));
  }
  std::string wrapped(const std::string& test) { return pick(6) == 0 ? "not(" + test + ")" : test; }
  std::string number() {
    switch (pick(7)) {
      case 0:
        return wrapped(digit() + ", " + digit());
      case 1:
        return wrapped(number_interval() + ", " + digit());
      case 2:
        return wrapped(std::string(pick(2) ? "< " : ">= ") + digit());
      case 3:
        return pick(3) == 0 ? "null" : (pick(2) ? "< 2 + n" : "? + 1 > 4");
      default:
        return "-";
    }
  }
  std::string word() {
    switch (pick(5)) {
      case 0:
        return wrapped('"' + letter() + "\", \"" + letter() + '"');
      case 1:
        return wrapped('"' + letter() + '"');
      case 2:
        return pick(4) == 0 ? "null, \"a\"" : "-";
      default:
        return "-";
    }
  }
  std::string boolean() {
    return pick(3) == 0 ? wrapped(pick(2) ? "true" : "false") : std::string("-");
  }
  std::string date() {
    switch (pick(6)) {
      case 0:
        return wrapped(day());
      case 1:
        return wrapped(std::string(pick(2) ? "<= " : "> ") + day());
      default:
        return "-";
    }
  }
  std::string mixed() {
    switch (pick(6)) {
      case 0:
        return wrapped(digit());
      case 1:
        return wrapped('"' + letter() + '"');
      case 2:
        return number_interval();
      default:
        return "-";
    }
  }
  std::string anything() {
    switch (pick(4)) {
      case 0:
        return digit();
      case 1:
        return '"' + letter() + '"';
      case 2:
        return pick(2) ? "true" : day();
      default:
        return "null";
    }
  }
  std::string ordered_word() {
    return pick(3) == 0 ? wrapped(pick(2) ? "[\"b\"..\"d\")" : "\"a\"") : std::string("-");
  }

  std::mt19937 random_;
  std::string missing_;
};

// What each cell says, asked one by one.
std::vector<std::vector<bool>> scan(const DecisionTable& table,
                                    const std::vector<feel::Value>& variables,
                                    feel::Evaluation& run) {
  std::vector<std::vector<bool>> passes;
  for (const Rule& rule : table.rules()) {
    std::vector<bool> row;
    for (std::size_t i = 0; i < table.inputs().size(); ++i) {
      const Cell& cell = rule.cells[i];
      const feel::Value input = feel::evaluate(table.inputs()[i].expr, variables, run);
      const bool missing = input.is_null() && table.inputs()[i].missing == Missing::no_match;
      row.push_back(
          cell.tests.empty() ||
          (!missing && feel::evaluate_tests(cell.tests, input, variables, run).is_true()));
    }
    passes.push_back(row);
  }
  return passes;
}

}  // namespace

TEST_CASE("the index finds what a plain scan of the rules finds, cell by cell") {
  constexpr int kTables = 60, kCases = 40;
  std::size_t matches = 0;
  for (unsigned seed = 1; seed <= kTables; ++seed) {
    RandomTable random(seed);
    const std::string text = random.text();
    const auto loaded = load(text);
    REQUIRE(loaded.text() == "");
    const DecisionTable& table = *loaded.table;
    for (int i = 0; i < kCases; ++i) {
      const std::string context = random.context();
      INFO("seed " << seed << " " << context);
      feel::Arena arena;
      feel::Evaluation run{arena};
      Workspace workspace;
      bind_variables(table, testing::value(context, arena), workspace.variables);
      const std::vector<feel::Value> variables = workspace.variables;
      const auto passes = scan(table, variables, run);

      Explanation explanation;
      Decision decision;
      explain(table, variables, run, workspace, explanation);
      decide(table, variables, run, workspace, decision);

      std::vector<RuleIndex> matched;
      for (RuleIndex rule = 0; rule < table.rules().size(); ++rule) {
        bool all = true;
        for (ColumnIndex column = 0; column < table.inputs().size(); ++column) {
          const bool expected = passes[rule][column];
          all &= expected;
          if (explanation.passed(rule, column) != expected) {
            INFO(table.rule(rule).id << " " << table.inputs()[column].id << " "
                                     << table.rule(rule).cells[column].text);
            CHECK(explanation.passed(rule, column) == expected);
          }
        }
        if (all) matched.push_back(rule);
      }
      CHECK(explanation.decision.matched == matched);
      CHECK(decision.matched == matched);
      matches += matched.size();
    }
  }
  CHECK(matches > 1000);  // the random cases do reach rules
}

}  // namespace guichet::tables
