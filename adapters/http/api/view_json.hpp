// Views as JSON for the API: the same content as the pages. Instants are ISO 8601 in UTC.
#pragma once

#include <string>
#include <vector>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/work/agenda_view.hpp"

namespace guichet::http {

std::string to_json(const CaseView& view, base::Language language);
std::string to_json(const std::vector<DocumentView>& documents);
std::string to_json(const std::vector<PromiseView>& promises);
std::string to_json(const AgendaPage& agenda, const store::Page& page);
std::string to_json(const CasePage& page, const store::CaseFilter& filter);
// What a form for a request needs: fields with labels, types, values.
std::string desk_json(const bundle::Desk& desk, base::Language language);

}  // namespace guichet::http
