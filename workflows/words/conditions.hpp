// A FEEL condition as a clause of a sentence, where it is one of the plain forms; else as written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/feel/expression.hpp"
#include "workflows/words/phrases.hpp"

namespace guichet::words {

// An expression as it was written, on one line.
std::string one_line(std::string_view text);
// "« Thème » est « Création »": what may follow "si" and "if".
std::string condition(const feel::Expression& expression, const model::Workflow& workflow,
                      const Phrases& phrases);

}  // namespace guichet::words
