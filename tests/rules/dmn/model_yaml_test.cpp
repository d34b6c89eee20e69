#include <catch2/catch.hpp>

#include "engine/base/file.hpp"
#include "kit.hpp"
#include "rules/dmn/model.hpp"
#include "rules/dmn/model_yaml.hpp"
#include "rules/dmn/read.hpp"
#include "rules/dmn/write.hpp"
#include "tck_case.hpp"
#include "tests/support/has.hpp"

using namespace guichet;
using tests::has;
using Model = std::shared_ptr<const dmn::Model>;

namespace {

struct YamlRead {
  std::optional<dmn::Definitions> definitions;
  std::string said;
};

YamlRead read_yaml(const std::string& text, const std::string& file = {}) {
  base::Diagnostics diagnostics;
  YamlRead made;
  const auto root = yaml::parse(base::make_source("m.yaml", text), diagnostics);
  const auto beside = [&](const std::string&) -> base::Result<std::string> { return file; };
  if (root != nullptr) made.definitions = dmn::read_model(*root, beside, diagnostics);
  made.said = base::render_text(diagnostics, base::Language::en);
  return made;
}

Model compile(dmn::Definitions definitions, bool lenient = false) {
  base::Diagnostics diagnostics;
  std::vector<dmn::Definitions> models;
  models.push_back(std::move(definitions));
  auto model =
      dmn::Model::compile(std::move(models), {.lenient = lenient, .externals = {}}, diagnostics);
  INFO(base::render_text(diagnostics, base::Language::en));
  CHECK(model);
  return model;
}

feel::Stored evaluate(const std::string& text) {
  base::Diagnostics none;
  const auto source = base::make_source("<test>", text);
  const auto expression = feel::compile(
      {text, base::Location{source, 0, static_cast<std::uint32_t>(text.size())}}, {}, none);
  REQUIRE_FALSE(expression.empty());
  feel::Arena arena;
  feel::Evaluation run{arena};
  return feel::Stored(feel::evaluate(expression, {}, run));
}

std::string decide(const dmn::Model& model, const std::string& decision,
                   const std::string& inputs) {
  feel::Arena arena;
  feel::Evaluation run{arena};
  const feel::Stored context = evaluate(inputs);
  const auto outcome = model.decide(decision, context.value(), run);
  REQUIRE(outcome);
  return feel::to_literal(outcome->value);
}

constexpr const char* kLoan = R"yaml(guichet: decision-model/1
id: pret
title: Un prêt
version: 3
types:
  tAge: {type: number, values: "[0..150]"}
  tPersonne: {members: {nom: string, age: tAge}}
  tPersonnes: list of tPersonne
inputs:
  personne: tPersonne
  autres: {type: tPersonnes, label: Les autres}
  montant demandé: number
functions:
  mensualité: {parameters: {montant: number, mois: number}, type: number, expr: montant / mois}
decisions:
  adulte: personne.age >= 18
  charge: {type: number, expr: "mensualité(montant demandé, 12)", question: "Combien par mois ?"}
  niveau:
    label: Niveau de risque
    table:
      hit: F
      inputs:
        adulte: {type: boolean}
        charge: {type: number, missing: error}
      outputs:
        risque: {type: string, values: [haut, bas]}
        suite: {}
      rules: |
        | id | adulte | charge || risque | suite             |
        | R1 | false  | -      || haut   | "refus"           |
        | R2 | -      | > 100  || haut   | personne.nom      |
        | R3 | -      | -      || bas    | count(autres) + 1 |
  réponse: 'if niveau.risque = "bas" then "oui" else "non"'
services:
  avis: {outputs: réponse, inputs: [personne, autres, charge]}
)yaml";

constexpr const char* kMarie =
    R"({personne: {nom: "Marie", age: 30}, autres: [], "montant demandé": 600})";

}  // namespace

TEST_CASE("a model in YAML decides") {
  YamlRead made = read_yaml(kLoan);
  INFO(made.said);
  REQUIRE(made.definitions);
  CHECK(made.said.empty());
  const Model model = compile(std::move(*made.definitions));
  REQUIRE(model);
  CHECK(decide(*model, "charge", kMarie) == "50");
  CHECK(decide(*model, "niveau", kMarie) == "{risque: \"bas\", suite: 1}");
  CHECK(decide(*model, "réponse", kMarie) == "\"oui\"");
}

TEST_CASE("what a decision requires is found out from the names that it uses") {
  const YamlRead made = read_yaml(kLoan);
  REQUIRE(made.definitions);
  const auto required = [&](std::size_t decision) {
    std::string all;
    const dmn::Decision& one = made.definitions->decisions[decision];
    for (const auto* list :
         {&one.required_inputs, &one.required_decisions, &one.required_knowledge})
      for (const dmn::Reference& reference : *list) all += reference.href + " ";
    return all;
  };
  CHECK(required(0) == "#personne ");
  CHECK(required(1) == "#montant_demand__ #mensualit__ ");
  CHECK(required(2) == "#autres #personne #adulte #charge ");
  CHECK(required(3) == "#niveau ");
  const dmn::DecisionService& service = made.definitions->services[0];
  CHECK(service.input_decisions.size() == 1);
  CHECK(service.input_data.size() == 2);
  CHECK(service.encapsulated_decisions.size() == 2);  // niveau, adulte
}

