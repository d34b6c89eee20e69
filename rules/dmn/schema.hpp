// Inside the module: what DMN lets stand where, as data, all versions together. An element or
// attribute that DMN does not know is a warning (other tools add theirs in their own namespaces);
// one that is missing, or there twice, is an error.
#pragma once

#include <string_view>

#include "engine/base/diagnostic.hpp"
#include "rules/dmn/xml.hpp"

namespace guichet::dmn {

// Checks `root` and everything below it that is of its namespace; also that no id is there twice.
void check_schema(const xml::Element& root, base::Diagnostics& diagnostics);

// Is it the name of an expression ("context", "decisionTable")?
bool is_expression(std::string_view element);

}  // namespace guichet::dmn
