// Inside the module: cells that say what they mean without FEEL's help. Large tables are made of
// them, and reading them so takes a fraction of the time.
#pragma once

#include <optional>
#include <string_view>

#include "rules/feel/expression.hpp"

namespace guichet::tables {

// What the cell `-`, `"A", "B"`, `12`, `< 10`, `[0..20)`, `>= @"2009-02-04"` comes to, as
// feel::classify has it. Nothing where the cell says anything else, does not fit `type` or looks
// wrong: then FEEL reads it, and finds the words for what is wrong.
std::optional<feel::TestSet> read_plain_cell(std::string_view text, const feel::Type& type);

}  // namespace guichet::tables
