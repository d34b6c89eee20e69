#include "rules/tables/prove.hpp"

#include <algorithm>
#include <set>

#include "rules/tables/analysis.hpp"
#include "rules/tables/messages.hpp"
#include "rules/tables/ready_test.hpp"

namespace guichet::tables {

namespace {

using base::Message;
using base::MessageText;

// Do the rules give the same? Nothing where that must be computed.
std::optional<bool> same_result(const DecisionTable& table, RuleIndex one, RuleIndex other) {
  const feel::Value* a = table.constant_result(one);
  const feel::Value* b = table.constant_result(other);
  if (a != nullptr && b != nullptr) return feel::equal(*a, *b);
  const auto& first = table.rule(one).outputs;
  const auto& second = table.rule(other).outputs;
  for (std::size_t i = 0; i < first.size(); ++i)
    if (first[i].source().text() != second[i].source().text()) return {};
  return true;
}

// The order in which rules win: their own, or that of their priorities.
std::vector<RuleIndex> order_of(const DecisionTable& table) {
  const bool ranked = table.hit() == HitPolicy::priority;
  std::vector<RuleIndex> order(table.rules().size());
  for (RuleIndex i = 0; i < order.size(); ++i) order[ranked ? table.ranks()[i] : i] = i;
  return order;
}

std::uint64_t effort_for(const DecisionTable& table, const ProofLimits& limits) {
  constexpr std::size_t kSmall = 1000, kLarge = 4000;
  return limits.effort * std::clamp(table.rules().size(), kSmall, kLarge) / kSmall;
}

class Prover {
 public:
  Prover(const DecisionTable& table, base::Diagnostics& diagnostics, const ProofLimits& limits)
      : table_(table),
        diagnostics_(diagnostics),
        limits_(limits),
        analysis_(table, effort_for(table, limits)) {}

  void run() {
    find_impossible();
    switch (table_.hit()) {
      case HitPolicy::unique:
      case HitPolicy::any:
        find_overlaps();
        break;
      case HitPolicy::first:
        find_covered(messages::kUnreachableRule);
        break;
      case HitPolicy::priority:
        find_covered(messages::kMaskedRule);
        find_misleading();
        break;
      default:
        find_subsumed();
    }
    if (table_.parts().complete == Completeness::required) find_gaps();
  }

 private:
  const CaseSpace& space() const { return analysis_.space(); }

  // -- findings --
  // Counts the findings of one kind; true while they are to be listed.
  bool listed() { return ++found_ <= limits_.findings; }
  void begin() { found_ = 0; }
  void end(Outcome outcome, const std::string& what) {
    if (found_ > limits_.findings)
      diagnostics_.warning(table_.parts().at, Message(messages::kMoreFindings,
                                                      {std::to_string(found_ - limits_.findings)}));
    if (outcome == Outcome::inconclusive)
      diagnostics_.warning(table_.parts().at, Message(messages::kProofInconclusive, {what}));
  }

  void error(const base::Location& at, Message what, std::optional<Way> witness = {}) {
    if (table_.parts().proof_warns) return warning(at, std::move(what), std::move(witness));
    diagnostics_.error(at, std::move(what), hint(witness));
  }
  void warning(const base::Location& at, Message what, std::optional<Way> witness = {}) {
    diagnostics_.warning(at, std::move(what), hint(witness));
  }
  std::optional<Message> hint(const std::optional<Way>& witness) const {
    if (!witness) return {};
    return Message(messages::kReadyTest, {ready_test(table_, space().values(*witness))});
  }

  std::string names(const std::vector<RuleIndex>& rules) const {
    constexpr std::size_t kMost = 5;
    std::string text;
    for (std::size_t i = 0; i < rules.size() && i < kMost; ++i)
      text += (i == 0 ? "" : ", ") + table_.rule(rules[i]).id;
    return rules.size() > kMost ? text + ", ..." : text;
  }

  // -- questions --
  // A cell outside its column's `values:`.
  void find_impossible() {
    begin();
    for (RuleIndex rule = 0; rule < table_.rules().size(); ++rule)
      for (std::size_t column = 0; column < space().columns(); ++column) {
        if (space().classes(column).empty() || !is_empty(space().may(rule)[column])) continue;
        const Rule& written = table_.rule(rule);
        if (listed())
          error(written.at,
                Message(messages::kImpossibleRule,
                        {written.id, table_.inputs()[column].id, written.cells[column].text}));
      }
    end(Outcome::complete, {});
  }

  bool is_impossible(RuleIndex rule) const {
    const Region& region = space().may(rule);
    return std::any_of(region.begin(), region.end(), is_empty);
  }

  void find_overlaps() {
    const bool any = table_.hit() == HitPolicy::any;
    begin();
    Outcome outcome = analysis_.each_overlap(true, [&](RuleIndex one, RuleIndex other) {
      const auto same = any ? same_result(table_, one, other) : std::optional(false);
      if (same == true) return true;
      if (!listed()) return true;
      const Way way = analysis_.common_way(one, other, true);
      if (!same) {
        warning(table_.rule(other).at, pair(messages::kMayConflict, one, other, way), way);
      } else {
        error(
            table_.rule(other).at,
            pair(any ? messages::kConflictingRules : messages::kOverlappingRules, one, other, way),
            way);
      }
      return true;
    });
    end(outcome, table_.id());
    if (!space().has_opaque()) return;
    begin();
    outcome = analysis_.each_overlap(false, [&](RuleIndex one, RuleIndex other) {
      if (any && same_result(table_, one, other) == true) return true;
      if (!listed()) return true;
      const Way way = analysis_.common_way(one, other, false);
      warning(table_.rule(other).at,
              pair(any ? messages::kMayConflict : messages::kMayOverlap, one, other, way), way);
      return true;
    });
    end(outcome, table_.id());
  }

