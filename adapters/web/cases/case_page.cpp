#include "adapters/web/cases/case_page.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

#include "adapters/http/accounts/glass.hpp"
#include "adapters/web/cases/case_change.hpp"
#include "adapters/web/cases/case_parts.hpp"
#include "adapters/web/cases/change_messages.hpp"
#include "adapters/web/papers/paper_parts.hpp"
#include "adapters/web/work/list_messages.hpp"
#include "engine/cases/work.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using http::CaseView;

std::string say(const base::MessageText& text, base::Language language,
                std::vector<std::string> arguments = {}) {
  return Message(text, std::move(arguments)).in(language);
}

class CasePage {
 public:
  CasePage(const CaseView& view, const Layout& layout, const CaseRights& rights,
           base::Language language)
      : view_(view), layout_(layout), rights_(rights), language_(language) {}

  void fill(TemplateDictionary& body) const {
    fill_head(body);
    fill_due(body);
    fill_needs(body);
    fill_fields(body, "FIELD", view_.fields);
    if (!view_.agenda.empty()) {
      TemplateDictionary* agenda = body.AddSectionDictionary("AGENDA");
      for (const std::string& each : view_.agenda) {
        agenda->AddSectionDictionary("ITEM")->SetValue("TEXT", each);
      }
    }
    fill_letters(body);
    fill_history(body);
  }

 private:
  std::string day(base::Instant at) const {
    return base::short_date(layout_.desk().calendar->local_day(at), language_);
  }

  // A section's name is looked for outwards too: sections that nest have names of their own.
  static void fill_fields(TemplateDictionary& parent, const char* section,
                          const std::vector<http::FieldView>& fields) {
    for (const http::FieldView& each : fields) {
      if (each.id == cases::kThemeField) continue;  // a need's title says it
      TemplateDictionary* field = parent.AddSectionDictionary(section);
      field->SetValue("LABEL", each.label);
      field->SetValue("VALUE", each.value);
    }
  }

  void fill_head(TemplateDictionary& body) const {
    body.SetIntValue("CASE", static_cast<long>(view_.id.value));
    body.SetIntValue("REV", static_cast<long>(view_.rev));
    body.SetFormattedValue("SELF", "/cases/%lld?seen=%lld", static_cast<long long>(view_.id.value),
                           static_cast<long long>(view_.rev));
    body.SetValue("NUMBER", view_.number);
    body.SetValue("PERSON", view_.person.empty() ? view_.firm : view_.person);
    if (!view_.firm.empty() && !view_.person.empty()) {
      body.SetValueAndShowSection("NAME", view_.firm, "FIRM");
    }
    if (!view_.place.empty()) body.SetValueAndShowSection("PLACE", view_.place, "AT");
    body.SetValue("STATE", view_.request_state);
    body.SetValue("OWNER", view_.owner);
    body.SetValue("OPENED", layout_.long_date(view_.opened_at, language_));
    if (view_.closed_at) body.ShowSection("CLOSED");
    const base::MessageText* verdict = view_.verdict == "take_in"  ? &messages::kTakeIn
                                       : view_.verdict == "refuse" ? &messages::kRefuse
                                       : view_.verdict == "ask"    ? &messages::kAsk
                                                                   : nullptr;
    if (verdict != nullptr) {
      body.SetValueAndShowSection("TEXT", say(*verdict, language_), "VERDICT");
    }
  }

  std::string due_day(const http::DueView& due) const {
    return due.due_at == base::Instant::max() ? say(messages::kNoDate, language_)
                                              : layout_.near_date(due.due_at, language_);
  }

  void fill_due(TemplateDictionary& body) const {
    if (view_.due.empty()) body.ShowSection("NOTHING_DUE");
    TemplateDictionary* by_itself = nullptr;
    for (const http::DueView& each : view_.due) {
      if (!each.task && by_itself == nullptr) {
        by_itself = body.AddSectionDictionary("BY_ITSELF");
      }
      TemplateDictionary* due =
          each.task ? body.AddSectionDictionary("TASK") : by_itself->AddSectionDictionary("TIMER");
      due->SetValue("DAY", due_day(each));
      if (each.overdue) due->ShowSection("LATE");
      if (each.paused) due->ShowSection("PAUSED");
      due->SetValue("WHAT", each.what);
      due->SetValue("ABOUT", each.about);
      if (!each.by.empty()) {
        due->SetValueAndShowSection("WHO", fmt::format("{}", fmt::join(each.by, ", ")), "BY");
      }
      due->SetIntValue("N", each.n.value);
      due->SetValue("ID", each.task ? each.task_id : each.timer);
      due->SetValue("STATE", each.state);
      if (rights_.put_right && !each.paused && (each.task || !each.state.empty())) {
        due->ShowSection("POSTPONE");
      }
      if (!each.task || !each.allowed) continue;
      TemplateDictionary* done = due->AddSectionDictionary("DONE");
      done->SetValue("ID", each.task_id);
      done->SetIntValue("N", each.n.value);
      done->SetIntValue("ENTRY", each.entry);
      done->SetValue("KEY", new_key());
    }
  }

