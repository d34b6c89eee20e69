// What one adviser has open goes to a colleague in one go, and she leaves where that is why.
#include <ctemplate/template.h>

#include "adapters/http/directory/directory_change.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/web/directory/directory_pages.hpp"
#include "adapters/web/directory/directory_words.hpp"
#include "adapters/web/frame/forms.hpp"
#include "adapters/web/frame/questions.hpp"
#include "adapters/web/frame/refusal.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;

std::vector<Question> hand_over_questions(const bundle::Partner& partner,
                                          const std::string& adviser, base::Language language) {
  const auto say = [&](const base::MessageText& text) { return Message(text).in(language); };
  Question to{.id = "dir-to", .label = say(messages::kDirTo), .kind = Question::Kind::select};
  for (const bundle::Contact& each : partner.advisers) {
    if (each.id != adviser) to.choices.push_back({each.id, each.name});
  }
  Question leaves{.id = "dir-leaves",
                  .label = say(messages::kDirLeft),
                  .kind = Question::Kind::checks,
                  .choices = {{"1", say(messages::kDirLeftYes)}}};
  return {std::move(to),
          {.id = "dir-reason", .label = say(messages::kDirNote), .required = true},
          std::move(leaves)};
}

std::string address_of(const http::Request& request) {
  return entry_address(request.params.get("partner")) + "/advisers/" +
         http::percent_encode(request.params.get("adviser"));
}

http::Response show_hand_over(const Layout& layout, const http::Request& request, int status,
                              const Refused* refused, const http::Pairs& typed) {
  const base::Language language = layout.language(request);
  const std::string& adviser = request.params.get("adviser");
  const auto entry = http::find_partner(layout.site().desk, request.params.get("partner"));
  const bundle::Contact* contact = entry ? entry->partner.adviser(adviser) : nullptr;
  if (contact == nullptr) return refused_page(layout, request, 404);
  const Frame frame{.room = Room::directory,
                    .title = Message(messages::kDirHandOver, {contact->name}).in(language),
                    .template_name = "hand_over.tpl",
                    .here = address_of(request)};
  return layout.page(status, request, frame, [&](TemplateDictionary& body) {
    if (refused != nullptr) show_refusal(body, *refused, language);
    body.SetValue("PARTNER", entry->partner.name);
    body.SetValue("ENTRY", entry_address(entry->partner.id));
    body.SetValue("ACTION", address_of(request));
    body.SetValue("TITLE", frame.title);
    body.SetValue("INTRO", Message(messages::kDirHandOverIntro).in(language));
    body.SetValue("BUTTON", Message(messages::kDirHandKeep).in(language));
    bool any = false;
    for (const auto& each : http::open_referrals(layout.site().desk, entry->partner.id)) {
      if (each.adviser != adviser) continue;
      any = true;
      TemplateDictionary* row = body.AddSectionDictionary("REFERRAL");
      row->SetValue("NUMBER", each.number);
      row->SetIntValue("CASE", static_cast<long>(each.kase.value));
    }
    if (!any) body.ShowSection("NO_REFERRAL");
    for (Question& each : hand_over_questions(entry->partner, adviser, language)) {
      if (refused != nullptr) {
        each.values = typed.all(each.id);
        each.error = error_at(refused->at_fields, each.id, language);
      }
      add_question(body, each);
    }
  });
}

// How it went, and the way back.
http::Response told(const Layout& layout, const http::Request& request,
                    const http::HandedOver& handed) {
  const base::Language language = layout.language(request);
  std::vector<std::string> said{
      Message(messages::kDirHanded, {std::to_string(handed.done)}).in(language)};
  if (handed.taken_out) said.push_back(Message(messages::kDirGone).in(language));
  said.insert(said.end(), handed.refused.begin(), handed.refused.end());
  return message_page(layout, request, handed.refused.empty() ? 200 : 409,
                      Message(messages::kDirHandKeep).in(language), said);
}

}  // namespace

http::Response hand_over_page(const Layout& layout, const http::Request& request) {
  return show_hand_over(layout, request, 200, nullptr, {});
}

void hand_over(const Layout& layout, const http::Request& request, http::Respond respond) {
  const auto form = http::parse_form(request);
  if (!form) return respond(refused_page(layout, request, 400));
  const base::Language language = layout.language(request);
  const http::Pairs& typed = form->fields;
  const http::HandOverAll what{.partner = request.params.get("partner"),
                               .from = request.params.get("adviser"),
                               .to = typed.get("dir-to"),
                               .reason = typed.get("dir-reason"),
                               .leaves = typed.get("dir-leaves") == "1"};
  Refused refused{.title = Message(messages::kDirNotSaved).in(language)};
  const auto open = http::open_referrals(layout.site().desk, what.partner);
  const bool has_some =
      std::ranges::find(open, what.from, &http::PartnerReferral::adviser) != open.end();
  if (what.to.empty() && (has_some || !what.leaves)) {
    refused.at_fields.emplace_back("dir-to", Message(messages::kDirChoose));
  }
  if (what.reason.empty()) {
    refused.at_fields.emplace_back("dir-reason", Message(messages::kDirReason));
  }
  if (!refused.at_fields.empty()) {
    return respond(show_hand_over(layout, request, 422, &refused, typed));
  }
  http::hand_over_all(
      layout.site(), request, what,
      [&layout, request, typed, refused = std::move(refused), language,
       respond](const std::expected<http::HandedOver, base::Rejection>& handed) mutable {
        if (handed) return respond(told(layout, request, *handed));
        for (const Message& each : handed.error().reasons) {
          refused.reasons.push_back(each.in(language));
        }
        respond(show_hand_over(layout, request, handed.error().status, &refused, typed));
      });
}

}  // namespace guichet::web
