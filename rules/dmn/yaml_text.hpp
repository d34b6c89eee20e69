// Inside the module: values as the text of a YAML file.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/feel/value.hpp"

namespace guichet::dmn::yaml_text {

// A scalar that reads back as exactly this text and is not taken for "nothing".
std::string scalar(std::string_view text);
// What `given:` and `expect:` of a table's tests take.
std::string value(const feel::Value& value);
// `[a, b]`, `{a: x}`; the parts are YAML text already.
std::string list(const std::vector<std::string>& items);
std::string mapping(const std::vector<std::pair<std::string, std::string>>& entries);

}  // namespace guichet::dmn::yaml_text
