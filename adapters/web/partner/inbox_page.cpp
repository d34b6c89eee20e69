#include <ctemplate/template.h>
#include <fmt/format.h>

#include <algorithm>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/partner/inbox_view.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/partner/partner_pages.hpp"
#include "adapters/web/partner/partner_words.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using http::InboxList;

constexpr std::size_t kInboxLines = 50;
constexpr std::int64_t kLastInboxYear = 9999;
constexpr std::int64_t kFarthestInboxLine = 1'000'000;

struct InboxTab {
  InboxList list;
  const base::MessageText* title;
};
constexpr InboxTab kInboxTabs[] = {{InboxList::waiting, &messages::kInboxWaiting},
                                   {InboxList::questions, &messages::kInboxQuestions},
                                   {InboxList::under_way, &messages::kInboxUnderWay},
                                   {InboxList::ended, &messages::kInboxEnded}};

struct OutcomeWord {
  const char* id;
  const base::MessageText* title;
};
constexpr OutcomeWord kOutcomeWords[] = {{"concluded", &messages::kOutcomeConcluded},
                                         {"declined", &messages::kOutcomeDeclined},
                                         {"silent", &messages::kOutcomeSilent},
                                         {"withdrawn", &messages::kOutcomeWithdrawn}};

http::InboxAsked inbox_asked(const http::Pairs& query, base::Language language) {
  return {.list = http::inbox_list_of(query.get("list")),
          .year = static_cast<int>(http::bounded(query, "year", 0, 0, kLastInboxYear)),
          .outcome = query.get("outcome"),
          .partner = query.get("partner"),
          .first = http::bounded(query, "first", 0, 0, kFarthestInboxLine),
          .most = kInboxLines,
          .language = language};
}

class InboxPage {
 public:
  InboxPage(const Layout& layout, const http::Request& request)
      : layout_(layout),
        request_(request),
        language_(layout.language(request)),
        asked_(inbox_asked(request.query, language_)),
        views_(http::view_inbox(layout.site().desk, request.principal, asked_)) {}

  void fill(TemplateDictionary& body) const {
    fill_tabs(body);
    if (asked_.list == InboxList::ended) fill_search(body);
    if (views_.empty()) {
      body.SetValueAndShowSection("SENTENCE", say(messages::kNoInstitution), "NOTE");
    }
    for (const http::InboxView& each : views_) fill_institution(body, each);
  }

 private:
  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const {
    return Message(text, std::move(arguments)).in(language_);
  }

  std::string address_of(InboxList list, std::size_t first = 0,
                         const std::string& partner = "") const {
    http::Pairs query;
    if (list != InboxList::waiting) query.add("list", std::string(http::to_text(list)));
    if (list == InboxList::ended && asked_.year != 0) {
      query.add("year", std::to_string(asked_.year));
    }
    if (list == InboxList::ended && !asked_.outcome.empty()) query.add("outcome", asked_.outcome);
    if (!partner.empty()) query.add("partner", partner);
    if (first > 0) query.add("first", std::to_string(first));
    return address("/inbox", query);
  }

  void fill_tabs(TemplateDictionary& body) const {
    for (const InboxTab& each : kInboxTabs) {
      TemplateDictionary* tab = body.AddSectionDictionary("TAB");
      tab->SetValue("ADDRESS", address_of(each.list));
      tab->SetValue("TITLE", say(*each.title));
      std::size_t count = 0;
      for (const http::InboxView& view : views_) {
        count += view.counts[static_cast<std::size_t>(each.list)];
      }
      tab->SetIntValue("COUNT", static_cast<long>(count));
      if (each.list == asked_.list) tab->ShowSection("CHOSEN");
    }
  }

  void fill_search(TemplateDictionary& body) const {
    TemplateDictionary* search = body.AddSectionDictionary("SEARCH");
    const base::Day today = layout_.desk().calendar->local_day(layout_.site().desk.clock().now());
    const int now = static_cast<int>(std::chrono::year_month_day(today).year());
    search->SetIntValue("CHOSEN_YEAR", asked_.year == 0 ? now : asked_.year);
    for (const OutcomeWord& each : kOutcomeWords) {
      TemplateDictionary* option = search->AddSectionDictionary("OUTCOME");
      option->SetValue("ID", each.id);
      option->SetValue("TITLE", say(*each.title));
      if (asked_.outcome == each.id) option->ShowSection("CHOSEN");
    }
  }

