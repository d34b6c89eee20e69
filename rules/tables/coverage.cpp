#include "rules/tables/coverage.hpp"

#include <algorithm>

#include "rules/tables/analysis.hpp"

namespace guichet::tables {
namespace {

class Covering {
 public:
  Covering(const DecisionTable& table, const ProofLimits& limits)
      : table_(table), limits_(limits), analysis_(table, limits.effort) {}

  Coverage run() {
    find_gaps();
    if (table_.hit() == HitPolicy::unique || table_.hit() == HitPolicy::any) find_overlaps();
    if (table_.hit() == HitPolicy::first || table_.hit() == HitPolicy::priority) find_covered();
    return std::move(out_);
  }

 private:
  void note(Outcome outcome) {
    if (outcome != Outcome::complete) out_.conclusive = false;
  }

  Coverage::Witness witness(const Way& way, std::string text) const {
    Coverage::Witness out{.text = std::move(text)};
    const Inputs values = analysis_.space().values(way);
    for (std::size_t i = 0; i < values.size(); ++i) {
      out.values.emplace_back(table_.inputs()[i].id, feel::Stored(values[i]));
    }
    return out;
  }

  void find_gaps() {
    std::vector<Region> gaps;
    const Outcome outcome = analysis_.find_gaps(true, limits_.findings, gaps);
    note(outcome);
    for (const Region& gap : gaps) {
      out_.gaps.push_back(
          witness(analysis_.space().any_way(gap), analysis_.space().region_text(gap)));
    }
    out_.complete = gaps.empty() && outcome == Outcome::complete && analysis_.space().is_known();
  }

  bool differ(RuleIndex one, RuleIndex other) const {
    if (table_.hit() == HitPolicy::unique) return true;
    const feel::Value* a = table_.constant_result(one);
    const feel::Value* b = table_.constant_result(other);
    return a == nullptr || b == nullptr || feel::equal(*a, *b) != true;
  }

  void find_overlaps() {
    note(analysis_.each_overlap(true, [&](RuleIndex one, RuleIndex other) {
      if (!differ(one, other)) return true;
      const Way way = analysis_.common_way(one, other, true);
      out_.overlaps.push_back({one, other, witness(way, analysis_.space().case_text(way))});
      if (out_.overlaps.size() < limits_.findings) return true;
      out_.conclusive = false;
      return false;
    }));
  }

  void find_covered() {
    const bool ranked = table_.hit() == HitPolicy::priority;
    std::vector<RuleIndex> order(table_.rules().size());
    for (RuleIndex i = 0; i < order.size(); ++i) order[ranked ? table_.ranks()[i] : i] = i;
    note(analysis_.each_covered(order, [&](RuleIndex rule, const std::vector<RuleIndex>& by) {
      if (out_.unreachable.size() < limits_.findings) out_.unreachable.push_back({rule, by});
    }));
  }

  const DecisionTable& table_;
  const ProofLimits limits_;
  const Analysis analysis_;
  Coverage out_;
};

}  // namespace

Coverage coverage_of(const DecisionTable& table, const ProofLimits& limits) {
  return Covering(table, limits).run();
}

}  // namespace guichet::tables
