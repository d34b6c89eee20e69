// Proofs against brute force: on small domains every case can be tried.
#include <catch2/catch.hpp>

#include <random>
#include <set>

#include "rules/tables/prove.hpp"
#include "tests/rules/tables/fixture.hpp"

namespace guichet::tables {

namespace {

using testing::load;

std::string random_table(const std::string& hit, std::mt19937& random) {
  const auto pick = [&](int below) {
    return static_cast<int>(random() % static_cast<unsigned>(below));
  };
  std::string yaml = "guichet: decision-table/1\nid: t\nhit: " + hit +
                     "\ncomplete: required\ninputs:\n"
                     "  s: {type: string, values: '\"x\",\"y\",\"z\"'}\n"
                     "  n: {type: number, values: '[0..4]'}\n  b: {type: boolean}\n"
                     "outputs:\n  r: {type: number, values: '2,1,0'}\nrules: |\n"
                     "  | id | s | n | b || r |\n";
  const int rules = 2 + pick(9);
  for (int i = 0; i < rules; ++i) {
    static const char* const kWords[] = {"-", "x", "y", "x, z", "not(x)", "-"};
    static const char* const kBooleans[] = {"-", "-", "true", "false"};
    const int low = pick(4);
    const std::string numbers[] = {"-", "< " + std::to_string(low + 1), ">= " + std::to_string(low),
                                   std::string(pick(2) ? "[" : "(") + std::to_string(low) + ".." +
                                       std::to_string(low + 1) + (pick(2) ? "]" : ")"),
                                   "-"};
    yaml += "  | R" + std::to_string(i) + " | " + kWords[pick(6)] + " | " +
            numbers[static_cast<std::size_t>(pick(5))] + " | " + kBooleans[pick(4)] + " || " +
            std::to_string(pick(3)) + " |\n";
  }
  return yaml;
}

struct Findings {
  std::set<std::string> unreachable, overlaps;
  bool gap = false;
  bool operator==(const Findings&) const = default;
};

Findings proved(const DecisionTable& table) {
  base::Diagnostics diagnostics;
  prove(table, diagnostics);
  Findings found;
  for (const auto& one : diagnostics.list()) {
    if (one.code() == "gap") found.gap = true;
    if (one.code() == "unreachable-rule") found.unreachable.insert(one.what.arguments()[0]);
    if (one.code() == "overlapping-rules" || one.code() == "conflicting-rules")
      found.overlaps.insert(one.what.arguments()[0] + " " + one.what.arguments()[1]);
  }
  return found;
}

Findings tried(const DecisionTable& table) {
  Findings found;
  std::set<std::string> winners;
  feel::Arena arena;
  feel::Evaluation run{arena};
  for (const char* s : {"\"x\"", "\"y\"", "\"z\""})
    for (int half = 0; half <= 8; ++half)
      for (const char* b : {"true", "false"}) {
        const std::string n = std::to_string(half / 2) + (half % 2 ? ".5" : "");
        const auto context =
            testing::value(std::string("{s: ") + s + ", n: " + n + ", b: " + b + "}", arena);
        const Decision decision = explain(table, context, run).decision;
        found.gap |= decision.matched.empty();
        for (const RuleIndex rule : decision.selected) winners.insert(table.rule(rule).id);
        for (const RuleIndex one : decision.matched)
          for (const RuleIndex other : decision.matched) {
            const bool disagree =
                table.hit() == HitPolicy::unique ||
                !feel::equal(*table.constant_result(one), *table.constant_result(other));
            if (one < other && disagree)
              found.overlaps.insert(table.rule(one).id + " " + table.rule(other).id);
          }
      }
  const bool ranked = table.hit() == HitPolicy::first || table.hit() == HitPolicy::priority;
  if (ranked) found.overlaps.clear();
  for (const Rule& rule : table.rules())
    if (ranked && !winners.contains(rule.id)) found.unreachable.insert(rule.id);
  return found;
}

}  // namespace

TEST_CASE("a proof finds what trying every case finds") {
  std::mt19937 random(7);
  int gaps = 0, unreachable = 0, overlaps = 0;
  for (const std::string hit : {"F", "P", "U", "A"}) {
    for (int i = 0; i < 100; ++i) {
      const std::string text = random_table(hit, random);
      const auto loaded = load(text);
      REQUIRE(loaded.text() == "");
      const Findings found = proved(*loaded.table);
      INFO(text);
      CHECK(found == tried(*loaded.table));
      gaps += found.gap ? 1 : 0;
      unreachable += static_cast<int>(found.unreachable.size());
      overlaps += static_cast<int>(found.overlaps.size());
    }
  }
  CHECK(gaps > 50);
  CHECK(unreachable > 50);
  CHECK(overlaps > 50);
}

}  // namespace guichet::tables
