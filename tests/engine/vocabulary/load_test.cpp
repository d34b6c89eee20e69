#include <catch2/catch.hpp>

#include "tests/engine/vocabulary/words.hpp"

using namespace guichet;
using namespace guichet::vocabulary;
using namespace guichet::vocabulary::test;

namespace {

std::string faults(const std::string& fields) {
  const Loaded loaded =
      load("guichet: fields/1\nclasses: {contact: {keep: P3Y}}\nfields:\n" + fields);
  CHECK(loaded.diagnostics.has_errors());
  return base::render_text(loaded.diagnostics, base::Language::en);
}

std::string codes(const Loaded& loaded) {
  std::string out;
  for (const base::Diagnostic& each : loaded.diagnostics.sorted()) {
    const base::Place place = each.at.source->place_of(each.at.offset);
    out += std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
           std::string(each.code()) + "\n";
  }
  return out;
}

feel::Expression compiled(const std::string& text, const feel::Scope& scope,
                          base::Diagnostics& diagnostics) {
  const auto source = base::make_source("<expression>", text);
  return feel::compile({text, {source, 0, static_cast<std::uint32_t>(text.size())}}, scope,
                       diagnostics);
}

}  // namespace

TEST_CASE("a vocabulary is read whole") {
  const Loaded loaded = load(kFields);

  REQUIRE(base::render_text(loaded.diagnostics, base::Language::en) == "");
  REQUIRE(loaded.vocabulary);
  const Vocabulary& words = *loaded.vocabulary;
  CHECK(words.ids().front() == "nom");
  CHECK(words.ids().size() == 12);
  CHECK(words.classes().at("business").keep == "P5Y");
  CHECK(words.find("inconnu") == nullptr);
  const Field& theme = *words.find("theme");
  CHECK(theme.of == Subject::need);
  CHECK(theme.values == std::vector<std::string>{"creation", "recrutement"});
  CHECK(theme.value_labels.at("creation") == "Création");
  CHECK(words.find("themes")->many);
  CHECK(words.find("commune")->referential == "communes");
  CHECK(words.find("accord")->words.at("oui") == "given");
  CHECK(words.find("urgent")->help == "Une date limite est proche");
  CHECK(words.find("partenaires")->label == "partenaires");
  CHECK_FALSE(words.find("effectif")->check.empty());
  CHECK(words.find("nom")->personal_class == "contact");
}

TEST_CASE("fields have types in expressions") {
  const Loaded loaded = load(kFields);
  REQUIRE(loaded.vocabulary);
  const auto type = [&](const char* id) {
    return loaded.vocabulary->type_of(*loaded.vocabulary->find(id));
  };

  CHECK(type("nom").kind() == feel::Kind::string);
  CHECK(type("effectif").kind() == feel::Kind::number);
  CHECK(type("recue_le").kind() == feel::Kind::date);
  CHECK(type("accord").kind() == feel::Kind::boolean);
  CHECK(type("theme").values() == std::vector<std::string>{"creation", "recrutement"});
  CHECK(type("themes").kind() == feel::Kind::list);
  CHECK(type("themes").element().values().size() == 2);
}

TEST_CASE("every mistake of a vocabulary is found at its place in one pass") {
  const Loaded loaded = load(
      "guichet: fields/1\n"
      "classes: {contact: {keep: trois ans}, heures: {keep: PT8H}}\n"
      "fields:\n"
      "  a: {of: persone, type: text}\n"
      "  b: {of: person, type: txt}\n"
      "  c: {of: person, type: choice}\n"
      "  d: {of: person, type: text, values: [x]}\n"
      "  e: {of: person, type: choice, values: [x, x], labels: {y: Y}}\n"
      "  f: {of: person, type: code, in: comunes}\n"
      "  g: {of: person, type: consent, words: {oui: yes}}\n"
      "  h: {of: person, type: text, class: contcat}\n"
      "  i: {of: person, type: number, check: \"> \"}\n"
      "  j: {of: person, type: date, check: \"<= today()\"}\n"
      "  k: {of: person, type: list of consent}\n"
      "  l: {of: person, typ: text}\n"
      "  case: {of: case, type: text}\n"
      "  date: {of: case, type: date}\n"
      "  for: {of: case, type: text}\n"
      "  in: {of: case, type: text}\n"
      "  \"true\": {of: case, type: text}\n"
      "  or: {of: case, type: text}\n"
      "  emploi-jeunes: {of: case, type: text}\n");

  CHECK(loaded.diagnostics.has_errors());
  CHECK(codes(loaded) ==
        "2:27 not-a-retention\n"
        "2:54 not-a-retention\n"
        "4:11 unknown-subject\n"
        "5:25 unknown-field-type\n"
        "6:25 type-needs-key\n"
        "7:39 key-without-use\n"
        "8:45 repeated-value\n"
        "8:58 label-of-nothing\n"
        "9:35 unknown-referential\n"
        "10:47 unknown-meaning\n"
        "11:38 unknown-class\n"
        "12:43 feel-syntax\n"
        "13:38 check-against-today\n"
        "14:25 no-list-of-consents\n"
        "15:19 unknown-key\n"
        "16:3 reserved-id\n"
        "17:3 reserved-id\n"
        "18:3 reserved-id\n"
        "19:3 reserved-id\n"
        "20:3 reserved-id\n"
        "21:3 reserved-id\n");
}

