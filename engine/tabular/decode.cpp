#include "engine/tabular/decode.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

#include "engine/base/file.hpp"

namespace guichet::tabular {
namespace {

// Requires: `converter` is a name that ICU knows. What it cannot map becomes U+FFFD.
std::string convert(std::string_view bytes, const char* converter) {
  UErrorCode failure = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(converter, &failure),
                                                                &ucnv_close);
  const icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), from.get(),
                                failure);
  std::string text;
  wide.toUTF8String(text);
  return text;
}

}  // namespace

Decoded decode(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    const std::string_view text = bytes.substr(3);
    if (base::find_invalid_utf8(text) == std::string::npos) return {std::string(text), "UTF-8"};
    return {convert(text, "UTF-8"), "UTF-8"};
  }
  if (bytes.starts_with("\xFF\xFE")) return {convert(bytes.substr(2), "UTF-16LE"), "UTF-16"};
  if (bytes.starts_with("\xFE\xFF")) return {convert(bytes.substr(2), "UTF-16BE"), "UTF-16"};
  if (base::find_invalid_utf8(bytes) == std::string::npos) return {std::string(bytes), "UTF-8"};
  return {convert(bytes, "windows-1252"), "Windows-1252"};
}

}  // namespace guichet::tabular
