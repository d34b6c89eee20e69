#include "rules/tables/case_space.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "rules/tables/index.hpp"

namespace guichet::tables {

bool is_empty(const Bits& bits) {
  return std::all_of(bits.begin(), bits.end(), [](std::uint64_t word) { return word == 0; });
}

bool is_inside(const Bits& inner, const Bits& outer) {
  for (std::size_t i = 0; i < inner.size(); ++i)
    if ((inner[i] & ~outer[i]) != 0) return false;
  return true;
}

void unite(Bits& bits, const Bits& other) {
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other[i];
}

void intersect(Bits& bits, const Bits& other) {
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] &= other[i];
}

CaseSpace::CaseSpace(const DecisionTable& table) : table_(table) {
  classes_.resize(table.inputs().size());
  for (std::size_t i = 0; i < classes_.size(); ++i) collect_classes(i);
  must_.resize(rules());
  for (Region& region : must_)
    for (const auto& column : classes_) region.emplace_back(column.size() / 64 + 1);
  may_ = has_opaque_ ? must_ : std::vector<Region>{};
  const auto note = [](std::vector<Region>& regions, const Bits& rules, std::size_t column,
                       std::size_t at) {
    for (std::size_t word = 0; word < rules.size(); ++word)
      for (std::uint64_t left = rules[word]; left != 0; left &= left - 1)
        add(regions[word * 64 + static_cast<std::size_t>(std::countr_zero(left))][column], at);
  };
  for (std::size_t column = 0; column < classes_.size(); ++column)
    for (std::size_t at = 0; at < classes_[column].size(); ++at) {
      note(must_, classes_[column][at].must, column, at);
      if (has_opaque_) note(may_, classes_[column][at].may, column, at);
    }
}

void CaseSpace::collect_classes(std::size_t column) {
  const Column& cells = table_.index().columns()[column];
  const RowShape& shape = table_.index().shape();
  has_opaque_ |= cells.opaque() != nullptr;
  std::vector<ValueClass>& classes = classes_[column];
  std::unordered_map<std::uint32_t, std::size_t> by_set;
  for (std::size_t cell = 0; cell < cells.elementary_cells(); ++cell) {
    const std::uint32_t set = cells.set_of_cell(cell);
    if (!cells.may_be_inhabited(cell) || !shape.has(cells.row(set), shape.rules)) continue;
    const auto [at, added] = by_set.emplace(set, classes.size());
    if (!added) {
      classes[at->second].cells.push_back(cell);
      continue;
    }
    const auto example = cells.example(cell, table_.inputs()[column].type);
    if (!example) {
      by_set.erase(at);
      continue;
    }
    classes.push_back(class_of(column, cells.row(set)));
    classes.back().cells.push_back(cell);
    classes.back().example = *example;
  }
  if (table_.inputs()[column].missing == Missing::as_null)
    classes.push_back(class_of(column, cells.row(cells.null_set())));
  known_ &= !classes.empty();
}

ValueClass CaseSpace::class_of(std::size_t column, const std::uint64_t* row) const {
  const Column& cells = table_.index().columns()[column];
  const RowShape& shape = table_.index().shape();
  ValueClass one;
  one.may.assign(row + shape.summary_words, row + shape.stride());
  one.may[shape.rules / 64] &= ~(std::uint64_t{1} << (shape.rules % 64));
  one.must = one.may;
  if (cells.opaque() != nullptr)
    for (std::size_t i = 0; i < one.must.size(); ++i)
      one.must[i] &= ~cells.opaque()[shape.summary_words + i];
  return one;
}

Region CaseSpace::everything() const {
  Region region;
  for (const auto& column : classes_) {
    Bits all(column.size() / 64 + 1);
    for (std::size_t i = 0; i < column.size(); ++i) add(all, i);
    region.push_back(std::move(all));
  }
  return region;
}

Way CaseSpace::any_way(const Region& region) const {
  Way way;
  for (const Bits& classes : region) {
    std::size_t word = 0;
    while (word + 1 < classes.size() && classes[word] == 0) ++word;
    way.push_back(word * 64 + static_cast<std::size_t>(std::countr_zero(classes[word])));
  }
  return way;
}

Inputs CaseSpace::values(const Way& way) const {
  Inputs inputs;
  for (std::size_t i = 0; i < way.size(); ++i)
    inputs.push_back(classes_[i][way[i]].example.value());
  return inputs;
}

std::string CaseSpace::case_text(const Way& way) const {
  std::string text = "{";
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (i > 0) text += ", ";
    text += table_.inputs()[i].id + ": " + feel::to_literal(classes_[i][way[i]].example.value());
  }
  return text + "}";
}

std::string CaseSpace::region_text(const Region& region) const {
  std::string text;
  for (std::size_t column = 0; column < region.size(); ++column) {
    std::vector<std::size_t> cells;
    bool whole = true, null = false;
    for (std::size_t i = 0; i < classes_[column].size(); ++i) {
      const ValueClass& one = classes_[column][i];
      whole &= has(region[column], i);
      if (!has(region[column], i)) continue;
      null |= one.cells.empty();
      cells.insert(cells.end(), one.cells.begin(), one.cells.end());
    }
    if (whole) continue;
    std::sort(cells.begin(), cells.end());
    std::string tests = table_.index().columns()[column].describe(cells);
    if (null) tests += tests.empty() ? "null" : ", null";
    text += (text.empty() ? "" : ", ") + table_.inputs()[column].id + ": " + tests;
  }
  return text;
}

}  // namespace guichet::tables
