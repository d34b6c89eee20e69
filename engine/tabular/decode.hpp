// Bytes of a file as spreadsheets save it -> UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace guichet::tabular {

struct Decoded {
  std::string text;      // UTF-8, without BOM
  std::string encoding;  // "UTF-8", "Windows-1252", "UTF-16"
};

// By the BOM; without one UTF-8 where the bytes are valid UTF-8, else Windows-1252, in which every
// byte means something.
Decoded decode(std::string_view bytes);

}  // namespace guichet::tabular
