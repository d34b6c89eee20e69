// `guichet decide` on a model: DMN XML, or YAML (`decision-model/1`).
#pragma once

#include <string>

#include "adapters/app/arguments.hpp"

namespace guichet::app {

// Else it is a table in YAML, or nothing that can be read.
bool is_model_file(const std::string& file);
// Prints the result, or with `explained` how it came about, to standard output; what is wrong with
// the model, the input or the run to standard error. The exit code.
int decide_model(const Arguments& arguments);

}  // namespace guichet::app
