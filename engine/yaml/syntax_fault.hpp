// What libyaml complains about, told as what the author did: place, sentence, hint.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"
#include "engine/yaml/scalar_text.hpp"

namespace guichet::yaml {

// A failure of libyaml, in byte offsets.
struct Complaint {
  std::string_view problem;           // "did not find expected key"
  std::string_view context;           // "while parsing a block mapping"
  std::uint32_t at = 0;               // where it gave up
  std::uint32_t context_at = 0;       // where the construct began
  int character = 0;                  // the character that the reader refused
  std::optional<Extent> last_quoted;  // the last quoted scalar before it
};

base::Diagnostic explain(const Complaint& complaint, const base::Source& source);

}  // namespace guichet::yaml
