// Bar charts as SVG text, with a text equivalent for those who do not see them. Values are drawn to
// scale from zero; nothing is coloured that is not also labelled.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guichet::reports {

struct Bar {
  std::string label;
  // One value a series, in the order of `series`.
  std::vector<std::size_t> values;
};

struct Chart {
  std::string title;                // read out in place of the picture
  std::vector<std::string> series;  // names, at most three
  std::vector<Bar> bars;
};

// Upright bars side by side, for months. Width 720 units.
std::string columns(const Chart& chart);
// Lying bars one below the other, for themes and partners.
std::string rows(const Chart& chart);

}  // namespace guichet::reports
