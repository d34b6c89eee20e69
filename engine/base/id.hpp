// Ids of different things are different types; an index into a table of a definition is an Id too.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace guichet::base {

template <typename Tag, typename Number = std::int64_t>
struct Id {
  Number value{};
  auto operator<=>(const Id&) const = default;
};

using CaseId = Id<struct CaseTag>;
// Number of an instance inside its case: 1 is the request, 2 .. needs and referrals.
using InstanceNumber = Id<struct InstanceTag, std::int32_t>;
using TimerId = Id<struct TimerTag>;
using OutboxId = Id<struct OutboxTag>;

}  // namespace guichet::base

template <typename Tag, typename Number>
struct std::hash<guichet::base::Id<Tag, Number>> {
  std::size_t operator()(const guichet::base::Id<Tag, Number>& id) const noexcept {
    return std::hash<Number>{}(id.value);
  }
};
