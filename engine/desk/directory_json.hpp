// A partner of the directory as the JSON text that the database keeps, and back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/store/directory.hpp"
#include "workflows/bundle/directory.hpp"

namespace guichet::desk {

std::string to_json(const bundle::Partner& partner);
std::string to_json(const bundle::Absence& absence);
std::optional<bundle::Partner> partner_from_json(const std::string& text);
std::optional<bundle::Absence> absence_from_json(const std::string& text);

// Partners of whom the database says something else than the folder's partners.yaml, by id. What
// the database says wins.
std::vector<std::string> differing_partners(const bundle::Directory& folder,
                                            store::DirectoryReader& kept);

}  // namespace guichet::desk
