#include "adapters/web/work/agenda_page.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>

#include <algorithm>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/work/agenda_view.hpp"
#include "adapters/web/cases/case_page.hpp"
#include "adapters/web/work/list_messages.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using http::AgendaView;

constexpr std::size_t kLinesPerPage = 10;  // each line reads its case, and has its forms
constexpr std::int64_t kFarthestLine = 1'000'000;
constexpr std::chrono::days kWeek{7};

struct Heading {
  std::string_view kind;
  const base::MessageText* title;
};
constexpr Heading kHeadings[] = {{"line", &messages::kAgendaLines},
                                 {"opposite", &messages::kAgendaOpposite},
                                 {"silence", &messages::kAgendaSilences},
                                 {"requalified", &messages::kAgendaRequalified},
                                 {"new", &messages::kAgendaNew}};

// The acts of the line's need and of its referrals.
void fill_acts(TemplateDictionary& line, const AgendaView& about, const cases::Snapshot& kase,
               const Layout& layout, const http::Request& request, base::Language language) {
  auto view = http::view_now(layout.site().desk, kase, request.principal, language);
  if (!view) return;
  std::vector<base::InstanceNumber> its{about.n};
  for (const http::NeedView& need : view->needs) {
    if (need.n != about.n) continue;
    line.SetValueAndShowSection("TEXT", need.state, "STATE");
    for (const http::ReferralView& each : need.referrals) its.push_back(each.n);
  }
  std::erase_if(view->offers, [&](const http::OfferView& each) {
    return std::ranges::find(its, each.offer.n) == its.end() || !each.offer.allowed ||
           !each.offer.reasons.empty();
  });
  line.SetIntValue("REV", static_cast<long>(view->rev));
  fill_offers(line, *view, layout, language, nullptr, fmt::format("case-{}-", about.kase.value));
}

void fill_line(TemplateDictionary& line, const AgendaView& about, const cases::Snapshot& kase,
               const Layout& layout, const http::Request& request, base::Language language) {
  line.SetIntValue("CASE", static_cast<long>(about.kase.value));
  line.SetValue("NUMBER", about.number);
  line.SetValue("PERSON", about.person);
  line.SetValue("NEED", about.title);
  for (const std::string& each : about.reasons) {
    line.AddSectionDictionary("REASON")->SetValue("SENTENCE", each);
  }
  fill_acts(line, about, kase, layout, request, language);
}

void fill_pages(TemplateDictionary& body, std::size_t first, std::size_t total,
                base::Language language) {
  if (total <= kLinesPerPage) return;
  const std::size_t after = std::min(first + kLinesPerPage, total);
  TemplateDictionary* pages = body.AddSectionDictionary("PAGES");
  pages->SetValue("RANGE", Message(messages::kRange, {std::to_string(first + 1),
                                                      std::to_string(after), std::to_string(total)})
                               .in(language));
  const auto to = [](std::size_t at) { return fmt::format("/agenda?first={}", at); };
  if (first > 0) {
    pages->SetValueAndShowSection("ADDRESS", to(first - std::min(first, kLinesPerPage)),
                                  "PREVIOUS");
  }
  if (after < total) pages->SetValueAndShowSection("ADDRESS", to(after), "NEXT");
}

}  // namespace

http::Response agenda_page(const Layout& layout, const http::Request& request) {
  const base::Language language = layout.language(request);
  const base::Instant now = layout.site().desk.clock().now();
  const std::size_t first = http::bounded(request.query, "first", 0, 0, kFarthestLine);
  const http::AgendaPage agenda =
      http::view_agenda(layout.site().desk, request.principal, now - kWeek,
                        {.first = first, .most = kLinesPerPage}, language);
  const Frame frame{.room = Room::agenda,
                    .title = Message(messages::kAgendaTitle).in(language),
                    .template_name = "agenda.tpl"};
  return layout.page(200, request, frame, [&](TemplateDictionary& body) {
    body.SetValue("TODAY", layout.long_date(now, language));
    if (agenda.lines.empty()) body.ShowSection("NOTHING");
    body.SetValueAndShowSection("SCRIPT", layout.assets().address("lists.js"), "LISTS_LATER");
    TemplateDictionary* group = nullptr;
    for (std::size_t i = 0; i < agenda.lines.size(); ++i) {
      const AgendaView& line = agenda.lines[i];
      if (i == 0 || line.kind != agenda.lines[i - 1].kind) {
        group = body.AddSectionDictionary("GROUP");
        group->SetValue("KIND", line.kind);
        for (const Heading& each : kHeadings) {
          if (each.kind == line.kind) group->SetValue("TITLE", Message(*each.title).in(language));
        }
      }
      fill_line(*group->AddSectionDictionary("LINE"), line, agenda.cases[i], layout, request,
                language);
    }
    fill_pages(body, std::min(first, agenda.total), agenda.total, language);
  });
}

}  // namespace guichet::web
