// Inside the module: the bytes of an XML file as UTF-8, so that every place is one in the text
// that people see.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/base/source.hpp"

namespace guichet::dmn::xml {

// By the byte order mark, else by the encoding that the XML declaration names, else UTF-8.
// UTF-8, US-ASCII, UTF-16, ISO-8859-1 and windows-1252 are known.
base::Result<base::Source> decode(std::string name, std::string_view bytes);

}  // namespace guichet::dmn::xml
