// Is a JSON value what a JSON Schema says? The part of the language that the API's description
// uses; a keyword beyond it is a misfit itself, so that nothing passes unread.
#pragma once

#include <string>
#include <vector>

#include "rules/feel/value.hpp"

namespace guichet::tests {

class SchemaCheck {
 public:
  // `document`: an OpenAPI document, whose components `$ref` names.
  explicit SchemaCheck(const feel::Value& document) : document_(document) {}

  // What does not fit, each with its place ("$.needs[0].title: not a string"); empty where all
  // does.
  std::vector<std::string> misfits(const feel::Value& value, const feel::Value& schema);
  // The schema of that name; fails the test where there is none.
  const feel::Value& schema(const std::string& name) const;

 private:
  void check(const feel::Value& value, const feel::Value& schema, const std::string& at);
  void check_type(const feel::Value& value, std::string_view type, const std::string& at);
  // One of the words that a text may be.
  void check_words(const feel::Value& value, const feel::Value& schema, const std::string& at);
  void check_object(const feel::Value& value, const feel::Value& schema, const std::string& at);
  void check_array(const feel::Value& value, const feel::Value& schema, const std::string& at);
  bool fits_one(const feel::Value& value, const feel::Value& schemas);

  const feel::Value& document_;
  std::vector<std::string> misfits_;
};

}  // namespace guichet::tests
