// Inputs of forms made from the desk's fields: the right kind of input for each type, what was
// typed kept, a sentence at the field that is wrong.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "adapters/http/site.hpp"
#include "engine/vocabulary/vocabulary.hpp"

namespace ctemplate {
class TemplateDictionary;
}

namespace guichet::web {

// Names of inputs that are no fields: with a hyphen, which no field id has.
constexpr const char* kFormKey = "form-key";          // the command's idempotency key
constexpr const char* kFormInstance = "form-n";       // the instance acted on
constexpr const char* kFormRevision = "form-rev";     // of the case as it was shown
constexpr const char* kFormEntry = "form-entry";      // of a task
constexpr const char* kFormChannel = "form-channel";  // by which a spoken answer came
constexpr const char* kFormBack = "form-back";        // the page to go back to, if not the case
constexpr const char* kFormMany = "form-many";        // a field whose boxes may all be unticked

struct Input {
  const vocabulary::Field* field = nullptr;
  bool required = false;
  bool roomy = false;               // text of several lines
  std::vector<std::string> values;  // as typed or known; codes, not labels
  std::string error;                // a sentence; empty: none
  std::string label{}, help{};      // in place of the field's own
  // For somebody who is not of the desk: a few choices all in sight, what browsers fill in by
  // themselves, nothing that can only be said later.
  bool for_outside = false;
  bool first = false;    // has the keyboard when the page opens
  bool watched = false;  // cases with the same value are looked for while it is typed
};

// The inputs of one page; knows which lists of codes they refer to.
class FormInputs {
 public:
  FormInputs(const bundle::Desk& desk, const bundle::Directory& directory, base::Language language)
      : desk_(desk), directory_(directory), language_(language) {}

  // Adds one {{>INPUT}} to `form`. `prefix` keeps ids of several forms on one page apart.
  void add(ctemplate::TemplateDictionary& form, const Input& input, const std::string& prefix);
  // The lists of codes that the inputs offer, each once, as {{>LISTS}}.
  void add_lists(ctemplate::TemplateDictionary& page) const { add_lists_of(page, false); }
  // The same without long ones, which lists.js asks for line by line; true where one is left out.
  bool add_short_lists(ctemplate::TemplateDictionary& page) const {
    return add_lists_of(page, true);
  }

 private:
  struct Choice {
    std::string value, label;
  };
  bool add_lists_of(ctemplate::TemplateDictionary& page, bool only_short) const;
  std::vector<Choice> choices_of(const Input& input) const;
  void add_options(ctemplate::TemplateDictionary& input, const Input& given,
                   const std::vector<Choice>& choices) const;
  void add_no_answer(ctemplate::TemplateDictionary& radios, const Input& given) const;
  void add_line(ctemplate::TemplateDictionary& single, const Input& given);

  const bundle::Desk& desk_;
  const bundle::Directory& directory_;
  base::Language language_;
  std::set<std::string> lists_;  // ids of referentials
};

// What a form sent, with a line of a list of codes ("Figeac (46102)", or the label alone where it
// is the only one) as its code.
http::Pairs coded(const http::Pairs& given, const bundle::Desk& desk);
// Fields of which several boxes were offered and none was ticked: known to be empty.
void add_emptied(const http::Pairs& given, const bundle::Desk& desk, cases::Fields& fields);

// The error at a field, if there is one.
std::string error_at(const http::FieldErrors& errors, const std::string& field,
                     base::Language language);
// Whether a field is part of somebody's name: one line, however it is used.
bool is_name(const bundle::Desk& desk, const std::string& field);

}  // namespace guichet::web
