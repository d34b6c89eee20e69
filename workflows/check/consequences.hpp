// Findings that only follow from another one: a base that lacks its states makes every `goto` of its
// children wrong, a role that is deleted is missing wherever it is named.
#pragma once

#include "engine/base/diagnostic.hpp"

namespace guichet::check {

// Of one workflow, read from `file` and maybe a base: without what follows from a broken base, an
// unknown one, or a misspelled key that names or holds states.
base::Diagnostics without_consequences(const base::Diagnostics& faults, const base::Source& file);

// Of a whole desk: one name that is not known is told once, with the other places where it stands.
base::Diagnostics gathered(const base::Diagnostics& findings);

}  // namespace guichet::check
