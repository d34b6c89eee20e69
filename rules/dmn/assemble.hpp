// From definitions to a program: every entity compiled with the names that it may use.
#pragma once

#include "rules/dmn/graph.hpp"
#include "rules/dmn/model.hpp"

namespace guichet::dmn {

// nullptr after an error.
std::shared_ptr<const Program> assemble(std::vector<Definitions> definitions,
                                        const ModelOptions& options,
                                        base::Diagnostics& diagnostics);

}  // namespace guichet::dmn
