// What people answered to the desk's surveys, counted by year, small numbers hidden. A need counts
// in the year in which its request came in, as everywhere in the results.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/results/small_numbers.hpp"
#include "engine/store/store.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::results {

struct Figure {
  std::int64_t count = 0;  // only to be shown where `shown` is plain
  Shown shown = Shown::plain;
  bool is_plain() const { return shown == Shown::plain; }
};

struct SurveyFigures {
  struct Answer {
    std::string value;  // of the field
    Figure figure;
  };
  std::string field;
  Figure asked, answered;       // needs to which it was put; those of them with an answer
  std::vector<Answer> answers;  // every one that the field allows, in its order
};

// By survey of the desk's results/, in that order.
using SurveyRows = std::vector<std::vector<store::SurveyRow>>;
SurveyRows read_surveys(store::Reader& reader, const bundle::Desk& desk);

// [stretch][survey]; the stretches are years from `first_year` on, and after them all together.
std::vector<std::vector<SurveyFigures>> survey_figures(
    const std::vector<store::CountedCase>& counted, const SurveyRows& rows,
    const bundle::Desk& desk, int first_year, int years);

// In hundredths, of those who answered; nothing where one of both is hidden or nobody answered.
std::optional<std::int64_t> share_of(const Figure& part, const Figure& whole);

}  // namespace guichet::results
