#include "adapters/web/reply/reply_page.hpp"

#include <ctemplate/template.h>

#include <algorithm>
#include <charconv>

#include "adapters/web/frame/messages.hpp"
#include "adapters/web/papers/paper_parts.hpp"
#include "adapters/web/papers/paper_words.hpp"
#include "adapters/web/reply/reply_words.hpp"
#include "engine/cases/consent.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using http::Destination;
using http::Request;
using http::Respond;
using http::Response;

// The last thing that whoever has this link did, as the journal tells it.
struct LastAct {
  std::int64_t seq = 0;
  std::string name;  // of an act or reply; empty for the others
  std::string text;
};

class LinkPage {
 public:
  LinkPage(const ReplyRoom& room, const Request& request, const Destination& to,
           const Attempt* attempt)
      : room_(room),
        layout_(*room.layout),
        request_(request),
        door_(door_of(request)),
        to_(to),
        attempt_(attempt),
        language_(layout_.language(request)) {}

  Response page() {
    auto view = http::view_case(desk(), to_.link.scope.kase, request_.principal, language_);
    if (!view) {
      return door_.by_link ? reply_start(room_, request_) : refused_page(layout_, request_, 404);
    }
    view_ = std::move(*view);
    desk().store().read([&](store::Reader& reader) {
      snapshot_ = reader.load(to_.link.scope.kase).value_or(cases::Snapshot{});
    });
    // Whoever comes by a link is shown what she may do, not what others may.
    std::erase_if(view_.offers, [](const http::OfferView& each) { return !each.offer.allowed; });
    if (to_.is_referral) keep_this_referral();
    return layout_.page(attempt_ == nullptr ? 200 : attempt_->status, request_, frame(),
                        [&](TemplateDictionary& body) { fill(body); });
  }

 private:
  desk::Desk& desk() const { return layout_.site().desk; }
  // An account may be asked more than once in a case: each page is about one.
  void keep_this_referral() {
    const cases::Instance* asked = instance();
    const auto need = asked == nullptr ? std::nullopt : asked->parent;
    std::erase_if(view_.offers,
                  [&](const http::OfferView& each) { return each.offer.n != to_.link.scope.n; });
    std::erase_if(view_.needs, [&](const http::NeedView& each) { return each.n != need; });
  }
  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const {
    return Message(text, std::move(arguments)).in(language_);
  }

  const cases::Instance* instance() const { return snapshot_.find(to_.link.scope.n); }

  std::string heading() const {
    if (!to_.is_referral) return say(messages::kFollowTitle);
    return to_.subject.empty() ? say(messages::kLinkTitle) : to_.subject;
  }

  Frame frame() const {
    Frame out{.room = door_.by_link ? Room::outside : Room::work,
              .title = heading(),
              .template_name = "reply.tpl",
              .here = door_.address};
    if (request_.query.has("done")) {
      if (const auto last = last_act()) out.said.push_back(last->text);
    }
    return out;
  }

  void fill(TemplateDictionary& body) const {
    put_reply_words(body, room_, request_);
    body.SetValue("BASE", door_.address);
    body.ShowSection(door_.by_link ? "BY_LINK" : "BY_ACCOUNT");
    body.SetValue("HEADING", heading());
    body.SetValue("NUMBER", view_.number);
    body.SetValue("REV", std::to_string(view_.rev));
    if (!view_.owner.empty()) {
      body.SetValueAndShowSection("TEXT", say(messages::kYourDesk, {view_.owner}), "CONTACT_NAME");
    }
    if (attempt_ != nullptr) {
      show_refusal(body, attempt_->refused, language_);
      if (!is_offered_still()) fill_typed(body);
    }
    if (to_.is_referral) {
      fill_referral(body);
    } else {
      fill_follow(body);
    }
    fill_files(body);
  }

  // What may be sent is what is still open; what was sent can be read as long as the link lasts.
  void fill_files(TemplateDictionary& body) const {
    if (!to_.is_open && view_.documents.empty()) return;
    fill_documents(
        *body.AddSectionDictionary("PAPERS"), view_, layout_,
        {.base = door_.address, .by_link = true, .may_send = to_.is_open, .n = to_.link.scope.n},
        language_);
  }

