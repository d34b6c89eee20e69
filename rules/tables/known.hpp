// Words of a file that must be ones of a list, each told with the nearest where it is none.
#pragma once

#include <string>
#include <vector>

#include "engine/yaml/node.hpp"

namespace guichet::tables {

// `what` is given the word.
bool is_known(const yaml::Node& node, const std::vector<std::string>& known,
              const base::MessageText& what, base::Diagnostics& diagnostics);
// Those of one word or a list of them that are known; none where nothing is written.
std::vector<std::string> read_known(const yaml::Node& node, const std::vector<std::string>& known,
                                    const base::MessageText& what, base::Diagnostics& diagnostics);

}  // namespace guichet::tables
