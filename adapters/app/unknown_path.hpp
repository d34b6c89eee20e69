// A path that the desk has not.
#pragma once

#include <string>

#include "workflows/bundle/desk.hpp"

namespace guichet::app {

// Says so on standard error, with the path that was probably meant; the exit code.
int unknown_path(const std::string& command, const bundle::Desk& desk, const std::string& path);

}  // namespace guichet::app
