#include "adapters/web/work_page.hpp"

#include <ctemplate/template.h>

#include <algorithm>

#include "adapters/http/case_view.hpp"
#include "adapters/web/messages.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using http::PromiseView;

constexpr std::size_t kMost = 200;

struct UrgencyGroup {
  const char* kind;  // the CSS class
  const base::MessageText* title;
  std::vector<const PromiseView*> lines;
};

std::vector<UrgencyGroup> by_urgency(const Layout& layout,
                                     const std::vector<PromiseView>& promises) {
  std::vector<UrgencyGroup> groups{{"late", &messages::kOverdue, {}},
                                   {"today", &messages::kToday, {}},
                                   {"week", &messages::kThisWeek, {}},
                                   {"later", &messages::kLater, {}}};
  const calendar::Calendar& calendar = *layout.desk().calendar;
  const base::Day week =
      calendar.local_day(layout.site().desk.clock().now()) + std::chrono::days(7);
  for (const PromiseView& each : promises) {
    const std::size_t group = each.overdue                              ? 0
                              : each.today                              ? 1
                              : calendar.local_day(each.due_at) <= week ? 2
                                                                        : 3;
    groups[group].lines.push_back(&each);
  }
  std::erase_if(groups, [](const UrgencyGroup& group) { return group.lines.empty(); });
  return groups;
}

void fill_line(TemplateDictionary& line, const PromiseView& promise, const Layout& layout,
               base::Language language) {
  line.SetValue("DUE", promise.today ? layout.time_of_day(promise.due_at)
                                     : layout.near_date(promise.due_at, language));
  line.SetValue("WHAT", promise.what);
  if (!promise.task) line.ShowSection("AUTOMATIC");
  line.SetValue("WHO", promise.by);
  line.SetIntValue("CASE", static_cast<long>(promise.kase.value));
  line.SetValue("NUMBER", promise.number);
  line.SetValue("PERSON", promise.person);
  line.SetValue("THEME", promise.theme);
}

void fill_owners(TemplateDictionary& body, const bundle::Desk& desk, const std::string& owner) {
  if (owner.empty()) body.ShowSection("ALL");
  for (const bundle::Member& member : desk.settings.staff) {
    if (std::ranges::find(member.roles, desk.intake.owner_role) == member.roles.end()) continue;
    TemplateDictionary* filter = body.AddSectionDictionary("OWNER");
    filter->SetValue("ID", member.id);
    filter->SetValue("NAME", member.name);
    if (member.id == owner) filter->ShowSection("CHOSEN");
  }
}

}  // namespace

http::Response work_page(const Layout& layout, const http::Request& request) {
  const base::Language language = layout.language(request);
  const std::string& owner = request.query.get("owner");
  std::vector<PromiseView> promises =
      http::view_work(layout.site().desk, request.principal, kMost + 1, owner, language);
  const bool more = promises.size() > kMost;
  if (more) promises.resize(kMost);
  const std::string title = Message(messages::kWorkTitle).in(language);
  return layout.page(
      200, request, {.room = Room::work, .title = title, .template_name = "work.tpl"},
      [&](TemplateDictionary& body) {
        http::Pairs query;
        if (!owner.empty()) query.add("owner", owner);
        body.SetValue("SELF", address("/", query));
        fill_owners(body, layout.desk(), owner);
        if (promises.empty()) return body.ShowSection("NOTHING");
        TemplateDictionary* table = body.AddSectionDictionary("SOME");
        for (const UrgencyGroup& each : by_urgency(layout, promises)) {
          TemplateDictionary* group = table->AddSectionDictionary("GROUP");
          group->SetValue("KIND", each.kind);
          group->SetValue("TITLE", Message(*each.title).in(language));
          group->SetIntValue("COUNT", static_cast<long>(each.lines.size()));
          for (const PromiseView* line : each.lines) {
            fill_line(*group->AddSectionDictionary("LINE"), *line, layout, language);
          }
        }
        if (!more) return;
        body.SetValueAndShowSection(
            "SENTENCE", Message(messages::kMost, {std::to_string(kMost)}).in(language), "MORE");
      });
}

}  // namespace guichet::web
