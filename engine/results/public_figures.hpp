// What may be shown of a desk's results to anybody: counts by theme, outcome, month, place and
// partner, small numbers hidden. A year's figures and those of the three years that it is one of
// are decided on together, so that neither tells what the other hides.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/results/answer_times.hpp"
#include "engine/results/places.hpp"
#include "engine/results/survey_figures.hpp"

namespace guichet::results {

struct FigureRow {
  std::string id;               // theme, outcome, "2009-02", code or group of places, partner
  PlaceGroup place;             // of a row of places
  std::vector<Figure> figures;  // by measure of the table
};

struct FigureTable {
  std::string by;  // theme, outcome, month, place, partner
  std::vector<std::string> measures;
  std::vector<FigureRow> rows;
  std::vector<Figure> total;
};

struct FigureSet {
  std::map<std::string, Figure, std::less<>> total;  // by measure
  std::vector<FigureTable> tables;                   // of three years: by place alone
  std::vector<SurveyFigures> surveys;                // in the order of the desk's results/
};

// Three years of one desk. A request counts in the year in which it came in, with all that became
// of it; a referral in the year in which it asked.
struct BlockFigures {
  static constexpr int kYears = 3;
  int first_year = 0;
  std::vector<FigureSet> years;  // three
  FigureSet together;
};
// The first of the three years that a year is reckoned with: 2007 of 2007, 2008 and 2009.
constexpr int block_of(int year) {
  return year - year % BlockFigures::kYears;
}

std::shared_ptr<const BlockFigures> block_figures(const std::vector<store::CountedCase>& counted,
                                                  const bundle::Desk& desk,
                                                  const bundle::Directory& directory,
                                                  int first_year, base::Instant now,
                                                  const SurveyRows& surveys = {});
// The years in which a request came in or a partner was asked, the latest first.
std::vector<int> years_with_figures(const std::vector<store::CountedCase>& counted,
                                    const bundle::Desk& desk);

}  // namespace guichet::results
