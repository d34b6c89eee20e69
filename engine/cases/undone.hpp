// What an undone act leaves of an instance that it opened.
#pragma once

#include <string_view>

namespace guichet::cases {

// Its outcome: as if nobody had been asked.
constexpr std::string_view kUndone = "undone";

}  // namespace guichet::cases