  void fill_institution(TemplateDictionary& body, const http::InboxView& view) const {
    TemplateDictionary* institution = body.AddSectionDictionary("INSTITUTION");
    institution->SetValue("ID", view.partner);
    institution->SetValue("NAME", view.name);
    if (view.lines.empty()) {
      institution->SetValueAndShowSection("SENTENCE", say(messages::kInboxEmpty), "EMPTY");
      return;
    }
    TemplateDictionary* table = institution->AddSectionDictionary("LINES");
    const bool ended = asked_.list == InboxList::ended;
    table->ShowSection(ended                               ? "IS_ENDED"
                       : asked_.list == InboxList::waiting ? "IS_WAITING"
                                                           : "IS_DUE");
    for (const http::InboxLine& each : view.lines) {
      fill_line(*table->AddSectionDictionary("LINE"), each);
    }
    fill_range(*institution, view);
  }

  void fill_line(TemplateDictionary& line, const http::InboxLine& each) const {
    line.SetFormattedValue("ADDRESS", "/inbox/%lld/%d", static_cast<long long>(each.kase.value),
                           each.n.value);
    line.SetValue("SUBJECT", each.subject);
    line.SetValue("NUMBER", each.number);
    std::string who = each.person;
    if (!each.place.empty()) who += (who.empty() ? "" : " · ") + each.place;
    line.SetValue("WHO", who);
    line.SetValue("STATE", each.state);
    line.SetValue("SINCE", day(each.since));
    if (each.ended) {
      line.SetValue("WHEN", day(*each.ended));
      line.ShowSection("IS_OVER");
      return;
    }
    if (!each.due) {
      line.ShowSection("STANDS");
      return;
    }
    line.SetValue("WHEN", layout_.near_date(*each.due, language_));
    if (!each.what.empty()) line.SetValueAndShowSection("TEXT", each.what, "WHAT");
    if (each.overdue) line.ShowSection("LATE");
    if (each.today) line.ShowSection("TODAY");
  }

  std::string day(base::Instant at) const {
    return base::short_date(layout_.desk().calendar->local_day(at), language_);
  }

  void fill_range(TemplateDictionary& institution, const http::InboxView& view) const {
    const std::size_t total = view.counts[static_cast<std::size_t>(asked_.list)];
    if (total <= kInboxLines) return;
    const std::size_t after = view.first + view.lines.size();
    TemplateDictionary* pages = institution.AddSectionDictionary("PAGES");
    pages->SetValue(
        "RANGE", say(messages::kInboxRange, {std::to_string(view.first + 1), std::to_string(after),
                                             std::to_string(total)}));
    if (view.first > 0) {
      const std::size_t before = view.first - std::min(view.first, kInboxLines);
      pages->SetValueAndShowSection("ADDRESS", address_of(asked_.list, before, view.partner),
                                    "PREVIOUS");
    }
    if (after < total) {
      pages->SetValueAndShowSection("ADDRESS", address_of(asked_.list, after, view.partner),
                                    "NEXT");
    }
  }

  const Layout& layout_;
  const http::Request& request_;
  const base::Language language_;
  const http::InboxAsked asked_;
  std::vector<http::InboxView> views_;
};

}  // namespace

http::Response inbox_page(const Layout& layout, const http::Request& request) {
  const InboxPage page(layout, request);
  std::string title;
  for (const Label& each : kPartnerLabels) {
    const bool french = layout.language(request) == base::Language::fr;
    if (each.marker == "L_INBOX") title = std::string(french ? each.fr : each.en);
  }
  return layout.page(200, request,
                     {.room = Room::work, .title = title, .template_name = "inbox.tpl"},
                     [&](TemplateDictionary& body) { page.fill(body); });
}

}  // namespace guichet::web
