// A path in plain language, to be printed as an annex to the agreement and signed: what each step
// asks of whom, within what delay, what reminds and escalates, where each answer leads, which facts
// a partner is given, how it ends. Made from the model alone, so that it cannot differ from it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/base/message.hpp"
#include "engine/vocabulary/vocabulary.hpp"
#include "rules/feel/scope.hpp"
#include "workflows/model/workflow.hpp"

namespace guichet::words {

// What the desk calls things. Requires: outlives the calls it is given to.
struct DeskWords {
  struct Role {
    std::string title;
    bool agenda = false;  // the partners' meeting: a line there rather than a letter
  };
  const vocabulary::Vocabulary* vocabulary = nullptr;
  const feel::Scope* scope = nullptr;  // of the workflows' expressions
  std::map<std::string, Role> roles{};
  std::string partner{};  // the role of the partner at hand
  // id -> what people read
  std::map<std::string, std::string> letters{}, workflows{}, conventions{}, refusals{}, partners{};
};

// One statement. The key says what it is about and stays when its words change.
struct Item {
  std::string key, text;
  std::vector<std::string> cases;  // what is said of each case apart
};
struct Section {
  std::string key, heading;
  std::vector<Item> items;
};
struct Annexe {
  std::string title, introduction;
  std::vector<Section> sections;
};

Annexe annexe(const model::Workflow& workflow, const DeskWords& words, base::Language language);
// Markdown, ready to be printed.
std::string to_markdown(const Annexe& annexe);
// What was added, removed and replaced since `before`, in the words of both; says so where nothing.
std::string difference(const Annexe& before, const Annexe& after, base::Language language);

}  // namespace guichet::words
