// What a convention's authors claim of it: its own tests, and the coverage that it must keep.
// test_run.hpp runs the tests, prove.hpp holds the gates against every possible case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/instant.hpp"
#include "rules/feel/value.hpp"
#include "rules/tables/table.hpp"

namespace guichet::convention {

// One entry of `tests:`. What is not expected is not looked at.
struct ConventionTest {
  using Words = std::vector<std::string>;
  struct Load {
    std::string partner, quota;  // no quota: referrals not closed
    std::int64_t count = 0;
  };

  std::string name;     // empty where not given
  bool by_fact = true;  // `given:`, else `context:`
  std::vector<std::pair<std::string, feel::Stored>> given;
  std::vector<Load> loads;
  std::optional<base::Day> today;
  std::optional<Words> assign;                               // exactly these, in any order
  std::vector<std::pair<std::string, Words>> why_not;        // partner -> criteria that failed
  std::vector<std::pair<std::string, std::string>> skipped;  // partner -> quota that is full
  std::optional<std::string> via;                            // id of the fallback
  std::vector<std::pair<std::string, Words>> would_open;     // field -> partners
  std::optional<Words> review;
  base::Location at;
};

// One entry of `coverage:`: a part of all cases, and what is claimed of it.
struct Gate {
  enum class Claim {
    require,         // at least so many partners are competent
    forbid_overlap,  // no two of these partners at once
    accept,          // nobody is competent, and that is known
  };
  Claim claim = Claim::require;
  std::size_t least = 1;              // require
  std::vector<std::string> partners;  // forbid_overlap
  std::string reason;                 // accept
  std::vector<tables::Cell> cells;    // by fact
  base::Location at;
};

}  // namespace guichet::convention
