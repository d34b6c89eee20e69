// Inside the module: what stands in the file before it is lowered to rows of the table.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/convention/load.hpp"

namespace guichet::convention {

using Ids = std::vector<std::uint32_t>;  // indexes of criteria

// What a fact's column needs at load besides the Fact itself.
struct FactColumn {
  const vocabulary::Referential* referential = nullptr;
  std::vector<std::string> values;  // of a choice
  base::Location at;
  std::map<std::string, feel::Stored, std::less<>> leaves;  // each text once, shared by its sets
};

// Conditions that apply beside the clauses of a partner.
struct Filter {
  std::uint32_t origin = 0;
  feel::TestSet themes;  // kind any: whatever the theme
  Ids criteria;
  std::vector<Ids> any_of;
  base::Location at;
};

// A place where filters and defaults stand: the convention, an institution, a partner.
struct Level {
  std::string title;  // for people; empty: the convention
  std::vector<Filter> filters;
  std::map<std::uint32_t, std::uint32_t> defaults;  // fact -> criterion
};

struct RawClause {
  Clause clause;  // partner, article, specificity, its own criteria
  base::Location at;
};

// One row before it is made a rule: `themes` is the part of the themes that it stands for.
struct Draft {
  Clause clause;
  feel::TestSet themes;
  std::string id;
  base::Location at;
};

}  // namespace guichet::convention
