#include "adapters/http/results/result_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/results/result_messages.hpp"
#include "engine/json/json.hpp"
#include "engine/tabular/csv.hpp"

namespace guichet::http {
namespace {

using results::Figure;
using results::FigureTable;
using results::PlaceGroup;

const messages::MeasureWords& words_of(std::string_view id) {
  const auto found = std::ranges::find(messages::kMeasureWords, id, &messages::MeasureWords::id);
  return *found;
}

// The month's name, without its year: "janvier".
std::string month_name(const std::string& month, base::Language language) {
  const auto day = base::parse_day(month + "-02");
  if (!day) return month;
  const std::string long_date = base::long_date(*day, language);  // "vendredi 2 janvier 2009"
  const std::size_t begin = long_date.find(" 2 ") + 3;
  return long_date.substr(begin, long_date.rfind(' ') - begin);
}

std::string value_label(const bundle::Desk& desk, std::string_view field,
                        const std::string& value) {
  const vocabulary::Field* known = desk.vocabulary->find(field);
  if (known != nullptr) {
    const auto label = known->value_labels.find(value);
    if (label != known->value_labels.end()) return label->second;
  }
  const model::Workflow* workflow = desk.workflow(value);
  return workflow == nullptr ? spoken(value) : workflow->title;
}

std::string figure_json(const Figure& figure) {
  return figure.is_plain() ? fmt::format(R"({{"shown":"plain","count":{}}})", figure.count)
                           : fmt::format(R"({{"shown":"{}","count":null}})", to_text(figure.shown));
}

std::string figures_json(const std::vector<Figure>& figures) {
  std::string out;
  for (const Figure& each : figures) out += (out.empty() ? "" : ",") + figure_json(each);
  return "[" + out + "]";
}

std::string quoted_list(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& each : texts) out += (out.empty() ? "" : ",") + json::quote(each);
  return "[" + out + "]";
}

std::string table_json(const FigureTable& table, const ResultWords& words) {
  std::string rows;
  for (const results::FigureRow& row : table.rows) {
    rows += fmt::format(R"({}{{"id":{},"label":{},"figures":{}}})", rows.empty() ? "" : ",",
                        json::quote(row.id), json::quote(words.row(table.by, row)),
                        figures_json(row.figures));
  }
  return fmt::format(R"({{"by":"{}","title":{},"measures":{},"rows":[{}],"total":{}}})", table.by,
                     json::quote(words.table(table.by)), quoted_list(table.measures), rows,
                     figures_json(table.total));
}

std::string survey_json(const results::SurveyFigures& survey, const ResultWords& words) {
  std::string answers;
  for (const results::SurveyFigures::Answer& each : survey.answers) {
    const auto share = results::share_of(each.figure, survey.answered);
    answers += fmt::format(R"({}{{"value":{},"label":{},"figure":{},"share":{}}})",
                           answers.empty() ? "" : ",", json::quote(each.value),
                           json::quote(words.answer(survey.field, each.value)),
                           figure_json(each.figure), share ? std::to_string(*share) : "null");
  }
  return fmt::format(
      R"({{"field":{},"title":{},"definition":{},"asked":{},"answered":{},"answers":[{}]}})",
      json::quote(survey.field), json::quote(words.survey(survey.field)),
      json::quote(words.survey_definition(survey.field)), figure_json(survey.asked),
      figure_json(survey.answered), answers);
}

std::string measure_json(std::string_view id, const Figure& figure, const ResultWords& words,
                         const bundle::Desk& desk) {
  const auto named = desk.results.measures.find(id);
  const auto aim = [&](std::optional<std::int64_t> bundle::Measure::*which) {
    const bool aims = named != desk.results.measures.end() && named->second.*which;
    return aims ? std::to_string(*(named->second.*which)) : std::string("null");
  };
  return fmt::format(
      R"({{"measure":"{}","title":{},"definition":{},"target_from":{},"target_to":{},"figure":{}}})",
      id, json::quote(words.measure(id)), json::quote(words.definition(id)),
      aim(&bundle::Measure::least), aim(&bundle::Measure::most), figure_json(figure));
}

}  // namespace

std::string_view to_text(results::Shown shown) {
  switch (shown) {
    case results::Shown::plain:
      return "plain";
    case results::Shown::small:
      return "small";
    case results::Shown::withheld:
    case results::Shown::unsaid:
      break;
  }
  return "withheld";
}

const bundle::Measure* ResultWords::named(std::string_view id) const {
  const auto found = desk_.results.measures.find(id);
  return found == desk_.results.measures.end() ? nullptr : &found->second;
}

