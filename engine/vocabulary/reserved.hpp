// Names that expressions use for other things than fields.
#pragma once

#include <string>

namespace guichet::vocabulary {

// FEEL's own words and functions, and the names that the scopes of workflows and letters declare.
bool is_reserved(const std::string& id);

}  // namespace guichet::vocabulary
