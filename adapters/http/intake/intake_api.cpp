// What helps whoever takes a call: lists by typing, firms that are known, cases that look alike;
// and several cases that go to somebody else.
#include <fmt/format.h>

#include <algorithm>

#include "adapters/http/api/api.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/intake/assign.hpp"
#include "adapters/http/intake/intake_messages.hpp"
#include "adapters/http/intake/suggestions.hpp"
#include "adapters/http/site_messages.hpp"
#include "engine/desk/company_register.hpp"
#include "engine/desk/duplicates.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;
using base::Message;
using vocabulary::Field;
using vocabulary::FieldType;

constexpr std::size_t kMostSuggested = 12;

Response not_here(const Site& site, const Request& request) {
  return problem({404, {{Message(messages::kNothingHere), {}}}}, language_of(request, site));
}

Response suggest_lines(const Site& site, Suggestions& suggestions, const Request& request) {
  const auto* list = site.desk.definition().vocabulary->referential(request.params.get("list"));
  if (list == nullptr) return not_here(site, request);
  std::string out;
  for (const Suggestion& each :
       suggestions.find(*list, request.query.get("text"), kMostSuggested)) {
    out += fmt::format(R"({}{{"code":{},"label":{}}})", out.empty() ? "" : ",",
                       json::quote(each.code), json::quote(each.label));
  }
  return json_response(200, fmt::format(R"({{"lines":[{}]}})", out));
}

const Field* siret_field(const bundle::Desk& desk) {
  for (const Field& field : desk.vocabulary->fields()) {
    if (field.type == FieldType::siret && field.of == vocabulary::Subject::firm) return &field;
  }
  return nullptr;
}

// As forms hold it: a code with its label, a number as it is typed.
std::string typed_text(const Field& field, const feel::Value& value, const bundle::Desk& desk) {
  const std::string text = feel::to_text(value);
  const auto* list =
      field.type == FieldType::code ? desk.vocabulary->referential(field.referential) : nullptr;
  const std::string label = list == nullptr ? "" : list->label(text);
  return label.empty() || label == text ? text : label + " (" + text + ")";
}

std::string company_json(const desk::Company& company, const bundle::Desk& desk,
                         base::Language language) {
  std::string out;
  for (const auto& [id, value] : company.fields) {
    const Field& field = *desk.vocabulary->find(id);
    out += fmt::format(
        R"({}{{"id":{},"label":{},"value":{},"shown":{}}})", out.empty() ? "" : ",",
        json::quote(id), json::quote(field.label),
        json::quote(typed_text(field, value.value(), desk)),
        json::quote(vocabulary::shown(field, value.value(), *desk.vocabulary, language)));
  }
  return out;
}

Response known_firm(const Site& site, const desk::CompanyRegister& firms, const Request& request) {
  const bundle::Desk& desk = site.desk.definition();
  const base::Language language = language_of(request, site);
  const Field* field = siret_field(desk);
  if (field == nullptr) return not_here(site, request);
  const auto siret = vocabulary::parse_value(*field, request.params.get("siret"), *desk.vocabulary);
  if (!siret) return problem({422, {{siret.error(), field->id}}}, language);
  std::optional<desk::Company> found;
  const std::string digits = feel::to_text(siret->value());
  firms.find(digits, [&](std::optional<desk::Company> company) { found = std::move(company); });
  return json_response(200, fmt::format(R"({{"siret":{},"found":{},"source":{},"fields":[{}]}})",
                                        json::quote(digits), found.has_value(),
                                        json::quote(found ? found->source : ""),
                                        found ? company_json(*found, desk, language) : ""));
}

// A case as it would be if the call were saved now; what cannot be read yet is left out.
cases::Snapshot case_typed(const Request& request, const bundle::Desk& desk) {
  cases::Snapshot out;
  for (const auto& [id, text] : request.query.list()) {
    const Field* field = desk.vocabulary->find(id);
    if (field == nullptr || text.empty()) continue;
    auto value = vocabulary::parse_value(*field, text, *desk.vocabulary);
    if (!value || value->is_null()) continue;
    if (field->of == vocabulary::Subject::person) out.person[id] = std::move(*value);
    if (field->of == vocabulary::Subject::firm) out.firm[id] = std::move(*value);
  }
  return out;
}

std::string name_of(const std::vector<std::string>& parts, const cases::Fields& fields) {
  std::string out;
  for (const std::string& part : parts) {
    const auto found = fields.find(part);
    if (found == fields.end() || found->second.is_null()) continue;
    out += (out.empty() ? "" : " ") + feel::to_text(found->second.value());
  }
  return out;
}

