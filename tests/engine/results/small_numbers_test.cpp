// Small counts are hidden, and cannot be computed: shown by looking for another table that would be
// shown the same, by trying out every one, which the code under test does not do.
#include "engine/results/small_numbers.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <random>
#include <set>
#include <string>

using namespace guichet;
using results::Sheet;
using results::Shown;

namespace {

// A table of rows and columns with its margins, as a page shows it.
struct Table {
  std::size_t rows = 0, columns = 0;
  Sheet sheet;
  std::vector<std::size_t> figures;            // rows + 1 times columns + 1
  std::vector<std::vector<std::size_t>> sums;  // the total first

  std::size_t at(std::size_t row, std::size_t column) const {
    return figures[row * (columns + 1) + column];
  }
};

Table table(std::size_t rows, std::size_t columns, const std::vector<std::int64_t>& inner,
            std::int64_t limit = 5) {
  Table out{.rows = rows, .columns = columns, .sheet = Sheet(limit), .figures = {}, .sums = {}};
  const auto inside = [&](std::size_t r, std::size_t c) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < columns; ++j) {
        if ((r == rows || r == i) && (c == columns || c == j)) sum += inner[i * columns + j];
      }
    }
    return sum;
  };
  for (std::size_t r = 0; r <= rows; ++r) {
    for (std::size_t c = 0; c <= columns; ++c) out.figures.push_back(out.sheet.add(inside(r, c)));
  }
  const auto add = [&](std::size_t total, std::vector<std::size_t> parts) {
    out.sheet.add_sum(total, parts);
    parts.insert(parts.begin(), total);
    out.sums.push_back(std::move(parts));
  };
  for (std::size_t r = 0; r <= rows; ++r) {
    std::vector<std::size_t> parts;
    for (std::size_t c = 0; c < columns; ++c) parts.push_back(out.at(r, c));
    add(out.at(r, columns), std::move(parts));
  }
  for (std::size_t c = 0; c <= columns; ++c) {
    std::vector<std::size_t> parts;
    for (std::size_t r = 0; r < rows; ++r) parts.push_back(out.at(r, c));
    add(out.at(rows, c), std::move(parts));
  }
  out.sheet.hide();
  return out;
}

std::string shown(const Table& table) {
  std::string out;
  for (std::size_t r = 0; r <= table.rows; ++r) {
    for (std::size_t c = 0; c <= table.columns; ++c) {
      const std::size_t figure = table.at(r, c);
      const Shown how = table.sheet.shown(figure);
      out += how == Shown::small      ? "<"
             : how == Shown::withheld ? "?"
             : how == Shown::unsaid   ? "-"
                                      : std::to_string(table.sheet.count(figure));
      out += c == table.columns ? "\n" : " ";
    }
  }
  return out;
}

// Every table of non-negative whole numbers that would be shown like this one, told cell by cell.
// Only the inner cells are free: margins follow.
class Attacker {
 public:
  explicit Attacker(const Table& table) : table_(table) {}

  // The values that each figure takes over all of them, up to `most` different ones.
  std::vector<std::set<std::int64_t>> possible(std::size_t most) {
    values_.assign(table_.sheet.size(), {});
    most_ = most;
    cells_.assign(table_.rows * table_.columns, 0);
    fill(0);
    return values_;
  }

 private:
  bool fits(std::size_t figure, std::int64_t count) const {
    const Sheet& sheet = table_.sheet;
    switch (sheet.shown(figure)) {
      case Shown::plain:
        return count == sheet.count(figure);
      case Shown::small:
        return count >= 1 && count < sheet.limit();
      case Shown::withheld:
        return count == 0 || count >= sheet.limit();
      case Shown::unsaid:
        return true;
    }
    return false;
  }

  // The largest number that a figure may be: what is hidden might be anything, within reason.
  std::int64_t ceiling(std::size_t figure) const {
    const Sheet& sheet = table_.sheet;
    if (sheet.shown(figure) == Shown::plain) return sheet.count(figure);
    if (sheet.shown(figure) == Shown::small) return sheet.limit() - 1;
    return sheet.count(figure) + sheet.limit();
  }

  void fill(std::size_t cell) {
    if (cell == cells_.size()) return look();
    const std::size_t row = cell / table_.columns, column = cell % table_.columns;
    const std::size_t row_total = table_.at(row, table_.columns);
    const std::size_t column_total = table_.at(table_.rows, column);
    for (std::int64_t count = 0; count <= ceiling(table_.at(row, column)); ++count) {
      if (!fits(table_.at(row, column), count)) continue;
      cells_[cell] = count;
      const std::int64_t across = sum_of_row(row, column), down = sum_of_column(row, column);
      if (across > ceiling(row_total) || down > ceiling(column_total)) break;
      if (column + 1 == table_.columns && !fits(row_total, across)) continue;
      if (row + 1 == table_.rows && !fits(column_total, down)) continue;
      fill(cell + 1);
    }
  }

  std::int64_t sum_of_row(std::size_t row, std::size_t until) const {
    std::int64_t sum = 0;
    for (std::size_t c = 0; c <= until; ++c) sum += cells_[row * table_.columns + c];
    return sum;
  }
  std::int64_t sum_of_column(std::size_t until, std::size_t column) const {
    std::int64_t sum = 0;
    for (std::size_t r = 0; r <= until; ++r) sum += cells_[r * table_.columns + column];
    return sum;
  }

