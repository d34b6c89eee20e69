// A bar chart of one measure of a table of results, as SVG. Beside it stands the table itself;
// what the table hides is not drawn.
#pragma once

#include <string>

#include "adapters/http/results/result_words.hpp"

namespace guichet::web {

// Empty where nothing can be drawn. The text is markup, names in it escaped.
std::string result_chart(const results::FigureTable& table, std::size_t measure,
                         const http::ResultWords& words, const std::string& caption);

}  // namespace guichet::web
