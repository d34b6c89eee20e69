// A path as large as paths get: many states in a row, and conditions on many yes-or-no fields.
#pragma once

#include <map>
#include <string>

namespace guichet::tests {

// The files of the seeded-mistakes desk (`files`) with the path `creation` replaced. Each state
// asks for one of the fields and moves on by it; with `at_once`, one act takes them all.
std::map<std::string, std::string> with_large_path(std::map<std::string, std::string> files,
                                                   int states, int booleans, bool at_once);

}  // namespace guichet::tests
