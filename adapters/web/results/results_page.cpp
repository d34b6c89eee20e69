#include "adapters/web/results/results_page.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "adapters/http/results/result_messages.hpp"
#include "adapters/http/results/result_words.hpp"
#include "adapters/http/transport/slow_work.hpp"
#include "adapters/web/frame/refusal.hpp"
#include "adapters/web/results/chart.hpp"
#include "adapters/web/results/results_words.hpp"

namespace guichet::web {
namespace {

using ctemplate::TemplateDictionary;
using http::Request;
using http::Respond;
using http::Response;
using http::ResultPeriod;
using results::Figure;
using SharedLayout = std::shared_ptr<const Layout>;

constexpr std::string_view kHeadline[] = {"requests", "cases",       "firms",    "holders",
                                          "needs",    "accompanied", "completed"};

std::string period_address(const char* path, const ResultPeriod& period) {
  http::Pairs query;
  query.add("period", to_text(period));
  return address(path, query);
}

class ResultsPage {
 public:
  ResultsPage(const http::ResultsView& view, const http::ResultWords& words,
              const bundle::Desk& desk)
      : view_(view), words_(words), desk_(desk) {}

  void fill(TemplateDictionary& body) const {
    body.SetValue("TITLE", words_.title());
    if (!view_.years.empty()) body.SetValue("PERIOD", to_text(view_.period));
    if (!desk_.results.introduction.empty()) {
      body.SetValueAndShowSection("TEXT", desk_.results.introduction, "INTRODUCTION");
    }
    body.SetValue("CSV", period_address("/results.csv", view_.period));
    body.SetValue("JSON", period_address("/api/results", view_.period));
    fill_periods(body);
    if (view_.years.empty()) {
      body.SetValueAndShowSection("SENTENCE", words_.say(messages::kNoResults), "NONE");
      return;
    }
    TemplateDictionary* some = body.AddSectionDictionary("SOME");
    const std::int64_t limit = desk_.results.hide_below;
    some->SetValue("HIDDEN_WHY", words_.say(messages::kHiddenWhy,
                                            {std::to_string(limit - 1), std::to_string(limit)}));
    for (const std::string_view id : kHeadline) fill_headline(*some, id);
    some->SetValue("KEPT", kept_share());
    for (const results::SurveyFigures& each : view_.figures.surveys) fill_survey(*some, each);
    for (const results::FigureTable& each : view_.figures.tables) fill_table(*some, each);
  }

 private:
  void fill_periods(TemplateDictionary& body) const {
    const auto add = [&](const ResultPeriod& period) {
      TemplateDictionary* each = body.AddSectionDictionary("CHOICE");
      each->SetValue("ADDRESS", period_address("/results", period));
      each->SetValue("TITLE", to_text(period));
      if (period.three == view_.period.three && period.year == view_.period.year) {
        each->ShowSection("CHOSEN");
      }
    };
    std::set<int> blocks;
    for (const int year : view_.years) {
      add({year, false});
      blocks.insert(results::block_of(year));
    }
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) add({*block, true});
  }

  void fill_headline(TemplateDictionary& body, std::string_view id) const {
    TemplateDictionary* figure = body.AddSectionDictionary("FIGURE");
    figure->SetValue("TITLE", words_.measure(id));
    figure->SetValue("NUMBER", words_.number(view_.figures.total.find(id)->second));
    const std::string target = view_.period.three ? "" : words_.target(id);
    if (!target.empty()) figure->SetValueAndShowSection("TEXT", target, "TARGET");
    figure->SetValue("DEFINED", words_.definition(id));
  }

  // Of the answers that came or should have come; only where nothing hidden goes into it.
  std::string kept_share() const {
    const auto of = [&](std::string_view id) -> const Figure& {
      return view_.figures.total.find(id)->second;
    };
    const Figure &in_time = of("in_time"), &late = of("late"), &silent = of("silent");
    const std::int64_t due = in_time.count + late.count + silent.count;
    if (!in_time.is_plain() || !late.is_plain() || !silent.is_plain() || due == 0) {
      return words_.say(messages::kKeptUnknown);
    }
    return words_.say(messages::kKeptShare, {std::to_string(in_time.count * 100 / due)});
  }

  static void put_number(TemplateDictionary& cell, const std::string& text, const Figure& figure,
                         const std::string& label) {
    cell.SetValue("NUMBER", text);
    cell.SetValue("LABEL", label);
    if (!figure.is_plain()) cell.ShowSection("HIDDEN");
  }

