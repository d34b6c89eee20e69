#include "engine/results/small_numbers.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

namespace guichet::results {
namespace {

using Numbers = std::vector<std::int64_t>;

// A row without common factors; the first number that is not 0 is above it.
void reduce(Numbers& row) {
  std::int64_t factor = 0;
  for (const std::int64_t each : row) factor = std::gcd(factor, each);
  if (factor == 0) return;
  const auto first = std::ranges::find_if(row, [](std::int64_t each) { return each != 0; });
  if (*first < 0) factor = -factor;
  for (std::int64_t& each : row) each /= factor;
}

// Takes `pivot` out of `row` at `column`, in whole numbers.
void eliminate(Numbers& row, const Numbers& pivot, std::size_t column) {
  const std::int64_t have = row[column];
  if (have == 0) return;
  const std::int64_t by = pivot[column];
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = row[i] * by - pivot[i] * have;
  reduce(row);
}

// The ways in which the unknowns of homogeneous equations may move together: a basis, in whole
// numbers. Gauss and Jordan; the coefficients of tables that add up stay small.
std::vector<Numbers> movements(std::vector<Numbers> rows, std::size_t unknowns) {
  std::vector<std::size_t> pivot_columns;
  std::size_t top = 0;
  for (std::size_t column = 0; column < unknowns && top < rows.size(); ++column) {
    const auto found = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(top), rows.end(),
                                    [&](const Numbers& row) { return row[column] != 0; });
    if (found == rows.end()) continue;
    std::swap(rows[top], *found);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i != top) eliminate(rows[i], rows[top], column);
    }
    pivot_columns.push_back(column);
    ++top;
  }
  std::vector<Numbers> out;
  for (std::size_t free = 0; free < unknowns; ++free) {
    if (std::ranges::find(pivot_columns, free) != pivot_columns.end()) continue;
    std::int64_t common = 1;
    for (std::size_t i = 0; i < top; ++i) common = std::lcm(common, rows[i][pivot_columns[i]]);
    Numbers move(unknowns, 0);
    move[free] = common;
    for (std::size_t i = 0; i < top; ++i) {
      move[pivot_columns[i]] = -rows[i][free] * (common / rows[i][pivot_columns[i]]);
    }
    reduce(move);
    out.push_back(std::move(move));
  }
  return out;
}

}  // namespace

std::size_t Sheet::add(std::int64_t count) {
  assert(count >= 0);
  counts_.push_back(count);
  shown_.push_back(count > 0 && count < limit_ ? Shown::small : Shown::plain);
  sums_of_.emplace_back();
  return counts_.size() - 1;
}

void Sheet::add_sum(std::size_t total, std::vector<std::size_t> parts) {
  std::int64_t sum = 0;
  for (const std::size_t part : parts) {
    sum += counts_[part];
    sums_of_[part].push_back(sums_.size());
  }
  assert(sum == counts_[total]);
  static_cast<void>(sum);
  sums_of_[total].push_back(sums_.size());
  sums_.push_back({total, std::move(parts)});
}

bool Sheet::is_plausible(std::size_t figure, std::int64_t count) const {
  if (shown_[figure] == Shown::unsaid) return count >= 0;
  if (shown_[figure] == Shown::small) return count > 0 && count < limit_;
  return count == 0 || count >= limit_;
}

std::vector<Sheet::Figures> Sheet::groups() const {
  Figures leader(counts_.size());
  std::iota(leader.begin(), leader.end(), std::size_t{0});
  const auto find = [&](std::size_t at) {
    while (leader[at] != at) at = leader[at] = leader[leader[at]];
    return at;
  };
  for (const Sum& sum : sums_) {
    std::optional<std::size_t> first;
    const auto tie = [&](std::size_t figure) {
      if (!is_hidden(figure)) return;
      if (first) leader[find(figure)] = find(*first);
      first = figure;
    };
    tie(sum.total);
    std::ranges::for_each(sum.parts, tie);
  }
  std::map<std::size_t, Figures> by_leader;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (is_hidden(i)) by_leader[find(i)].push_back(i);
  }
  std::vector<Figures> out;
  for (auto& [at, figures] : by_leader) out.push_back(std::move(figures));
  return out;
}

Sheet::Figures Sheet::computable(const Figures& group) const {
  std::map<std::size_t, std::size_t> place;  // figure -> unknown
  for (std::size_t i = 0; i < group.size(); ++i) place[group[i]] = i;
  std::map<std::size_t, Numbers> equations;  // by sum
  for (const std::size_t figure : group) {
    for (const std::size_t at : sums_of_[figure]) {
      Numbers& row = equations.try_emplace(at, group.size(), 0).first->second;
      row[place[figure]] += figure == sums_[at].total ? -1 : 1;
    }
  }
  std::vector<Numbers> rows;
  for (auto& [at, row] : equations) rows.push_back(std::move(row));

  std::vector<bool> safe(group.size(), false);
  const auto try_move = [&](const Numbers& move, std::int64_t times) {
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (!is_plausible(group[i], counts_[group[i]] + times * move[i])) return;
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (move[i] != 0) safe[i] = true;
    }
  };
  const std::vector<Numbers> basis = movements(std::move(rows), group.size());
  for (const Numbers& move : basis) {
    for (std::int64_t times = 1; times < limit_; ++times) {
      try_move(move, times);
      try_move(move, -times);
    }
  }
  Figures out;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (!safe[i]) out.push_back(group[i]);
  }
  return out;
}

// One more figure of a sum that one of these is in: a part rather than a total, and one that is
// large enough to leave every small number possible beside it, the smallest of these.
bool Sheet::hide_beside(const Figures& figures) {
  const auto rank = [&](std::size_t each, bool is_total) {
    const bool ample = counts_[each] >= 2 * limit_ - 2;
    return std::tuple(is_total, counts_[each] == 0, !ample, ample ? counts_[each] : -counts_[each],
                      each);
  };
  std::optional<decltype(rank(0, false))> best;
  const auto look = [&](std::size_t each, bool is_total) {
    if (!is_hidden(each) && (!best || rank(each, is_total) < *best)) best = rank(each, is_total);
  };
  for (const std::size_t figure : figures) {
    for (const std::size_t at : sums_of_[figure]) {
      for (const std::size_t part : sums_[at].parts) look(part, false);
      look(sums_[at].total, true);
    }
  }
  if (!best) return false;
  shown_[std::get<4>(*best)] = Shown::withheld;
  return true;
}

bool Sheet::fall_silent(const Figures& group) {
  bool changed = false;
  for (const std::size_t each : group) {
    changed = changed || shown_[each] != Shown::unsaid;
    shown_[each] = Shown::unsaid;
  }
  return changed;
}

bool Sheet::improve(const Figures& group) {
  const Figures open = computable(group);
  // One at a time: what else is needed is seen with that one hidden.
  return !open.empty() && (hide_beside(open) || fall_silent(group));
}

void Sheet::hide() {
  std::set<Figures> settled;  // groups of which nothing can be computed
  for (bool changed = true; changed;) {
    changed = false;
    for (Figures& group : groups()) {
      if (settled.contains(group)) continue;
      if (improve(group)) {
        changed = true;
      } else {
        settled.insert(std::move(group));
      }
    }
  }
}

}  // namespace guichet::results
