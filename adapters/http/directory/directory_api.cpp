// The directory: partners, their people and absences; absences of the desk's own staff.
#include <fmt/format.h>

#include "adapters/http/api/api.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/api/repeats.hpp"
#include "adapters/http/directory/directory_change.hpp"
#include "adapters/http/directory/directory_messages.hpp"
#include "adapters/http/directory/partner_document.hpp"
#include "adapters/http/site_messages.hpp"
#include "adapters/http/transport/field_text.hpp"
#include "engine/desk/partner_check.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using access::Object;
using access::Right;
using base::Message;

constexpr RouteAccess kSeeOne{Right::see_partner, Object::partner};
constexpr RouteAccess kKeepOne{Right::keep_directory, Object::partner};

Member note() {
  return {"note", Json::text, "why; kept in the history"};
}

// The revision that was seen: If-Match, else "rev". Nothing where neither says one.
std::expected<std::optional<std::int64_t>, Refusal> seen_revision(const Request& request,
                                                                  const Given& given) {
  const std::string_view tag = trim(request.headers.get("If-Match"));
  if (tag.empty()) return given.number("rev");
  const bool quoted = tag.size() > 2 && tag.starts_with('"') && tag.ends_with('"');
  const auto rev = quoted ? whole_number(tag.substr(1, tag.size() - 2)) : std::nullopt;
  if (rev) return rev;
  return std::unexpected(Refusal{400, {{Message(messages::kBadMatch, {std::string(tag)}), {}}}});
}

Response with_etag(Response response, std::int64_t rev) {
  response.headers.set("ETag", fmt::format("\"{}\"", rev));
  return response;
}

// What was sent, and the entry as it stands: 412.
Response conflict(Site& site, const Request& request, const Given& given,
                  const base::Rejection& rejection) {
  Refusal refusal{412, {}};
  for (const Message& each : rejection.reasons) refusal.reasons.push_back({each, {}});
  const auto now = find_partner(site.desk, request.params.get("partner"));
  return problem(refusal, language_of(request, site),
                 fmt::format(R"(,"sent":{},"current":{})", given.json(),
                             now ? to_json(now->partner, now->rev) : "null"));
}

// Mistakes by their place, or nothing.
std::optional<Refusal> mistakes_in(Site& site, const bundle::Partner& partner) {
  Refusal refusal{422, {}};
  const bundle::Partner* before = site.desk.directory().find(partner.id);
  for (desk::PartnerMistake& each : desk::mistakes_of(partner, site.desk.definition(), before)) {
    refusal.reasons.push_back({std::move(each.what), std::move(each.field)});
  }
  if (refusal.reasons.empty()) return {};
  return refusal;
}

void keep(Site& site, const Request& request, const Given& given, bundle::Partner partner,
          std::optional<std::int64_t> seen, Respond respond) {
  const base::Language language = language_of(request, site);
  if (const auto refusal = mistakes_in(site, partner)) return respond(problem(*refusal, language));
  keep_partner(site, request, std::move(partner), seen, given.text("note"),
               [&site, request, given, language, respond](const desk::KeptPartner& kept) {
                 if (kept) {
                   return respond(
                       with_etag(json_response(200, fmt::format(R"({{"rev":{}}})", *kept)), *kept));
                 }
                 if (kept.error().status == 409) {
                   return respond(conflict(site, request, given, kept.error()));
                 }
                 respond(problem(kept.error(), language));
               });
}

void put_partner(Site& site, const Request& request, const Given& given, Respond respond) {
  const base::Language language = language_of(request, site);
  const auto seen = seen_revision(request, given);
  if (!seen) return respond(problem(seen.error(), language));
  if (!*seen) {
    return respond(problem(Refusal{428, {{Message(messages::kRevisionNeeded), {}}}}, language));
  }
  auto partner = partner_of(request.params.get("partner"), given.body());
  if (!partner) return respond(problem(partner.error(), language));
  keep(site, request, given, std::move(*partner), *seen, std::move(respond));
}

// Adds something to the entry as it is now.
template <typename Read, typename Add>
void add_to(Site& site, const Request& request, const Given& given, const Respond& respond,
            const Read& read, const Add& add) {
  const base::Language language = language_of(request, site);
  const auto made = read(given.body());
  if (!made) return respond(problem(made.error(), language));
  const auto seen = seen_revision(request, given);
  if (!seen) return respond(problem(seen.error(), language));
  auto entry = find_partner(site.desk, request.params.get("partner"));
  if (!entry) return respond(error_problem(request, 404, {}));
  add(entry->partner, *made);
  keep(site, request, given, std::move(entry->partner), seen->value_or(entry->rev), respond);
}

