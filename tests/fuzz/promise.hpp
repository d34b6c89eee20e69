// What a fuzz target holds the code to, beyond not crashing. A broken promise ends the process, so
// that libFuzzer keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file.hpp"

namespace guichet::fuzz {

inline void promise(bool kept, std::string_view what, const std::string& seen = {}) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %.*s\n%s\n", static_cast<int>(what.size()), what.data(),
               seen.c_str());
  std::abort();
}

// Bytes as the text that a file is read as; readers refuse what is no UTF-8 before all else.
inline bool is_text(std::string_view bytes) {
  return base::find_invalid_utf8(bytes) == std::string_view::npos;
}

// Every diagnostic stands inside its source and can be shown in both languages.
inline void promise_places(const base::Diagnostics& diagnostics) {
  for (const base::Diagnostic& each : diagnostics.list()) {
    const bool inside = !each.at.source || each.at.offset + std::size_t{each.at.length} <=
                                               each.at.source->text().size() + 1;
    promise(inside, "a diagnostic stands inside its source", render_text(each, base::Language::en));
    promise(!render_text(each, base::Language::fr).empty(), "a diagnostic has a text");
  }
}

}  // namespace guichet::fuzz
