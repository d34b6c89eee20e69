// What the author of an expression most likely meant, where it is written as elsewhere: in another
// language, with a word processor's quotes, with a decimal comma.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/message.hpp"
#include "rules/feel/syntax.hpp"

namespace guichet::feel {

// For a sign or a word at `offset` that makes no sense there.
std::optional<base::Message> hint_at(std::string_view text, std::uint32_t offset);
// For a name that is not known, standing at [offset, end); `known` are those that are.
std::optional<base::Message> hint_for_name(std::string_view text, std::uint32_t offset,
                                           std::uint32_t end,
                                           const std::vector<std::string>& known);
// For two operands whose kinds do not go together.
std::optional<base::Message> hint_for_operands(const Node& a, const Node& b);

}  // namespace guichet::feel
