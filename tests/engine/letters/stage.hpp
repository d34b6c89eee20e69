// A desk's names and one case's values for the tests of this folder.
#pragma once

#include "engine/letters/letter.hpp"

namespace guichet::letters::test {

inline constexpr const char* kFields = R"(guichet: fields/1
classes: {contact: {keep: P3Y}, business: {keep: P5Y}}
fields:
  nom:         {of: person, type: text, class: contact}
  accord:      {of: person, type: consent, class: contact}
  entreprise:  {of: firm, type: text, class: business}
  effectif:    {of: firm, type: number, class: business}
  commune:     {of: case, type: code, in: communes}
  theme:       {of: need, type: choice, values: [creation, recrutement], labels: {creation: Création d'entreprise}}
  themes:      {of: request, type: list of choice, values: [creation, recrutement]}
  recue_le:    {of: request, type: date}
  description: {of: request, type: text, class: contact}
  nature_projet: {of: need, type: text}
)";

inline std::shared_ptr<const vocabulary::Vocabulary> words() {
  base::Diagnostics diagnostics;
  const auto table = tabular::read_csv("communes.csv", "code;nom\n46102;Figeac\n", diagnostics);
  auto communes = std::make_shared<const vocabulary::Referential>(
      vocabulary::Referential::Declaration{.id = "communes", .label = "nom"}, table, diagnostics);
  const auto root = yaml::parse(base::make_source("fields.yaml", kFields), diagnostics);
  return vocabulary::load_vocabulary(*root, {{"communes", communes}}, diagnostics);
}

inline const Surroundings& around() {
  static const auto vocabulary = words();
  static const Surroundings surroundings{.vocabulary = *vocabulary,
                                         .roles = {"partenaire", "demandeur"}};
  return surroundings;
}

struct Loaded {
  base::Diagnostics diagnostics;
  std::shared_ptr<const Letter> letter;
  std::string said() const { return base::render_text(diagnostics, base::Language::en); }
};

inline Loaded load(const std::string& text) {
  Loaded out;
  out.letter = load_letter(base::make_source("letters/x.md", text), "x", around(), out.diagnostics);
  return out;
}

// A letter to a partner with this text.
inline Loaded load_body(const std::string& body) {
  return load("---\nguichet: letter/1\nto: partenaire\nsubject: Objet\n---\n" + body);
}

// A letter to a partner with this subject, quoted as YAML's '...'.
inline Loaded load_subject(const std::string& subject) {
  return load("---\nguichet: letter/1\nto: partenaire\nsubject: '" + subject + "'\n---\nBonjour\n");
}

// The values of a case, by the slots of letter_scope().
class Case {
 public:
  Case() : slots_(scope_.size()) {
    set("recipient", {{"name", text("A. Martin")}, {"email", text("a.martin@exemple.test")}});
    set("case", {{"number", text("2009-012")},
                 {"commune", text("46102")},
                 {"opened_on", day("2009-02-04")},
                 {"owner",
                  context({{"name", text("Claire Vernhes")}, {"phone", text("05 65 00 00 01")}})}});
    set("shared", {{"commune", text("46102")}, {"nom", text("Salvan")}});
    set("article", {{"title", text("Création")}});
    set("due", {{"sans_reponse", day("2009-03-05")}});
    set("link", {{"reply", text("https://guichet.exemple.test/r/7-2-Zk3_x")},
                 {"follow", text("https://guichet.exemple.test/s/7")}});
    set("desk", {{"name", text("Plateforme TPE")}, {"site", text("https://guichet.exemple.test")}});
    set("need", {{"theme", text("creation")}, {"title", text("Créer")}});
    set("firm", {{"effectif", *arena.number("2.5")}});
    set("request", {{"recue_le", day("2009-02-04")},
                    {"themes", arena.list(std::vector{text("creation"), text("recrutement")})}});
  }

  feel::Value text(std::string_view value) { return arena.string(value); }
  static feel::Value day(const char* iso) {
    return feel::Value::date(base::parse_day(iso).value());
  }
  feel::Value context(std::initializer_list<feel::Entry> entries) {
    return arena.context(std::span(entries.begin(), entries.size()));
  }
  void set(const char* name, std::initializer_list<feel::Entry> entries) {
    slots_[scope_.find(name).value()] = context(entries);
  }

  std::string markdown(const Letter& letter) { return letter.body.fill(slots_, run, true); }
  std::string subject(const Letter& letter) { return letter.subject.fill(slots_, run, false); }

  feel::Arena arena;
  feel::Evaluation run{.arena = arena};

 private:
  feel::Scope scope_ = letter_scope(around());
  std::vector<feel::Value> slots_;
};

}  // namespace guichet::letters::test
