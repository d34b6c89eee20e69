// Inside the module: boxed expressions as FEEL text.
#pragma once

#include <optional>
#include <string>

#include "engine/base/diagnostic.hpp"
#include "rules/dmn/definitions.hpp"

namespace guichet::dmn {

// One line of FEEL that comes to the same. Nothing, with a diagnostic, for what FEEL has no words
// for: a decision table inside another expression, a function of another language. Types of the
// entries of a context are left out, with a warning.
std::optional<std::string> feel_text(const Expression& expression, base::Diagnostics& diagnostics);

}  // namespace guichet::dmn
