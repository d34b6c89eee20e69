// What keeps a folder from being put in force, for people at a terminal.
#pragma once

#include "engine/publishing/gate.hpp"

namespace guichet::app {

// What of it a person has to mend, to standard error.
void print_gate(const publishing::Gate& gate, base::Language language);

}  // namespace guichet::app
