#include "adapters/web/work/meanwhile_page.hpp"

#include <ctemplate/template.h>

#include <algorithm>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/cases/timer_words.hpp"
#include "adapters/web/papers/paper_words.hpp"
#include "adapters/web/work/list_messages.hpp"
#include "engine/results/meanwhile.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using results::Happening;

constexpr std::size_t kCasesPerPage = 20;
constexpr std::size_t kShownOpen = 60;  // lines: then every case is unfolded
constexpr std::int64_t kFarthestCase = 1'000'000;

struct Told {
  std::string_view kind;
  const base::MessageText* text;
};
constexpr Told kTold[] = {
    {"request", &messages::kHappenedRequest},   {"act", &messages::kHappenedAct},
    {"reply", &messages::kHappenedReply},       {"letter", &messages::kHappenedLetter},
    {"reminder", &messages::kHappenedReminder}, {"escalation", &messages::kHappenedEscalation},
    {"agenda", &messages::kHappenedAgenda},     {"task", &messages::kHappenedTask},
    {"owner", &messages::kHappenedOwner},       {"closed", &messages::kHappenedClosed},
    {"incident", &messages::kHappenedIncident}, {"document", &messages::kHappenedDocument}};

// An act's title, wherever it is declared: ids are for those who write paths.
std::string act_title(const bundle::Desk& desk, const std::string& name) {
  for (const auto& [id, workflow] : desk.workflows) {
    for (const model::Declaration& each : workflow->declarations) {
      if (each.name == name && !each.title.empty()) return http::title_or_name(each.title, name);
    }
  }
  return http::titled(name);
}

// A letter's subject, with dots for what each case puts into it.
std::string letter_title(const bundle::Desk& desk, const std::string& id) {
  const letters::Letter* letter = desk.letter(id);
  if (letter == nullptr) return http::spoken(id);
  std::string title;
  for (const letters::Template::Piece& piece : letter->subject.pieces) {
    const std::string* text = std::get_if<std::string>(&piece);
    title += text == nullptr ? "…" : *text;
  }
  return title;
}

// The title of the step in which a path ends so.
std::string outcome_title(const bundle::Desk& desk, const std::string& outcome) {
  for (const auto& [id, workflow] : desk.workflows) {
    const auto state = workflow->find_state(outcome);
    if (state && !workflow->at(*state).title.empty()) return workflow->at(*state).title;
  }
  return http::spoken(outcome);
}

std::string person_or_partner(const Layout& layout, const std::string& id) {
  if (const bundle::Member* member = layout.desk().member(id)) return member->name;
  for (const auto& [name, role] : layout.desk().settings.roles) {
    if (id == "person" && role.binding == bundle::Binding::person) return role.title;
  }
  return http::partner_name(layout.site().desk.directory(), id);
}

std::string what_of(const Layout& layout, const Happening& line) {
  if (line.kind == "act" || line.kind == "reply") return act_title(layout.desk(), line.what);
  if (line.kind == "owner") return person_or_partner(layout, line.what);
  if (line.kind == "closed") return outcome_title(layout.desk(), line.what);
  const bool is_letter =
      line.kind == "letter" || line.kind == "reminder" || line.kind == "escalation";
  return is_letter ? letter_title(layout.desk(), line.what) : line.what;
}

std::string sentence(const Layout& layout, const Happening& line, base::Language language) {
  for (const Told& each : kTold) {
    if (each.kind != line.kind) continue;
    return Message(*each.text, {what_of(layout, line), person_or_partner(layout, line.about)})
        .in(language);
  }
  return line.what;
}

void fill_staff(TemplateDictionary& body, const bundle::Desk& desk, const std::string& who) {
  for (const bundle::Member& member : desk.settings.staff) {
    TemplateDictionary* option = body.AddSectionDictionary("WHOSE");
    option->SetValue("ID", member.id);
    option->SetValue("NAME", member.name);
    if (member.id == who) option->ShowSection("CHOSEN");
  }
}

// One group a case; the lines of each stand together.
void fill_cases(TemplateDictionary& body, const std::vector<Happening>& all, const Layout& layout,
                base::Language language) {
  TemplateDictionary* group = nullptr;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Happening& each = all[i];
    if (i == 0 || all[i - 1].kase != each.kase) {
      group = body.AddSectionDictionary("GROUP");
      group->SetIntValue("CASE", static_cast<long>(each.kase.value));
      group->SetValue("NUMBER", each.number);
      group->SetIntValue("COUNT", std::ranges::count(all, each.kase, &Happening::kase));
      if (each.kase == all.front().kase || all.size() <= kShownOpen) group->ShowSection("OPEN");
    }
    TemplateDictionary* line = group->AddSectionDictionary("LINE");
    line->SetValue("AT", layout.short_moment(each.at, language));
    line->SetValue("SENTENCE", sentence(layout, each, language));
  }
}

void fill_pages(TemplateDictionary& body, std::size_t first, std::size_t total,
                const std::string& who, base::Day since, base::Language language) {
  if (total <= kCasesPerPage && first == 0) return;
  const std::size_t after = std::min(first + kCasesPerPage, total);
  TemplateDictionary* pages = body.AddSectionDictionary("PAGES");
  pages->SetValue("RANGE", Message(messages::kRange, {std::to_string(std::min(first + 1, total)),
                                                      std::to_string(after), std::to_string(total)})
                               .in(language));
  const auto to = [&](std::size_t at) {
    http::Pairs query;
    query.add("who", who);
    query.add("since", base::iso(since));
    query.add("first", std::to_string(at));
    return address("/meanwhile", query);
  };
  if (first > 0) {
    pages->SetValueAndShowSection("ADDRESS", to(first - std::min(first, kCasesPerPage)),
                                  "PREVIOUS");
  }
  if (after < total) pages->SetValueAndShowSection("ADDRESS", to(after), "NEXT");
}

}  // namespace

http::Response meanwhile_page(const Layout& layout, const http::Request& request) {
  const base::Language language = layout.language(request);
  const bundle::Desk& desk = layout.desk();
  const base::Day today = desk.calendar->local_day(layout.site().desk.clock().now());
  const std::string& asked = request.query.get("who");
  const std::string who = desk.member(asked) != nullptr ? asked : request.principal.actor.id;
  const auto day = base::parse_day(request.query.get("since"));
  const base::Day since =
      day ? *day : results::last_absence(desk, who, today).value_or(today - std::chrono::days(7));
  const std::size_t first = http::bounded(request.query, "first", 0, 0, kFarthestCase);
  results::Meanwhile found;
  layout.site().desk.store().read([&](store::Reader& reader) {
    found = results::meanwhile(reader, who, desk.calendar->instant_of(base::LocalTime(since)),
                               {.first = first, .most = kCasesPerPage});
  });
  const Frame frame{.room = Room::work,
                    .title = Message(messages::kMeanwhileTitle).in(language),
                    .template_name = "meanwhile.tpl"};
  return layout.page(200, request, frame, [&](TemplateDictionary& body) {
    body.SetValue("SINCE", base::iso(since));
    fill_staff(body, desk, who);
    if (found.happenings.empty()) body.ShowSection("NOTHING");
    fill_cases(body, found.happenings, layout, language);
    fill_pages(body, first, found.total, who, since, language);
  });
}

}  // namespace guichet::web
