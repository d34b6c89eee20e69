// Proofs against brute force: on small domains every case can be tried.
#include <catch2/catch.hpp>

#include <random>
#include <set>

#include "rules/tables/analysis.hpp"
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
  ProofLimits limits;
  limits.findings = 1000;
  prove(table, diagnostics, limits);
  Findings found;
  for (const auto& one : diagnostics.list()) {
    if (one.code() == "gap") found.gap = true;
    if (one.code() == "unreachable-rule" || one.code() == "masked-rule")
      found.unreachable.insert(one.what.arguments()[0]);
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

namespace {

// Every fact of an analysis against the rules that match at each combination of classes.
class Exhausted {
 public:
  explicit Exhausted(const DecisionTable& table)
      : table_(table), analysis_(table, 1'000'000'000), meets_(table.rules().size()) {
    Way way(space().columns());
    walk(way, 0);
  }

  bool gaps_agree() const {
    std::vector<Region> gaps;
    if (analysis_.find_gaps(true, 100'000, gaps) != Outcome::complete) return false;
    for (const auto& [way, matched] : cases_) {
      bool inside = false;
      for (const Region& gap : gaps) {
        bool all = true;
        for (std::size_t i = 0; i < way.size(); ++i) all &= has(gap[i], way[i]);
        inside |= all;
      }
      if (inside != matched.empty()) return false;
    }
    return true;
  }

  bool overlaps_agree() const {
    std::set<std::pair<RuleIndex, RuleIndex>> found, expected;
    analysis_.each_overlap(true,
                           [&](RuleIndex a, RuleIndex b) { return found.emplace(a, b).second; });
    for (const auto& [way, matched] : cases_)
      for (const RuleIndex a : matched)
        for (const RuleIndex b : matched)
          if (a < b) expected.emplace(a, b);
    return found == expected;
  }

  bool subsumed_agree() const {
    std::set<std::pair<RuleIndex, RuleIndex>> found, expected;
    analysis_.each_subsumed([&](RuleIndex a, RuleIndex b) { return found.emplace(a, b).second; });
    for (RuleIndex a = 0; a < meets_.size(); ++a)
      for (RuleIndex b = 0; b < meets_.size(); ++b)
        if (a != b &&
            std::includes(meets_[b].begin(), meets_[b].end(), meets_[a].begin(), meets_[a].end()))
          expected.emplace(a, b);
    return found == expected;
  }

 private:
  const CaseSpace& space() const { return analysis_.space(); }

  void walk(Way& way, std::size_t column) {
    if (column == way.size()) {
      feel::Arena arena;
      feel::Evaluation run{arena};
      const auto matched = explain_columns(table_, space().values(way), run).matched();
      for (const RuleIndex rule : matched) meets_[rule].insert(cases_.size());
      cases_.emplace_back(way, matched);
      return;
    }
    for (std::size_t i = 0; i < space().classes(column).size(); ++i) {
      way[column] = i;
      walk(way, column + 1);
    }
  }

  const DecisionTable& table_;
  const Analysis analysis_;
  std::vector<std::pair<Way, std::vector<RuleIndex>>> cases_;
  std::vector<std::set<std::size_t>> meets_;  // cases by rule
};

}  // namespace

TEST_CASE("gaps, overlaps and subsumed rules are those of every case tried") {
  std::mt19937 random(11);
  for (int i = 0; i < 150; ++i) {
    const std::string text = random_table("C", random);
    const auto loaded = load(text);
    REQUIRE(loaded.text() == "");
    const Exhausted exhausted(*loaded.table);
    INFO(text);
    CHECK(exhausted.gaps_agree());
    CHECK(exhausted.overlaps_agree());
    CHECK(exhausted.subsumed_agree());
  }
}

}  // namespace guichet::tables
