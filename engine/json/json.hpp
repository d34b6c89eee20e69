// JSON to and from FEEL values, with exact numbers (never a double). Boost.JSON behind it.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "rules/feel/value.hpp"

namespace guichet::json {

// Objects become contexts in their order, arrays lists, numbers decimals. Dates stay strings. Depth
// at most 64; a key that an object has twice is an error. The error says where (line, column) and
// why.
base::Result<feel::Value> read(std::string_view text, feel::Arena& arena);
base::Result<feel::Stored> read(std::string_view text);

// One line. Numbers without exponent where they are short; dates, times and durations as their
// ISO text; ranges and functions as their FEEL text; keys in the value's order.
std::string write(const feel::Value& value);
// The canonical form for hashes and facts: keys sorted by code unit, no blanks.
std::string write_canonical(const feel::Value& value);
// A JSON string literal, quotes included.
std::string quote(std::string_view text);

// A value with its kind kept where JSON has none: {"@date":"2009-02-04"}, likewise @time @datetime
// @duration @range. read_typed reads it back equal. A function, which no fact holds, becomes text.
std::string write_typed(const feel::Value& value);
base::Result<feel::Stored> read_typed(std::string_view text);

}  // namespace guichet::json
