#include "rules/tables/analysis.hpp"

#include <bit>

namespace guichet::tables {

namespace {

// Calls `one` with each member; false as soon as it does so.
template <typename One>
bool each_bit(const Bits& bits, One&& one) {
  for (std::size_t word = 0; word < bits.size(); ++word)
    for (std::uint64_t left = bits[word]; left != 0; left &= left - 1)
      if (!one(word * 64 + static_cast<std::size_t>(std::countr_zero(left)))) return false;
  return true;
}

// The column in which two regions differ, where it is the only one.
std::optional<std::size_t> only_difference(const Region& a, const Region& b) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (found) return {};
    found = i;
  }
  return found;
}

void merge(std::vector<Region>& regions) {
  for (bool merged = true; merged;) {
    merged = false;
    for (std::size_t i = 0; i < regions.size(); ++i)
      for (std::size_t j = i + 1; j < regions.size(); ++j) {
        const auto column = only_difference(regions[i], regions[j]);
        if (!column) continue;
        unite(regions[i][*column], regions[j][*column]);
        regions.erase(regions.begin() + static_cast<std::ptrdiff_t>(j--));
        merged = true;
      }
  }
}

}  // namespace

Bits Analysis::all_rules() const {
  Bits bits(space_.rules() / 64 + 1);
  for (std::size_t i = 0; i < space_.rules(); ++i) add(bits, i);
  return bits;
}

Outcome Analysis::find_gaps(bool certain, std::size_t most, std::vector<Region>& gaps) const {
  if (!space_.is_known()) return Outcome::inconclusive;
  std::vector<const Region*> boxes;
  for (RuleIndex rule = 0; rule < space_.rules(); ++rule)
    boxes.push_back(certain ? &space_.may(rule) : &space_.must(rule));
  std::uint64_t effort = effort_;
  bool more = false;
  const auto answer = Cover(effort).ask(boxes, space_.everything(), [&](const Region& piece) {
    more = gaps.size() == most;
    if (!more) gaps.push_back(piece);
    return !more;
  });
  merge(gaps);
  if (more) return Outcome::cut_short;
  const bool ended = answer != Cover::Answer::inconclusive && effort > 0;
  return ended ? Outcome::complete : Outcome::inconclusive;
}

bool Analysis::meeting(RuleIndex rule, bool certain, ByCell& known, std::uint64_t& effort,
                       Bits& rules) const {
  rules = all_rules();
  known.resize(space_.columns());
  for (std::size_t column = 0; column < space_.columns(); ++column) {
    const auto [at, added] =
        known[column].try_emplace(&space_.table().rule(rule).cells[column], rules.size());
    const Bits& own = (certain ? space_.must(rule) : space_.may(rule))[column];
    if (added)
      each_bit(own, [&](std::size_t one) {
        const ValueClass& values = space_.classes(column)[one];
        unite(at->second, certain ? values.must : values.may);
        effort -= std::min<std::uint64_t>(effort, rules.size());
        return effort > 0;
      });
    if (effort == 0) return false;
    intersect(rules, at->second);
  }
  return true;
}

Outcome Analysis::each_overlap(bool certain, const Pair& found) const {
  if (!space_.is_known()) return Outcome::inconclusive;
  ByCell known, known_certain;
  std::uint64_t effort = effort_;
  Bits others, surely;
  for (RuleIndex rule = 0; rule < space_.rules(); ++rule) {
    if (!meeting(rule, certain, known, effort, others)) return Outcome::inconclusive;
    if (!certain) {
      if (!meeting(rule, true, known_certain, effort, surely)) return Outcome::inconclusive;
      for (std::size_t i = 0; i < others.size(); ++i) others[i] &= ~surely[i];
    }
    const bool going = each_bit(others, [&](std::size_t other) {
      return other <= rule || found(rule, static_cast<RuleIndex>(other));
    });
    if (!going) return Outcome::cut_short;
  }
  return Outcome::complete;
}

Way Analysis::common_way(RuleIndex one, RuleIndex other, bool certain) const {
  Region common = certain ? space_.must(one) : space_.may(one);
  const Region& second = certain ? space_.must(other) : space_.may(other);
  for (std::size_t i = 0; i < common.size(); ++i) intersect(common[i], second[i]);
  return space_.any_way(common);
}

Outcome Analysis::each_covered(const std::vector<RuleIndex>& order, const Covered& found) const {
  if (!space_.is_known()) return Outcome::inconclusive;
  ByCell known;
  std::uint64_t effort = effort_;
  Bits before(space_.rules() / 64 + 1), rivals;
  for (const RuleIndex rule : order) {
    if (!meeting(rule, !space_.has_opaque(), known, effort, rivals)) return Outcome::inconclusive;
    intersect(rivals, before);
    std::vector<const Region*> boxes;
    std::vector<RuleIndex> by;
    each_bit(rivals, [&](std::size_t rival) {
      by.push_back(static_cast<RuleIndex>(rival));
      boxes.push_back(&space_.must(by.back()));
      return true;
    });
    const auto answer =
        Cover(effort).ask(boxes, space_.may(rule), [](const Region&) { return false; });
    if (answer == Cover::Answer::inconclusive) return Outcome::inconclusive;
    if (answer == Cover::Answer::covered) found(rule, by);
    add(before, rule);
  }
  return Outcome::complete;
}

bool Analysis::containing(RuleIndex rule, ByCell& known, std::uint64_t& effort, Bits& rules) const {
  rules = all_rules();
  known.resize(space_.columns());
  for (std::size_t column = 0; column < space_.columns(); ++column) {
    const Cell& cell = space_.table().rule(rule).cells[column];
    const auto [at, added] = known[column].try_emplace(&cell, rules);
    if (added) {
      at->second = all_rules();
      each_bit(space_.may(rule)[column], [&](std::size_t one) {
        intersect(at->second, space_.classes(column)[one].must);
        effort -= std::min<std::uint64_t>(effort, rules.size());
        return effort > 0;
      });
      // A cell holds what the same words hold, whatever they come to.
      if (cell.set.kind == feel::TestSet::Kind::opaque)
        for (RuleIndex other = 0; other < space_.rules(); ++other)
          if (&space_.table().rule(other).cells[column] == &cell) add(at->second, other);
    }
    if (effort == 0) return false;
    intersect(rules, at->second);
  }
  return true;
}

Outcome Analysis::each_subsumed(const Pair& found) const {
  if (!space_.is_known()) return Outcome::inconclusive;
  ByCell known;
  std::uint64_t effort = effort_;
  Bits outer;
  for (RuleIndex rule = 0; rule < space_.rules(); ++rule) {
    if (!containing(rule, known, effort, outer)) return Outcome::inconclusive;
    const bool going = each_bit(outer, [&](std::size_t other) {
      return other == rule || found(rule, static_cast<RuleIndex>(other));
    });
    if (!going) return Outcome::cut_short;
  }
  return Outcome::complete;
}

}  // namespace guichet::tables
