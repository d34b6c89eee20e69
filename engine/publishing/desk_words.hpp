// What a desk calls its roles, fields, letters and paths, as pictures and annexes need it.
#pragma once

#include <string>

#include "workflows/bundle/desk.hpp"
#include "workflows/diagram/diagram.hpp"
#include "workflows/words/annexe.hpp"

namespace guichet::publishing {

// Requires: the desk outlives what is made.
words::DeskWords words_of(const bundle::Desk& desk, base::Language language);
diagram::Drawing drawing_of(const bundle::Desk& desk, const model::Workflow& workflow,
                            base::Language language);

}  // namespace guichet::publishing