  Message pair(const MessageText& what, RuleIndex one, RuleIndex other, const Way& way) const {
    return Message(what, {table_.rule(one).id, table_.rule(other).id, space().case_text(way)});
  }

  void find_covered(const MessageText& what) {
    begin();
    const Outcome outcome = analysis_.each_covered(order_of(table_), [&](RuleIndex rule,
                                                                        const std::vector<
                                                                            RuleIndex>& by) {
      if (is_impossible(rule) || !listed()) return;
      const Rule& written = table_.rule(rule);
      error(written.at, Message(what, {written.id, names(by)}), space().any_way(space().may(rule)));
    });
    end(outcome, table_.id());
  }

  // Who reads from the top stops too soon.
  void find_misleading() {
    begin();
    const Outcome outcome = analysis_.each_overlap(true, [&](RuleIndex one, RuleIndex other) {
      if (table_.ranks()[one] < table_.ranks()[other] || same_result(table_, one, other) == true ||
          !listed())
        return true;
      const Way way = analysis_.common_way(one, other, true);
      warning(table_.rule(one).at, pair(messages::kMisleadingRule, one, other, way), way);
      return true;
    });
    end(outcome, table_.id());
  }

  void find_subsumed() {
    begin();
    std::set<std::pair<RuleIndex, RuleIndex>> pairs;  // (inner, outer) of the same result
    const Outcome outcome = analysis_.each_subsumed([&](RuleIndex inner, RuleIndex outer) {
      if (!is_impossible(inner) && same_result(table_, inner, outer) == true)
        pairs.emplace(inner, outer);
      return true;
    });
    auto told = static_cast<RuleIndex>(table_.rules().size());
    for (const auto& [inner, outer] : pairs) {
      // Of two equal rules the later one is superfluous.
      const bool equal = pairs.contains({outer, inner});
      if (told == inner || (equal && inner < outer)) continue;
      told = inner;
      if (listed())
        warning(table_.rule(inner).at,
                Message(messages::kSubsumedRule, {table_.rule(inner).id, table_.rule(outer).id}),
                space().any_way(space().may(inner)));
    }
    end(outcome, table_.id());
  }

  void find_gaps() {
    const bool defaults =
        std::all_of(table_.outputs().begin(), table_.outputs().end(),
                    [](const Output& output) { return !output.otherwise.empty(); });
    if (defaults) return;
    std::vector<Region> gaps;
    const Outcome outcome = analysis_.find_gaps(true, limits_.findings, gaps);
    begin();
    for (const Region& gap : gaps) {
      ++found_;
      const Way way = space().any_way(gap);
      const std::string region = space().region_text(gap);
      const auto& what = region.empty() ? messages::kGapEverywhere : messages::kGap;
      error(table_.parts().at, Message(what, {space().case_text(way), region}), way);
    }
    if (outcome == Outcome::cut_short) found_ = limits_.findings + 1;
    end(outcome, table_.id());
    if (!gaps.empty() || !space().has_opaque() || outcome == Outcome::inconclusive) return;
    const Outcome possible = analysis_.find_gaps(false, 1, gaps);
    for (const Region& gap : gaps) {
      const Way way = space().any_way(gap);
      warning(table_.parts().at, Message(messages::kPossibleGap, {space().case_text(way)}), way);
    }
    begin();
    end(possible, table_.id());
  }

  const DecisionTable& table_;
  base::Diagnostics& diagnostics_;
  const ProofLimits limits_;
  const Analysis analysis_;
  std::size_t found_ = 0;  // of the kind at hand
};

}  // namespace

void prove(const DecisionTable& table, base::Diagnostics& diagnostics, const ProofLimits& limits) {
  Prover(table, diagnostics, limits).run();
}

ProofCounts count_findings(const DecisionTable& table, const ProofLimits& limits,
                           const std::function<double()>& monotonic_seconds) {
  ProofCounts counts;
  double before = monotonic_seconds();
  const auto lap = [&] {
    const double now = monotonic_seconds();
    return (now - std::exchange(before, now)) * 1e3;
  };
  const Analysis analysis(table, effort_for(table, limits));
  counts.space_ms = lap();
  const auto close = [&](ProofCounts::Question& question, Outcome outcome) {
    question.ms = lap();
    question.more = outcome == Outcome::cut_short;
    question.inconclusive = outcome == Outcome::inconclusive;
  };
  std::vector<Region> gaps;
  close(counts.gaps, analysis.find_gaps(true, limits.findings, gaps));
  counts.gaps.found = gaps.size();
  close(counts.overlaps, analysis.each_overlap(true, [&](RuleIndex, RuleIndex) {
    return ++counts.overlaps.found > 0;
  }));
  close(counts.unreachable,
        analysis.each_covered(order_of(table), [&](RuleIndex, const std::vector<RuleIndex>&) {
          ++counts.unreachable.found;
        }));
  close(counts.subsumed,
        analysis.each_subsumed([&](RuleIndex, RuleIndex) { return ++counts.subsumed.found > 0; }));
  return counts;
}

}  // namespace guichet::tables
