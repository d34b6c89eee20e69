#include "engine/results/small_numbers.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

namespace guichet::results {
namespace {

using Numbers = std::vector<std::int64_t>;

constexpr std::size_t kCandidates = 12;  // are tried, of those that might be hidden next
constexpr std::size_t kWork = 400;       // fewer beside many hidden figures
constexpr std::int64_t kGrown = 1'000;

// A row without common factors; the first number that is not 0 is above it.
void reduce(Numbers& row) {
  std::int64_t factor = 0;
  for (const std::int64_t each : row) factor = std::gcd(factor, each);
  if (factor == 0) return;
  const auto first = std::ranges::find_if(row, [](std::int64_t each) { return each != 0; });
  if (*first < 0) factor = -factor;
  for (std::int64_t& each : row) each /= factor;
}

// Takes `pivot` out of `row` at `column`, in whole numbers. Tables that add up hardly ever give
// others than 1 and -1: common factors are looked for only once a number has grown.
void eliminate(Numbers& row, const Numbers& pivot, std::size_t column) {
  const std::int64_t have = row[column], by = pivot[column];
  if (have == 0) return;
  std::int64_t greatest = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (pivot[i] == 0 && by == 1) continue;
    row[i] = row[i] * by - pivot[i] * have;
    greatest = std::max(greatest, row[i] < 0 ? -row[i] : row[i]);
  }
  if (greatest > kGrown) reduce(row);
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
    reduce(rows[top]);
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
  shown_.push_back(is_small(count) ? Shown::small : Shown::plain);
  is_secret_.push_back(true);
  sums_of_.emplace_back();
  return counts_.size() - 1;
}

std::size_t Sheet::add_unshown(std::int64_t count) {
  const std::size_t figure = add(count);
  shown_[figure] = Shown::unsaid;
  // Anybody may compute it, where it is not small: nothing need be hidden for its sake.
  is_secret_[figure] = is_small(count);
  return figure;
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

Sheet::Figures Sheet::group_of(std::size_t figure) const {
  std::set<std::size_t> found{figure};
  Figures next{figure};
  while (!next.empty()) {
    const std::size_t at = next.back();
    next.pop_back();
    for (const std::size_t sum : sums_of_[at]) {
      const auto meet = [&](std::size_t each) {
        if (is_hidden(each) && found.insert(each).second) next.push_back(each);
      };
      meet(sums_[sum].total);
      std::ranges::for_each(sums_[sum].parts, meet);
    }
  }
  return {found.begin(), found.end()};
}

std::vector<Sheet::Figures> Sheet::groups() const {
  std::vector<Figures> out;
  std::vector<bool> seen(counts_.size(), false);
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (!is_hidden(i) || seen[i]) continue;
    out.push_back(group_of(i));
    for (const std::size_t each : out.back()) seen[each] = true;
  }
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
    if (!safe[i] && is_secret_[group[i]]) out.push_back(group[i]);
  }
  return out;
}

// Parts rather than totals, and what is large enough to leave every small number possible beside
// it, the smallest of these first.
Sheet::Figures Sheet::candidates(const Figures& figures) const {
  using Rank = std::tuple<bool, bool, bool, std::int64_t, std::size_t>;
  std::set<Rank> ranked;
  std::set<std::size_t> seen;
  const auto look = [&](std::size_t each, bool is_total) {
    if (is_hidden(each) || !seen.insert(each).second) return;
    const bool ample = counts_[each] >= 2 * limit_ - 2;
    ranked.emplace(is_total, counts_[each] == 0, !ample, ample ? counts_[each] : -counts_[each],
                   each);
  };
  for (const std::size_t figure : figures) {
    for (const std::size_t at : sums_of_[figure]) {
      for (const std::size_t part : sums_[at].parts) look(part, false);
    }
  }
  for (const std::size_t figure : figures) {
    for (const std::size_t at : sums_of_[figure]) look(sums_[at].total, true);
  }
  Figures out;
  for (const Rank& each : ranked) out.push_back(std::get<std::size_t>(each));
  return out;
}

// Of the best candidates the one that leaves the fewest figures to be computed.
bool Sheet::hide_beside(const Figures& figures) {
  Figures all = candidates(figures);
  if (all.empty()) return false;
  const std::size_t tried = std::clamp(kWork / figures.size(), std::size_t{1}, kCandidates);
  all.resize(std::min(all.size(), tried));
  std::optional<std::pair<std::size_t, std::size_t>> best;  // computable figures, candidate
  for (const std::size_t each : all) {
    shown_[each] = Shown::withheld;
    const std::size_t left = computable(group_of(each)).size();
    shown_[each] = Shown::plain;
    if (!best || left < best->first) best = {left, each};
    if (left == 0) break;
  }
  shown_[best->second] = Shown::withheld;
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

// Is what is hidden beside it still safe if this one is shown? Requires: it is not hidden now.
bool Sheet::is_safe_without(std::size_t figure) const {
  std::set<std::size_t> looked_at;
  for (const std::size_t sum : sums_of_[figure]) {
    const auto meet = [&](std::size_t each) {
      if (!is_hidden(each) || looked_at.contains(each)) return true;
      const Figures group = group_of(each);
      looked_at.insert(group.begin(), group.end());
      return computable(group).empty();
    };
    if (!meet(sums_[sum].total) || !std::ranges::all_of(sums_[sum].parts, meet)) return false;
  }
  return true;
}

// What was hidden on the way and need not be, the largest first.
void Sheet::show_again() {
  std::set<std::pair<std::int64_t, std::size_t>, std::greater<>> withheld;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (shown_[i] == Shown::withheld) withheld.emplace(counts_[i], i);
  }
  for (const auto& [count, figure] : withheld) {
    shown_[figure] = Shown::plain;
    if (!is_safe_without(figure)) shown_[figure] = Shown::withheld;
  }
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
  show_again();
}

}  // namespace guichet::results
