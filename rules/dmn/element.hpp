// What the elements of a DMN model have in common. See definitions.hpp.
#pragma once

#include <string>
#include <vector>

#include "engine/base/source.hpp"

namespace guichet::dmn {

// What Guichet's YAML says and DMN has no word for, kept beside the element under YAML's key.
struct Extension {
  std::string key;   // "missing", "tests"
  std::string text;  // as YAML writes it
};

// What every element may bear.
struct Element {
  std::string id;     // "" where not given
  std::string name;   // "" where not given
  std::string label;  // shown instead of the name, if given
  std::string description;
  base::Location at;
  std::vector<Extension> extensions;
};

// A name and its type as written: "number", "feel:number", "tLoan", "import.tLoan"; "" where none.
struct InformationItem {
  Element element;
  std::string type_ref;
};

// FEEL (or another language's) text, blanks at its ends included.
struct UnaryTests {
  Element element;
  base::LocatedText text;
  std::string expression_language;  // "" : that of the definitions
  // The same cell as a YAML table writes it, where DMN needs other words: `haut` for "haut".
  std::string written;
};

}  // namespace guichet::dmn
