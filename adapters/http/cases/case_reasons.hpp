// Why the convention chose a partner, or which of its conditions failed, in words for people.
#pragma once

#include <string>

#include "adapters/http/cases/case_view.hpp"

namespace guichet::http {

PartnerView why_of(const cases::Considered& considered, const desk::Desk& desk,
                   base::Language language);
// "art-4 · Création"; the id where no convention has it.
std::string article_title(const bundle::Desk& desk, const std::string& id);

}  // namespace guichet::http
