// What people change their minds about: consent, themes, acts taken back, cases that are one.
#include "adapters/http/api/api.hpp"
#include "adapters/http/api/submission.hpp"
#include "adapters/http/site_messages.hpp"

namespace guichet::http {
namespace {

using access::Right;
using base::Message;

// A case by its number or its id.
std::optional<base::CaseId> case_named(const Site& site, const Given& given) {
  if (const auto id = given.number("into_case")) return base::CaseId{*id};
  std::optional<base::CaseId> found;
  site.desk.store().read(
      [&](store::Reader& reader) { found = reader.find_number(given.text("into")); });
  return found;
}

Made consent(const Given& given) {
  const auto day = given.day("said_on");
  if (!day) return std::unexpected(day.error());
  return cases::Consent{given.text("state"), given.texts("for"), given.text("channel"), *day,
                        given.text("field")};
}

Made open_need(const Site& site, const Given& given) {
  auto with = given.fields("with", site.desk.definition());
  if (!with) return std::unexpected(with.error());
  const auto day = given.day("said_on");
  if (!day) return std::unexpected(day.error());
  return cases::OpenNeed{given.text("theme"), std::move(*with), given.text("channel"), *day};
}

Made merge(const Site& site, const Given& given) {
  if (const auto into = case_named(site, given)) return cases::Merge{*into};
  return std::unexpected(
      Refusal{404, {{Message(messages::kNoCase, {given.text("into")}), "into"}}});
}

void add_change(ApiRoutes& routes, std::string_view name, Right right, std::string_view summary,
                std::vector<Member> members, Make make) {
  add_act(routes, "/api/cases/{id}/people/" + std::string(name), right, summary, std::move(members),
          std::move(make));
}

}  // namespace

void add_people_api(ApiRoutes& routes) {
  const Site& site = routes.site();
  const Member channel{"channel", Json::text, "by which it was said: phone, mail, meeting"};
  const Member said_on{"said_on", Json::text, "day on which it was said, yyyy-mm-dd"};
  const Member theme{"theme", Json::text, "id of a theme of the desk"};
  add_change(routes, "consent", Right::consent,
             "Says or takes back to whom the person's data may go",
             {{"state", Json::text, "given, refused or withdrawn"},
              {"for", Json::texts, "ids of partners; empty: all"},
              {"field", Json::text, "of type consent; empty: the desk's first"},
              channel,
              said_on},
             consent);
  add_change(routes, "requalify", Right::work, "The need is of another theme",
             {theme, {"keep", Json::texts, "ids of partners whose referrals go on"}},
             [](const Given& given) -> Made {
               return cases::Requalify{given.instance(), given.text("theme"), given.texts("keep")};
             });
  add_change(routes, "open-need", Right::work, "Opens a further need",
             {theme, {"with", Json::fields, "values by field id"}, channel, said_on},
             [&site](const Given& given) { return open_need(site, given); });
  add_change(routes, "undo", Right::work, "Takes the last act back",
             {{"act", Json::number, "number of its fact, as the history shows it"}},
             [](const Given& given) -> Made { return cases::Undo{given.number("act")}; });
  add_change(routes, "recall", Right::work, "Keeps a letter that has not left from leaving",
             {{"letter", Json::text, "its key"}},
             [](const Given& given) -> Made { return cases::RecallLetter{given.text("letter")}; });
  add_change(routes, "merge", Right::work, "The case goes on in another",
             {{"into", Json::text, "number of the other case"},
              {"into_case", Json::number, "its id, in place of the number"}},
             [&site](const Given& given) { return merge(site, given); });
  add_change(routes, "unmerge", Right::work, "The case goes on by itself again", {},
             [](const Given&) -> Made { return cases::Unmerge{}; });
}

}  // namespace guichet::http
