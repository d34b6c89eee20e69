#include "adapters/web/work/work_page.hpp"

#include <ctemplate/template.h>

#include <algorithm>
#include <set>
#include <span>

#include "adapters/http/accounts/glass.hpp"
#include "adapters/http/api/api_body.hpp"
#include "adapters/http/cases/case_view.hpp"
#include "adapters/web/work/list_messages.hpp"
#include "engine/results/notices.hpp"
#include "engine/store/listing.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using http::PromiseView;

constexpr std::size_t kMostLookedAt = 2000;  // are looked at, to be filtered and counted
constexpr std::size_t kDuesPerPage = 100;

// What of the list is wanted; lives in the address, so that it can be kept and sent.
struct WorkFilter {
  std::string owner, when, theme, text;  // when: late, today; else all
  std::string whose;                     // clock: what happens by itself; all; else people's
  std::size_t first = 0;

  explicit WorkFilter(const http::Pairs& query)
      : owner(query.get("owner")),
        when(query.get("when")),
        theme(query.get("theme")),
        text(query.get("text")),
        whose(query.get("whose")),
        first(http::bounded(query, "first", 0, 0, kMostLookedAt)) {}

  // The same with `name` changed, on the first page.
  std::string address_with(const std::string& name, const std::string& value) const {
    http::Pairs out;
    for (const auto& [id, its] :
         {std::pair{"owner", owner}, std::pair{"whose", whose}, std::pair{"when", when},
          std::pair{"theme", theme}, std::pair{"text", text}}) {
      const std::string& kept = name == id ? value : its;
      if (!kept.empty()) out.add(id, kept);
    }
    if (name == "first" && value != "0") out.add(name, value);
    return address("/", out);
  }
};

bool is_when(const PromiseView& promise, const std::string& when) {
  if (when == "late") return promise.overdue;
  if (when == "today") return promise.today;
  return true;
}

// What somebody has to do comes first; reminders that leave by themselves are there on demand.
bool is_whose(const PromiseView& promise, const std::string& whose) {
  return whose == "all" || promise.task == (whose != "clock");
}

using Lines = std::vector<const PromiseView*>;

// By theme and text: what the counts beside the filters count.
void narrow(Lines& promises, const WorkFilter& filter, const bundle::Desk& desk) {
  const model::Workflow* path = desk.workflow(filter.theme);
  const std::string text = store::fold_for_search(filter.text);
  if (path == nullptr && text.empty()) return;
  std::erase_if(promises, [&](const PromiseView* each) {
    if (path != nullptr && each->theme != path->title) return true;
    if (text.empty()) return false;
    const std::string all = each->number + " " + each->person + " " + each->what;
    return store::fold_for_search(all).find(text) == std::string::npos;
  });
}

struct UrgencyGroup {
  const char* kind;  // the CSS class
  const base::MessageText* title;
  Lines lines;
};