  void fill_suggest(TemplateDictionary& open) const {
    const cases::Instance* asked = instance();
    if (asked == nullptr || !asked->referral) return;
    TemplateDictionary* suggest = open.AddIncludeDictionary("SUGGEST");
    suggest->SetFilename("suggest.tpl");
    suggest->SetValue("BASE", door_.address);
    suggest->SetValue("SUGGEST_KEY", new_key());
    for (const http::SuggestionView& each : view_.suggestions) {
      if (each.n != asked->n) continue;
      TemplateDictionary* said = suggest->AddSectionDictionary("SUGGESTED_ALREADY");
      said->SetValue("SUGGESTED_NAME", each.partner_name);
      if (!each.words.empty()) said->SetValueAndShowSection("BECAUSE", each.words, "WORDS");
    }
    for (const auto& [id, name] : partners_to_suggest(layout_, *asked)) {
      TemplateDictionary* option = suggest->AddSectionDictionary("TO_SUGGEST");
      option->SetValue("ID", id);
      option->SetValue("NAME", name);
    }
  }

  bool is_offered_still() const {
    return std::ranges::any_of(view_.offers, [&](const http::OfferView& each) {
      return each.offer.n == attempt_->n && each.offer.name == attempt_->name;
    });
  }

  // Its form is gone with the act; what was typed is not.
  void fill_typed(TemplateDictionary& body) const {
    TemplateDictionary* typed = nullptr;
    for (const auto& [name, text] : attempt_->typed.list()) {
      const vocabulary::Field* field = layout_.desk().vocabulary->find(name);
      if (field == nullptr || text.empty()) continue;
      if (typed == nullptr) {
        typed = body.AddSectionDictionary("TYPED");
        typed->SetValue("TITLE", say(messages::kYouTyped));
      }
      TemplateDictionary* row = typed->AddSectionDictionary("TYPED_ROW");
      row->SetValue("LABEL", field->label);
      row->SetValue("TEXT", text);
    }
  }

  void fill_referral(TemplateDictionary& body) const {
    if (const cases::Instance* asked = instance()) {
      body.SetValueAndShowSection("TEXT", http::state_title(layout_.desk(), *asked), "STATE");
    }
    if (!to_.is_open) return fill_end(body);
    TemplateDictionary* open = body.AddSectionDictionary("REFERRAL");
    if (to_.deadline) {
      open->SetValueAndShowSection("DAY", layout_.long_date(*to_.deadline, language_), "DEADLINE");
      open->SetValue("DEADLINE_LABEL", say(messages::kLinkDeadline));
    }
    const cases::Instance* asked_here = instance();
    if (asked_here != nullptr &&
        std::ranges::any_of(asked_here->tasks, &cases::Task::pauses_clocks)) {
      open->SetValueAndShowSection("TEXT", say(messages::kQuestionOpen), "QUESTION_OPEN");
    }
    TemplateDictionary* given = open->AddSectionDictionary("GIVEN");
    fill_fields(*given, view_.fields);
    for (const http::NeedView& need : view_.needs) {
      fill_fields(*given, need.fields);
      fill_others(*open, need);
    }
    if (view_.offers.empty()) open->ShowSection("NOTHING");
    fill_offers(body, view_, layout_, language_, attempt_, "", true);
    fill_colleagues(*open);
    fill_suggest(*open);
  }

  void fill_end(TemplateDictionary& body) const {
    const cases::Instance* asked = instance();
    const bool withdrawn = asked == nullptr || asked->outcome == "withdrawn";
    TemplateDictionary* ended = body.AddSectionDictionary("ENDED");
    ended->SetValue("TEXT", withdrawn ? say(messages::kReferralWithdrawn)
                                      : say(messages::kReferralOver,
                                            {http::state_title(layout_.desk(), *asked)}));
    // Whoever has declined may know who else would do, as long as the need goes on.
    const cases::Instance* need =
        asked == nullptr || !asked->parent ? nullptr : snapshot_.find(*asked->parent);
    if (need != nullptr && need->is_open() && asked->outcome == "declined") fill_suggest(*ended);
  }

