// A partner of the directory as the JSON text that the database keeps, and back.
#pragma once

#include <optional>
#include <string>

#include "workflows/bundle/directory.hpp"

namespace guichet::desk {

std::string to_json(const bundle::Partner& partner);
std::string to_json(const bundle::Absence& absence);
std::optional<bundle::Partner> partner_from_json(const std::string& text);

}  // namespace guichet::desk
