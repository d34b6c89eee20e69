// What to do about a finding whose sentence alone does not say it, by its code.
#pragma once

#include <optional>

#include "engine/base/diagnostic.hpp"

namespace guichet::check {

// Nothing where the code has none. A hint that knows the case at hand is better, and comes first.
std::optional<base::Message> general_hint(std::string_view code);
// `from`, each finding with a hint where there is one for it, added to `to`.
void add_with_hints(const base::Diagnostics& from, base::Diagnostics& to);

}  // namespace guichet::check
