#include "adapters/web/definition/definition_visit.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>

#include "adapters/http/transport/form.hpp"
#include "adapters/http/transport/slow_work.hpp"
#include "adapters/web/definition/definition_sentences.hpp"
#include "engine/publishing/homeless.hpp"

namespace guichet::web {
namespace {

constexpr std::size_t kFormLimit = 4 * 1024 * 1024;  // a text of 1 MiB, as a form encodes it

http::Response definition_error(const std::shared_ptr<const Layout>& layout,
                                const http::Request& request, int status, const std::string& id) {
  return refused_page(*layout, request, status, id);
}

}  // namespace

std::string DefinitionVisit::say(const base::MessageText& text,
                                 std::vector<std::string> arguments) const {
  return base::Message(text, std::move(arguments)).in(language);
}

std::string DefinitionVisit::say(const std::vector<base::Message>& sentences) const {
  std::string out;
  for (const base::Message& each : sentences) out += (out.empty() ? "" : " ; ") + each.in(language);
  return out;
}

http::Response DefinitionVisit::show(
    int status, const base::MessageText& title, const char* template_name,
    const std::function<void(ctemplate::TemplateDictionary&)>& fill,
    const std::vector<std::string>& said, bool islands) const {
  const Frame frame{.room = Room::definition,
                    .title = say(title),
                    .template_name = template_name,
                    .here = request.method == "GET" ? "" : "/definition",
                    .said = said};
  return layout.page(status, request, frame, [&](ctemplate::TemplateDictionary& body) {
    body.SetValue("PAGE_TITLE", say(title));
    const bool edits = access::may_ever(request.principal, access::Right::edit_definition);
    body.ShowSection(edits ? "MAY_EDIT" : "ONLY_READS");
    if (access::may_ever(request.principal, access::Right::publish))
      body.ShowSection("MAY_PUBLISH");
    if (islands && edits) {
      body.SetValueAndShowSection("ADDRESS", layout.assets().address("islands.js"), "ISLANDS");
    }
    fill(body);
  });
}

http::Response DefinitionVisit::refuse(const http::NotShown& refused) const {
  return show(refused.status, messages::kDefNotShown, "definition_check.tpl",
              [&](ctemplate::TemplateDictionary& body) {
                body.SetValueAndShowSection("SENTENCE", refused.why.in(language), "WHY");
                fill_remarks(body, refused.remarks);
              });
}

http::Handler DefinitionRoutes::handler(DefinitionPage page) const {
  return [layout = layout_, page = std::move(page)](const http::Request& request,
                                                    http::Respond respond) {
    http::answer_slowly(
        layout->site(), request, std::move(respond),
        [layout, page](const http::Request& kept) -> http::Response {
          const auto form = kept.method == "POST" ? http::parse_form(kept) : http::Form();
          if (!form) return refused_page(*layout, kept, 400);
          return page({*layout, layout->site(), kept, form->fields, layout->language(kept)});
        },
        [layout](const http::Request& kept, int status, const std::string& id) {
          return definition_error(layout, kept, status, id);
        },
        http::Effort::study);
  };
}

void DefinitionRoutes::get(const char* path, access::Right right, DefinitionPage page) {
  router_.get(path, {right, access::Object::definition}, handler(std::move(page)));
}

void DefinitionRoutes::post(const char* path, access::Right right, DefinitionPage page) {
  router_.post(path, {right, access::Object::definition}, handler(std::move(page)),
               {.body_limit = kFormLimit});
}

void DefinitionRoutes::post_at_once(const char* path, access::Right right, Act act) {
  router_.post(path, {right, access::Object::definition},
               [layout = layout_, act = std::move(act)](const http::Request& request,
                                                        http::Respond respond) {
                 const auto form = http::parse_form(request);
                 if (!form) return respond(refused_page(*layout, request, 400));
                 act({*layout, layout->site(), request, form->fields, layout->language(request)},
                     std::move(respond));
               });
}

std::string file_address(const std::string& path) {
  return "/definition/files/" + path;
}

void fill_remarks(ctemplate::TemplateDictionary& body,
                  const std::vector<publishing::Remark>& remarks) {
  ctemplate::TemplateDictionary* list = body.AddIncludeDictionary("REMARKS");
  list->SetFilename("definition_remarks.tpl");
  if (remarks.empty()) return list->ShowSection("NO_REMARK");
  ctemplate::TemplateDictionary* some = list->AddSectionDictionary("SOME");
  for (const publishing::Remark& each : remarks) {
    ctemplate::TemplateDictionary* line = some->AddSectionDictionary("REMARK");
    line->SetValue("SEVERITY", each.severity);
    line->SetValue("MESSAGE", each.message);
    line->SetValue("CODE", each.code);
    if (!each.hint.empty()) line->SetValueAndShowSection("TEXT", each.hint, "HINT");
    if (!each.source.empty()) line->SetValueAndShowSection("TEXT", each.source, "SOURCE");
    if (each.file.empty()) continue;
    ctemplate::TemplateDictionary* place = line->AddSectionDictionary("PLACE");
    const bool of_plan = each.file == publishing::kPlanName;  // no file: it stands in the form
    place->SetValue("ADDRESS", of_plan ? "#plan"
                                       : fmt::format("{}?line={}#l{}", file_address(each.file),
                                                     each.line, each.line));
    place->SetValue("NAME", fmt::format("{}:{}:{}", each.file, each.line, each.column));
  }
}

void add_definition_pages(http::Router& router, const std::shared_ptr<const Layout>& layout) {
  DefinitionRoutes routes(router, layout);
  add_file_pages(routes);
  add_study_pages(routes);
  add_publication_pages(routes);
}

}  // namespace guichet::web
