// Inside the module: what the facts of one need make of each row of a table.
#pragma once

#include <optional>
#include <vector>

#include "rules/convention/facts.hpp"

namespace guichet::convention {

enum class RowState { passes, review, error, fails };

class Verdicts {
 public:
  // Requires: all outlive the verdicts; `facts` as read_facts() gives them.
  Verdicts(const Convention& convention, const Rows& rows, std::span<const feel::Value> facts,
           const Need& need, feel::Evaluation& run);

  const Rows& rows() const { return rows_; }
  RowState state(tables::RuleIndex row) const { return states_[row]; }
  // The first fact without which nothing can be said of a row that is an error.
  std::optional<std::uint32_t> missing_fact(tables::RuleIndex row) const;
  const std::vector<tables::Problem>& problems() const { return explanation_.decision.problems; }

  bool passed(tables::RuleIndex row, std::size_t column) const {
    return explanation_.passed(row, static_cast<tables::ColumnIndex>(column));
  }
  bool is_unknown(std::size_t fact) const { return facts_[fact].is_null(); }
  // How far the row is from passing: columns that fail, the theme's counting more than all others.
  std::size_t distance(tables::RuleIndex row) const;
  // The criteria that the row fails, in the order of the columns.
  std::vector<std::uint32_t> failed(tables::RuleIndex row) const;
  bool holds(std::uint32_t criterion) const;

 private:
  RowState find_state(tables::RuleIndex row) const;

  const Convention& convention_;
  const Rows& rows_;
  std::span<const feel::Value> facts_;
  const Need& need_;
  feel::Evaluation& run_;
  tables::Workspace workspace_;
  tables::Explanation explanation_;
  std::vector<RowState> states_;  // by row
};

}  // namespace guichet::convention
