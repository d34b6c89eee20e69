// What is put right on a case, with a reason that is kept.
#include "adapters/http/api/api.hpp"
#include "adapters/http/api/submission.hpp"
#include "adapters/http/site_messages.hpp"

namespace guichet::http {
namespace {

using access::Right;
using base::Message;

std::expected<base::Instant, Refusal> moment(const Site& site, const std::string& text) {
  const calendar::Calendar& calendar = *site.desk.definition().calendar;
  if (const auto day = base::parse_day(text)) {
    return calendar.due(*day, {base::Delay::Unit::days, 0}, calendar::Roll::none);
  }
  if (const auto local = base::parse_local_time(text)) return calendar.instant_of(*local);
  return std::unexpected(Refusal{422, {{Message(messages::kBadClock, {text}), "to"}}});
}

Made change_due(const Site& site, const Given& given) {
  const auto due = moment(site, given.text("to"));
  if (!due) return std::unexpected(due.error());
  return cases::ChangeDue{given.instance(), given.text("timer"), given.text("state"), *due,
                          given.text("reason")};
}

Made correction(const Site& site, const Given& given) {
  auto with = given.fields("with", site.desk.definition());
  if (!with) return std::unexpected(with.error());
  return cases::CorrectFields{given.instance(), std::move(*with), given.text("reason")};
}

Made reopening(const Site& site, const Given& given) {
  auto with = given.fields("with", site.desk.definition());
  if (!with) return std::unexpected(with.error());
  return cases::Reopen{given.instance(), std::move(*with)};
}

void add_correction(ApiRoutes& routes, std::string_view name, std::string_view summary,
                    std::vector<Member> members, Make make) {
  add_act(routes, "/api/cases/{id}/operator/" + std::string(name), Right::put_right, summary,
          std::move(members), std::move(make));
}

}  // namespace

void add_operator_api(ApiRoutes& routes) {
  const Site& site = routes.site();
  const Member reason{"reason", Json::text, "why; kept and shown"};
  const Member with{"with", Json::fields, "values by field id"};
  add_correction(routes, "due", "Changes the due date of a timer or task",
                 {{"timer", Json::text, "its name"},
                  {"state", Json::text, "where several states have one of that name"},
                  {"to", Json::text, "yyyy-mm-dd, or with Thh:mm"},
                  reason},
                 [&site](const Given& given) { return change_due(site, given); });
  add_correction(
      routes, "move", "Puts an instance into another state",
      {{"state", Json::text, "path of the state"}, reason}, [](const Given& given) -> Made {
        return cases::MoveInstance{given.instance(), given.text("state"), given.text("reason")};
      });
  add_correction(routes, "correct", "Corrects facts; null takes a value away", {with, reason},
                 [&site](const Given& given) { return correction(site, given); });
  add_correction(routes, "assign", "Gives the case to another member of staff",
                 {{"owner", Json::text, "id of the member of staff"}, reason},
                 [](const Given& given) -> Made {
                   return cases::AssignOwner{given.text("owner"), given.text("reason")};
                 });
  add_correction(
      routes, "hand-over", "Gives a referral to a colleague inside the partner",
      {{"adviser", Json::text, "id inside the partner"}, reason}, [](const Given& given) -> Made {
        return cases::HandOver{given.instance(), given.text("adviser"), given.text("reason")};
      });
  add_correction(routes, "reopen", "Opens what was closed again", {with},
                 [&site](const Given& given) { return reopening(site, given); });
  add_correction(routes, "incident", "Settles what could not go on",
                 {{"incident", Json::number, "its number"},
                  {"retry", Json::flag, "try again what failed"},
                  reason},
                 [](const Given& given) -> Made {
                   return cases::SettleIncident{given.number("incident").value_or(0),
                                                given.flag("retry"), given.text("reason")};
                 });
}

}  // namespace guichet::http
