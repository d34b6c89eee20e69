// Inside the module: YAML values and words of grids as FEEL values.
#pragma once

#include <optional>

#include "engine/yaml/node.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::tables {

// `string`, `days and time duration`, `list of number`, `delay` (a string); nothing where the name
// is none.
std::optional<feel::Type> type_named(std::string_view name);
std::vector<std::string> type_names();

// What a YAML value means where `type` is wanted: a literal of that type, or FEEL after `=`. Where
// any type will do, plain scalars are numbers, true, false, null or else text. Mistakes are added.
feel::Stored read_literal(const yaml::Node& node, const feel::Type& type,
                          base::Diagnostics& diagnostics);

// The FEEL string literal for `text`, each part of which stands where `text` stands.
base::LocatedText quoted(const base::LocatedText& text);

// A delay as people write it in a cell: `1bd`, `3 days`; `P3M` only where `iso` is set, since FEEL
// takes that for a name.
bool is_delay(std::string_view text, bool iso);

}  // namespace guichet::tables
