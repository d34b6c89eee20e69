// Notes, documents, suggestions of a partner, and cases that are kept apart.
#include "adapters/http/api/api.hpp"
#include "adapters/http/api/instance_number.hpp"
#include "adapters/http/api/submission.hpp"
#include "adapters/http/api/view_json.hpp"
#include "adapters/http/papers/download.hpp"
#include "adapters/http/papers/paper_messages.hpp"
#include "adapters/http/site_messages.hpp"
#include "engine/base/base64.hpp"
#include "engine/base/digest.hpp"
#include "engine/cases/document_rules.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;
using base::Message;

// In base64, and something for the rest of the JSON.
constexpr std::size_t kUploadBytes = cases::kMostDocumentBytes / 3 * 4 + 16 * 1024;

base::CaseId case_at(const Request& request) {
  return {whole_number(request.params.get("id")).value_or(0)};
}

Made send_document(const Given& given) {
  auto content = base::from_base64(given.text("content"));
  if (!content) {
    return std::unexpected(Refusal{422, {{Message(messages::kNotBase64), "content"}}});
  }
  return cases::AddDocument{.n = given.instance(),
                            .name = given.text("name"),
                            .digest = base::sha256_hex(*content),
                            .content = std::make_shared<const std::string>(std::move(*content)),
                            .partners = given.texts("partners"),
                            .person = given.flag("person")};
}

Made keep_apart(const Site& site, const Given& given) {
  std::optional<base::CaseId> other;
  if (const auto id = given.number("other_case")) other = base::CaseId{*id};
  if (!other) {
    site.desk.store().read(
        [&](store::Reader& reader) { other = reader.find_number(given.text("other")); });
  }
  if (other) return cases::KeepApart{*other, !given.flag("together")};
  return std::unexpected(
      Refusal{404, {{Message(messages::kNoCase, {given.text("other")}), "other"}}});
}

// A route under a case whose address names more than the case.
using MakeAt = std::function<cases::Body(const Request&, const Given&)>;

void add_paper_act(ApiRoutes& routes, std::string_view path, Right right, std::string_view summary,
                   std::vector<Member> members, MakeAt make) {
  Site& site = routes.site();
  routes.post(
      path, {right, Object::kase},
      {.summary = summary,
       .body = act_members(std::move(members)),
       .answer = "Receipt",
       .status = 201},
      [&site, make = std::move(make)](const Request& request, const Given& given, Respond respond) {
        submit_act(site, request, given, make(request, given), std::move(respond));
      });
}

Response nothing_there(Site& site, const Request& request) {
  return problem({404, {{Message(messages::kNothingHere), {}}}}, language_of(request, site));
}

Response list_documents(Site& site, const Request& request) {
  const auto view =
      view_case(site.desk, case_at(request), request.principal, language_of(request, site));
  if (!view) return nothing_there(site, request);
  return json_response(200, to_json(view->documents));
}

void add_note_routes(ApiRoutes& routes) {
  add_act(routes, "/api/cases/{id}/notes", Right::work, "Writes an internal note of the desk",
          {{"words", Json::text, "at most 4,000 characters"}}, [](const Given& given) -> Made {
            return cases::AddNote{given.instance(), given.text("words")};
          });
  add_paper_act(routes, "/api/cases/{id}/notes/{note}/strike", Right::work,
                "Strikes a note, which stays readable as such", {},
                [](const Request& request, const Given&) -> cases::Body {
                  return cases::StrikeNote{whole_number(request.params.get("note")).value_or(0)};
                });
}

void add_document_routes(ApiRoutes& routes) {
  Site& site = routes.site();
  const Member partners{"partners", Json::texts,
                        "ids of asked partners that may see it; the desk's"};
  const Member person{"person", Json::flag, "the person of the case may see it; the desk's"};
  routes.get("/api/cases/{id}/documents", {Right::see_case, Object::kase},
             {.summary = "Files that came with the case, those that the asker may see",
              .answer = "Documents"},
             [&site](const Request& request) { return list_documents(site, request); });
  routes.get("/api/cases/{id}/documents/{key}", {Right::see_case, Object::kase},
             {.summary = "One file", .media = "application/octet-stream"},
             [&site](const Request& request) {
               auto found = open_document(site, request.principal, case_at(request),
                                          request.params.get("key"));
               return found ? std::move(*found) : nothing_there(site, request);
             });
  routes.post("/api/cases/{id}/documents", {Right::act, Object::kase},
              {.summary = "Sends a file: PDF, JPEG, PNG, text, ODT or DOCX, of 5 MB at most",
               .body = act_members({{"name", Json::text, "of the file"},
                                    {"content", Json::text, "its bytes in base64"},
                                    partners,
                                    person}),
               .answer = "Receipt",
               .status = 201,
               .body_limit = kUploadBytes},
              [&site](const Request& request, const Given& given, Respond respond) {
                auto made = send_document(given);
                if (!made) return respond(problem(made.error(), language_of(request, site)));
                submit_act(site, request, given, std::move(*made), std::move(respond));
              });
  add_paper_act(routes, "/api/cases/{id}/documents/{key}/share", Right::work,
                "Says to whom the desk shows a file from now on", {partners, person},
                [](const Request& request, const Given& given) -> cases::Body {
                  return cases::ShareDocument{request.params.get("key"), given.texts("partners"),
                                              given.flag("person")};
                });
  add_paper_act(routes, "/api/cases/{id}/documents/{key}/remove", Right::act,
                "Takes a file away: the desk, or whoever sent it", {},
                [](const Request& request, const Given&) -> cases::Body {
                  return cases::RemoveDocument{request.params.get("key")};
                });
}

}  // namespace

void add_papers_api(ApiRoutes& routes) {
  const Site& site = routes.site();
  add_note_routes(routes);
  add_document_routes(routes);
  add_act(routes, "/api/cases/{id}/keep-apart", Right::work,
          "Says that two cases are not about the same person or firm",
          {{"other", Json::text, "number of the other case"},
           {"other_case", Json::number, "its id, in place of the number"},
           {"together", Json::flag, "takes it back"}},
          [&site](const Given& given) { return keep_apart(site, given); });
  add_paper_act(
      routes, "/api/cases/{id}/referrals/{n}/suggest", Right::act,
      "The partner that is asked suggests another",
      {{"partner", Json::text, "id of the partner that it suggests"}, {"words", Json::text, "why"}},
      [](const Request& request, const Given& given) -> cases::Body {
        return cases::Suggest{instance_of(whole_number(request.params.get("n")).value_or(0)),
                              given.text("partner"), given.text("words")};
      });
}

}  // namespace guichet::http