std::string ResultWords::say(const base::MessageText& text,
                             std::vector<std::string> arguments) const {
  return base::Message(text, std::move(arguments)).in(language_);
}

std::string ResultWords::title() const {
  return desk_.results.title.empty() ? say(messages::kResultsTitle) : desk_.results.title;
}

std::string ResultWords::measure(std::string_view id) const {
  const bundle::Measure* own = named(id);
  return own != nullptr && !own->title.empty() ? own->title : say(words_of(id).title);
}

std::string ResultWords::definition(std::string_view id) const {
  const bundle::Measure* own = named(id);
  return own != nullptr && !own->definition.empty() ? own->definition
                                                    : say(words_of(id).definition);
}

std::string ResultWords::target(std::string_view id) const {
  const bundle::Measure* own = named(id);
  if (own == nullptr || !own->least) return "";
  const std::string least = std::to_string(*own->least);
  return own->most ? say(messages::kAimBetween, {least, std::to_string(*own->most)})
                   : say(messages::kAimLeast, {least});
}

std::string ResultWords::table(std::string_view by) const {
  if (by == "theme") return say(messages::kByTheme);
  if (by == "outcome") return say(messages::kByOutcome);
  if (by == "month") return say(messages::kByMonth);
  if (by == "place") return say(messages::kByPlace);
  return say(messages::kByPartner);
}

std::string ResultWords::row(std::string_view by, const results::FigureRow& row) const {
  if (by == "theme") return value_label(desk_, "theme", row.id);
  if (by == "outcome") {
    if (row.id == "open") return say(messages::kStillOpen);
    return row.id.empty() ? say(messages::kNoOutcome) : value_label(desk_, "issue", row.id);
  }
  if (by == "month") return month_name(row.id, language_);
  if (by == "partner") return partner_name(directory_, row.id);
  switch (row.place.kind) {
    case PlaceGroup::Kind::alone:
      return row.place.name;
    case PlaceGroup::Kind::rest:
      return say(messages::kRestOf, {row.place.name});
    case PlaceGroup::Kind::elsewhere:
      return say(messages::kElsewhere);
    case PlaceGroup::Kind::unknown:
      break;
  }
  return say(messages::kPlaceUnknown);
}

const bundle::Survey* ResultWords::survey_of(std::string_view field) const {
  const auto& all = desk_.results.surveys;
  const auto found = std::ranges::find(all, field, &bundle::Survey::field);
  return found == all.end() ? nullptr : &*found;
}

std::string ResultWords::survey(std::string_view field) const {
  const bundle::Survey* own = survey_of(field);
  if (own != nullptr && !own->title.empty()) return own->title;
  const vocabulary::Field* known = desk_.vocabulary->find(field);
  return known == nullptr ? std::string(field) : known->label;
}

std::string ResultWords::survey_definition(std::string_view field) const {
  const bundle::Survey* own = survey_of(field);
  if (own != nullptr && !own->definition.empty()) return own->definition;
  return say(messages::kSurveyDefined, {own == nullptr ? "" : spoken(own->letter)});
}

std::string ResultWords::answer(std::string_view field, const std::string& value) const {
  return value_label(desk_, field, value);
}

std::string ResultWords::share(const Figure& part, const Figure& whole) const {
  const auto share = results::share_of(part, whole);
  return share ? fmt::format("{} %", *share) : "";
}

std::string ResultWords::total() const {
  return say(messages::kTotal);
}

std::string ResultWords::number(const Figure& figure) const {
  switch (figure.shown) {
    case results::Shown::plain:
      return std::to_string(figure.count);
    case results::Shown::small:
      return fmt::format("< {}", desk_.results.hide_below);
    case results::Shown::withheld:
    case results::Shown::unsaid:
      break;
  }
  return say(messages::kWithheld);
}

std::string to_json(const ResultsView& view, const ResultWords& words, const bundle::Desk& desk) {
  std::string years, figures, tables, surveys;
  for (const int each : view.years) years += (years.empty() ? "" : ",") + std::to_string(each);
  for (const std::string_view id : bundle::kMeasures) {
    figures += (figures.empty() ? "" : ",") +
               measure_json(id, view.figures.total.find(id)->second, words, desk);
  }
  for (const FigureTable& each : view.figures.tables) {
    tables += (tables.empty() ? "" : ",") + table_json(each, words);
  }
  for (const results::SurveyFigures& each : view.figures.surveys) {
    surveys += (surveys.empty() ? "" : ",") + survey_json(each, words);
  }
  return fmt::format(
      R"({{"title":{},"period":"{}","years":[{}],"hide_below":{},"figures":[{}],"tables":[{}],)"
      R"("surveys":[{}]}})",
      json::quote(words.title()), to_text(view.period), years, desk.results.hide_below, figures,
      tables, surveys);
}

