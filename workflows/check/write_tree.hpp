// A tree as YAML text: the same scalars, laid out in one way. What its author wrote otherwise, or
// in another file, is marked by a comment. For this module only.
#pragma once

#include <string>

#include "engine/base/message.hpp"
#include "workflows/check/view.hpp"

namespace guichet::check {

// `home`: the file whose own lines bear no comment.
std::string write_tree(const View& tree, const base::Source& home, base::Language language);

// A scalar in the style that it needs; it reads back as the same text.
std::string write_scalar(const yaml::Node& scalar);

}  // namespace guichet::check
