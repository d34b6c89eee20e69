// A label of the templates: {{L_DUE}} in the page's language.
#pragma once

#include <string_view>

namespace guichet::web {

struct Label {
  std::string_view marker, fr, en;
};

}  // namespace guichet::web
