// A whole decision model in YAML, `guichet: decision-model/1`: types, inputs, functions, decisions
// and services. What a decision requires is found out from the names that it uses.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/base/diagnostic.hpp"
#include "engine/base/error.hpp"
#include "engine/yaml/node.hpp"
#include "rules/dmn/definitions.hpp"

namespace guichet::dmn {

// Bytes of a file that the model names, relative to it.
using ReadBeside = std::function<base::Result<std::string>(const std::string& relative_path)>;

// Nothing after an error: an unknown name, decisions that require each other in a circle, FEEL that
// cannot be read. Places are those of the YAML file.
std::optional<Definitions> read_model(const yaml::Node& root, const ReadBeside& read_beside,
                                      base::Diagnostics& diagnostics);
// The YAML file at `path`, and what it names in its folder.
std::optional<Definitions> read_model_file(const std::string& path, base::Diagnostics& diagnostics);

// The model in YAML, boxed expressions written as FEEL. Nothing where YAML cannot hold it: the
// diagnostics say what and why.
std::optional<std::string> model_to_yaml(const Definitions& definitions,
                                         base::Diagnostics& diagnostics);

}  // namespace guichet::dmn