  void fill_needs(TemplateDictionary& body) const {
    if (view_.needs.empty()) body.ShowSection("NO_NEED");
    for (const http::NeedView& each : view_.needs) {
      TemplateDictionary* need = body.AddSectionDictionary("NEED");
      need->SetValue("TITLE", each.title);
      need->SetValue("STATE", each.state);
      need->SetValue("SINCE", day(each.opened_at));
      if (each.closed_at) need->ShowSection("OVER");
      if (!each.lead.empty()) need->SetValueAndShowSection("NAME", each.lead, "LEAD");
      if (!each.outcome.empty()) {
        need->SetValueAndShowSection("TEXT", http::spoken(each.outcome), "OUTCOME");
      }
      fill_fields(*need, "DETAIL", each.fields);
      fill_referrals(*need, each);
      fill_suggestions(*need, view_, each.n, language_);
      need->SetIntValue("N", each.n.value);
      if (rights_.put_right) {
        TemplateDictionary* rare = need->AddSectionDictionary("RARE");
        if (!each.closed_at) rare->ShowSection("OPEN_NEED");
      }
      if (!each.partners.empty()) fill_why(*need->AddSectionDictionary("WHY"), each);
    }
  }

  void fill_referrals(TemplateDictionary& need, const http::NeedView& view) const {
    if (view.referrals.empty()) return;
    TemplateDictionary* asked = need.AddSectionDictionary("ASKED");
    for (const http::ReferralView& each : view.referrals) {
      TemplateDictionary* referral = asked->AddSectionDictionary("REFERRAL");
      referral->SetValue("PARTNER", each.partner_name);
      referral->SetValue("STATE", each.state);
      referral->SetValue("SINCE", day(each.since));
      if (!each.open) referral->ShowSection("ENDED");
      referral->SetIntValue("N", each.n.value);
      if (each.open && rights_.put_right) referral->ShowSection("HAND_OVER");
      if (!each.article.empty()) {
        referral->SetValueAndShowSection("TEXT", each.article, "ARTICLE");
      }
    }
  }

  static void fill_why(TemplateDictionary& why, const http::NeedView& need) {
    for (const http::PartnerView& each : need.partners) {
      if (each.chosen) {
        TemplateDictionary* chosen = why.AddSectionDictionary("CHOSEN");
        chosen->SetValue("PARTNER", each.name);
        chosen->SetValue("ARTICLE", each.article);
        if (!each.rule.empty()) chosen->SetValueAndShowSection("TEXT", each.rule, "RULE");
        continue;
      }
      TemplateDictionary* other = why.AddSectionDictionary("OTHER");
      other->SetValue("PARTNER", each.name);
      if (each.failed.empty()) other->ShowSection("NO_REASON");
      for (const http::PartnerView::Why& clause : each.failed) {
        TemplateDictionary* failed = other->AddSectionDictionary("FAILED");
        if (&clause == &each.failed.front()) {
          failed->AddSectionDictionary("FIRST")->SetIntValue("ROWS",
                                                             static_cast<long>(each.failed.size()));
        }
        failed->SetValue("CRITERION", clause.criterion);
        failed->SetValue("VALUE", clause.value);
        failed->SetValue("WANTED", clause.wanted);
      }
    }
    if (need.would_open.empty()) return;
    TemplateDictionary* opening = why.AddSectionDictionary("OPENING");
    for (const auto& [field, partners] : need.would_open) {
      TemplateDictionary* answer = opening->AddSectionDictionary("ANSWER");
      answer->SetValue("FIELD", field);
      answer->SetValue("PARTNERS", fmt::format("{}", fmt::join(partners, ", ")));
    }
  }

  std::string status_of(const http::LetterView& letter) const {
    const bool rests = letter.leaves_at > layout_.site().desk.clock().now();
    if (letter.status == "waiting" && rests) {
      return say(messages::kWaiting, language_,
                 {layout_.short_moment(letter.leaves_at, language_)});
    }
    if (letter.status == "waiting" || letter.status == "leaving")
      return say(messages::kLeaving, language_);
    if (letter.status == "delivered") return say(messages::kDelivered, language_);
    if (letter.status == "refused") {
      return say(messages::kUndelivered, language_, {letter.reason});
    }
    if (letter.status == "recalled") return say(messages::kCalledBack, language_);
    return say(messages::kPrinted, language_);
  }

  // As long as it waits it can be kept from leaving.
  void fill_rest(TemplateDictionary& out, const http::LetterView& letter) const {
    if (!rights_.work || letter.status != "waiting") return;
    const auto left = letter.leaves_at - layout_.site().desk.clock().now();
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(left).count();
    TemplateDictionary* rests = out.AddSectionDictionary("RESTS");
    if (minutes <= 0 || minutes > 60) return;
    rests->SetValue("MINUTES", say(messages::kMinutesLeft, language_, {std::to_string(minutes)}));
  }