std::string to_csv(const ResultsView& view, const ResultWords& words) {
  const std::string period = to_text(view.period);
  std::string out = "\xEF\xBB\xBF";
  out += tabular::write_row({words.say(messages::kPeriodColumn), words.say(messages::kTableColumn),
                             words.say(messages::kRowColumn), words.say(messages::kFigureColumn),
                             words.say(messages::kCountColumn)});
  for (const std::string_view id : bundle::kMeasures) {
    out += tabular::write_row({period, words.total(), words.total(), words.measure(id),
                               words.number(view.figures.total.find(id)->second)});
  }
  for (const FigureTable& table : view.figures.tables) {
    for (const results::FigureRow& row : table.rows) {
      for (std::size_t i = 0; i < table.measures.size(); ++i) {
        out += tabular::write_row({period, words.table(table.by), words.row(table.by, row),
                                   words.measure(table.measures[i]), words.number(row.figures[i])});
      }
    }
  }
  for (const results::SurveyFigures& each : view.figures.surveys) {
    const auto add = [&](const std::string& row, const base::MessageText& figure,
                         const std::string& count) {
      out += tabular::write_row({period, words.survey(each.field), row, words.say(figure), count});
    };
    add(words.total(), messages::kSurveyAsked, words.number(each.asked));
    add(words.total(), messages::kSurveyAnswered, words.number(each.answered));
    for (const results::SurveyFigures::Answer& answer : each.answers) {
      const std::string row = words.answer(each.field, answer.value);
      add(row, messages::kSurveyAnswered, words.number(answer.figure));
      const auto share = results::share_of(answer.figure, each.answered);
      add(row, messages::kSurveyShare,
          share ? std::to_string(*share) : words.say(messages::kWithheld));
    }
  }
  return out;
}

std::string_view result_schemas() {
  return R"("ShownFigure":{"type":"object","properties":{"shown":{"type":"string",
"enum":["plain","small","withheld"]},"count":{"anyOf":[{"type":"integer"},{"type":"null"}]}},
"required":["shown","count"],"additionalProperties":false},
"Results":{"type":"object","properties":{"title":{"type":"string"},"period":{"type":"string"},
"years":{"type":"array","items":{"type":"integer"}},"hide_below":{"type":"integer"},
"figures":{"type":"array","items":{"type":"object","properties":{"measure":{"type":"string"},
"title":{"type":"string"},"definition":{"type":"string"},
"target_from":{"anyOf":[{"type":"integer"},{"type":"null"}]},"target_to":{"anyOf":[{"type":"integer"},{"type":"null"}]},
"figure":{"$ref":"#/components/schemas/ShownFigure"}},"required":["measure","title","definition",
"target_from","target_to","figure"],"additionalProperties":false}},
"tables":{"type":"array","items":{"type":"object","properties":{"by":{"type":"string"},
"title":{"type":"string"},"measures":{"type":"array","items":{"type":"string"}},
"rows":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},
"label":{"type":"string"},"figures":{"type":"array",
"items":{"$ref":"#/components/schemas/ShownFigure"}}},"required":["id","label","figures"],
"additionalProperties":false}},"total":{"type":"array",
"items":{"$ref":"#/components/schemas/ShownFigure"}}},"required":["by","title","measures","rows",
"total"],"additionalProperties":false}},
"surveys":{"type":"array","items":{"type":"object","properties":{"field":{"type":"string"},
"title":{"type":"string"},"definition":{"type":"string"},
"asked":{"$ref":"#/components/schemas/ShownFigure"},
"answered":{"$ref":"#/components/schemas/ShownFigure"},
"answers":{"type":"array","items":{"type":"object","properties":{"value":{"type":"string"},
"label":{"type":"string"},"figure":{"$ref":"#/components/schemas/ShownFigure"},
"share":{"anyOf":[{"type":"integer"},{"type":"null"}]}},"required":["value","label","figure",
"share"],"additionalProperties":false}}},"required":["field","title","definition","asked",
"answered","answers"],"additionalProperties":false}}},"required":["title","period","years",
"hide_below","figures","tables","surveys"],"additionalProperties":false})";
}

}  // namespace guichet::http
