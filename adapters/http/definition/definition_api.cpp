// The desk's files over the API: the draft, what is wrong with it, what its parts look like.
#include <fmt/format.h>

#include "adapters/http/api/api.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/api/problem.hpp"
#include "adapters/http/definition/definition_answers.hpp"
#include "adapters/http/definition/definition_json.hpp"
#include "adapters/http/definition/messages.hpp"
#include "adapters/http/transport/field_text.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;
using base::Message;

constexpr RouteAccess kSee{Right::see_definition, Object::definition};
constexpr RouteAccess kEdit{Right::edit_definition, Object::definition};
constexpr std::size_t kBodyLimit = 3 * 1024 * 1024;  // a text of 1 MiB, escaped

Response with_etag_of(Response response, std::int64_t rev) {
  response.headers.set("ETag", fmt::format("\"{}\"", rev));
  return response;
}

// The revision that was edited: If-Match, else "rev".
std::optional<std::int64_t> edited_revision(const Request& request, const Given& given) {
  std::string_view tag = trim(request.headers.get("If-Match"));
  if (tag.empty()) return given.number("rev");
  if (tag.size() > 2 && tag.starts_with('"') && tag.ends_with('"')) {
    tag = tag.substr(1, tag.size() - 2);
  }
  return whole_number(tag);
}

Response not_kept(const publishing::NotKept& refused, base::Language language) {
  const Refusal refusal{refused.status, {{refused.why, "text"}}};
  if (refused.status != 412) return problem(refusal, language);
  return problem(refusal, language,
                 fmt::format(R"(,"now":{{"text":{},"rev":{}}})", json_or_null(refused.now),
                             publishing::revision_of(refused.now)));
}

std::vector<publishing::Remark> remarks_of_draft(Site& site, base::Language language) {
  const auto drafted = publishing::read_draft(site.desk);
  const auto checked = workshop_of(site).check(drafted.files, publishing::Depth::names, language);
  return publishing::remarks_of(checked->diagnostics, language);
}

Response keep(Site& site, const Request& request, const Given& given, bool removed) {
  const base::Language language = language_of(request, site);
  const auto seen = edited_revision(request, given);
  if (!seen) return problem(Refusal{428, {{Message(messages::kSayRevision), {}}}}, language);
  std::optional<std::string> text;
  if (!removed) text = given.text("text");
  const auto kept = publishing::keep_file(site.desk, request.params.get("path"), std::move(text),
                                          *seen, editor_of(site, request));
  if (!kept) return not_kept(kept.error(), language);
  return with_etag_of(json_response(200, fmt::format(R"({{"rev":{},"diagnostics":{}}})", *kept,
                                                     to_json(remarks_of_draft(site, language)))),
                      *kept);
}

Response show_file(Site& site, const Request& request) {
  const auto drafted = publishing::read_draft(site.desk);
  const auto file = find_definition_file(drafted, request.params.get("path"));
  if (!file) return error_problem(request, 404, {});
  return with_etag_of(json_response(200, to_json(*file)), file->rev);
}

Response check_text(Site& site, const Request& request, const Given& given) {
  const base::Language language = language_of(request, site);
  const auto drafted = publishing::read_draft(site.desk);
  const bool whole = given.text("path").empty();
  const auto files = files_with(drafted, given.text("path"),
                                whole ? std::nullopt : std::optional(given.text("text")));
  const auto checked = workshop_of(site).check(
      files, whole ? publishing::Depth::promises : publishing::Depth::names, language);
  return json_response(
      200, fmt::format(R"({{"diagnostics":{}}})",
                       to_json(publishing::remarks_of(checked->diagnostics, language))));
}

std::optional<std::string> given_text(const Given& given) {
  if (given.body().member("text") == nullptr) return {};
  return given.text("text");
}

Response discard_draft(Site& site, const Request& request, const Given& given) {
  std::optional<std::string> path;
  if (!given.text("path").empty()) path = given.text("path");
  publishing::discard(site.desk, path, editor_of(site, request));
  return json_response(200, R"({"done":true})");
}

