// The cells of a rule. Large tables say the same thing in many rules, so that rules share cells;
// to whoever builds a table by hand this is a vector of them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/base/source.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::tables {

// What stands under an input in one rule.
struct Cell {
  feel::TestSet set;       // kind any: `-`
  feel::Expression tests;  // empty for `-`, for plain literals and for cells made without text
  // A condition over the variables instead of a test of the input; set.kind is then opaque.
  feel::Expression condition;
  std::string text;   // as written, for explanations
  base::Location at;  // of a shared cell: where its text stands first
};

class Cells {
 public:
  Cells() = default;
  Cells(std::vector<Cell> cells) {  // NOLINT: a vector of cells is what this is
    for (Cell& cell : cells) push_back(std::move(cell));
  }

  class Iterator {
   public:
    explicit Iterator(const std::shared_ptr<Cell>* at) : at_(at) {}
    const Cell& operator*() const { return **at_; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const std::shared_ptr<Cell>* at_;
  };

  std::size_t size() const { return cells_.size(); }
  bool empty() const { return cells_.empty(); }
  void reserve(std::size_t count) { cells_.reserve(count); }
  void resize(std::size_t count) {
    while (cells_.size() < count) push_back(Cell{});
    cells_.resize(count);
  }
  void push_back(Cell cell) { cells_.push_back(std::make_shared<Cell>(std::move(cell))); }
  void share(std::shared_ptr<Cell> cell) { cells_.push_back(std::move(cell)); }
  void share_at(std::size_t column, std::shared_ptr<Cell> cell) {
    cells_[column] = std::move(cell);
  }

  const Cell& operator[](std::size_t column) const { return *cells_[column]; }
  // To write: a cell that others share is copied first.
  Cell& operator[](std::size_t column) {
    if (cells_[column].use_count() > 1) cells_[column] = std::make_shared<Cell>(*cells_[column]);
    return *cells_[column];
  }
  const Cell& back() const { return *cells_.back(); }
  Iterator begin() const { return Iterator(cells_.data()); }
  Iterator end() const { return Iterator(cells_.data() + cells_.size()); }

 private:
  std::vector<std::shared_ptr<Cell>> cells_;
};

}  // namespace guichet::tables
