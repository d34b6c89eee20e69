#include "tests/rules/dmn/models.hpp"

#include <stdexcept>

#include "rules/dmn/read.hpp"

namespace guichet::dmn_test {
namespace {

feel::Expression expression(std::string_view text) {
  base::Diagnostics diagnostics;
  const std::string owned(text);
  auto compiled =
      feel::compile(base::LocatedText(owned, {base::make_source("<inputs>", owned), 0,
                                              static_cast<std::uint32_t>(owned.size())}),
                    {}, diagnostics);
  if (compiled.empty()) throw std::runtime_error("inputs: " + owned);
  return compiled;
}

template <typename Run>
Decided decided(std::string_view inputs, Run&& run_it) {
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  const feel::Expression given = expression(inputs);
  const auto outcome = run_it(feel::evaluate(given, {}, run), run);
  if (!outcome) return {"no such thing", true, ""};
  Decided result{feel::to_literal(outcome->value), outcome->had_errors, ""};
  for (const dmn::Problem& problem : outcome->problems)
    result.problems += (result.problems.empty() ? "" : "; ") + problem.what.in(base::Language::en);
  return result;
}

}  // namespace

std::string model_xml(std::string_view elements) {
  return R"(<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" id="m" )"
         R"(namespace="urn:m">)" +
         std::string(elements) + "</definitions>";
}

dmn::Definitions definitions_of(const std::string& xml) {
  base::Diagnostics diagnostics;
  auto definitions = dmn::read_definitions(base::make_source("model.dmn", xml), diagnostics);
  if (!definitions) throw std::runtime_error(render_text(diagnostics, base::Language::en));
  return std::move(*definitions);
}

std::shared_ptr<const dmn::Model> model_of(std::string_view elements, bool lenient) {
  base::Diagnostics diagnostics;
  std::vector<dmn::Definitions> models;
  models.push_back(definitions_of(model_xml(elements)));
  auto model = dmn::Model::compile(std::move(models), {.lenient = lenient}, diagnostics);
  if (model == nullptr) throw std::runtime_error(render_text(diagnostics, base::Language::en));
  return model;
}

std::string diagnostics_of(std::string_view elements) {
  base::Diagnostics diagnostics;
  std::vector<dmn::Definitions> models;
  models.push_back(definitions_of(model_xml(elements)));
  dmn::Model::compile(std::move(models), {}, diagnostics);
  return render_text(diagnostics, base::Language::en);
}

Decided decide(const dmn::Model& model, std::string_view decision, std::string_view inputs) {
  return decided(inputs, [&](const feel::Value& given, feel::Evaluation& run) {
    return model.decide(decision, given, run);
  });
}

Decided call_service(const dmn::Model& model, std::string_view service, std::string_view inputs) {
  return decided(inputs, [&](const feel::Value& given, feel::Evaluation& run) {
    return model.call_service(service, given, run);
  });
}

Decided call_knowledge(const dmn::Model& model, std::string_view name, std::string_view arguments) {
  return decided(arguments, [&](const feel::Value& given, feel::Evaluation& run) {
    return model.call_knowledge(name, given, run);
  });
}

std::string decision(std::string_view name, std::string_view text, std::string_view requirements,
                     std::string_view type) {
  std::string xml = "<decision name=\"" + std::string(name) + "\" id=\"" + std::string(name) +
                    "\"><variable name=\"" + std::string(name) + "\"";
  if (!type.empty()) xml += " typeRef=\"" + std::string(type) + "\"";
  return xml + "/>" + std::string(requirements) + "<literalExpression><text>" + std::string(text) +
         "</text></literalExpression></decision>";
}

}  // namespace guichet::dmn_test
