// Did a reader find errors of its own? Counted before it and after it.
#pragma once

#include <cstddef>

#include "engine/base/diagnostic.hpp"

namespace guichet::base {

std::size_t count_errors(const Diagnostics& diagnostics);

}  // namespace guichet::base
