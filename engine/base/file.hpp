// Whole files in and out. Text is checked to be UTF-8 where it is asked as a Source.
#pragma once

#include <string>

#include "engine/base/error.hpp"
#include "engine/base/source.hpp"

namespace guichet::base {

Result<std::string> read_bytes(const std::string& path);
// `shown_as` is the name that diagnostics use; the path itself when empty.
Result<Source> read_source(const std::string& path, std::string shown_as = {});
// Through a temporary name and a rename, so that a reader never sees half a file.
Result<void> write_file(const std::string& path, std::string_view bytes);
// Offset of the first byte that is not UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);

}  // namespace guichet::base
