// Definitions to DMN XML that any editor opens; diagrams are laid out simply.
#pragma once

#include <string>
#include <string_view>

#include "rules/dmn/definitions.hpp"

namespace guichet::dmn {

// Two spaces of indentation, UTF-8, elements in the order of the DMN schema. `version` is "1.3" to
// "1.6"; that of the definitions where it is empty (1.3 for older ones: they differ in nothing
// that is written). A later one is taken where the model holds what came later (boxed conditions
// and loops: 1.4; constraints of types: 1.5).
// Requires: as read_definitions or from_table make them.
std::string write_xml(const Definitions& definitions, std::string_view version = {});

}  // namespace guichet::dmn