  void fill_follow(TemplateDictionary& body) const {
    TemplateDictionary* follow = body.AddSectionDictionary("FOLLOW");
    if (!view_.request_state.empty()) {
      body.SetValueAndShowSection("TEXT", view_.request_state, "STATE");
    }
    for (const http::NeedView& need : view_.needs) {
      TemplateDictionary* item = follow->AddSectionDictionary("NEED");
      item->SetValue("TITLE", need.title);
      if (!need.state.empty()) item->SetValueAndShowSection("TEXT", need.state, "NEED_STATE");
      fill_others(*item, need);
    }
    TemplateDictionary* facts = follow->AddSectionDictionary("FACTS");
    fill_fields(*facts, said_by_her());
    fill_offers(body, view_, layout_, language_, attempt_, "", true);
    if (shares()) follow->ShowSection("SHARES");
    if (view_.offers.empty() && !shares()) follow->ShowSection("NOTHING");
  }

  // The partners that the reader may know of, and where each stands.
  void fill_others(TemplateDictionary& body, const http::NeedView& need) const {
    TemplateDictionary* asked = nullptr;
    for (const http::ReferralView& each : need.referrals) {
      if (to_.is_referral && each.n == to_.link.scope.n) continue;
      if (asked == nullptr) asked = body.AddSectionDictionary("ASKED");
      TemplateDictionary* row = asked->AddSectionDictionary("PARTNER");
      row->SetValue("NAME", each.partner_name);
      const std::string& standing = each.state.empty() ? each.outcome : each.state;
      if (!standing.empty()) row->SetValueAndShowSection("TEXT", standing, "PARTNER_STATE");
    }
  }

  // Without what the desk notes of every request by itself: when it came, and by what way.
  std::vector<http::FieldView> said_by_her() const {
    const bundle::Intake& intake = layout_.desk().intake;
    std::vector<http::FieldView> out = view_.fields;
    std::erase_if(out, [&](const http::FieldView& each) {
      return each.id == intake.received || intake.form.set.contains(each.id);
    });
    return out;
  }

  static void fill_fields(TemplateDictionary& list, const std::vector<http::FieldView>& fields) {
    for (const http::FieldView& each : fields) {
      TemplateDictionary* row = list.AddSectionDictionary("ROW");
      row->SetValue("LABEL", each.label);
      row->SetValue("VALUE", each.value);
    }
  }

  void fill_colleagues(TemplateDictionary& open) const {
    const bundle::Partner* partner = desk().directory().find(to_.link.asked.partner);
    if (partner == nullptr) return;
    TemplateDictionary* over = nullptr;
    for (const bundle::Contact& each : partner->advisers) {
      if (each.id == to_.link.asked.adviser) continue;
      if (over == nullptr) {
        over = open.AddSectionDictionary("COLLEAGUES");
        over->SetValue("KEY", new_key());
      }
      TemplateDictionary* option = over->AddSectionDictionary("COLLEAGUE");
      option->SetValue("ID", each.id);
      option->SetValue("NAME", each.name);
    }
  }

  // Is there a yes that the person can take back?
  bool shares() const {
    for (const vocabulary::Field& field : layout_.desk().vocabulary->fields()) {
      if (field.type != vocabulary::FieldType::consent) continue;
      for (const cases::Fields* fields : {&snapshot_.data, &snapshot_.person, &snapshot_.firm,
                                          &snapshot_.instances.front().data}) {
        const auto found = fields->find(field.id);
        if (found != fields->end() && cases::consent_holds(found->second.value(), "")) return true;
      }
    }
    return false;
  }

