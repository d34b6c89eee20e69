// How the desk's names stand in a sentence: articles, lists, quotes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workflows/words/annexe.hpp"

namespace guichet::words {

// "Orienter" -> "orienter"; an acronym stays.
std::string lower_first(std::string text);
std::string upper_first(std::string text);
// A name that stands in for a title that was not given: "sans_suite" -> "sans suite".
std::string spaced(std::string name);

class Phrases {
 public:
  Phrases(const DeskWords& words, base::Language language) : words_(words), language_(language) {}

  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const {
    return base::Message(text, std::move(arguments)).in(language_);
  }
  const DeskWords& words() const { return words_; }
  base::Language language() const { return language_; }

  // The title, or the name made readable where none was given.
  std::string named(const std::string& title, const std::string& id) const;
  std::string quoted(std::string_view text) const;                   // « text », 'text'
  std::string all_of(const std::vector<std::string>& parts) const;   // a, b et c
  std::string then_of(const std::vector<std::string>& parts) const;  // a ; b ; c
  std::string any_of(const std::vector<std::string>& parts) const;   // a, b ou c

  // "le conseiller du dossier", "l’équipe partenaire". Where the article of a French title is not
  // sure: « Chambre ».
  std::string the(const std::string& role) const;
  std::string to(const std::string& role) const;  // "au conseiller du dossier"
  std::string anyone_of(const std::vector<std::string>& roles) const;
  bool is_agenda(const std::string& role) const;
  std::string title(const std::string& role) const;

  std::string field(const std::string& id) const;  // its label, quoted
  std::string fields(const std::vector<std::string>& ids) const;
  // A value as the field's readers know it; `id` may be no field.
  std::string value(const std::string& id, const feel::Value& value) const;
  std::string letter(const std::string& id) const;
  std::string delay(const base::Delay& delay) const;

 private:
  const DeskWords& words_;
  base::Language language_;
};

}  // namespace guichet::words
