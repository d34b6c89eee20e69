// What goes into a statement and comes out of it: integers, text, nulls. Times are milliseconds,
// so that no driver's idea of a date stands between.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"

namespace guichet::sql {

// A value bound to a statement. Text is borrowed for the call.
class Parameter {
 public:
  Parameter(std::nullopt_t) {}
  Parameter(bool value) : value_(std::int64_t{value}) {}
  Parameter(std::int32_t value) : value_(std::int64_t{value}) {}
  Parameter(std::int64_t value) : value_(value) {}
  Parameter(std::size_t value) : value_(static_cast<std::int64_t>(value)) {}
  Parameter(base::Instant value) : value_(base::to_millis(value)) {}
  Parameter(const char* text) : value_(std::string_view(text)) {}
  Parameter(const std::string& text) : value_(std::string_view(text)) {}
  Parameter(std::string_view text) : value_(text) {}
  template <typename Tag, typename Number>
  Parameter(base::Id<Tag, Number> id) : value_(std::int64_t{id.value}) {}
  template <typename T>
  Parameter(const std::optional<T>& value)
      : Parameter(value ? Parameter(*value) : Parameter(std::nullopt)) {}

  const std::variant<std::monostate, std::int64_t, std::string_view>& value() const {
    return value_;
  }

 private:
  std::variant<std::monostate, std::int64_t, std::string_view> value_;
};

using Cell = std::variant<std::monostate, std::int64_t, std::string>;

// One row of a result. Requires of each call: the column is of that kind.
class Row {
 public:
  explicit Row(const Cell* cells) : cells_(cells) {}

  bool is_null(std::size_t column) const {
    return std::holds_alternative<std::monostate>(cells_[column]);
  }
  // 0 and "" for null.
  std::int64_t integer(std::size_t column) const {
    return is_null(column) ? 0 : std::get<std::int64_t>(cells_[column]);
  }
  std::int32_t small(std::size_t column) const {
    return static_cast<std::int32_t>(integer(column));
  }
  bool flag(std::size_t column) const { return integer(column) != 0; }
  base::Instant instant(std::size_t column) const { return base::from_millis(integer(column)); }
  std::string text(std::size_t column) const {
    return is_null(column) ? std::string() : std::get<std::string>(cells_[column]);
  }
  std::optional<std::int64_t> maybe_integer(std::size_t column) const {
    if (is_null(column)) return {};
    return integer(column);
  }
  std::optional<base::Instant> maybe_instant(std::size_t column) const {
    if (is_null(column)) return {};
    return instant(column);
  }

 private:
  const Cell* cells_;
};

// A result, read to its end: a statement is never left half-read, which would keep a read
// transaction open and hold up the checkpoint.
class Rows {
 public:
  explicit Rows(std::size_t columns) : columns_(columns) {}

  class Iterator {
   public:
    Iterator(const Cell* at, std::size_t step) : at_(at), step_(step) {}
    Row operator*() const { return Row(at_); }
    Iterator& operator++() {
      at_ += step_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const Cell* at_;
    std::size_t step_;
  };

  Iterator begin() const { return {cells_.data(), columns_}; }
  Iterator end() const { return {cells_.data() + cells_.size(), columns_}; }
  bool empty() const { return cells_.empty(); }
  Row front() const { return Row(cells_.data()); }
  void add(Cell cell) { cells_.push_back(std::move(cell)); }

 private:
  std::size_t columns_;
  std::vector<Cell> cells_;
};

}  // namespace guichet::sql
