// Inside the module: the order of preference among those who are competent.
#pragma once

#include <string_view>

#include "rules/convention/convention.hpp"

namespace guichet::convention {

struct Candidate {
  std::uint32_t partner = 0;
  tables::RuleIndex row = 0;
  int specificity = 0;
  bool associate = false;
  std::int64_t tier = 0;
  std::int64_t open = 0;
  double share = 0;        // of the fair turn, by weight
  std::uint64_t turn = 0;  // settles equal shares
};

Candidate candidate_of(const Convention& convention, const Clause& clause, tables::RuleIndex row,
                       std::string_view seed, const Loads& loads);

// A total order: by the convention's keys, and last by the file's order.
bool comes_before(const Convention& convention, const Candidate& a, const Candidate& b);

}  // namespace guichet::convention