  void fill_letters(TemplateDictionary& body) const {
    if (view_.letters.empty()) body.ShowSection("NO_LETTER");
    // The newest first, as the history.
    for (auto each = view_.letters.rbegin(); each != view_.letters.rend(); ++each) {
      TemplateDictionary* letter = body.AddSectionDictionary("LETTER");
      letter->SetValue("KEY", each->key);
      letter->SetValue("SUBJECT", each->subject);
      letter->SetValue("TO", each->to);
      letter->SetValue("MADE", layout_.short_moment(each->made_at, language_));
      letter->SetValue("STATUS", status_of(*each));
      if (each->status == "refused") letter->ShowSection("BAD");
      letter->SetValue("TEXT", each->text);
      fill_rest(*letter, *each);
    }
  }

  // What happened at one moment by one hand stands together.
  void fill_history(TemplateDictionary& body) const {
    TemplateDictionary* moment = nullptr;
    const http::HistoryLine* before = nullptr;
    for (const http::HistoryLine& each : view_.history) {
      if (before == nullptr || before->at != each.at || before->actor != each.actor) {
        moment = body.AddSectionDictionary("MOMENT");
        moment->SetValue("AT", layout_.short_moment(each.at, language_));
        moment->SetValue("ACTOR", each.actor == access::system_actor().id
                                      ? say(messages::kTheDesk, language_)
                                      : each.actor);
      }
      before = &each;
      TemplateDictionary* fact = moment->AddSectionDictionary("FACT");
      fact->SetValue("TEXT", each.text);
      if (rights_.work && !view_.undo.empty() && view_.undo.front().act == each.seq) {
        fact->AddSectionDictionary("UNDO")->SetIntValue("ACT", static_cast<long>(each.seq));
      }
      if (!each.about.empty() && each.text.find(each.about) == std::string::npos) {
        fact->SetValueAndShowSection("NAME", each.about, "ABOUT");
      }
    }
  }

  const CaseView& view_;
  const Layout& layout_;
  const CaseRights rights_;
  base::Language language_;
};

// Who calls back, and by when: what the caller is told before she hangs up.
std::string said_of_request(const CaseView& view, const Layout& layout, base::Language language) {
  for (const http::DueView& each : view.due) {
    if (!each.task || each.due_at == base::Instant::max() || view.owner.empty()) continue;
    return say(messages::kSavedBy, language,
               {view.number, view.owner, layout.long_date(each.due_at, language)});
  }
  return say(messages::kSaved, language, {view.number});
}

}  // namespace

std::optional<base::CaseId> case_of(const http::Request& request) {
  const std::string& text = request.params.get("id");
  base::CaseId id;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return id;
}

http::Response case_page(const Layout& layout, const http::Request& request, base::CaseId id,
                         const Attempt* attempt) {
  const base::Language language = layout.language(request);
  const auto view = http::view_case(layout.site().desk, id, request.principal, language);
  if (!view) {
    return message_page(layout, request, 404, refusal_title(404, language),
                        {say(messages::kNoSuchCase, language)}, WayOut::cases);
  }
  // Asked by the page itself: nothing new since what it shows.
  if (attempt == nullptr && request.query.get("seen") == std::to_string(view->rev)) {
    return {.status = 204};
  }
  Frame frame{.room = Room::cases,
              .title = fmt::format("{} {}", view->number, view->person),
              .template_name = "case.tpl",
              .here = fmt::format("/cases/{}", id.value)};
  if (const base::MessageText* done = said_after(request.query.get("saved"))) {
    frame.said.push_back(say(*done, language));
  } else if (request.query.has("saved")) {
    frame.said.push_back(said_of_request(*view, layout, language));
  }
  if (request.principal.is(access::Persona::coordinator)) {
    for (const accounts::Opening& each : http::told_openings(layout.site(), id)) {
      frame.said.push_back(http::sentence_of(each, layout.site(), language));
    }
  }
  const CaseRights rights = CaseRights::of(request.principal);
  return layout.page(attempt == nullptr ? 200 : attempt->status, request, frame,
                     [&](TemplateDictionary& body) {
                       if (attempt != nullptr) {
                         show_refusal(body, attempt->refused, language);
                       }
                       CasePage(*view, layout, rights, language).fill(body);
                       fill_parts(body, *view, layout, rights, language);
                       fill_papers(body, *view, layout, request, language);
                       fill_offers(body, *view, layout, language, attempt);
                     });
}

http::Response case_sheet(const Layout& layout, const http::Request& request) {
  const base::Language language = layout.language(request);
  const auto id = case_of(request);
  const auto view =
      id ? http::view_case(layout.site().desk, *id, request.principal, language) : std::nullopt;
  if (!view) return refused_page(layout, request, 404);
  const Frame frame{.room = Room::cases,
                    .title = fmt::format("{} {}", view->number, view->person),
                    .template_name = "sheet.tpl"};
  return layout.page(200, request, frame, [&](TemplateDictionary& body) {
    CasePage(*view, layout, {}, language).fill(body);
    fill_parts(body, *view, layout, {}, language);
  });
}

}  // namespace guichet::web
