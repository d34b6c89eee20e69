// How a value that JSON has no form for is marked: {"@date": "2009-02-04"}. A context whose only
// key begins with `@` gets one `@` more, so that nothing a user writes is taken for a mark.
#pragma once

#include <optional>
#include <string_view>

#include "rules/feel/value.hpp"

namespace guichet::json {

// "@date" for a date; empty for a value that needs no mark.
std::string_view mark_of(feel::Kind kind);
bool is_mark(std::string_view key);  // begins with `@`

// The value of {mark: text}; nothing where the text is none or the mark is unknown.
std::optional<feel::Value> read_marked(std::string_view mark, std::string_view text,
                                       feel::Arena& arena);

}  // namespace guichet::json
