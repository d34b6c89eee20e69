#include <ctemplate/template.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "adapters/web/cases/case_page.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/papers/paper_parts.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using http::CaseView;
using http::OfferView;

class Offers {
 public:
  Offers(const CaseView& view, const Layout& layout, base::Language language,
         const Attempt* attempt, const std::string& place, bool for_outside)
      : view_(view),
        layout_(layout),
        language_(language),
        attempt_(attempt),
        place_(place),
        for_outside_(for_outside),
        inputs_(layout.desk(), layout.site().desk.directory(), language) {}

  void fill(TemplateDictionary& body) {
    if (!view_.offers.empty()) {
      TemplateDictionary* acts = body.AddSectionDictionary("ACTS");
      TemplateDictionary* subject = nullptr;
      const OfferView* before = nullptr;
      for (const OfferView& each : view_.offers) {
        // Offers of one instance stand together, a partner's replies under the partner's name.
        if (before == nullptr || before->offer.n != each.offer.n ||
            before->offer.reply != each.offer.reply) {
          subject = acts->AddSectionDictionary("SUBJECT");
          subject->SetValue("ABOUT", each.about);
          if (each.offer.reply) subject->ShowSection("SPOKEN");
        }
        before = &each;
        if (each.offer.allowed && each.offer.reasons.empty()) {
          fill_form(*subject->AddSectionDictionary("ACT"), each);
        } else {
          fill_closed(*subject->AddSectionDictionary("CLOSED_ACT"), each.offer);
        }
      }
    }
    if (place_.empty() && inputs_.add_short_lists(body)) {
      body.SetValueAndShowSection("SCRIPT", layout_.assets().address("lists.js"), "LISTS_LATER");
    }
  }

 private:
  bool is_attempted(const cases::Offer& offer) const {
    return attempt_ != nullptr && attempt_->n == offer.n && attempt_->name == offer.name &&
           attempt_->reply == offer.reply;
  }

  void fill_form(TemplateDictionary& act, const OfferView& offer) {
    const cases::Offer& what = offer.offer;
    const bool attempted = is_attempted(what);
    act.SetValue("TITLE", what.title);
    act.SetValue("NAME", what.name);
    act.SetValue("DOOR", what.reply ? "replies" : "acts");
    act.SetIntValue("N", what.n.value);
    act.SetValue("KEY", new_key());
    if (attempted) act.ShowSection("OPEN");
    if (!offer.suggested.empty()) fill_suggestions(act, view_, what.n, language_);
    const std::string prefix = place_ + prefix_of(what.n, what.name);
    for (const http::FieldInput& each : offer.inputs) {
      inputs_.add(act, input_of(each, offer, attempted), prefix);
    }
    if (what.reply) fill_channels(*act.AddSectionDictionary("REPLY"), prefix, attempted);
  }

  Input input_of(const http::FieldInput& known, const OfferView& offer, bool attempted) const {
    const vocabulary::Field& field = *known.field;
    Input input{.field = &field,
                .required = known.required,
                .roomy = !is_name(layout_.desk(), field.id) &&
                         (field.of == vocabulary::Subject::need || known.required),
                .values = known.values,
                .error = {},
                .for_outside = for_outside_};
    if (field.type == vocabulary::FieldType::partner && input.values.empty()) {
      input.values = offer.proposed;
      add_designated(offer, input.values);
    }
    if (!attempted) return input;
    input.values = attempt_->typed.all(field.id);
    input.error = error_at(attempt_->refused.at_fields, field.id, language_);
    return input;
  }

  // A partner that another one suggested and that the agreement designates is ticked.
  void add_designated(const OfferView& offer, std::vector<std::string>& ticked) const {
    for (const http::SuggestionView& each : view_.suggestions) {
      if (each.need != offer.offer.n || !each.chosen) continue;
      if (std::ranges::find(ticked, each.partner) == ticked.end()) ticked.push_back(each.partner);
    }
  }

  void fill_channels(TemplateDictionary& reply, const std::string& prefix, bool attempted) const {
    reply.SetValue("ID", prefix + kFormChannel);
    for (const char* id : {"phone", "mail", "visit", "meeting"}) {
      TemplateDictionary* channel = reply.AddSectionDictionary("CHANNEL");
      channel->SetValue("VALUE", id);
      channel->SetValue("LABEL", http::channel_title(id, language_));
      if (attempted && attempt_->typed.get(kFormChannel) == id) channel->ShowSection("CHOSEN");
    }
  }

  void fill_closed(TemplateDictionary& act, const cases::Offer& offer) const {
    act.SetValue("TITLE", offer.title);
    std::vector<std::string> why;
    if (!offer.allowed) {
      std::vector<std::string> roles;
      for (const std::string& role : offer.by) {
        roles.push_back(http::role_title(layout_.desk(), role));
      }
      why.push_back(
          Message(messages::kIsFor, {fmt::format("{}", fmt::join(roles, ", "))}).in(language_));
    }
    for (const Message& reason : offer.reasons) why.push_back(reason.in(language_));
    act.SetValue("REASON", fmt::format("{}", fmt::join(why, " ")));
  }

  const CaseView& view_;
  const Layout& layout_;
  base::Language language_;
  const Attempt* attempt_;
  const std::string place_;
  const bool for_outside_;
  FormInputs inputs_;
};

}  // namespace

void fill_offers(TemplateDictionary& body, const CaseView& view, const Layout& layout,
                 base::Language language, const Attempt* attempt, const std::string& place,
                 bool for_outside) {
  Offers(view, layout, language, attempt, place, for_outside).fill(body);
}

std::string prefix_of(base::InstanceNumber n, const std::string& name) {
  return fmt::format("act-{}-{}-", n.value, name);
}

}  // namespace guichet::web
