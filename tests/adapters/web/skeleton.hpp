// What a browser makes of a page, without its words: elements and names of attributes, in order. Two
// pages that differ in nothing but words have the same one.
#pragma once

#include <string>
#include <vector>

namespace guichet::web {

struct Markup {
  std::vector<std::string> elements;  // "  a class href": as deep as it stands, what it has
  std::vector<std::string> links;     // values of href, in order
  std::vector<std::string> dangers;   // handlers, style, addresses that run: never right
  std::vector<std::string> comments;
};

Markup markup_of(const std::string& html);

// A form of a page, filled by whoever presses its button.
struct PageForm {
  std::string action;
  struct Field {
    std::string name, value, type;  // type: hidden, text, textarea, select ..
  };
  std::vector<Field> fields;
};
// Those that post.
std::vector<PageForm> forms_of(const std::string& html);

}  // namespace guichet::web
