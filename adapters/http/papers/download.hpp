// A file of a case as an answer: to be kept, never to be run in this site's name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/http/site.hpp"
#include "adapters/http/transport/message.hpp"

namespace guichet::http {

// The file of that key, for a principal who may see it; nothing else is told of the others.
std::optional<Response> open_document(Site& site, const access::Principal& principal,
                                      base::CaseId kase, const std::string& key);

// The name with an ending of what the file was found to be: a text called "x.bat" is "x.bat.txt".
std::string download_name(std::string_view name, std::string_view media_type);

// RFC 6266: `attachment`, the name in ASCII for whoever knows no better, and in UTF-8.
std::string content_disposition(std::string_view name);

}  // namespace guichet::http
