// Conventions from text and cases to choose for, for the tests of this folder.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "engine/base/diagnostic.hpp"
#include "engine/tabular/csv.hpp"
#include "engine/yaml/node.hpp"
#include "rules/convention/choose.hpp"
#include "rules/convention/load.hpp"

namespace guichet::convention::testing {

inline std::shared_ptr<const vocabulary::Referential> referential(
    const std::string& id, const std::string& csv, std::map<std::string, std::string> levels = {},
    const std::string& version = "") {
  base::Diagnostics diagnostics;
  const auto table = tabular::read_csv(id + ".csv", csv, diagnostics);
  return std::make_shared<const vocabulary::Referential>(
      vocabulary::Referential::Declaration{
          .id = id, .label = "", .levels = std::move(levels), .source = "", .version = version},
      table, diagnostics);
}

// A small desk: its fields, two referentials, and the scope that expressions see.
class Desk {
 public:
  Desk() {
    base::Diagnostics diagnostics;
    const auto fields = yaml::parse(base::make_source("fields.yaml", R"(guichet: fields/1
classes: {business: {keep: P5Y}}
fields:
  theme:    {of: need, type: choice, values: [creation, transmission, formation, autre]}
  commune:  {of: case, type: code, in: communes, class: business}
  naf:      {of: case, type: code, in: naf, class: business}
  effectif: {of: firm, type: number, class: business}
  stade:    {of: case, type: text}
)"),
                                    diagnostics);
    std::map<std::string, std::shared_ptr<const vocabulary::Referential>> referentials;
    referentials["communes"] = referential(
        "communes",
        "code;nom;departement;epci\n46102;Figeac;46;200067361\n46104;Faycelles;46;200067361\n"
        "46042;Cahors;46;200023737\n12012;Asprières;12;200067361\n",
        {{"epci", "epci"}, {"dep", "departement"}});
    referentials["naf"] = referential(
        "naf",
        "code;libelle;section\n10.71C;Boulangerie;C\n43.21A;Électricité;F\n47.11B;Épicerie;G\n"
        "62.01Z;Programmation;J\n",
        {{"section", "section"}});
    referentials["tranches"] =
        referential("tranches", "code;min;max\n00;0;0\n03;6;9\n11;10;19\n12;20;49\nNR;;\n");
    vocabulary = vocabulary::load_vocabulary(*fields, referentials, diagnostics);
    if (!vocabulary) throw std::runtime_error(base::render_text(diagnostics, base::Language::en));
    for (const char* name : {"theme", "case", "firm"}) scope.declare(name);
  }

  std::shared_ptr<const vocabulary::Vocabulary> vocabulary;
  feel::Scope scope;
  std::vector<std::string> partners{"cma-46", "cci-46", "bge"};
  std::vector<std::string> queues{"coordination"};
};

struct Loaded {
  base::Diagnostics diagnostics;
  std::shared_ptr<const Convention> convention;

  std::string text() const { return base::render_text(diagnostics, base::Language::en); }
  std::string codes() const {
    std::string codes;
    for (const auto& one : diagnostics.sorted())
      codes += (codes.empty() ? "" : " ") + std::string(one.code());
    return codes;
  }
};

inline Loaded load(const Desk& desk, const std::string& text) {
  Loaded loaded;
  const auto root = yaml::parse(base::make_source("c.yaml", text), loaded.diagnostics);
  if (root)
    loaded.convention =
        load_convention(*root, {desk.scope, desk.vocabulary.get(), &desk.partners, &desk.queues},
                        loaded.diagnostics);
  return loaded;
}

// A need: `theme`, `case` and `firm` as FEEL text, on 4 February 2009.
struct Asked {
  std::string theme = "\"creation\"";
  std::string kase = R"({commune: "46102", naf: "10.71C"})";
  std::string firm = "{effectif: 4}";
  base::Day today = *base::parse_day("2009-02-04");
  std::string seed = "1/2";
  std::vector<Barred> barred = {};
  Loads loads = {};
  std::optional<base::Day> waiting_since = {};
};

inline Choice choose(const Loaded& loaded, const Asked& asked) {
  feel::Arena arena;
  feel::Evaluation run{arena};
  const auto value = [&](const std::string& text) {
    base::Diagnostics diagnostics;
    const auto length = static_cast<std::uint32_t>(text.size());
    const auto expression = feel::compile(
        base::LocatedText(text, {base::make_source("<value>", text), 0, length}), {}, diagnostics);
    if (expression.empty()) throw std::runtime_error(text);
    return arena.copy(feel::evaluate(expression, {}, run));
  };
  const std::vector<feel::Value> variables{value(asked.theme), value(asked.kase),
                                           value(asked.firm)};
  const Need need{.variables = variables,
                  .today = asked.today,
                  .seed = asked.seed,
                  .barred = asked.barred,
                  .waiting_since = asked.waiting_since};
  return convention::choose(*loaded.convention, need, asked.loads, run);
}

// "cma-46 cci-46"
inline std::string chosen(const Choice& choice) {
  std::string ids;
  for (const Chosen& one : choice.chosen) ids += (ids.empty() ? "" : " ") + one.partner;
  return ids;
}

// "cci-46: naf 10.71C / G" for each partner that was not chosen.
inline std::string turned_down(const Choice& choice) {
  std::string text;
  for (const NotChosen& one : choice.not_chosen) {
    text += (text.empty() ? "" : "; ") + one.partner + ":";
    for (const Failure& failure : one.failed)
      text += " " + failure.criterion + " " + failure.value + " / " + failure.wanted;
  }
  return text;
}

inline std::string would_open(const Choice& choice) {
  std::string text;
  for (const WouldOpen& one : choice.would_open) {
    text += (text.empty() ? "" : "; ") + one.field + ":";
    for (const std::string& partner : one.partners) text += " " + partner;
  }
  return text;
}

}  // namespace guichet::convention::testing
