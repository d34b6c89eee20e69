// Models written in a test, and what they decide.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "rules/dmn/model.hpp"

namespace guichet::dmn_test {

// The elements inside `definitions`; the file is shown as model.dmn.
std::string model_xml(std::string_view elements);
dmn::Definitions definitions_of(const std::string& xml);
// Requires: the model compiles.
std::shared_ptr<const dmn::Model> model_of(std::string_view elements, bool lenient = false);
// Diagnostics of a model as text, English; "" where there are none.
std::string diagnostics_of(std::string_view elements);

// What came of a decision: the value as a literal, then its problems, "; " between them.
struct Decided {
  std::string value;
  bool had_errors = false;
  std::string problems;
};
// `inputs` is a FEEL context.
Decided decide(const dmn::Model& model, std::string_view decision, std::string_view inputs = "{}");
Decided call_service(const dmn::Model& model, std::string_view service,
                     std::string_view inputs = "{}");
Decided call_knowledge(const dmn::Model& model, std::string_view name, std::string_view arguments);

// A decision that is one expression of text; requirements stand before it.
std::string decision(std::string_view name, std::string_view text,
                     std::string_view requirements = "", std::string_view type = "");

}  // namespace guichet::dmn_test
