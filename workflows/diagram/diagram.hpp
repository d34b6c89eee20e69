// A path as a picture: the statechart in layers, in the words of those who work by it, as an SVG
// that stands alone (no script, no font, nothing fetched). The same bytes for the same input.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "engine/base/message.hpp"
#include "rules/feel/expression.hpp"
#include "workflows/model/workflow.hpp"

namespace guichet::diagram {

// What the words on the picture are taken from, and what it shows besides the path.
struct Drawing {
  base::Language language = base::Language::fr;
  std::map<std::string, std::string> roles{};      // id -> title
  std::map<std::string, std::string> fields{};     // id -> label
  std::map<std::string, std::string> workflows{};  // id -> title
  // Open instances by the path of a state, those inside it counted too; nothing: not shown.
  std::optional<std::map<std::string, std::size_t>> counts{};
  // A condition in words, for descriptions; none: as it was written.
  std::function<std::string(const feel::Expression&)> condition{};
};

std::string to_svg(const model::Workflow& workflow, const Drawing& drawing);

}  // namespace guichet::diagram
