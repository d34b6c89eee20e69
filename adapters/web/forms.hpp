// Inputs of forms made from the desk's fields: the right kind of input for each type, what was
// typed kept, a sentence at the field that is wrong.
#pragma once

#include <string>
#include <vector>

#include "adapters/http/site.hpp"
#include "engine/vocabulary/vocabulary.hpp"

namespace ctemplate {
class TemplateDictionary;
}

namespace guichet::web {

struct Input {
  const vocabulary::Field* field = nullptr;
  bool required = false;
  std::vector<std::string> values;  // as typed or known; codes, not labels
  std::string error;                // a sentence; empty: none
};

// Adds one {{#INPUT}} section (see templates/inputs.tpl) to `form`. `prefix` keeps ids of several
// forms on one page apart.
void add_input(ctemplate::TemplateDictionary& form, const Input& input, const bundle::Desk& desk,
               const bundle::Directory& directory, const std::string& prefix);

// The error at a field, if there is one.
std::string error_at(const http::FieldErrors& errors, const std::string& field,
                     base::Language language);

}  // namespace guichet::web
