// What people laid into a case, as much of it as the reader may see.
#pragma once

#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/cases/case_visibility.hpp"

namespace guichet::http {

// Requires: `view` has its needs and offers already; suggestions are held against them.
void add_papers(const cases::Snapshot& snapshot, const CaseVisibility& visible,
                const desk::Desk& desk, CaseView& view);

}  // namespace guichet::http
