// Inside the module: the expat pass over XML text. It checks well-formedness and limits, resolves
// namespaces and takes the place of every name, attribute and text.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rules/dmn/xml.hpp"

namespace guichet::dmn::xml {

using Prefixes = std::map<std::string, std::string, std::less<>>;

// One element as the pass reports it; its text comes with its end.
struct Content {
  std::string name_space;
  std::string name;
  std::vector<Attribute> attributes;
  base::LocatedText text;
  base::Location at;                         // its name in the start tag
  std::shared_ptr<const Prefixes> prefixes;  // in scope; shared where nothing new is declared
};

class PassHandler {
 public:
  virtual ~PassHandler() = default;
  virtual void begin(Content content) = 0;
  virtual void end(base::LocatedText text) = 0;
};

// False, with a diagnostic, where the text is malformed, passes a limit, or has a DOCTYPE.
bool run_pass(const base::Source& source, const Limits& limits, PassHandler& handler,
              base::Diagnostics& diagnostics);

}  // namespace guichet::dmn::xml