TEST_CASE("a model goes through DMN and comes back") {
  YamlRead made = read_yaml(kLoan);
  REQUIRE(made.definitions);
  const std::string xml = dmn::write_xml(*made.definitions);
  base::Diagnostics diagnostics;
  const auto again = dmn::read_definitions(base::make_source("m.dmn", xml), diagnostics);
  INFO(base::render_text(diagnostics, base::Language::en));
  REQUIRE(again);
  const auto text = dmn::model_to_yaml(*again, diagnostics);
  INFO(base::render_text(diagnostics, base::Language::en));
  REQUIRE(text);
  INFO(*text);
  YamlRead back = read_yaml(*text);
  REQUIRE(back.definitions);
  CHECK(dmn::write_xml(*back.definitions) == xml);
  const Model model = compile(std::move(*back.definitions));
  CHECK(decide(*model, "réponse", kMarie) == "\"oui\"");
}

TEST_CASE("mistakes of a model are told at their places") {
  const auto with = [](const std::string& decisions) {
    return read_yaml(
               "guichet: decision-model/1\nid: m\ninputs: {age: number}\nfunctions:\n"
               "  f: {parameters: [x], expr: x + 1}\ndecisions:\n" +
               decisions)
        .said;
  };
  CHECK(with("  a: f(age)\n").empty());
  CHECK(has(with("  a: f(agee)\n"), "m.yaml:7:8: error [unknown-name]"));
  CHECK(has(with("  a: age +\n"), "m.yaml:7:"));
  CHECK(has(with("  a: b + 1\n  b: c\n  c: {expr: a}\n"), "[circle]: "));
  CHECK(has(with("  a: a + 1\n"), "'a' depends on itself: a -> a"));
  CHECK(has(with("  age: 1\n"), "m.yaml:7:3: error [duplicate-name]"));
  CHECK(has(with("  a: {type: nombre, expr: age}\n"), "[unknown-type]: 'nombre'"));
  CHECK(has(with("  a: {label: x}\n"), "[expr-or-table]"));
  CHECK(has(with("  a: {expr: age, tabel: x}\n"), "[unknown-key]"));
  CHECK(has(with("  a: f(age)\nservices: {s: {outputs: b}}\n"), "[unknown-member]"));
  CHECK(has(with("  a:\n    table:\n      valid: {from: 2009-01-01}\n      inputs: {age: {}}\n"
                 "      outputs: {o: {}}\n      rules: |\n        | id | age || o |\n"),
            "m.yaml:9:14: error [not-in-model]"));
  CHECK(has(read_yaml("guichet: decision-model/1\nid: m\ninputs: {age: number}\n"
                 "functions: {f: {parameters: [x], expr: x + age}}\ndecisions: {}\n")
                .said,
            "[unknown-name]"));
}

TEST_CASE("the model of docs/dmn.md decides what the page says") {
  const std::string page = base::read_bytes(GUICHET_ROOT "/docs/dmn.md").value();
  const std::size_t begin = page.find("```yaml\n") + 8;
  YamlRead made = read_yaml(page.substr(begin, page.find("```", begin) - begin));
  INFO(made.said);
  REQUIRE(made.definitions);
  const Model model = compile(std::move(*made.definitions));
  CHECK(decide(*model, "réponse", kMarie) == "\"oui\"");
}

TEST_CASE("a table beside the model is read") {
  const YamlRead made = read_yaml(
      "guichet: decision-model/1\nid: m\ninputs: {age: number}\ndecisions:\n"
      "  a: {table: t.yaml}\n  b: a = \"oui\"\n",
      "guichet: decision-table/1\nid: t\ninputs: {age: {type: number}}\noutputs: {o: {}}\n"
      "rules: |\n  | id | age   || o     |\n  | R1 | >= 18 || \"oui\" |\n");
  INFO(made.said);
  REQUIRE(made.definitions);
  CHECK(made.definitions->decisions[0].required_inputs.size() == 1);
}

TEST_CASE("models of the kit decide as YAML what they decide as DMN") {
  int converted = 0, compared = 0;
  const auto models = dmn_test::kit_models();
  for (const std::string& path : models) {
    INFO(path);
    base::Diagnostics diagnostics;
    const auto definitions = dmn::read_definitions_file(path, diagnostics);
    REQUIRE(definitions);
    base::Diagnostics reasons;
    const auto text = dmn::model_to_yaml(*definitions, reasons);
    CHECK(text.has_value() != reasons.has_errors());
    // Expressions that are wrong on purpose are refused in YAML.
    if (!text) continue;
    ++converted;
    YamlRead back = read_yaml(*text);
    INFO(back.said);
    REQUIRE(back.definitions);
    const Model as_yaml = compile(std::move(*back.definitions), true);
    const Model as_dmn =
        dmn::load_model_file(path, {.lenient = true, .externals = {}}, diagnostics);
    const auto file =
        dmn::tck::read_test_file(path.substr(0, path.size() - 4) + "-test-01.xml", diagnostics);
    if (as_yaml == nullptr || as_dmn == nullptr || !file) continue;
    for (const dmn::tck::Case& one : file->cases) {
      if (one.type != "decision") continue;
      for (const dmn::tck::ExpectedNode& node : one.nodes) {
        INFO("case " << one.id << ", " << node.name);
        feel::Arena arena;
        feel::Evaluation run{arena}, other_run{arena};
        const auto wanted = as_dmn->decide(node.name, one.inputs.value(), run);
        const auto got = as_yaml->decide(node.name, one.inputs.value(), other_run);
        if (!wanted) continue;
        REQUIRE(got);
        CHECK(feel::to_literal(got->value) == feel::to_literal(wanted->value));
        ++compared;
      }
    }
  }
  if (models.empty()) return;
  CHECK(converted >= 80);
  CHECK(compared >= 700);
}
