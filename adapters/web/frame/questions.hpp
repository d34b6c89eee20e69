// A question of a form that is no field of the desk's: a theme, a colleague, a day, a reason.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/message.hpp"

namespace ctemplate {
class TemplateDictionary;
}

namespace guichet::web {

struct Choice {
  std::string value, label;
};

struct Question {
  enum class Kind { line, date, lines, select, checks };
  std::string id;  // name of the input: with a hyphen, which no field id has
  std::string label;
  Kind kind = Kind::line;
  bool required = false;
  std::vector<Choice> choices{};
  std::vector<std::string> values{};
  std::string help{};
  std::string error{};
};

// Adds one {{>INPUT}} to `form`; `prefix` keeps ids of several forms on one page apart.
void add_question(ctemplate::TemplateDictionary& form, const Question& question,
                  const std::string& prefix = "");

}  // namespace guichet::web
