// Compression of answers.
#pragma once

#include <string>
#include <string_view>

namespace guichet::http {

// Whether an Accept-Encoding header lets an answer be gzip (`gzip;q=0` does not).
bool accepts_gzip(std::string_view accept_encoding);
// Text, JSON, SVG: what shrinks. Pictures and fonts are packed already.
bool is_worth_packing(std::string_view content_type, std::size_t size);
std::string gzip(std::string_view bytes);

}  // namespace guichet::http
