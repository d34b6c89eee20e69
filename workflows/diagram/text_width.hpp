// How much room a text takes before anything draws it: no font is opened. The widths are those of
// Helvetica, which Arial and Liberation Sans share; a sixth is added for wider fonts (Verdana,
// DejaVu Sans).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guichet::diagram {

enum class Weight { normal, bold };

// In the unit of `size`. An accented letter counts as its bare one does on average.
double text_width(std::string_view text, double size, Weight weight = Weight::normal);
// Lines that are not wider than `width`, broken at blanks; a word that is wider is cut.
std::vector<std::string> wrapped(std::string_view text, double size, double width,
                                 Weight weight = Weight::normal);

}  // namespace guichet::diagram
