// What publishing the draft would change, publishing it, and the versions before it.
#include <ctemplate/template.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/definition/publication_steps.hpp"
#include "adapters/http/transport/slow_work.hpp"
#include "adapters/web/definition/definition_sentences.hpp"
#include "adapters/web/definition/definition_visit.hpp"
#include "engine/publishing/history.hpp"

namespace guichet::web {
namespace {

using access::Right;
using ctemplate::TemplateDictionary;
using http::Response;

constexpr std::int64_t kMostReplayed = 200;
constexpr std::size_t kMostShown = 30;  // examples of a kind

void fill_sentences(TemplateDictionary& body, const std::vector<base::Message>& sentences,
                    base::Language language) {
  if (sentences.empty()) return body.ShowSection("NO_CHANGE");
  TemplateDictionary* list = body.AddSectionDictionary("CHANGES");
  for (const base::Message& each : sentences) {
    list->AddSectionDictionary("CHANGE")->SetValue("TEXT", each.in(language));
  }
}

void fill_differences(TemplateDictionary& body,
                      const std::vector<publishing::FileChange>& differences) {
  for (const publishing::FileChange& each : differences) {
    TemplateDictionary* file = body.AddSectionDictionary("DIFFERENCE");
    file->SetValue("PATH", each.path);
    if (each.added) file->ShowSection("ADDED");
    if (each.removed) file->ShowSection("REMOVED");
    if (each.lines.empty()) file->ShowSection("NOT_TEXT");
    for (const publishing::DiffLine& line : each.lines) {
      TemplateDictionary* one = file->AddSectionDictionary("LINE");
      one->SetValue("TEXT", line.text);
      one->ShowSection(line.sign == '+' ? "IN" : line.sign == '-' ? "OUT" : "BOTH");
    }
  }
}

std::string moment_or_dash(const DefinitionVisit& visit, const std::optional<base::Instant>& at) {
  return at ? visit.layout.short_moment(*at, visit.language) : "–";
}

void fill_place(TemplateDictionary& body, const DefinitionVisit& visit,
                const publishing::PlaceReport& place) {
  TemplateDictionary* row = body.AddSectionDictionary("PLACE");
  row->SetValue("WORKFLOW", place.group.workflow);
  row->SetValue("STATE", place.title.empty() ? place.group.configuration : place.title);
  row->SetValue("COUNT", std::to_string(place.group.count));
  const auto verdict = static_cast<std::size_t>(place.assessment.verdict);
  row->SetValue("VERDICT", visit.say(messages::kDefVerdicts[verdict]));
  row->ShowSection(verdict < 2 ? "EASY" : verdict == 2 ? "TIMERS" : "HARD");
  if (place.assessment.carried) {
    row->SetValueAndShowSection("TEXT", fmt::format("{}", fmt::join(place.leads_to, " ")), "THERE");
  }
  for (const base::Message& each : place.assessment.reasons) {
    row->AddSectionDictionary("REASON")->SetValue("TEXT", each.in(visit.language));
  }
  for (const publishing::TimerShift& each : place.timers) {
    row->AddSectionDictionary("REASON")->SetValue(
        "TEXT", visit.say(messages::kDefTimer, {each.kase.number, each.state, each.timer,
                                                moment_or_dash(visit, each.was),
                                                moment_or_dash(visit, each.due), each.change}));
  }
}

void fill_preview(TemplateDictionary& body, const DefinitionVisit& visit,
                  const publishing::Preview& preview) {
  if (preview.places.empty()) body.ShowSection("NOBODY");
  if (!preview.places.empty()) {
    TemplateDictionary* flight = body.AddSectionDictionary("FLIGHT");
    for (const publishing::PlaceReport& each : preview.places) fill_place(*flight, visit, each);
  }
  for (const std::string& text : preview.suggested) {
    body.AddSectionDictionary("SUGGESTED")->SetValue("TEXT", text);
  }
}

void fill_past(TemplateDictionary& body, const DefinitionVisit& visit,
               const publishing::Replay& past) {
  TemplateDictionary* section = body.AddSectionDictionary("PAST");
  section->SetValue("SENTENCE",
                    visit.say(messages::kDefReplayed,
                              {std::to_string(past.cases), std::to_string(past.routed),
                               std::to_string(past.reminded), std::to_string(past.stuck)}));
  if (past.not_reached > 0) {
    section->SetValueAndShowSection(
        "TEXT", visit.say(messages::kDefNotReached, {std::to_string(past.not_reached)}), "CUT");
  }
  if (past.different.empty()) section->ShowSection("SAME");
  for (std::size_t i = 0; i < past.different.size() && i < kMostShown; ++i) {
    const publishing::Replayed& each = past.different[i];
    for (const auto* sentences : {&each.stuck, &each.routed, &each.reminded}) {
      for (const base::Message& sentence : *sentences) {
        TemplateDictionary* line = section->AddSectionDictionary("LIFE");
        line->SetValue("NUMBER", each.kase.number);
        line->SetValue("TEXT", sentence.in(visit.language));
      }
    }
  }
}

// Names of fields of the form, before "path:state".
constexpr std::string_view kTo = "to:", kEnter = "enter:", kForget = "forget:";

std::optional<publishing::Sent> answer_of(const std::string& name, const std::string& value,
                                          const http::Pairs& given) {
  const bool forgets = name.starts_with(kForget);
  if (!forgets && !name.starts_with(kTo)) return {};
  const std::string about = name.substr((forgets ? kForget : kTo).size());
  const auto colon = about.find(':');
  if (colon == std::string::npos) return {};
  return publishing::Sent{.workflow = about.substr(0, colon),
                          .state = about.substr(colon + 1),
                          .to = forgets ? "" : value,
                          .memory = forgets,
                          .enters = given.has(std::string(kEnter) + about)};
}

publishing::Passage passage_of(const http::Pairs& given) {
  publishing::Passage passage{.keep_in_flight = given.has("keep"),
                              .seen = given.get("seen"),
                              .carries = given.get("act") == "carry"};
  std::string plan = given.get("plan");
  std::erase(plan, '\r');
  if (plan.find_first_not_of(" \n\t") == std::string::npos) plan.clear();
  std::vector<publishing::Sent> answers;
  for (const auto& [name, value] : given.list()) {
    if (auto answer = answer_of(name, value, given)) answers.push_back(std::move(*answer));
  }
  const std::string& note = given.get("note");
  std::string made;
  if (!passage.keep_in_flight) {
    made = publishing::plan_made_of(answers, note.empty() ? "–" : note);
  }
  if (!plan.empty() && !made.empty()) plan += "\n---\n";
  plan += made;
  if (!plan.empty()) passage.plan = std::move(plan);
  return passage;
}

void fill_move(TemplateDictionary& section, const DefinitionVisit& visit,
               const publishing::Homeless& one, const http::Pairs& typed, std::size_t number) {
  const std::string about = one.workflow + ":" + one.state;
  TemplateDictionary* move = section.AddSectionDictionary("MOVE");
  move->SetValue("ID", fmt::format("move-{}", number));
  move->SetValue("ABOUT", about);
  move->SetValue("TITLE", visit.say(messages::kDefMove,
                                    {one.workflow_title, one.title, std::to_string(one.cases)}));
  if (one.memory) {
    TemplateDictionary* memory = move->AddSectionDictionary("MEMORY");
    if (typed.has(std::string(kForget) + about)) memory->ShowSection("IS");
    return;
  }
  TemplateDictionary* choice = move->AddSectionDictionary("CHOICE");
  const std::string name = std::string(kTo) + about;
  const std::string& chosen = typed.has(name) ? typed.get(name) : one.proposed;
  for (const publishing::Haven& each : one.havens) {
    TemplateDictionary* haven = choice->AddSectionDictionary("HAVEN");
    haven->SetValue("PATH", each.path);
    haven->SetValue("NAME", each.title);
    if (each.path == chosen) haven->ShowSection("IS");
  }
  if (typed.has(std::string(kEnter) + about)) choice->ShowSection("ENTERS");
}

// Where cases go whose step the draft does not have: asked here rather than in a text to be
// written.
void fill_homeless(TemplateDictionary& body, const DefinitionVisit& visit,
                   const std::vector<publishing::Homeless>& homeless, const http::Pairs& typed) {
  if (homeless.empty()) return;
  TemplateDictionary* section = body.AddSectionDictionary("HOMELESS");
  std::size_t number = 0;
  for (const publishing::Homeless& each : homeless) {
    fill_move(*section, visit, each, typed, ++number);
  }
}

// With the way to its expectation, and to the scenario played step by step.
void fill_failed_test(TemplateDictionary& body, const scenarios::Failure& failure) {
  TemplateDictionary* one = body.AddSectionDictionary("TEST");
  one->SetValue("TEXT", fmt::format("{} : {}", failure.scenario, failure.what));
  if (!failure.at.source) return;
  const std::string& file = failure.at.source->name();
  const int line = failure.at.source->place_of(failure.at.offset).line;
  TemplateDictionary* place = one->AddSectionDictionary("AT");
  place->SetValue("ADDRESS", fmt::format("{}?line={}#l{}", file_address(file), line, line));
  place->SetValue("NAME", fmt::format("{}:{}", file, line));
  if (!file.starts_with("tests/")) return;
  http::Pairs query;
  query.add("run", "1");
  query.add("name", failure.scenario);
  place->SetValueAndShowSection("RUN", address("/definition/scenarios", query), "PLAYED");
}

void fill_outlook(TemplateDictionary& body, const DefinitionVisit& visit,
                  const publishing::Drafted& drafted, const publishing::Outlook& outlook) {
  for (const base::Message& each : outlook.forecast.sentences) {
    body.AddSectionDictionary(outlook.forecast.refused ? "REFUSED_FOR" : "FORESEEN")
        ->SetValue("TEXT", each.in(visit.language));
  }
  if (!outlook.remarks.empty()) {
    fill_remarks(*body.AddSectionDictionary("HAS_REMARKS"), outlook.remarks);
  }
  if (outlook.gate) {
    for (const scenarios::Failure& each : outlook.gate->tests.failures) {
      fill_failed_test(body, each);
    }
  }
  if (!outlook.preview) body.ShowSection("UNKNOWN");
  if (outlook.preview) {
    std::vector<base::Message> sentences;
    for (const migrate::Change& each : outlook.preview->changes) sentences.push_back(each.what);
    fill_sentences(body, sentences, visit.language);
    fill_preview(body, visit, *outlook.preview);
  }
  fill_differences(body, publishing::changes_between(drafted.published->files, drafted.files));
  if (outlook.past) fill_past(body, visit, *outlook.past);
}

Response preview_page(const DefinitionVisit& visit) {
  const std::size_t replay = http::bounded(visit.request.query, "replay", 20, 0, kMostReplayed);
  const auto drafted = publishing::read_draft(visit.site.desk);
  const auto outlook =
      publishing::look_ahead(http::workshop_of(visit.site), drafted,
                             passage_of(visit.request.query), replay, visit.language);
  return visit.show(200, messages::kDefPreviewTitle, "definition_preview.tpl",
                    [&](TemplateDictionary& body) {
                      body.SetValue("REPLAY", std::to_string(replay));
                      const bool others = outlook.preview && !outlook.preview->places.empty();
                      if (drafted.changed.empty() && others) {
                        body.ShowSection("CARRY");
                      } else if (!drafted.changed.empty() && !outlook.forecast.refused) {
                        body.ShowSection("READY");
                      }
                      if (!drafted.changed.empty() && !outlook.homeless.empty()) {
                        body.ShowSection("TO_BE_SENT");
                      }
                      fill_outlook(body, visit, drafted, outlook);
                    });
}

// The form; after a refusal, with what was typed.
Response publish_form(const DefinitionVisit& visit, int status, const http::Pairs& typed,
                      const publishing::NotPublished* refused) {
  const auto drafted = publishing::read_draft(visit.site.desk);
  publishing::Workshop& workshop = http::workshop_of(visit.site);
  auto outlook = publishing::look_ahead(workshop, drafted, {}, 0, visit.language);
  const std::vector<publishing::Homeless> homeless = outlook.homeless;
  const publishing::Passage passage = passage_of(typed);
  if (passage.plan || passage.keep_in_flight) {
    outlook = publishing::look_ahead(workshop, drafted, passage, 0, visit.language);
  }
  return visit.show(
      status, messages::kDefPublishTitle, "definition_publish.tpl", [&](TemplateDictionary& body) {
        body.SetValue("NOTE", typed.get("note"));
        body.SetValue("SEEN", publishing::seen_of(drafted));
        fill_homeless(body, visit, homeless, typed);
        const bool others = outlook.preview && !outlook.preview->places.empty();
        // A note that was typed is shown again, whatever became of the draft.
        if (!drafted.changed.empty() || !typed.get("note").empty()) body.ShowSection("OF_DRAFT");
        if (drafted.changed.empty()) {
          body.SetValueAndShowSection("SENTENCE", visit.say(messages::kDefNoDraft), "NO_DRAFT");
          if (others) body.ShowSection("CARRY");
        }
        body.SetValue("PLAN", typed.get("plan"));
        if (!typed.get("plan").empty()) body.ShowSection("PLAN_OPEN");
        if (typed.has("keep")) body.ShowSection("KEPT");
        if (refused != nullptr) {
          Refused box{.title = visit.say(messages::kDefNotPublished),
                      .reasons = {},
                      .at_fields = {},
                      .prefix = ""};
          for (const base::Message& each : refused->reasons) {
            box.reasons.push_back(each.in(visit.language));
          }
          box.reasons.insert(box.reasons.end(), refused->failures.begin(), refused->failures.end());
          show_refusal(body, box, visit.language);
        }
        fill_outlook(body, visit, drafted, outlook);
      });
}

Response publish_page(const DefinitionVisit& visit) {
  return publish_form(visit, 200, {}, nullptr);
}

void publish_act(const DefinitionVisit& visit, http::Respond respond) {
  const Layout* layout = &visit.layout;
  const auto failed = [layout](const http::Request& kept, int status, const std::string& id) {
    return refused_page(*layout, kept, status, id);
  };
  if (visit.form.get("act") == "try") {  // what would come of these answers; nothing is published
    return http::answer_slowly(
        visit.site, visit.request, std::move(respond),
        [layout, form = visit.form](const http::Request& kept) {
          return publish_form({*layout, layout->site(), kept, form, layout->language(kept)}, 200,
                              form, nullptr);
        },
        failed, http::Effort::study);
  }
  http::publish_slowly(
      visit.site, visit.request, passage_of(visit.form), visit.form.get("note"), std::move(respond),
      [layout, form = visit.form](const http::Request& kept,
                                  const http::PublishedOrNot& published) -> Response {
        if (published) {
          const bool carried = form.get("act") == "carry";
          return http::see_other(carried ? "/definition?carried=1" : "/definition?published=1");
        }
        const DefinitionVisit again{*layout, layout->site(), kept, form, layout->language(kept)};
        return publish_form(again, published.error().status, form, &published.error());
      },
      failed);
}

Response history_page(const DefinitionVisit& visit) {
  return visit.show(
      200, messages::kDefHistoryTitle, "definition_history.tpl", [&](TemplateDictionary& body) {
        for (const publishing::Version& each : publishing::versions(visit.site.desk.store())) {
          const store::Publication& one = each.publication;
          TemplateDictionary* row = body.AddSectionDictionary("VERSION");
          row->SetValue("HASH", one.content_hash);
          row->SetValue("AT", visit.layout.short_moment(one.at, visit.language));
          row->SetValue("BY", one.by);
          row->SetValue("NOTE", one.note.empty() ? "–" : one.note);
          if (each.in_force) row->ShowSection("IN_FORCE");
        }
      });
}

Response version_form(const DefinitionVisit& visit, int status, const std::string& refused) {
  const std::string hash = visit.request.params.get("hash");
  const auto version = publishing::find_version(visit.site.desk.store(), hash);
  if (!version) return refused_page(visit.layout, visit.request, 404);
  const store::Publication& one = version->version.publication;
  const bool has_draft = !publishing::read_draft(visit.site.desk).changed.empty();
  return visit.show(
      status, messages::kDefHistoryTitle, "definition_version.tpl", [&](TemplateDictionary& body) {
        body.SetValue("NAME", visit.say(messages::kDefVersionTitle,
                                        {visit.layout.short_moment(one.at, visit.language)}));
        body.SetValue("HASH", hash);
        body.SetValue("BY", one.by);
        body.SetValue("NOTE", one.note);
        if (version->version.in_force) body.ShowSection("IN_FORCE");
        if (!version->version.in_force) {
          TemplateDictionary* back = body.AddSectionDictionary("RETURN");
          if (has_draft) back->ShowSection("HAS_DRAFT");
        }
        if (!refused.empty()) {
          show_refusal(body,
                       {.title = visit.say(messages::kDefNotSaved),
                        .reasons = {refused},
                        .at_fields = {},
                        .prefix = ""},
                       visit.language);
        }
        fill_sentences(body, version->changes, visit.language);
        fill_differences(body, version->differences);
      });
}

Response version_page(const DefinitionVisit& visit) {
  return version_form(visit, 200, "");
}

Response return_act(const DefinitionVisit& visit) {
  const auto done = http::return_to_version(
      visit.site, visit.request, visit.request.params.get("hash"), visit.form.has("replace"));
  if (done) return http::see_other("/definition?returned=1");
  return version_form(visit, done.error().status, done.error().why.in(visit.language));
}

}  // namespace

void add_publication_pages(DefinitionRoutes& routes) {
  routes.get("/definition/preview", Right::edit_definition, preview_page);
  routes.get("/definition/publish", Right::publish, publish_page);
  routes.post_at_once("/definition/publish", Right::publish, publish_act);
  routes.get("/definition/history", Right::see_definition, history_page);
  routes.get("/definition/history/{hash}", Right::see_definition, version_page);
  routes.post("/definition/history/{hash}/return", Right::edit_definition, return_act);
}

}  // namespace guichet::web