// Open cases of that telephone: a call says a name as it comes, "Escudié" for "Paul Escudié".
std::vector<desk::Duplicate> same_phone(store::Reader& reader, const bundle::Desk& desk,
                                        const cases::Snapshot& typed) {
  std::vector<desk::Duplicate> out;
  const auto phone = typed.person.find(desk.settings.person.phone);
  if (phone == typed.person.end()) return out;
  for (const base::CaseId id :
       reader.known_by(phone->first, phone->second, store::Reader::Which::open, kMostSuggested)) {
    const auto other = reader.load(id);
    if (!other || other->closed_at || other->extras.merged_into) continue;
    out.push_back({.kase = id,
                   .number = other->number,
                   .person = name_of(desk.settings.person.name, other->person),
                   .firm = name_of(desk.settings.firm.name, other->firm)});
  }
  return out;
}

Response cases_alike(const Site& site, const Request& request) {
  const bundle::Desk& desk = site.desk.definition();
  const cases::Snapshot typed = case_typed(request, desk);
  std::string out;
  std::vector<base::CaseId> told;
  const auto tell = [&](const desk::Duplicate& each, const char* by) {
    if (std::ranges::find(told, each.kase) != told.end()) return;
    told.push_back(each.kase);
    out += fmt::format(R"({}{{"case":{},"number":{},"person":{},"firm":{},"by":"{}"}})",
                       out.empty() ? "" : ",", each.kase.value, json::quote(each.number),
                       json::quote(each.person), json::quote(each.firm), by);
  };
  site.desk.store().read([&](store::Reader& reader) {
    for (const desk::Duplicate& each : desk::find_duplicates(reader, desk, typed)) {
      tell(each, each.same_siret ? "siret" : "person");
    }
    for (const desk::Duplicate& each : same_phone(reader, desk, typed)) tell(each, "phone");
  });
  return json_response(200, fmt::format(R"({{"cases":[{}]}})", out));
}

void assign_by_api(Site& site, const Request& request, const Given& given, const Respond& respond) {
  const base::Language language = language_of(request, site);
  const std::string& header = request.headers.get("Idempotency-Key");
  Assignment assignment{.cases = {},
                        .owner = given.text("owner"),
                        .reason = given.text("reason"),
                        .key = header.empty() ? given.text("key") : header};
  for (const std::string& text : given.texts("cases")) {
    const auto id = whole_number(text);
    if (!id) {
      return respond(problem({422, {{Message(messages::kNoCase, {text}), "cases"}}}, language));
    }
    assignment.cases.push_back({*id});
  }
  Refusal refusal{422, {}};
  for (const std::string& name : missing_of(assignment)) {
    refusal.reasons.push_back({Message(messages::kAssignNeeds, {name}), name});
  }
  if (!refusal.reasons.empty()) return respond(problem(refusal, language));
  assign_all(site, request, std::move(assignment), [respond, language](const Assigned& assigned) {
    std::string failures;
    for (const Assigned::Failure& each : assigned.failures) {
      std::string why;
      for (const Message& reason : each.reasons) {
        why += (why.empty() ? "" : " ; ") + reason.in(language);
      }
      failures += fmt::format(R"({}{{"case":{},"why":{}}})", failures.empty() ? "" : ",",
                              each.kase.value, json::quote(why));
    }
    respond(json_response(
        200, fmt::format(R"({{"assigned":{},"failures":[{}]}})", assigned.done, failures)));
  });
}

}  // namespace

void add_intake_api(ApiRoutes& routes) {
  Site& site = routes.site();
  const auto suggestions = std::make_shared<Suggestions>();
  routes.get("/api/referentials/{list}", {Right::look, Object::nothing},
             {.summary = "Lines of a coded list that somebody may mean who types; twelve at most",
              .query = {{"text", Json::text, "words of a name, or the beginning of a code"}},
              .answer = "Lines"},
             [&site, suggestions](const Request& request) {
               return suggest_lines(site, *suggestions, request);
             });
  const std::shared_ptr<const desk::CompanyRegister> firms = desk::make_known_firms(
      site.desk.store(), [&site]() -> const bundle::Desk& { return site.desk.definition(); });
  routes.get_slowly(
      "/api/firms/{siret}", {Right::take_in, Object::nothing},
      {.summary = "What the desk knows of a firm, so that nobody types it again", .answer = "Firm"},
      [&site, firms](const Request& request) { return known_firm(site, *firms, request); });
  routes.get_slowly(
      "/api/duplicates", {Right::take_in, Object::nothing},
      {.summary =
           "Open cases that may be about the same person or firm, whose facts the query gives "
           "by field id, as they are typed",
       .answer = "Alike"},
      [&site](const Request& request) { return cases_alike(site, request); });
  routes.post("/api/cases/assign", {Right::put_right, Object::nothing},
              {.summary = "Several cases go to another member of staff, with one reason",
               .body = {{"cases", Json::texts, "ids of cases, 200 at most"},
                        {"owner", Json::text, "id of a member of the staff"},
                        {"reason", Json::text, "kept with each case"},
                        {"key", Json::text, "makes a repetition harmless, as Idempotency-Key"}},
               .answer = "Assigned"},
              [&site](const Request& request, const Given& given, const Respond& respond) {
                assign_by_api(site, request, given, respond);
              });
}

}  // namespace guichet::http
