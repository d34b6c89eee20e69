// DMN XML to Definitions. An expat pass takes depth, size, entities and places; PropertyTree builds
// the tree. What is no DMN, or breaks its schema, is reported at its place.
#pragma once

#include <optional>
#include <string>

#include "engine/base/diagnostic.hpp"
#include "rules/dmn/definitions.hpp"

namespace guichet::dmn {

// Limits of a file: 16 MiB, 64 levels of elements, 500,000 elements; no DOCTYPE, no entities of its
// own. Nothing after an error.
std::optional<Definitions> read_definitions(const base::Source& source,
                                            base::Diagnostics& diagnostics);

// The file at `path`, whose encoding is what its byte order mark or its declaration says (UTF-8,
// UTF-16, ISO-8859-1, windows-1252).
std::optional<Definitions> read_definitions_file(const std::string& path,
                                                 base::Diagnostics& diagnostics);

}  // namespace guichet::dmn
