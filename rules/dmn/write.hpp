// Definitions to DMN 1.5 XML that any editor opens; diagrams are laid out simply.
#pragma once

#include <string>

#include "rules/dmn/definitions.hpp"

namespace guichet::dmn {

// Requires: as read_definitions or from_table make them. Two spaces of indentation, UTF-8.
std::string write_xml(const Definitions& definitions);

}  // namespace guichet::dmn
