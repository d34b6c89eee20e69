// The names that exist on a desk, for whoever writes its files: what an editor proposes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/publishing/check.hpp"

namespace guichet::publishing {

struct Named {
  std::string id, title;
};
struct NamedField {
  std::string id, title, type;
  std::vector<std::string> values;
};
struct NamedWorkflow {
  std::string id, title;
  std::vector<std::string> states;  // paths
};
struct NamedFunction {
  std::string name, signature, text;
};
struct NamedKey {
  std::string name, text;  // text: where it stands
};

struct Names {
  std::vector<NamedField> fields;
  std::vector<Named> partners, roles;
  std::vector<std::string> letters, tables, conventions, calendars, referentials, themes;
  std::vector<NamedWorkflow> workflows;
  std::vector<NamedFunction> functions;               // of FEEL, and the desk's own
  std::map<std::string, std::vector<NamedKey>> keys;  // by kind of file
};

// Of a desk that has mistakes too: what could be read.
Names names_of(const bundle::Desk& desk, base::Language language);

}  // namespace guichet::publishing