  void look() {
    std::vector<std::int64_t> all(table_.sheet.size());
    for (std::size_t r = 0; r < table_.rows; ++r) {
      for (std::size_t c = 0; c < table_.columns; ++c) {
        const std::int64_t count = cells_[r * table_.columns + c];
        all[table_.at(r, c)] = count;
        all[table_.at(r, table_.columns)] += count;
        all[table_.at(table_.rows, c)] += count;
        all[table_.at(table_.rows, table_.columns)] += count;
      }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!fits(i, all[i])) return;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (values_[i].size() < most_) values_[i].insert(all[i]);
    }
  }

  const Table& table_;
  std::size_t most_ = 2;
  std::vector<std::int64_t> cells_;
  std::vector<std::set<std::int64_t>> values_;
};

void check_nothing_is_computed(const Table& table) {
  INFO(shown(table));
  const auto values = Attacker(table).possible(2);
  for (std::size_t i = 0; i < table.sheet.size(); ++i) {
    const std::int64_t count = table.sheet.count(i);
    INFO("figure " << i << " is " << count);
    if (count > 0 && count < table.sheet.limit()) CHECK(table.sheet.shown(i) != Shown::plain);
    if (table.sheet.shown(i) != Shown::plain) CHECK(values[i].size() == 2);
  }
}

}  // namespace

TEST_CASE("figures that are large enough, or nothing, are shown") {
  CHECK(shown(table(2, 2, {5, 9, 0, 12})) == "5 9 14\n0 12 12\n5 21 26\n");
}

TEST_CASE("a single small number takes others with it, since totals would give it away") {
  const Table one = table(2, 2, {3, 20, 12, 30});
  CHECK(shown(one) == "< ? 23\n? ? 42\n15 50 65\n");
  check_nothing_is_computed(one);
}

TEST_CASE("two small numbers whose sum leaves them no choice take a third") {
  const Table ones = table(1, 3, {1, 1, 20});
  check_nothing_is_computed(ones);
  const Table fours = table(1, 3, {4, 4, 20});
  check_nothing_is_computed(fours);
}

TEST_CASE("a number just above the limit does not hide what its neighbour must be") {
  // 1 + 5 = 6: with five as the least that is withheld, the other could only be one.
  check_nothing_is_computed(table(1, 3, {1, 5, 30}));
}

TEST_CASE("where nearly nothing is there, nearly nothing is shown") {
  check_nothing_is_computed(table(2, 2, {1, 0, 0, 0}));
  check_nothing_is_computed(table(2, 2, {1, 0, 0, 6}));
  check_nothing_is_computed(table(2, 2, {2, 2, 2, 2}));
}

TEST_CASE("the same figures are shown the same way, every time") {
  const std::vector<std::int64_t> inner{3, 8, 0, 12, 5, 1, 9, 9, 9};
  CHECK(shown(table(3, 3, inner)) == shown(table(3, 3, inner)));
}

TEST_CASE("what is shown nowhere hides nothing for its sake, unless it is small") {
  const auto shown_beside = [](std::int64_t rest) {
    Sheet sheet;
    const std::vector<std::size_t> parts{sheet.add(60), sheet.add(20), sheet.add(10)};
    const std::size_t total = sheet.add(90 + rest);
    sheet.add_sum(total, {parts[0], parts[1], parts[2], sheet.add_unshown(rest)});
    sheet.hide();
    return std::ranges::count_if(parts,
                                 [&](auto each) { return sheet.shown(each) == Shown::plain; }) +
           (sheet.shown(total) == Shown::plain ? 1 : 0);
  };
  CHECK(shown_beside(10) == 4);
  CHECK(shown_beside(0) == 4);
  CHECK(shown_beside(3) < 4);
}

TEST_CASE("property: no hidden figure of any small table can be computed from what is shown") {
  std::mt19937 random(20260401);
  std::uniform_int_distribution<int> kind(0, 9), tiny(1, 2), some(3, 7);
  const auto any = [&]() -> std::int64_t {
    const int k = kind(random);
    return k < 3 ? 0 : k < 6 ? tiny(random) : some(random);
  };
  for (int run = 0; run < 120; ++run) {
    const std::size_t rows = 1 + static_cast<std::size_t>(run % 2);
    const std::size_t columns = 2 + static_cast<std::size_t>(run % 3 == 0);
    std::vector<std::int64_t> inner(rows * columns);
    std::ranges::generate(inner, any);
    // A limit of three keeps the number of tables to try small.
    check_nothing_is_computed(table(rows, columns, inner, 3));
  }
}

TEST_CASE("property: hidden figures of larger tables are in no combination of sums alone") {
  std::mt19937 random(7);
  std::geometric_distribution<std::int64_t> count(0.12);
  for (int run = 0; run < 60; ++run) {
    std::vector<std::int64_t> inner(7 * 4);
    std::ranges::generate(inner, [&] { return count(random); });
    const Table one = table(7, 4, inner);
    // A figure that can be computed is the only hidden one of some sum, once those that can be
    // computed before it are known.
    std::vector<bool> known(one.sheet.size());
    for (std::size_t i = 0; i < known.size(); ++i) known[i] = one.sheet.shown(i) == Shown::plain;
    for (const auto& sum : one.sums) {
      INFO(shown(one));
      CHECK(std::ranges::count_if(sum, [&](std::size_t each) { return !known[each]; }) != 1);
    }
  }
}
