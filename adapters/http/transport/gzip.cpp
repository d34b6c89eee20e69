#include "adapters/http/transport/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <new>

#include "adapters/http/transport/field_text.hpp"

namespace guichet::http {
namespace {

constexpr std::size_t kLeast = 860;  // below, head and trailer cost more than they save
constexpr int kLevel = 5;
constexpr int kGzipWindow = 15 + 16;  // zlib: 16 more asks for the gzip format

bool is_zero_quality(std::string_view parameters) {
  const std::size_t q = parameters.find("q=");
  if (q == std::string_view::npos) return false;
  const std::string_view value = parameters.substr(q + 2);
  return value.find_first_of("123456789") == std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  while (!accept_encoding.empty()) {
    std::string_view parameters = cut(accept_encoding, ',');
    if (trim(cut(parameters, ';')) == "gzip") return !is_zero_quality(parameters);
  }
  return false;
}

bool is_worth_packing(std::string_view content_type, std::size_t size) {
  constexpr std::array<std::string_view, 5> kTypes{"application/json", "application/javascript",
                                                   "application/xml", "image/svg+xml",
                                                   "application/manifest+json"};
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  return size >= kLeast &&
         (type.starts_with("text/") || std::ranges::find(kTypes, type) != kTypes.end());
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();  // the only failure with these arguments
  }
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  // zlib reads through a pointer to non-const and does not write.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);  // the bound makes one call enough
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace guichet::http