TEST_CASE("a mistake is said with the words that would do") {
  CHECK(faults("  a: {of: person, type: list of choise}\n") ==
        "fields.yaml:4:25: error [unknown-field-type]: the type 'list of choise' does not exist\n"
        "    4 |   a: {of: person, type: list of choise}\n"
        "      |                         ^ did you mean 'choice'?\n");
  CHECK(faults("  a: {of: person, type: code, in: comunes}\n").find("did you mean 'communes'?") !=
        std::string::npos);
  CHECK(faults("  a: {of: person, type: xyzzy}\n")
            .find("possible types: text, number, boolean, date, choice, code, siret, email, phone, "
                  "partner, consent, and 'list of' before one of them") != std::string::npos);
}

TEST_CASE("a check speaks of values that the field can have") {
  CHECK(faults("  a: {of: need, type: choice, values: [x, y], check: \"\\\"z\\\"\"}\n") != "");
}

TEST_CASE("lookup gives the row of a code") {
  const Loaded loaded = load(kFields);
  REQUIRE(loaded.vocabulary);
  feel::Scope scope;
  scope.declare("commune", feel::Type::of(feel::Kind::string));
  loaded.vocabulary->declare_lookup(scope);
  base::Diagnostics diagnostics;
  const auto expression = compiled("lookup(\"communes\", commune).nom", scope, diagnostics);
  REQUIRE(base::render_text(diagnostics, base::Language::en) == "");
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};

  const feel::Value known[] = {arena.string("46108")};
  CHECK(feel::to_text(feel::evaluate(expression, known, run)) == "Fons");
  CHECK(run.notes.empty());

  const feel::Value unknown[] = {arena.string("99999")};
  CHECK(feel::evaluate(expression, unknown, run).is_null());
  REQUIRE_FALSE(run.notes.empty());
  CHECK(run.notes.front().what.in(base::Language::fr) ==
        "le code « 99999 » n'est pas dans « communes »");

  run.notes.clear();
  const feel::Value none[] = {feel::Value()};
  CHECK(feel::evaluate(expression, none, run).is_null());
  REQUIRE_FALSE(run.notes.empty());
}

TEST_CASE("lookup outlives the vocabulary that declared it") {
  feel::Scope scope;
  load(kFields).vocabulary->declare_lookup(scope);
  base::Diagnostics diagnostics;
  const auto expression = compiled("lookup(\"naf\", \"10.71C\").libelle", scope, diagnostics);
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};

  CHECK(feel::to_text(feel::evaluate(expression, {}, run)) ==
        "Boulangerie et boulangerie-pâtisserie");
}

TEST_CASE("a column or a list that does not exist is found at load") {
  const Loaded loaded = load(kFields);
  feel::Scope scope;
  loaded.vocabulary->declare_lookup(scope);

  base::Diagnostics wrong_column;
  CHECK(compiled("lookup(\"communes\", \"46102\").nmo", scope, wrong_column).empty());
  CHECK(base::render_text(wrong_column, base::Language::en).find("'nom'") != std::string::npos);
  base::Diagnostics wrong_list;
  CHECK(compiled("lookup(\"comunes\", \"46102\").nom", scope, wrong_list).empty());
  CHECK(wrong_list.has_errors());
}
