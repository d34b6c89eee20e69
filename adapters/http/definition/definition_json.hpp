// Views of the desk's definition as JSON.
#pragma once

#include <string>
#include <vector>

#include "adapters/http/definition/definition_room.hpp"
#include "engine/publishing/history.hpp"
#include "engine/publishing/names.hpp"
#include "engine/publishing/publication.hpp"
#include "workflows/scenarios/scenario.hpp"

namespace guichet::http {

std::string to_json(const std::vector<publishing::Remark>& remarks);
std::string to_json(const publishing::Drafted& drafted,
                    const std::vector<publishing::Version>& versions);
std::string to_json(const DefinitionFile& file);
std::string to_json(const publishing::Names& names);
std::string to_json(const GridView& grid);
std::string to_json(const std::vector<scenarios::Tried>& tried);
std::string to_json(const std::vector<publishing::Version>& versions);
std::string to_json(const publishing::VersionView& version, base::Language language);
// A string, or null.
std::string json_or_null(const std::optional<std::string>& text);
std::string json_list(const std::vector<std::string>& texts);

// The schemas of all that is answered here, as of schemas_json().
std::string definition_schemas();

}  // namespace guichet::http