  void fill_table(TemplateDictionary& body, const results::FigureTable& table) const {
    if (table.rows.empty()) return;
    TemplateDictionary* out = body.AddSectionDictionary("TABLE");
    out->SetValue("ID", table.by);
    out->SetValue("TITLE", words_.table(table.by));
    for (const std::string& id : table.measures) {
      out->AddSectionDictionary("COLUMN")->SetValue("TITLE", words_.measure(id));
      TemplateDictionary* defined = out->AddSectionDictionary("DEFINED");
      defined->SetValue("TITLE", words_.measure(id));
      defined->SetValue("TEXT", words_.definition(id));
    }
    for (const results::FigureRow& row : table.rows) {
      TemplateDictionary* line = out->AddSectionDictionary("LINE");
      line->SetValue("NAME", words_.row(table.by, row));
      fill_cells(*line, table, row.figures);
    }
    TemplateDictionary* sum = out->AddSectionDictionary("SUM");
    sum->SetValue("NAME", words_.total());
    fill_cells(*sum, table, table.total);
    if (table.by == "theme" || table.by == "month") fill_chart(*out, table);
  }

  void fill_survey(TemplateDictionary& body, const results::SurveyFigures& survey) const {
    TemplateDictionary* out = body.AddSectionDictionary("SURVEY");
    out->SetValue("ID", survey.field);
    out->SetValue("TITLE", words_.survey(survey.field));
    out->SetValue("DEFINED", words_.survey_definition(survey.field));
    out->SetValue("SENTENCE",
                  words_.say(messages::kSurveyReturn,
                             {words_.number(survey.asked), words_.number(survey.answered)}));
    if (const auto share = words_.share(survey.answered, survey.asked); !share.empty()) {
      out->SetValueAndShowSection("TEXT", share, "RATE");
    }
    for (const results::SurveyFigures::Answer& each : survey.answers) {
      TemplateDictionary* line = out->AddSectionDictionary("ANSWER");
      line->SetValue("NAME", words_.answer(survey.field, each.value));
      put_number(*line, words_.number(each.figure), each.figure,
                 words_.say(http::messages::kSurveyAnswered));
      const std::string share = words_.share(each.figure, survey.answered);
      line->SetValue("SHARE", share.empty() ? "–" : share);
    }
  }

  void fill_cells(TemplateDictionary& line, const results::FigureTable& table,
                  const std::vector<Figure>& figures) const {
    for (std::size_t i = 0; i < figures.size(); ++i) {
      put_number(*line.AddSectionDictionary("CELL"), words_.number(figures[i]), figures[i],
                 words_.measure(table.measures[i]));
    }
  }

  void fill_chart(TemplateDictionary& out, const results::FigureTable& table) const {
    const std::string caption = words_.say(
        messages::kChartCaption, {words_.table(table.by), words_.measure(table.measures.front())});
    const std::string svg = result_chart(table, 0, words_, caption);
    // Markup made here, its texts escaped.
    if (!svg.empty()) out.SetValueAndShowSection("SVG", svg, "CHART");
  }

  const http::ResultsView& view_;
  const http::ResultWords& words_;
  const bundle::Desk& desk_;
};

Response results_page(const Layout& layout, const Request& request) {
  http::Site& site = layout.site();
  const http::ResultWords words(site.desk, layout.language(request));
  const http::ResultsView view =
      http::view_results(*http::results_of(site), request.principal, request.query.get("period"));
  const ResultsPage page(view, words, layout.desk());
  return layout.page(200, request,
                     {.room = Room::results,
                      .title = fmt::format("{} {}", words.title(), to_text(view.period)),
                      .template_name = "results.tpl"},
                     [&](TemplateDictionary& body) { page.fill(body); });
}

Response results_file(const Layout& layout, const Request& request) {
  http::Site& site = layout.site();
  const http::ResultWords words(site.desk, layout.language(request));
  const http::ResultsView view =
      http::view_results(*http::results_of(site), request.principal, request.query.get("period"));
  Response response{.status = 200, .body = to_csv(view, words)};
  response.headers.set("Content-Type", "text/csv; charset=utf-8");
  response.headers.set(
      "Content-Disposition",
      fmt::format("attachment; filename=\"resultats-{}.csv\"", to_text(view.period)));
  return response;
}

http::Handler off_the_loop(const SharedLayout& layout,
                           Response (*page)(const Layout&, const Request&)) {
  return [layout, page](const Request& request, Respond respond) {
    http::answer_slowly(
        layout->site(), request, std::move(respond),
        [layout, page](const Request& kept) { return page(*layout, kept); },
        [layout](const Request& kept, int status, const std::string& id) {
          return refused_page(*layout, kept, status, id);
        });
  };
}

}  // namespace

void add_results_pages(http::Router& router, http::Site& site, const SharedLayout& layout) {
  http::results_of(site);  // made before there are threads that ask for it
  const http::RouteAccess access{access::Right::see_results, access::Object::nothing};
  router.get("/results", access, off_the_loop(layout, results_page));
  router.get("/results.csv", access, off_the_loop(layout, results_file));
}

}  // namespace guichet::web