void hand_over(Site& site, const Request& request, const Given& given, const Respond& respond) {
  const HandOverAll what{.partner = request.params.get("partner"),
                         .from = request.params.get("adviser"),
                         .to = given.text("to"),
                         .reason = given.text("reason"),
                         .leaves = given.flag("leaves")};
  hand_over_all(site, request, what,
                [language = language_of(request, site),
                 respond](const std::expected<HandedOver, base::Rejection>& handed) {
                  if (!handed) return respond(problem(handed.error(), language));
                  std::string refused;
                  for (const std::string& each : handed->refused) {
                    refused += (refused.empty() ? "" : ",") + json::quote(each);
                  }
                  respond(json_response(
                      200, fmt::format(R"({{"handed_over":{},"refused":[{}],"taken_out":{}}})",
                                       handed->done, refused, handed->taken_out)));
                });
}

void add_absence_of_staff(Site& site, const Request& request, const Given& given,
                          const Respond& respond) {
  const base::Language language = language_of(request, site);
  const auto made = absence_of(given.body());
  if (!made) return respond(problem(made.error(), language));
  const store::StaffAbsenceRow row{0, made->who, made->first, made->last, made->substitute};
  Refusal refusal{422, {}};
  for (desk::PartnerMistake& each : desk::mistakes_of(row, site.desk.definition())) {
    const std::string field = each.field == "last" ? "to" : each.field;
    refusal.reasons.push_back({std::move(each.what), field});
  }
  if (!refusal.reasons.empty()) return respond(problem(refusal, language));
  add_staff_absence(site, request, row, given.text("note"),
                    [language, respond](const desk::KeptPartner& kept) {
                      if (!kept) return respond(problem(kept.error(), language));
                      respond(json_response(201, fmt::format(R"({{"id":{}}})", *kept)));
                    });
}

// What adds something: the same header Idempotency-Key again is answered as the first time.
ApiRoutes::Write keyed(Site& site, const std::shared_ptr<Repeats>& repeats,
                       const ApiRoutes::Write& write) {
  return
      [&site, repeats, write](const Request& request, const Given& given, const Respond& respond) {
        const bool done =
            repeats->once(request, request.headers.get("Idempotency-Key"), respond,
                          [&](Respond answered) { write(request, given, std::move(answered)); });
        if (!done) {
          respond(problem(Refusal{409, {{Message(messages::kKeyOfAnother), {}}}},
                          language_of(request, site)));
        }
      };
}

void add_partner_reads(ApiRoutes& routes) {
  Site& site = routes.site();
  routes.get("/api/partners", {Right::see_partner, Object::nothing},
             {.summary = "The directory: who is away today and next, what each has open",
              .answer = "Partners"},
             [&site](const Request& request) {
               return json_response(200,
                                    partners_json(list_partners(site.desk, request.principal)));
             });
  routes.get("/api/partners/{partner}", kSeeOne,
             {.summary = "A partner's entry, in the words of partners.yaml", .answer = "Partner"},
             [&site](const Request& request) {
               const auto entry = find_partner(site.desk, request.params.get("partner"));
               if (!entry) return error_problem(request, 404, {});
               return with_etag(json_response(200, to_json(entry->partner, entry->rev)),
                                entry->rev);
             });
  routes.get("/api/partners/{partner}/history", kKeepOne,
             {.summary = "What was changed in a partner's entry, the newest first",
              .answer = "PartnerChanges"},
             [&site](const Request& request) {
               return json_response(
                   200, changes_json(changes_of(site.desk, request.params.get("partner"))));
             });
}

