// What clauses, filters and defaults ask, and the rows of the table that they are lowered to.
#pragma once

#include <algorithm>
#include <memory>

#include "rules/convention/terms.hpp"

namespace guichet::convention {

// A FEEL condition, and its parts by `or` and `and`, so that what one missing answer leaves open
// can be told from what it cannot change.
struct Condition {
  struct Atom {
    feel::Expression expr;
    std::vector<std::uint32_t> reads;  // indexes into Convention::paths()
  };
  feel::Expression whole;
  std::vector<std::vector<Atom>> any;  // of lists all of which must hold
};

// Who asks a criterion, in people's words.
struct Origin {
  enum class Kind { clause, article, defaults, filter };
  Kind kind = Kind::clause;
  std::string level;   // title of the institution or id of the partner; empty: the whole convention
  std::string filter;  // title of the filter; empty where it has none
};

// One demand on one fact, or a condition.
struct Criterion {
  std::optional<std::uint32_t> fact;  // nothing: `when`
  std::uint32_t origin = 0;           // index into Convention::Parts::origins
  WhenMissing missing = WhenMissing::error;
  std::string text;  // as written
  // What is wanted (kind any: everything; opaque: `tests` decides) and what is refused whatever
  // else is wanted (kind any: nothing).
  feel::TestSet in, without;
  feel::Expression tests;
  std::shared_ptr<const Condition> when;
  // Variable of the table that holds its verdict, for criteria that no set of values can say.
  std::optional<feel::Scope::Slot> verdict;
  base::Location at;
};

// One row of the table: what a clause, its defaults and the filters above it come to for one
// partner under one article. A clause with alternatives becomes several rows.
struct Clause {
  std::uint32_t partner = 0;  // index into partners()
  std::uint32_t article = 0;  // index into articles()
  int specificity = 0;        // how many facts the clause asks, the theme of its article apart
  std::vector<std::uint32_t> criteria;  // all of which must hold, by column
  std::vector<WhenMissing> unknown;     // by fact: what it means for the row that it is missing
  std::vector<bool> never;              // by fact: its criteria exclude each other

  bool contradicts_itself() const {
    return std::find(never.begin(), never.end(), true) != never.end();
  }
};

struct Rows {
  std::vector<Clause> clauses;  // by rule of the table
  std::shared_ptr<const tables::DecisionTable> table;
};

}  // namespace guichet::convention
