// A table as a grid with what it covers, a letter as it reads, scenarios step by step.
#include <ctemplate/template.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/definition/messages.hpp"
#include "adapters/http/definition/publication_steps.hpp"
#include "adapters/http/transport/field_text.hpp"
#include "adapters/web/definition/definition_sentences.hpp"
#include "adapters/web/definition/definition_visit.hpp"
#include "engine/base/source.hpp"

namespace guichet::web {
namespace {

using access::Right;
using ctemplate::TemplateDictionary;
using http::GridView;
using http::Response;

void fill_grid(TemplateDictionary& body, const GridView& grid) {
  for (const http::GridColumn& each : grid.inputs) {
    body.AddSectionDictionary("INPUT")->SetValue("NAME", each.label);
  }
  for (const http::GridColumn& each : grid.outputs) {
    body.AddSectionDictionary("OUTPUT")->SetValue("NAME", each.label);
  }
  for (const http::GridRule& rule : grid.rules) {
    TemplateDictionary* row = body.AddSectionDictionary("RULE");
    row->SetValue("ID", rule.id);
    for (const std::string& cell : rule.cells) {
      row->AddSectionDictionary("CELL")->SetValue("TEXT", cell);
    }
  }
}

void fill_coverage(TemplateDictionary& body, const GridView& grid) {
  if (grid.complete) body.ShowSection("COMPLETE");
  if (!grid.conclusive) body.ShowSection("NOT_SURE");
  const auto list = [&](const char* name, const auto& items, const auto& text) {
    if (items.empty()) return;
    TemplateDictionary* section = body.AddSectionDictionary(name);
    for (const auto& each : items) {
      section->AddSectionDictionary("ITEM")->SetValue("TEXT", text(each));
    }
  };
  list("GAPS", grid.gaps,
       [](const http::GridGap& each) { return each.text.empty() ? each.witness : each.text; });
  list("OVERLAPS", grid.overlaps, [](const http::GridOverlap& each) {
    return fmt::format("{} : {}", fmt::join(each.rules, ", "), each.at.text);
  });
  list("UNREACHABLE", grid.unreachable, [](const auto& each) {
    return fmt::format("{} ({})", each.first, fmt::join(each.second, ", "));
  });
}

Response table_page(const DefinitionVisit& visit) {
  const std::string& path = visit.request.query.get("path");
  const auto drafted = publishing::read_draft(visit.site.desk);
  const auto file = http::find_definition_file(drafted, path);
  const auto grid = http::show_grid(visit.site, path, std::nullopt, visit.language);
  if (!file || !grid) {
    return grid ? refused_page(visit.layout, visit.request, 404) : visit.refuse(grid.error());
  }
  return visit.show(
      200, messages::kDefTitle, "definition_table.tpl",
      [&](TemplateDictionary& body) {
        body.SetValue("NAME", file->title);
        body.SetValue("PATH", path);
        body.SetValue("ADDRESS", file_address(path));
        body.SetValue("REV", std::to_string(file->rev));
        body.SetValue("HIT", grid->hit_policy);
        if (grid->rules_in.empty()) {
          body.ShowSection("IN_GRID");
        } else {
          TemplateDictionary* beside = body.AddSectionDictionary("BESIDE");
          beside->SetValue("FILE", grid->rules_in);
          beside->SetValue("AT", file_address(grid->rules_in));
        }
        fill_grid(body, *grid);
        fill_coverage(body, *grid);
      },
      {}, true);
}

// By the number that people say, else by that of the address; the number that is no case's gives
// one that nobody may see.
std::optional<base::CaseId> case_called(const DefinitionVisit& visit, const std::string& asked) {
  std::optional<base::CaseId> kase;
  visit.site.desk.store().read([&](store::Reader& reader) { kase = reader.find_number(asked); });
  if (!kase) {
    if (const auto number = http::whole_number(asked)) kase = base::CaseId{*number};
  }
  return kase;
}

Response letter_page(const DefinitionVisit& visit) {
  const std::string& path = visit.request.query.get("path");
  const std::string asked(http::trim(visit.request.query.get("case")));
  const auto show = [&](std::optional<base::CaseId> kase) {
    return http::show_letter(visit.site, visit.request, path, std::nullopt, kase, visit.language);
  };
  std::optional<base::CaseId> kase = asked.empty() ? std::nullopt : case_called(visit, asked);
  auto letter = show(kase);
  // A case that cannot be shown is told above the letter with made-up values.
  std::optional<http::NotShown> refused;
  if (!asked.empty() && (!kase || (!letter && letter.error().status == 404))) {
    kase.reset();
    refused = {404, base::Message(http::messages::kCaseNotShown)};
    letter = show(kase);
  }
  if (!letter) return visit.refuse(letter.error());
  return visit.show(refused ? refused->status : 200, messages::kDefTitle, "definition_letter.tpl",
                    [&](TemplateDictionary& body) {
                      if (refused) {
                        show_refusal(body,
                                     {.title = visit.say(messages::kDefNotShown),
                                      .reasons = {refused->why.in(visit.language)},
                                      .at_fields = {},
                                      .prefix = ""},
                                     visit.language);
                      }
                      body.SetValue("PATH", path);
                      body.SetValue("ADDRESS", file_address(path));
                      body.SetValue("SUBJECT", letter->subject);
                      body.SetValue("TEXT", letter->text);
                      body.SetValue("HTML", letter->html);
                      body.SetValue("CASE", visit.request.query.get("case"));
                      if (!kase) body.ShowSection("MADE_UP");
                    });
}

int line_of(const base::Location& at) {
  return at.source ? at.source->place_of(at.offset).line : 0;
}

void fill_failures(TemplateDictionary& at, const std::vector<scenarios::Failure>& failures) {
  for (const scenarios::Failure& each : failures) {
    TemplateDictionary* one = at.AddSectionDictionary("FAILURE");
    one->SetValue("TEXT", each.what);
  }
}

void fill_tried(TemplateDictionary& body, const DefinitionVisit& visit,
                const scenarios::Tried& tried, bool open) {
  TemplateDictionary* one = body.AddSectionDictionary("TRIED");
  one->SetValue("NAME", tried.name);
  one->ShowSection(tried.passed ? "PASSED" : "FAILED");
  if (open) one->ShowSection("OPEN");
  fill_failures(*one, tried.failures);
  for (const scenarios::TriedStep& step : tried.steps) {
    TemplateDictionary* row = one->AddSectionDictionary("STEP");
    const int line = line_of(step.at);
    const std::string file = step.at.source ? step.at.source->name() : tried.path;
    row->SetValue("ADDRESS", fmt::format("{}?line={}#l{}", file_address(file), line, line));
    row->SetValue("LINE", std::to_string(line));
    row->SetValue("WHAT", step.what);
    row->SetValue("WHEN", visit.layout.short_moment(step.now, visit.language));
    for (const std::string& each : step.states) {
      row->AddSectionDictionary("STATE")->SetValue("TEXT", each);
    }
    for (const std::string& each : step.letters) {
      row->AddSectionDictionary("LETTER")->SetValue("TEXT", each);
    }
    fill_failures(*row, step.failures);
  }
}

// Without `run` the scenarios are listed; running them is what ?run=1 asks, as it changes nothing.
Response scenarios_page(const DefinitionVisit& visit) {
  const std::string& path = visit.request.query.get("path");
  const std::string& name = visit.request.query.get("name");
  std::vector<scenarios::Tried> tried;
  const bool runs = visit.request.query.has("run");
  if (runs) {
    auto played = http::try_draft(visit.site, path, name, visit.language);
    if (!played) return visit.refuse(played.error());
    tried = std::move(*played);
  }
  return visit.show(
      200, messages::kDefTriesTitle, "definition_scenarios.tpl", [&](TemplateDictionary& body) {
        std::size_t passed = 0;
        for (const scenarios::Tried& each : tried) {
          passed += each.passed ? 1 : 0;
          fill_tried(body, visit, each, !each.passed || tried.size() == 1);
        }
        if (runs) {
          TemplateDictionary* told = body.AddSectionDictionary("TOLD");
          told->SetValue("SENTENCE",
                         visit.say(messages::kDefTried, {std::to_string(passed),
                                                         std::to_string(tried.size() - passed)}));
          told->ShowSection(passed == tried.size() ? "GOOD" : "BAD");
        }
        for (const auto& each : http::draft_scenarios(visit.site, visit.language)) {
          if (!path.empty() && each.path != path) continue;
          TemplateDictionary* row = body.AddSectionDictionary("SCENARIO");
          row->SetValue("NAME", each.name);
          row->SetValue("PATH", each.path);
          row->SetValue("ADDRESS", file_address(each.path));
          http::Pairs query;
          query.add("run", "1");
          query.add("name", each.name);
          row->SetValue("RUN", address("/definition/scenarios", query));
        }
      });
}

}  // namespace

void add_study_pages(DefinitionRoutes& routes) {
  routes.get("/definition/tables", Right::see_definition, table_page);
  routes.get("/definition/letters", Right::see_definition, letter_page);
  routes.get("/definition/scenarios", Right::see_definition, scenarios_page);
}

}  // namespace guichet::web
