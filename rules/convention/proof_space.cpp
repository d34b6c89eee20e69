#include "rules/convention/proof_space.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace guichet::convention {

namespace {

using feel::Kind;
using feel::TestSet;
using tables::Column;

// The clauses' rows, then those of gates and fallbacks, all in the same columns.
tables::DecisionTable::Parts with_gates(const Convention& convention) {
  tables::DecisionTable::Parts parts;
  parts.inputs = convention.table().inputs();
  parts.rules = convention.table().rules();
  for (const Gate& gate : convention.parts().gates) {
    tables::Rule row;
    for (const tables::Cell& cell : gate.cells) row.cells.push_back(cell);
    while (row.cells.size() < parts.inputs.size()) {
      tables::Cell any;
      any.set.kind = TestSet::Kind::any;
      row.cells.push_back(std::move(any));
    }
    parts.rules.push_back(std::move(row));
  }
  for (const Fallback& fallback : convention.fallback())
    if (fallback.rows && fallback.rows->table)
      for (const tables::Rule& row : fallback.rows->table->rules()) parts.rules.push_back(row);
  return parts;
}

// Codes and listed values have no order; numbers, days and durations have one.
bool is_ordered(const Column& cells) {
  return cells.locate(tables::Bracket{}).has_value();
}

// Does a cell that is not `-` accept the elementary cell for certain?
bool is_tested(const Column& cells, const tables::RowShape& shape, std::size_t cell) {
  const std::uint64_t* row = cells.row(cells.set_of_cell(cell));
  for (std::size_t i = shape.summary_words; i < shape.stride(); ++i) {
    std::uint64_t bits = row[i] & cells.tested()[i];
    if (cells.opaque() != nullptr) bits &= ~cells.opaque()[i];
    if (bits != 0) return true;
  }
  return false;
}

// From the first elementary cell that some clause or gate asks for to the last; empty if none.
std::pair<std::size_t, std::size_t> hull(const Column& cells, const tables::RowShape& shape) {
  std::size_t first = 1, last = 0;
  bool any = false;
  for (std::size_t cell = 0; cell < cells.elementary_cells(); ++cell) {
    if (!is_tested(cells, shape, cell)) continue;
    if (!any) first = cell;
    last = cell;
    any = true;
  }
  return {first, last};
}

// "10..19".
std::string bracket_text(const feel::Value& value) {
  const auto end = [&](std::string_view name) {
    const feel::Value* one = value.member(name);
    return one == nullptr || one->is_null() ? std::string() : feel::to_text(*one);
  };
  return end("min") + ".." + end("max");
}

void keep_both(Bits& bits, const Bits& others) {
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] &= others[i];
}

}  // namespace

ProofSpace::ProofSpace(const Convention& convention, const vocabulary::Vocabulary* vocabulary)
    : convention_(convention),
      vocabulary_(vocabulary),
      index_(with_gates(convention)),
      shape_(index_.shape()) {
  columns_.resize(index_.columns().size());
  for (std::size_t column = 0; column < columns_.size(); ++column) add_column(column);
}

void ProofSpace::add_column(std::size_t column) {
  if (column < convention_.facts().size()) {
    const Fact& fact = convention_.facts()[column];
    if (!fact.brackets.empty()) {
      const vocabulary::Field* field =
          vocabulary_ == nullptr ? nullptr : vocabulary_->find(fact.field);
      const bool numbers = field != nullptr && field->type == vocabulary::FieldType::number;
      if (numbers) add_cells(column);
      return add_brackets(column);
    }
    const auto themes = listed_themes(column);
    if (!themes.empty()) return add_listed(column, themes);
  }
  add_cells(column);
}

// The need's themes are all that its field may hold, asked for by a clause or not.
std::vector<std::string> ProofSpace::listed_themes(std::size_t column) const {
  if (convention_.facts()[column].id != "theme") return {};
  return possible_values(column).value_or(std::vector<std::string>());
}

