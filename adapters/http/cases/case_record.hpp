// Parts of a case's view that are read off its journal and outbox: letters, what was said about
// passing the request on, cases that are one with it, the act that could be taken back.
#pragma once

#include <string>
#include <vector>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/cases/case_visibility.hpp"

namespace guichet::http {

void add_letters(const std::vector<store::OutboxRow>& letters, const CaseVisibility& visible,
                 std::vector<LetterView>& out);

// Requires: `view` has its history already; the act is told in its words.
void add_record(const cases::Snapshot& snapshot, const std::vector<cases::Fact>& facts,
                const std::vector<store::OutboxRow>& letters, const CaseVisibility& visible,
                const desk::Desk& desk, CaseView& view);

}  // namespace guichet::http
