#include "tests/rules/tables/random_table.hpp"

#include "tests/rules/tables/fixture.hpp"

namespace guichet::tables::testing {

RandomTable::Column RandomTable::random_column(int number) {
  static const char* const kTypes[] = {"number",
                                       "number",
                                       "string",
                                       "string",
                                       "boolean",
                                       "date",
                                       "time",
                                       "date and time",
                                       "days and time duration",
                                       "years and months duration",
                                       ""};
  Column column{std::string(1, static_cast<char>('a' + number)), kTypes[pick(11)]};
  column.listed = (column.type == "number" || column.type == "string") && chance(3);
  return column;
}

std::string RandomTable::head(const Column& column) {
  std::string text = "  " + column.name + ": {";
  if (!column.type.empty()) text += "type: " + column.type + ", ";
  if (column.listed)
    text += column.type == "number" ? "values: '[0..9]', " : "values: '\"k\",\"l\",\"m\",\"n\"', ";
  return text + "missing: " + one_of("error", "'null'", "'null'", "no-match") + "}\n";
}

// One of about nine values of the type, in ascending order of `n`.
static std::string nth_literal(const std::string& type, int n) {
  const std::string digit = std::to_string(n + 1);
  if (type == "number") return n % 4 == 3 ? std::to_string(n) + ".5" : std::to_string(n);
  if (type == "string") return '"' + std::string(1, static_cast<char>('k' + n % 5)) + '"';
  if (type == "boolean") return n % 2 ? "true" : "false";
  if (type == "date") return "@\"2009-02-0" + digit + '"';
  if (type == "time") return "@\"0" + digit + ":30:00" + (n > 6 ? "Z" : "") + '"';
  if (type == "date and time")
    return "@\"2009-02-0" + digit + "T08:00:00" + (n > 6 ? "+02:00" : "") + '"';
  if (type == "days and time duration")
    return n % 3 == 2 ? "@\"PT" + std::to_string(24 * n + 12) + "H\"" : "@\"P" + digit + "D\"";
  return "@\"P" + digit + "M\"";
}

std::string RandomTable::literal(const Column& column) {
  if (column.listed && column.type == "string") return nth_literal("string", pick(4));
  return literal(column.type);
}

std::string RandomTable::literal(const std::string& type) {
  const std::string any = type.empty() ? one_of("number", "string", "boolean", "date") : type;
  return nth_literal(any, pick(9));
}

std::pair<std::string, std::string> RandomTable::two_literals(const std::string& type) {
  const std::string one = type.empty() ? one_of("number", "date") : type;
  const int low = pick(one == "string" ? 4 : 6);
  return {nth_literal(one, low), nth_literal(one, low + 1 + (one == "string" ? 0 : pick(2)))};
}

std::string RandomTable::test(const Column& column) {
  const bool ordered = column.type != "boolean";
  switch (pick(ordered ? 6 : 2)) {
    case 0:
    case 1:
      return column.listed && column.type == "string" && chance(2)
                 ? std::string(1, static_cast<char>('k' + pick(4)))
                 : literal(column);
    case 2:
      return one_of("< ", "<= ", "> ", ">= ") +
             (column.type.empty() ? nth_literal("number", pick(9)) : literal(column));
    case 3:
      return column.type == "" || chance(9) ? std::string("null") : literal(column);
    default: {
      const auto [low, high] = two_literals(column.type);
      return one_of("[", "(") + low + ".." + high + one_of("]", ")");
    }
  }
}

std::string RandomTable::opaque(const Column& column) {
  if (column.type == "number")
    return one_of("? * 2 > 7", "? > 3 and ? < 8", "< abs(? - 9)", "even(?)", "odd(floor(?))");
  if (column.type == "string")
    return one_of("string length(?) = 1", "starts with(?, \"k\")", "? > \"l\"",
                  "upper case(?) = \"M\"");
  if (column.type == "date") return one_of("?.day > 4", "? + @\"P1D\" > @\"2009-02-05\"");
  return one_of("? != null", "? = null", "count([?]) = 1");
}

std::string RandomTable::cell(const Column& column) {
  if (chance(3)) return "-";
  if (chance(10)) return opaque(column);
  std::string tests = test(column);
  for (int more = pick(3); more > 0 && chance(2); --more) tests += ", " + test(column);
  return chance(6) ? "not(" + tests + ")" : tests;
}

std::string RandomTable::text(int rules) {
  columns_.clear();
  for (int i = 1 + pick(5); i > 0; --i)
    columns_.push_back(random_column(static_cast<int>(columns_.size())));
  const std::string hit =
      one_of("U", "A", "P", "F", "F", "R", "O", "C", "C", "C+", "C<", "C>", "'C#'");
  std::string text = "guichet: decision-table/1\nid: t\nhit: " + hit + "\ninputs:\n";
  for (const Column& column : columns_) text += head(column);
  text += "outputs:\n  r: {type: number, values: '4,3,2,1'" +
          std::string(chance(4) ? ", default: 2" : "") + "}\nrules: |\n  | id |";
  for (const Column& column : columns_) text += " " + column.name + " |";
  text += "| r |\n";
  for (int i = 0; i < rules; ++i) {
    text += "  | R" + std::to_string(i) + " |";
    for (const Column& column : columns_) text += " " + cell(column) + " |";
    text += "| " + std::to_string(1 + pick(4)) + " |\n";
  }
  return text;
}

std::string RandomTable::value(const Column& column) {
  if (chance(12)) return "null";
  if (chance(40)) return "[" + literal(column.type) + "]";  // a list of one stands for its item
  if (chance(60)) return literal("");
  if (column.type == "number" && chance(8)) {
    const auto [low, high] = two_literals("number");
    return chance(2) ? "[" + low + ".." + high + ")" : "{min: " + low + ", max: " + high + "}";
  }
  if (column.type == "number" && chance(4)) return std::to_string(pick(22) - 2) + ".25";
  return literal(column.type);
}

std::string RandomTable::context() {
  std::string text = "{";
  for (const Column& column : columns_)
    if (!chance(25)) text += (text.size() > 1 ? ", " : "") + column.name + ": " + value(column);
  return text + "}";
}

namespace {

std::string explained_difference(const DecisionTable& table, const Explanation& explanation,
                                 const PlainReading::Answer& expected) {
  for (RuleIndex rule = 0; rule < table.rules().size(); ++rule)
    for (ColumnIndex column = 0; column < table.inputs().size(); ++column)
      if (explanation.passed(rule, column) != expected.passes[rule][column])
        return "cell of " + table.rule(rule).id + " under " + table.inputs()[column].id + " (" +
               table.rule(rule).cells[column].text + "): the explanation says " +
               (explanation.passed(rule, column) ? "passed" : "failed");
  if (explanation.matched() != expected.matched) return "explained rules that match";
  for (const Explanation::Evaluated& one : explanation.evaluated)
    if (one.passed != expected.passes[one.rule][one.column]) return "recorded cell";
  if (feel::to_literal(explanation.decision.result) != expected.result) return "explained result";
  return {};
}

}  // namespace

std::string difference(const DecisionTable& table, const PlainReading& reading,
                       const std::string& context) {
  feel::Arena arena;
  feel::Evaluation run{arena};
  Workspace workspace;
  bind_variables(table, value(context, arena), workspace.variables);
  const std::vector<feel::Value> variables = workspace.variables;
  const PlainReading::Answer expected = reading.read(variables, run);

  Explanation explanation;
  Decision decision;
  explain(table, variables, run, workspace, explanation);
  decide(table, variables, run, workspace, decision);

  if (auto found = explained_difference(table, explanation, expected); !found.empty()) return found;
  const bool first = table.hit() == HitPolicy::first && !expected.matched.empty();
  if (decision.matched != (first ? std::vector{expected.matched[0]} : expected.matched))
    return "rules that match";
  const std::string result = feel::to_literal(decision.result);
  if (result != expected.result) return "result " + result + " instead of " + expected.result;
  if (decision.selected != explanation.decision.selected) return "selected rules";
  if (expected.refused == decision.problems.empty() && expected.matched.empty())
    return "problem of an input";
  return {};
}

std::string find_difference(unsigned first_seed, unsigned count) {
  for (unsigned seed = first_seed; seed < first_seed + count; ++seed) {
    RandomTable random(seed);
    const int rules = random.chance(40) ? 150 : 1 + static_cast<int>(seed % 14);
    const std::string text = random.text(rules);
    const Loaded loaded = load(text);
    if (!loaded.table) return "seed " + std::to_string(seed) + "\n" + text + loaded.text();
    std::shared_ptr<const DecisionTable> table = loaded.table;
    if (random.chance(4)) {  // what only a convention asks for
      DecisionTable::Parts parts = table->parts();
      for (Input& input : parts.inputs) {
        if (random.chance(3)) input.missing = Missing::match;
        input.brackets = input.allowed.empty() && !input.type.is_any() &&
                         input.type.kind() == feel::Kind::number;
      }
      table = std::make_shared<const DecisionTable>(std::move(parts));
    }
    const PlainReading reading(*table);
    for (int i = 0; i < 4; ++i) {
      const std::string context = random.context();
      const std::string found = difference(*table, reading, context);
      if (!found.empty())
        return "seed " + std::to_string(seed) + "\n" + text + context + "\n" + found;
    }
  }
  return {};
}

}  // namespace guichet::tables::testing
