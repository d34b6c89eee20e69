// Inside the module: names and references of a model that has been read.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "rules/dmn/definitions.hpp"

namespace guichet::dmn {

// Names that stand twice where they must tell things apart, references that lead to nothing or to
// the wrong kind of thing. What an import holds is not looked into.
void check_references(const Definitions& definitions, base::Diagnostics& diagnostics);

}  // namespace guichet::dmn