ValueClass ProofSpace::class_of(std::size_t column, const std::uint64_t* row) const {
  const Column& cells = index_.columns()[column];
  ValueClass one;
  one.may.assign(row + shape_.summary_words, row + shape_.stride());
  one.may[shape_.rules / 64] &= ~(std::uint64_t{1} << (shape_.rules % 64));
  one.must = one.may;
  if (cells.opaque() != nullptr)
    for (std::size_t i = 0; i < one.must.size(); ++i)
      one.must[i] &= ~cells.opaque()[shape_.summary_words + i];
  return one;
}

void ProofSpace::add_cells(std::size_t column) {
  const Column& cells = index_.columns()[column];
  const std::set<std::string> inner = inner_codes(column);
  const auto possible = possible_values(column);
  const bool ordered = is_ordered(cells);
  const auto [from, to] = hull(cells, shape_);
  std::map<std::pair<std::uint32_t, bool>, std::size_t> known;
  for (std::size_t cell = 0; cell < cells.elementary_cells(); ++cell) {
    if (!cells.may_be_inhabited(cell)) continue;
    const bool rest = !ordered && cell + 1 == cells.elementary_cells();  // what nobody names
    const bool inside =
        ordered ? from <= cell && cell <= to : !rest || is_tested(cells, shape_, cell);
    auto example = cells.example(cell, type_of(column));
    if (rest && possible) {
      example = other_value(column, *possible);
      if (!example && cell > 0) continue;  // each possible value is named
    }
    const std::uint32_t set = cells.set_of_cell(cell);
    const auto [at, added] = known.emplace(std::pair{set, inside}, columns_[column].size());
    if (added) columns_[column].push_back(class_of(column, cells.row(set)));
    ValueClass& one = columns_[column][at->second];
    one.in_domain = inside;
    const std::string word = rest ? "*" : example ? feel::to_text(example->value()) : "?";
    const bool leaf = ordered || !inner.contains(word);  // a case has codes of the lowest level
    const bool first_leaf = leaf && one.words.empty() && one.cells.empty();
    if (ordered)
      one.cells.push_back(cell);
    else if (leaf)
      one.words.push_back(word);
    if (!one.example || first_leaf) one.example = std::move(example);
  }
  std::erase_if(columns_[column],
                [](const ValueClass& one) { return one.words.empty() && one.cells.empty(); });
}

const vocabulary::Referential* ProofSpace::referential_of(std::size_t column) const {
  if (column >= convention_.facts().size() || vocabulary_ == nullptr) return nullptr;
  return vocabulary_->referential(convention_.facts()[column].referential);
}

// Codes that stand above others of their list: "10" above "1011Z".
std::set<std::string> ProofSpace::inner_codes(std::size_t column) const {
  std::set<std::string> inner;
  const auto* list = referential_of(column);
  if (list == nullptr) return inner;
  std::vector<std::string> codes = list->codes();
  std::sort(codes.begin(), codes.end());
  for (std::size_t i = 0; i + 1 < codes.size(); ++i)
    if (codes[i + 1].starts_with(codes[i])) inner.insert(codes[i]);
  return inner;
}

const feel::Type& ProofSpace::type_of(std::size_t column) const {
  return convention_.table().inputs()[column].type;
}

// What a case may hold: codes of the lowest level, or listed values; nothing: any value at all.
std::optional<std::vector<std::string>> ProofSpace::possible_values(std::size_t column) const {
  if (column >= convention_.facts().size() || vocabulary_ == nullptr) return {};
  if (const auto* list = referential_of(column)) {
    const std::set<std::string> inner = inner_codes(column);
    std::vector<std::string> codes = list->codes();
    std::erase_if(codes, [&](const std::string& code) { return inner.contains(code); });
    return codes;
  }
  const Fact& fact = convention_.facts()[column];
  const vocabulary::Field* field = vocabulary_->find(fact.field);
  if (field == nullptr || field->values.empty() || fact.asks_field) return {};
  return field->values;
}

// A possible value that no clause names.
std::optional<feel::Stored> ProofSpace::other_value(std::size_t column,
                                                    const std::vector<std::string>& values) const {
  const Column& cells = index_.columns()[column];
  const std::uint32_t rest = cells.set_of_cell(cells.elementary_cells() - 1);
  const auto& counts_as = convention_.facts()[column].counts_as;
  for (const std::string& code : values) {
    feel::Stored value = feel::Stored::string(code);
    const std::uint32_t set = cells.locate(value.value());
    if ((set == rest || set == Column::kForeign) && !counts_as.contains(code)) return value;
  }
  return {};
}

