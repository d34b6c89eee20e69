// Hit policies and validity of a table. See table.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/instant.hpp"

namespace guichet::tables {

enum class HitPolicy {
  unique,        // U
  any,           // A
  priority,      // P
  first,         // F
  rule_order,    // R
  output_order,  // O
  collect,       // C
  sum,           // C+
  min,           // C<
  max,           // C>
  count,         // C#
};
std::string_view symbol_of(HitPolicy policy);  // "C+"
std::optional<HitPolicy> hit_policy_of(std::string_view symbol);
// R, O, C: the result is a list, one entry a rule. C# C+ C< C> give one value.
bool gives_list(HitPolicy policy);

// Days from `from` on, `to` excluded; either may be open.
struct Validity {
  std::optional<base::Day> from, to;
  std::string zone;  // IANA name of the zone whose days are meant; empty: that of the evaluation
  bool covers(base::Day day) const { return (!from || *from <= day) && (!to || day < *to); }
  bool is_bounded() const { return from || to; }
};

}  // namespace guichet::tables
