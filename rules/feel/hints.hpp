// What the author of an expression most likely meant, where it is written as elsewhere: in another
// language, with a word processor's quotes, with a decimal comma.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/message.hpp"
#include "rules/feel/syntax.hpp"

namespace guichet::feel {

// Is the word a sign of mathematics (≤) rather than a name?
bool is_foreign_sign(std::string_view word);
// For a sign or a word at `offset` that makes no sense there.
std::optional<base::Message> hint_at(std::string_view text, std::uint32_t offset);
// For a name that is not known, standing at [offset, end); `known` are those that are.
std::optional<base::Message> hint_for_name(std::string_view text, std::uint32_t offset,
                                           std::uint32_t end,
                                           const std::vector<std::string>& known);
// For an operand, written as `text`, where a value of another type is wanted.
std::optional<base::Message> hint_for_operand(const Node& node, std::string_view text,
                                              const Type& wanted);
// The date that 2024-5-1 or 01/05/2024 means, as FEEL writes it.
std::optional<std::string> meant_date(std::string_view text);
std::optional<base::Message> hint_for_date(std::string_view text);

}  // namespace guichet::feel