void ProofSpace::add_listed(std::size_t column, const std::vector<std::string>& values) {
  const Column& cells = index_.columns()[column];
  std::map<std::uint32_t, std::size_t> known;
  for (const std::string& word : values) {
    feel::Stored value = feel::Stored::string(word);
    std::uint32_t set = cells.locate(value.value());
    if (set == Column::kForeign) set = cells.set_of_cell(0);  // no clause asks it
    const auto [at, added] = known.emplace(set, columns_[column].size());
    if (added) columns_[column].push_back(class_of(column, cells.row(set)));
    ValueClass& one = columns_[column][at->second];
    one.words.push_back(word);
    one.in_domain = true;
    if (!one.example) one.example = std::move(value);
  }
}

// A bracket is accepted by the clauses that accept every value in it.
void ProofSpace::add_brackets(std::size_t column) {
  const Column& cells = index_.columns()[column];
  const auto [first, last] = hull(cells, shape_);
  std::map<Bits, std::size_t> known;
  for (const auto& [code, value] : convention_.facts()[column].brackets) {
    const auto bracket = tables::read_bracket(value.value());
    if (!bracket) continue;  // the code that stands for "not known"
    const auto run = cells.locate(*bracket).value_or(std::pair<std::size_t, std::size_t>{0, 0});
    ValueClass one = class_of(column, cells.row(cells.set_of_cell(run.first)));
    for (std::size_t cell = run.first + 1; cell <= run.second; ++cell) {
      const ValueClass other = class_of(column, cells.row(cells.set_of_cell(cell)));
      keep_both(one.may, other.may);
      keep_both(one.must, other.must);
    }
    const bool inside = first <= last && run.first <= last && run.second >= first;
    Bits key = one.may;
    key.push_back(inside ? 1 : 0);
    const auto [at, added] = known.emplace(std::move(key), columns_[column].size());
    if (added) columns_[column].push_back(std::move(one));
    ValueClass& kept = columns_[column][at->second];
    kept.in_domain = inside;
    kept.words.push_back(bracket_text(value.value()));
    if (!kept.example) kept.example = feel::Stored::string(code);
  }
}

Classes ProofSpace::domain(std::size_t column) const {
  Classes inside, all;
  for (std::size_t i = 0; i < columns_[column].size(); ++i) {
    all.push_back(i);
    if (columns_[column][i].in_domain) inside.push_back(i);
  }
  return inside.empty() ? all : inside;
}

Classes ProofSpace::accepted(std::size_t column, std::size_t row, bool must) const {
  Classes found;
  for (std::size_t i = 0; i < columns_[column].size(); ++i) {
    const ValueClass& one = columns_[column][i];
    if (has(must ? one.must : one.may, row)) found.push_back(i);
  }
  return found;
}

std::string ProofSpace::text(std::size_t column, const Classes& classes) const {
  constexpr std::size_t kMost = 4;
  std::vector<std::string> words;
  std::vector<std::size_t> cells;
  for (const std::size_t i : classes) {
    const ValueClass& one = columns_[column][i];
    words.insert(words.end(), one.words.begin(), one.words.end());
    cells.insert(cells.end(), one.cells.begin(), one.cells.end());
  }
  std::sort(cells.begin(), cells.end());
  std::string text;
  if (!cells.empty()) text = index_.columns()[column].describe(cells);
  if (!text.empty() && !words.empty()) text += ", ";
  for (std::size_t i = 0; i < words.size() && i < kMost; ++i)
    text += (i == 0 ? "" : ", ") + words[i];
  return words.size() <= kMost ? text : fmt::format("{}, ... ({})", text, words.size());
}

std::string ProofSpace::witness(const Classes& way) const {
  std::string text;
  for (std::size_t column = 0; column < convention_.facts().size(); ++column) {
    const auto& example = columns_[column][way[column]].example;
    if (!example) continue;
    text += (text.empty() ? "" : ", ") + convention_.facts()[column].id + ": " +
            feel::to_literal(example->value());
  }
  return "{" + text + "}";
}

}  // namespace guichet::convention
