#include "rules/convention/sets.hpp"

#include <algorithm>
#include <unordered_set>

namespace guichet::convention {

namespace {

using feel::TestSet;
using Interval = TestSet::Interval;

TestSet opaque() {
  return {};
}

// Is the set a list of texts, so that membership is a look-up?
bool is_texts(const TestSet& set) {
  return set.kind == TestSet::Kind::points && set.intervals.empty() &&
         std::all_of(set.points.begin(), set.points.end(), [](const feel::Stored& point) {
           return point.value().kind() == feel::Kind::string;
         });
}

std::unordered_set<std::string_view> texts_of(const TestSet& set) {
  std::unordered_set<std::string_view> texts;
  texts.reserve(set.points.size());
  for (const feel::Stored& point : set.points) texts.insert(point.value().text());
  return texts;
}

bool accepts_null(const TestSet& set) {
  return set.kind == TestSet::Kind::any || set.accepts_null != set.negated;
}

// Accepts null or not, whatever the sign.
void set_null(TestSet& set, bool accepted) {
  set.accepts_null = accepted != set.negated;
}

TestSet common_texts(const TestSet& a, const TestSet& b) {
  TestSet made;
  made.kind = TestSet::Kind::points;
  if (a.negated && b.negated) {
    made.negated = true;
    made.points = a.points;
    const auto known = texts_of(a);
    for (const feel::Stored& point : b.points)
      if (!known.contains(point.value().text())) made.points.push_back(point);
  } else {
    const TestSet& positive = a.negated ? b : a;
    const TestSet& other = a.negated ? a : b;
    const auto known = texts_of(other);
    for (const feel::Stored& point : positive.points)
      if (known.contains(point.value().text()) != other.negated) made.points.push_back(point);
  }
  return made;
}

// -- sets with an order --
// Negative where `a` begins before `b`; nothing where they cannot be compared.
std::optional<int> compare_low(const Interval& a, const Interval& b) {
  if (!a.low || !b.low) return static_cast<int>(a.low.has_value()) - b.low.has_value();
  const auto order = feel::compare(a.low->value(), b.low->value());
  if (!order || *order != 0) return order;
  return static_cast<int>(b.low_closed) - a.low_closed;
}
std::optional<int> compare_high(const Interval& a, const Interval& b) {
  if (!a.high || !b.high) return static_cast<int>(b.high.has_value()) - a.high.has_value();
  const auto order = feel::compare(a.high->value(), b.high->value());
  if (!order || *order != 0) return order;
  return static_cast<int>(a.high_closed) - b.high_closed;
}
bool is_void(const Interval& one) {
  if (!one.low || !one.high) return false;
  const auto order = feel::compare(one.low->value(), one.high->value());
  return !order || *order > 0 || (*order == 0 && !(one.low_closed && one.high_closed));
}

using Intervals = std::optional<std::vector<Interval>>;

// Disjoint intervals, ascending; nothing where the values have no common order.
Intervals merged(std::vector<Interval> all) {
  for (const Interval& one : all)
    if (!compare_low(all.front(), one) || !compare_high(all.front(), one)) return {};
  std::erase_if(all, is_void);
  std::sort(all.begin(), all.end(),
            [](const Interval& a, const Interval& b) { return compare_low(a, b).value_or(0) < 0; });
  std::vector<Interval> made;
  for (Interval& one : all) {
    if (made.empty()) {
      made.push_back(std::move(one));
      continue;
    }
    Interval& last = made.back();
    bool touches = !last.high || !one.low;
    if (!touches) {
      const int order = feel::compare(one.low->value(), last.high->value()).value_or(1);
      touches = order < 0 || (order == 0 && (one.low_closed || last.high_closed));
    }
    if (!touches) {
      made.push_back(std::move(one));
    } else if (compare_high(last, one).value_or(0) < 0) {
      last.high = one.high;
      last.high_closed = one.high_closed;
    }
  }
  return made;
}

// What lies between disjoint ascending intervals.
std::vector<Interval> complement(const std::vector<Interval>& all) {
  std::vector<Interval> made;
  Interval gap;
  bool open_end = true;
  for (const Interval& one : all) {
    if (one.low) {
      gap.high = one.low;
      gap.high_closed = !one.low_closed;
      made.push_back(gap);
    }
    open_end = one.high.has_value();
    gap = {};
    if (!open_end) break;
    gap.low = one.high;
    gap.low_closed = !one.high_closed;
  }
  if (open_end) made.push_back(gap);
  return made;
}

Intervals intervals_of(const TestSet& set) {
  std::vector<Interval> all = set.intervals;
  for (const feel::Stored& point : set.points) all.push_back({point, point, true, true});
  Intervals made = merged(std::move(all));
  if (made && set.negated) *made = complement(*made);
  return made;
}

Intervals common(const Intervals& a, const Intervals& b) {
  if (!a || !b) return {};
  std::vector<Interval> made;
  for (const Interval& left : *a)
    for (const Interval& right : *b) {
      const auto low = compare_low(left, right);
      const auto high = compare_high(left, right);
      if (!low || !high) return {};
      Interval both = *low < 0 ? right : left;
      const Interval& ends = *high < 0 ? left : right;
      both.high = ends.high;
      both.high_closed = ends.high_closed;
      if (!is_void(both)) made.push_back(std::move(both));
    }
  return made;
}

// An interval of one value is a point again.
TestSet set_of(const std::vector<Interval>& all) {
  TestSet made;
  made.kind = TestSet::Kind::points;
  for (const Interval& one : all) {
    const bool point = one.low && one.high && *one.low == *one.high;
    if (!one.low && !one.high) {
      made = {};
      made.kind = TestSet::Kind::points;  // everything but null
      made.negated = true;
      return made;
    }
    if (point)
      made.points.push_back(*one.low);
    else
      made.intervals.push_back(one);
  }
  if (!made.intervals.empty()) made.kind = TestSet::Kind::intervals;
  return made;
}

// Kinds without an order (booleans, text among others): only points can be compared.
TestSet filtered(const TestSet& positive, const TestSet& other) {
  TestSet made;
  made.kind = TestSet::Kind::points;
  for (const feel::Stored& point : positive.points)
    if (tables::accepts(other, point.value())) made.points.push_back(point);
  return made;
}

}  // namespace

TestSet intersection(const TestSet& a, const TestSet& b) {
  if (a.kind == TestSet::Kind::any) return b;
  if (b.kind == TestSet::Kind::any) return a;
  if (a.kind == TestSet::Kind::opaque || b.kind == TestSet::Kind::opaque) return opaque();
  TestSet made;
  if (is_texts(a) && is_texts(b)) {
    made = common_texts(a, b);
  } else if (a.kind == TestSet::Kind::points && !a.negated) {
    made = filtered(a, b);
  } else if (b.kind == TestSet::Kind::points && !b.negated) {
    made = filtered(b, a);
  } else {
    const Intervals both = common(intervals_of(a), intervals_of(b));
    if (!both) return opaque();
    made = set_of(*both);
  }
  set_null(made, accepts_null(a) && accepts_null(b));
  return made;
}

TestSet difference(const TestSet& a, const TestSet& without) {
  if (without.kind == TestSet::Kind::any) return a;
  if (without.kind == TestSet::Kind::opaque) return opaque();
  TestSet others = without;
  others.negated = !others.negated;
  TestSet made = intersection(a, others);
  if (made.kind != TestSet::Kind::opaque) set_null(made, accepts_null(a));
  return made;
}

bool is_empty(const TestSet& set) {
  return (set.kind == TestSet::Kind::points || set.kind == TestSet::Kind::intervals) &&
         !set.negated && set.points.empty() && set.intervals.empty();
}

bool holds(const TestSet& set, const tables::Bracket& bracket) {
  if (set.kind == TestSet::Kind::any) return true;
  Interval whole;
  if (!bracket.low.is_null()) whole.low = feel::Stored(bracket.low);
  if (!bracket.high.is_null()) whole.high = feel::Stored(bracket.high);
  whole.low_closed = bracket.low_closed;
  whole.high_closed = bracket.high_closed;
  const Intervals inside = intervals_of(set);
  if (!inside || is_void(whole)) return false;
  const Intervals outside = common(Intervals{{whole}}, Intervals{complement(*inside)});
  return outside && outside->empty();
}

}  // namespace guichet::convention