void add_files(ApiRoutes& routes) {
  Site& site = routes.site();
  routes.get_slowly(
      "/api/definition", kSee,
      {.summary = "The desk's files, and what the draft changes", .answer = "Definition"},
      [&site](const Request&) {
        return json_response(200, to_json(publishing::read_draft(site.desk),
                                          publishing::versions(site.desk.store())));
      });
  routes.get_slowly("/api/definition/files/{path...}", kSee,
                    {.summary = "A file: the draft's text where there is one; its ETag",
                     .answer = "DefinitionFile"},
                    [&site](const Request& request) { return show_file(site, request); });
  const Member rev{"rev", Json::number, "the revision that was edited, as If-Match; 0: a new file"};
  routes.put("/api/definition/files/{path...}", kEdit,
             {.summary = "Puts a text into the draft; If-Match says which text was edited, and the "
                         "answer 412 has the text as it stands",
              .body = {{"text", Json::text, "the whole file"}, rev},
              .answer = "SavedFile",
              .body_limit = kBodyLimit},
             slowly(site, [&site](const Request& request, const Given& given) {
               return keep(site, request, given, false);
             }));
  routes.remove(
      "/api/definition/files/{path...}", kEdit,
      {.summary = "Takes a file out of the draft's desk", .body = {rev}, .answer = "SavedFile"},
      slowly(site, [&site](const Request& request, const Given& given) {
        return keep(site, request, given, true);
      }));
  routes.post("/api/definition/discard", kEdit,
              {.summary = "The draft goes; with a path, what it changes of that file",
               .body = {{"path", Json::text, "a file; none: all of the draft"}},
               .answer = "Done"},
              slowly(site, [&site](const Request& request, const Given& given) {
                return discard_draft(site, request, given);
              }));
}

void add_studies(ApiRoutes& routes) {
  Site& site = routes.site();
  const Member path{"path", Json::text, "relative to the folder: workflows/creation.yaml"};
  const Member text{"text", Json::text, "in place of what the draft has; nothing is saved"};
  routes.post("/api/definition/check", kSee,
              {.summary = "What is wrong with the draft, with this text in it; without a path, of "
                          "the whole draft, what its paths promise included. Lines and columns "
                          "from 1, columns in Unicode code points",
               .body = {path, text},
               .answer = "Diagnostics",
               .body_limit = kBodyLimit},
              slowly(site, [&site](const Request& request, const Given& given) {
                return check_text(site, request, given);
              }));
  routes.get_slowly(
      "/api/definition/names", kSee,
      {.summary = "The names that exist, for whoever writes the files", .answer = "Names"},
      [&site](const Request& request) {
        const base::Language language = language_of(request, site);
        const auto drafted = publishing::read_draft(site.desk);
        const auto checked =
            workshop_of(site).check(drafted.files, publishing::Depth::names, language);
        const auto& desk = checked->desk ? *checked->desk : *drafted.published;
        return json_response(200, to_json(publishing::names_of(desk, language)));
      });
  routes.post("/api/definition/diagram", kSee,
              {.summary = "The picture of a path as SVG, with how many open cases stand where",
               .body = {path, text},
               .answer = "Diagram",
               .body_limit = kBodyLimit},
              slowly(site, [&site](const Request& request, const Given& given) {
                const base::Language language = language_of(request, site);
                const auto svg = draw_path(site, given.text("path"), given_text(given), language);
                if (!svg) return not_shown(svg.error(), language);
                return json_response(200, fmt::format(R"({{"svg":{}}})", json::quote(*svg)));
              }));
  routes.post("/api/definition/grid", kSee,
              {.summary = "A decision table as a grid: what its rules cover, and what they do not",
               .body = {path, text},
               .answer = "Grid",
               .body_limit = kBodyLimit},
              slowly(site, [&site](const Request& request, const Given& given) {
                const base::Language language = language_of(request, site);
                const auto grid = show_grid(site, given.text("path"), given_text(given), language);
                if (!grid) return not_shown(grid.error(), language);
                return json_response(200, to_json(*grid));
              }));
  routes.post("/api/definition/letter", kSee,
              {.summary = "A letter as it would read, with made-up values, or those of a case that "
                          "the asker may see",
               .body = {path, text, {"case", Json::number, "whose values it shows"}},
               .answer = "LetterSample",
               .body_limit = kBodyLimit},
              slowly(site, [&site](const Request& request, const Given& given) {
                const base::Language language = language_of(request, site);
                std::optional<base::CaseId> kase;
                if (const auto number = given.number("case")) kase = base::CaseId{*number};
                const auto letter = show_letter(site, request, given.text("path"),
                                                given_text(given), kase, language);
                if (!letter) return not_shown(letter.error(), language);
                return json_response(
                    200, fmt::format(R"({{"subject":{},"text":{},"html":{}}})",
                                     json::quote(letter->subject), json::quote(letter->text),
                                     json::quote(letter->html)));
              }));
}

}  // namespace

ApiRoutes::Write slowly(const Site& site,
                        std::function<Response(const Request&, const Given&)> work) {
  return
      [&site, work = std::move(work)](const Request& request, const Given& given, Respond respond) {
        answer_slowly(
            site, request, std::move(respond),
            [given, work](const Request& kept) { return work(kept, given); }, {}, Effort::study);
      };
}

Response not_shown(const NotShown& refused, base::Language language) {
  const std::string more =
      refused.remarks.empty() ? "" : ",\"diagnostics\":" + to_json(refused.remarks);
  return problem(Refusal{refused.status, {{refused.why, {}}}}, language, more);
}

void add_definition_api(ApiRoutes& routes) {
  workshop_of(routes.site());
  add_files(routes);
  add_studies(routes);
  add_publication_api(routes);
}

}  // namespace guichet::http