  std::string told(const cases::Fact& fact) const {
    if (const auto* moved = std::get_if<cases::AdviserAssigned>(&fact.event)) {
      const bundle::Partner* partner = desk().directory().find(to_.link.asked.partner);
      const bundle::Contact* adviser =
          partner == nullptr ? nullptr : partner->adviser(moved->adviser);
      return say(messages::kHandedOver, {adviser == nullptr ? moved->adviser : adviser->name});
    }
    if (std::holds_alternative<cases::ConsentRecorded>(fact.event)) {
      return say(messages::kConsentBack);
    }
    return http::sentence(fact.event, snapshot_, layout_.desk(), desk().directory(), language_);
  }

  // Only what the reader did herself: a colleague's acts are not hers.
  std::optional<LastAct> last_act() const {
    std::vector<cases::Fact> facts;
    desk().store().read([&](store::Reader& reader) { facts = reader.facts(to_.link.scope.kase); });
    for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact) {
      const auto n = cases::instance_of(fact->event);
      if (fact->actor != request_.principal.actor.id) continue;
      if (to_.is_referral && n != to_.link.scope.n) continue;
      const auto* act = std::get_if<cases::ActTaken>(&fact->event);
      const bool other = std::holds_alternative<cases::AdviserAssigned>(fact->event) ||
                         std::holds_alternative<cases::ConsentRecorded>(fact->event) ||
                         std::holds_alternative<cases::DocumentAdded>(fact->event) ||
                         std::holds_alternative<cases::DocumentRemoved>(fact->event) ||
                         std::holds_alternative<cases::PartnerSuggested>(fact->event);
      if (act == nullptr && !other) continue;
      return LastAct{
          fact->seq, act == nullptr ? "" : act->name,
          say(messages::kDoneAt, {layout_.short_moment(fact->at, language_), told(*fact)})};
    }
    return {};
  }

  const ReplyRoom& room_;
  const Layout& layout_;
  const Request& request_;
  const Door door_;
  const Destination& to_;
  const Attempt* attempt_;
  base::Language language_;
  http::CaseView view_;
  cases::Snapshot snapshot_;
};

}  // namespace

Door door_of(const Request& request) {
  if (request.params.has("token")) return {.address = "/r/" + locator_of(request)};
  return {.address = "/inbox/" + request.params.get("id") + "/" + request.params.get("n"),
          .by_link = false};
}

std::optional<Destination> behind_door(const ReplyRoom& room, const Request& request) {
  if (door_of(request).by_link) {
    auto to = room.links->find(locator_of(request));
    return to && http::ReplyLinks::has_entered(request, *to) ? std::move(to) : std::nullopt;
  }
  const auto kase = case_of(request);
  const std::string& text = request.params.get("n");
  base::InstanceNumber n;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n.value);
  if (!kase || error != std::errc{} || end != text.data() + text.size()) return {};
  auto to = http::destination_of(room.layout->site().desk, *kase, n);
  if (!to || !to->is_referral) return {};
  return request.principal.of_institution(to->link.asked.partner) ? std::move(to) : std::nullopt;
}

std::optional<Destination> entered_by(const ReplyRoom& room, const Request& request,
                                      const Respond& respond) {
  auto to = behind_door(room, request);
  if (to) return to;
  if (door_of(request).by_link) {
    respond(reply_start(room, request, 401, {room.say(request, messages::kSessionOver)}));
  } else {
    respond(refused_page(*room.layout, request, 404));
  }
  return {};
}

Response link_page(const ReplyRoom& room, const Request& request, const Destination& to,
                   const Attempt* attempt) {
  Response response = LinkPage(room, request, to, attempt).page();
  response.headers.set("Cache-Control", "no-store");
  return response;
}

Response reply_page(const ReplyRoom& room, const Request& request) {
  const auto to = room.links->find(locator_of(request));
  if (!to || !http::ReplyLinks::has_entered(request, *to)) {
    // After a hand-over: true of any link, and tells nothing of this one.
    if (request.query.has("handed")) {
      return reply_message(room, request, 200, messages::kHandedTitle, messages::kHandedAway);
    }
    return reply_start(room, request);
  }
  return link_page(room, request, *to);
}

}  // namespace guichet::web