std::vector<UrgencyGroup> by_urgency(const Layout& layout, const Lines& promises) {
  std::vector<UrgencyGroup> groups{{"late", &messages::kOverdue, {}},
                                   {"today", &messages::kToday, {}},
                                   {"week", &messages::kThisWeek, {}},
                                   {"later", &messages::kLater, {}}};
  const calendar::Calendar& calendar = *layout.desk().calendar;
  const base::Day week =
      calendar.local_day(layout.site().desk.clock().now()) + std::chrono::days(7);
  for (const PromiseView* each : promises) {
    const std::size_t group = each->overdue                              ? 0
                              : each->today                              ? 1
                              : calendar.local_day(each->due_at) <= week ? 2
                                                                         : 3;
    groups[group].lines.push_back(each);
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

void fill_owners(TemplateDictionary& body, const bundle::Desk& desk, const WorkFilter& now) {
  if (now.owner.empty()) body.ShowSection("ALL");
  body.SetValue("ALL_ADDRESS", now.address_with("owner", ""));
  for (const bundle::Member& member : desk.settings.staff) {
    if (std::ranges::find(member.roles, desk.intake.owner_role) == member.roles.end()) continue;
    TemplateDictionary* filter = body.AddSectionDictionary("OWNER");
    filter->SetValue("ADDRESS", now.address_with("owner", member.id));
    filter->SetValue("NAME", member.name);
    if (member.id == now.owner) filter->ShowSection("CHOSEN");
  }
}

void fill_whose(TemplateDictionary& body, const WorkFilter& now, const Lines& promises,
                base::Language language) {
  for (const auto& [whose, title] :
       {std::pair{"", &messages::kForPeople}, std::pair{"clock", &messages::kByItself},
        std::pair{"all", &messages::kAllDues}}) {
    TemplateDictionary* filter = body.AddSectionDictionary("WHOSE");
    filter->SetValue("ADDRESS", now.address_with("whose", whose));
    filter->SetValue("TITLE", Message(*title).in(language));
    filter->SetIntValue("COUNT", std::ranges::count_if(promises, [&](const PromiseView* each) {
                          return is_whose(*each, whose);
                        }));
    if (now.whose == whose) filter->ShowSection("CHOSEN");
  }
}

void fill_filters(TemplateDictionary& body, const bundle::Desk& desk, const WorkFilter& now,
                  const Lines& promises, base::Language language) {
  fill_owners(body, desk, now);
  for (const auto& [when, title] :
       {std::pair{"", &messages::kAnyDate}, std::pair{"late", &messages::kOverdue},
        std::pair{"today", &messages::kToday}}) {
    TemplateDictionary* filter = body.AddSectionDictionary("WHEN");
    filter->SetValue("ADDRESS", now.address_with("when", when));
    filter->SetValue("TITLE", Message(*title).in(language));
    filter->SetIntValue("COUNT", std::ranges::count_if(promises, [&](const PromiseView* each) {
                          return is_when(*each, when);
                        }));
    if (now.when == when) filter->ShowSection("CHOSEN");
  }
  for (const auto& [name, value] : {std::pair{"owner", now.owner}, std::pair{"whose", now.whose},
                                    std::pair{"when", now.when}}) {
    if (value.empty()) continue;
    TemplateDictionary* kept = body.AddSectionDictionary("KEPT_FILTER");
    kept->SetValue("NAME", name);
    kept->SetValue("VALUE", value);
  }
  body.SetValue("TEXT", now.text);
  std::set<std::string> paths;
  for (const auto& [theme, path] : desk.intake.paths) paths.insert(path);
  for (const std::string& path : paths) {
    const model::Workflow* workflow = desk.workflow(path);
    TemplateDictionary* option = body.AddSectionDictionary("THEME");
    option->SetValue("ID", path);
    option->SetValue("TITLE", workflow == nullptr ? path : workflow->title);
    if (path == now.theme) option->ShowSection("CHOSEN");
  }
}

void fill_pages(TemplateDictionary& body, const WorkFilter& now, std::size_t total,
                base::Language language) {
  if (total <= kDuesPerPage) return;
  const std::size_t after = std::min(now.first + kDuesPerPage, total);
  TemplateDictionary* pages = body.AddSectionDictionary("PAGES");
  pages->SetValue("RANGE", Message(messages::kRange, {std::to_string(now.first + 1),
                                                      std::to_string(after), std::to_string(total)})
                               .in(language));
  const auto to = [&](std::size_t at) { return now.address_with("first", std::to_string(at)); };
  if (now.first > 0) {
    pages->SetValueAndShowSection("ADDRESS", to(now.first - std::min(now.first, kDuesPerPage)),
                                  "PREVIOUS");
  }
  if (after < total) pages->SetValueAndShowSection("ADDRESS", to(after), "NEXT");
}

// What the desk as a whole is told: conventions that end.
void fill_notices(TemplateDictionary& body, const Layout& layout, base::Language language) {
  const bundle::Desk& desk = layout.desk();
  const base::Day today = desk.calendar->local_day(layout.site().desk.clock().now());
  for (const accounts::Opening& each : http::told_openings(layout.site())) {
    body.AddSectionDictionary("DESK_NOTICE")
        ->SetValue("SENTENCE", http::sentence_of(each, layout.site(), language));
  }
  for (const results::Notice& each : results::notices(desk, today)) {
    body.AddSectionDictionary("DESK_NOTICE")->SetValue("SENTENCE", each.text.in(language));
  }
}

void fill_table(TemplateDictionary& body, const Layout& layout, const Lines& promises,
                base::Language language) {
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
}

}  // namespace

http::Response work_page(const Layout& layout, http::WorkBoard& board,
                         const http::Request& request) {
  const base::Language language = layout.language(request);
  const WorkFilter filter(request.query);
  const http::WorkBoard::Lines all =
      board.lines(layout.site(), request.principal, kMostLookedAt + 1, filter.owner, language);
  const bool more = all->size() > kMostLookedAt;
  Lines promises;
  for (const PromiseView& each : std::span(*all).first(std::min(all->size(), kMostLookedAt))) {
    promises.push_back(&each);
  }
  const bool nothing = promises.empty();
  narrow(promises, filter, layout.desk());
  const std::string title = Message(messages::kWorkTitle).in(language);
  return layout.page(
      200, request, {.room = Room::work, .title = title, .template_name = "work.tpl"},
      [&](TemplateDictionary& body) {
        body.SetValue("SELF", filter.address_with("first", std::to_string(filter.first)));
        if (access::may_ever(request.principal, access::Right::work)) {
          fill_notices(body, layout, language);
        }
        fill_whose(body, filter, promises, language);
        std::erase_if(promises, [&](const auto* each) { return !is_whose(*each, filter.whose); });
        fill_filters(body, layout.desk(), filter, promises, language);
        std::erase_if(promises, [&](const auto* each) { return !is_when(*each, filter.when); });
        const std::size_t total = promises.size();
        const std::size_t first = std::min(filter.first, total);
        promises.erase(promises.begin(), promises.begin() + static_cast<std::ptrdiff_t>(first));
        if (promises.size() > kDuesPerPage) promises.resize(kDuesPerPage);
        if (promises.empty()) return body.ShowSection(nothing ? "NOTHING" : "NONE_SO");
        fill_table(body, layout, promises, language);
        fill_pages(body, filter, total, language);
        if (!more) return;
        body.SetValueAndShowSection(
            "SENTENCE", Message(messages::kMost, {std::to_string(kMostLookedAt)}).in(language),
            "MORE");
      });
}

}  // namespace guichet::web
