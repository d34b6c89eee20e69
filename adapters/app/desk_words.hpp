// What a desk calls its roles, fields, letters and paths, as pictures and annexes need it.
#pragma once

#include <string>

#include "workflows/bundle/desk.hpp"
#include "workflows/diagram/diagram.hpp"
#include "workflows/words/annexe.hpp"

namespace guichet::app {

// Requires: the desk outlives what is made.
words::DeskWords words_of(const bundle::Desk& desk, base::Language language);
diagram::Drawing drawing_of(const bundle::Desk& desk, const model::Workflow& workflow,
                            base::Language language);
// Says so on standard error, with the path that was probably meant; the exit code.
int unknown_path(const std::string& command, const bundle::Desk& desk, const std::string& path);

}  // namespace guichet::app
