// Results in people's words: titles, definitions, rows, numbers. As the desk's results/ names
// them, else as the catalogue does.
#pragma once

#include <string>

#include "adapters/http/results/published_results.hpp"

namespace guichet::http {

class ResultWords {
 public:
  ResultWords(const desk::Desk& desk, base::Language language)
      : desk_(desk.definition()), directory_(desk.directory()), language_(language) {}

  std::string title() const;
  std::string measure(std::string_view id) const;
  std::string definition(std::string_view id) const;
  // "objectif : 100 à 120 par an"; empty where the desk aims at nothing.
  std::string target(std::string_view id) const;
  std::string table(std::string_view by) const;
  std::string row(std::string_view by, const results::FigureRow& row) const;
  std::string total() const;
  std::string survey(std::string_view field) const;  // its title
  std::string survey_definition(std::string_view field) const;
  std::string answer(std::string_view field, const std::string& value) const;
  // "62 %"; empty where it cannot be told.
  std::string share(const results::Figure& part, const results::Figure& whole) const;
  // "12", "< 5", "masqué".
  std::string number(const results::Figure& figure) const;
  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const;

 private:
  const bundle::Measure* named(std::string_view id) const;
  const bundle::Survey* survey_of(std::string_view field) const;

  const bundle::Desk& desk_;
  const bundle::Directory& directory_;
  base::Language language_;
};

std::string_view to_text(results::Shown shown);
std::string to_json(const ResultsView& view, const ResultWords& words, const bundle::Desk& desk);
// For spreadsheets: one line by figure, UTF-8 with its mark, cells that would run as formulas made
// harmless.
std::string to_csv(const ResultsView& view, const ResultWords& words);
std::string_view result_schemas();

}  // namespace guichet::http
