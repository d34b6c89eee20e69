#include "engine/results/survey_figures.hpp"

#include <algorithm>
#include <map>

namespace guichet::results {
namespace {

using PlaceOfNeed = std::pair<base::CaseId, base::InstanceNumber>;

// Needs that count, with the year of their request, from the first year on.
std::map<PlaceOfNeed, std::size_t> years_of_needs(const std::vector<store::CountedCase>& counted,
                                                  const bundle::Desk& desk, int first_year,
                                                  int years) {
  std::map<PlaceOfNeed, std::size_t> out;
  for (const store::CountedCase& kase : counted) {
    const std::chrono::year_month_day day(desk.calendar->local_day(kase.opened_at));
    const int at = static_cast<int>(day.year()) - first_year;
    if (at < 0 || at >= years) continue;
    for (const store::CountedNeed& need : kase.needs) {
      out[{kase.id, need.n}] = static_cast<std::size_t>(at);
    }
  }
  return out;
}

// One survey on a sheet of its own: its figures add up with no others.
class SurveyLayout {
 public:
  SurveyLayout(const bundle::Desk& desk, const bundle::Survey& survey, std::size_t years)
      : field_(survey.field),
        values_(desk.vocabulary->find(survey.field)->values),
        years_(years),
        asked_(years + 1),
        answers_(years + 1, std::vector<std::int64_t>(values_.size())),
        sheet_(desk.results.hide_below) {}

  void count(const store::SurveyRow& row, std::size_t year) {
    const auto found = std::ranges::find(values_, row.answer);
    for (const std::size_t at : {year, years_}) {
      ++asked_[at];
      if (found != values_.end()) {
        ++answers_[at][static_cast<std::size_t>(found - values_.begin())];
      }
    }
  }

  std::vector<SurveyFigures> run() {
    for (std::size_t at = 0; at <= years_; ++at) lay_out(at);
    add_up_years([](const Stretch& each) { return each.asked; });
    add_up_years([](const Stretch& each) { return each.answered; });
    for (std::size_t i = 0; i < values_.size(); ++i) {
      add_up_years([i](const Stretch& each) { return each.answers[i]; });
    }
    sheet_.hide();
    std::vector<SurveyFigures> out;
    for (const Stretch& each : stretches_) out.push_back(read(each));
    return out;
  }

 private:
  // Where the figures of a stretch stand on the sheet.
  struct Stretch {
    std::size_t asked, answered;
    std::vector<std::size_t> answers;
  };

  void lay_out(std::size_t at) {
    std::int64_t answered = 0;
    for (const std::int64_t each : answers_[at]) answered += each;
    Stretch out{sheet_.add(asked_[at]), sheet_.add(answered), {}};
    for (const std::int64_t each : answers_[at]) out.answers.push_back(sheet_.add(each));
    sheet_.add_sum(out.answered, out.answers);
    // Who did not answer is told nowhere, but anybody can reckon it.
    sheet_.add_sum(out.asked, {out.answered, sheet_.add_unshown(asked_[at] - answered)});
    stretches_.push_back(std::move(out));
  }

  template <typename Which>
  void add_up_years(Which which) {
    std::vector<std::size_t> years;
    for (std::size_t at = 0; at < years_; ++at) years.push_back(which(stretches_[at]));
    sheet_.add_sum(which(stretches_.back()), std::move(years));
  }

  Figure shown(std::size_t at) const { return {sheet_.count(at), sheet_.shown(at)}; }

  SurveyFigures read(const Stretch& at) const {
    SurveyFigures out{
        .field = field_, .asked = shown(at.asked), .answered = shown(at.answered), .answers = {}};
    for (std::size_t i = 0; i < values_.size(); ++i) {
      out.answers.push_back({values_[i], shown(at.answers[i])});
    }
    return out;
  }

  const std::string& field_;
  const std::vector<std::string>& values_;
  std::size_t years_;
  std::vector<std::int64_t> asked_;                 // by stretch
  std::vector<std::vector<std::int64_t>> answers_;  // by stretch and value
  std::vector<Stretch> stretches_;
  Sheet sheet_;
};

}  // namespace

SurveyRows read_surveys(store::Reader& reader, const bundle::Desk& desk) {
  SurveyRows out;
  for (const bundle::Survey& each : desk.results.surveys) {
    out.push_back(reader.surveyed({.letter = each.letter, .field = each.field}));
  }
  return out;
}

std::vector<std::vector<SurveyFigures>> survey_figures(
    const std::vector<store::CountedCase>& counted, const SurveyRows& rows,
    const bundle::Desk& desk, int first_year, int years) {
  const auto stretches = static_cast<std::size_t>(years) + 1;
  std::vector<std::vector<SurveyFigures>> out(stretches);
  const auto year_of = years_of_needs(counted, desk, first_year, years);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    SurveyLayout layout(desk, desk.results.surveys[i], stretches - 1);
    for (const store::SurveyRow& each : rows[i]) {
      const auto year = year_of.find({each.kase, each.n});
      if (year != year_of.end()) layout.count(each, year->second);
    }
    std::vector<SurveyFigures> figures = layout.run();
    for (std::size_t at = 0; at < stretches; ++at) out[at].push_back(std::move(figures[at]));
  }
  return out;
}

std::optional<std::int64_t> share_of(const Figure& part, const Figure& whole) {
  if (!part.is_plain() || !whole.is_plain() || whole.count == 0) return {};
  return (part.count * 200 + whole.count) / (whole.count * 2);
}

}  // namespace guichet::results
