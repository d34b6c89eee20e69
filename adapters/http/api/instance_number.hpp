// Numbers of instances and entries as a client says them: one that no case has stays one that no
// case has.
#pragma once

#include <cstdint>
#include <limits>

#include "engine/base/id.hpp"

namespace guichet::http {

constexpr std::int32_t short_number(std::int64_t n) {
  const bool fits = n >= 0 && n <= std::numeric_limits<std::int32_t>::max();
  return fits ? static_cast<std::int32_t>(n) : 0;
}

constexpr base::InstanceNumber instance_of(std::int64_t n) {
  return {short_number(n)};
}

}  // namespace guichet::http
