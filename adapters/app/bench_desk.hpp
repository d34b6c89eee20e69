// The desk that `guichet bench step` measures on: a path that goes round five states, and one that
// lives five years.
#pragma once

#include <map>
#include <string>

namespace guichet::app {

// Path in the folder -> text, as bundle::load_desk_files takes it.
std::map<std::string, std::string> bench_desk_files();

}  // namespace guichet::app