void add_partner_writes(ApiRoutes& routes, const std::shared_ptr<Repeats>& repeats) {
  Site& site = routes.site();
  const Member rev{"rev", Json::number, "the revision that was seen, as If-Match"};
  routes.put("/api/partners/{partner}", kKeepOne,
             {.summary = "Replaces a partner's entry; If-Match says which version was read, and "
                         "the answer 412 has both",
              .body = {{"id", Json::text, "as in the path; not read"},
                       {"name", Json::text, "of the institution"},
                       {"short_name", Json::text, "for lists"},
                       {"channel", Json::text, "email, printed or call"},
                       {"calendar", Json::text, "that counts its delays; empty: the desk's"},
                       {"head", Json::fields, "name, email, phone, role"},
                       {"advisers", Json::objects, "id, name, email, phone, role, articles"},
                       {"absences", Json::objects, "who, from, to (included), substitute"},
                       {"closures", Json::objects, "from, to (included), clock: stopped, running"},
                       rev,
                       note()},
              .answer = "Kept"},
             [&site](const Request& request, const Given& given, Respond respond) {
               put_partner(site, request, given, std::move(respond));
             });
  routes.post("/api/partners/{partner}/absences", {Right::tell_absence, Object::partner},
              {.summary = "An adviser will be away; letters go to her substitute at once",
               .body = {{"who", Json::text, "id of the adviser"},
                        {"from", Json::text, "first day, yyyy-mm-dd"},
                        {"to", Json::text, "last day, included"},
                        {"substitute", Json::text, "id of the adviser who stands in"},
                        rev,
                        note()},
               .answer = "Kept"},
              keyed(site, repeats,
                    [&site](const Request& request, const Given& given, const Respond& respond) {
                      add_to(site, request, given, respond, absence_of,
                             [](bundle::Partner& partner, const bundle::Absence& absence) {
                               partner.absences.push_back(absence);
                             });
                    }));
  routes.post("/api/partners/{partner}/advisers", kKeepOne,
              {.summary = "Somebody more at the partner's",
               .body = {{"id", Json::text, "inside the partner: letters, digits, hyphens"},
                        {"name", Json::text, ""},
                        {"email", Json::text, ""},
                        {"phone", Json::text, ""},
                        {"role", Json::text, "what she is there"},
                        {"articles", Json::texts, "ids of articles she deals with; empty: all"},
                        rev,
                        note()},
               .answer = "Kept"},
              keyed(site, repeats,
                    [&site](const Request& request, const Given& given, const Respond& respond) {
                      add_to(site, request, given, respond, contact_of,
                             [](bundle::Partner& partner, const bundle::Contact& contact) {
                               partner.advisers.push_back(contact);
                             });
                    }));
  routes.post("/api/partners/{partner}/advisers/{adviser}/hand-over",
              {Right::put_right, Object::partner},
              {.summary = "All that an adviser has open goes to a colleague; where she leaves, she "
                          "is taken out of the directory",
               .body = {{"to", Json::text, "id of the colleague"},
                        {"reason", Json::text, "why; kept in each case and in the history"},
                        {"leaves", Json::flag, "she leaves the partner"}},
               .answer = "HandedOver"},
              keyed(site, repeats,
                    [&site](const Request& request, const Given& given, const Respond& respond) {
                      hand_over(site, request, given, respond);
                    }));
}

void add_staff_routes(ApiRoutes& routes, const std::shared_ptr<Repeats>& repeats) {
  Site& site = routes.site();
  const RouteAccess access{Right::keep_directory, Object::nothing};
  routes.get("/api/staff/absences", access,
             {.summary = "Absences of the desk's own staff: its folder's, and those entered here",
              .answer = "StaffAbsences"},
             [&site](const Request&) {
               return json_response(
                   200, absences_json(staff_absences(site.desk), staff_changes(site.desk)));
             });
  routes.post("/api/staff/absences", access,
              {.summary = "A member of the staff will be away; her work goes to her substitute",
               .body = {{"who", Json::text, "id of the member"},
                        {"from", Json::text, "first day, yyyy-mm-dd"},
                        {"to", Json::text, "last day, included"},
                        {"substitute", Json::text, "id of the member who stands in"},
                        note()},
               .answer = "AbsenceKept",
               .status = 201},
              keyed(site, repeats,
                    [&site](const Request& request, const Given& given, const Respond& respond) {
                      add_absence_of_staff(site, request, given, respond);
                    }));
  routes.remove(
      "/api/staff/absences/{absence}", access,
      {.summary = "Takes an absence that was entered here away", .answer = "AbsenceKept"},
      [&site](const Request& request, const Given&, const Respond& respond) {
        const auto id = whole_number(request.params.get("absence"));
        remove_staff_absence(
            site, request, id.value_or(0),
            [language = language_of(request, site), respond](const desk::KeptPartner& kept) {
              if (!kept) return respond(problem(kept.error(), language));
              respond(json_response(200, fmt::format(R"({{"id":{}}})", *kept)));
            });
      });
}

}  // namespace

void add_directory_api(ApiRoutes& routes) {
  add_partner_reads(routes);
  const auto repeats = std::make_shared<Repeats>();
  add_partner_writes(routes, repeats);
  add_staff_routes(routes, repeats);
}

}  // namespace guichet::http
