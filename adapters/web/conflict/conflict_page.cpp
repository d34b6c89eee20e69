#include "adapters/web/conflict/conflict_page.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>

#include <algorithm>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/entrance/guard.hpp"
#include "adapters/web/conflict/conflict_words.hpp"
#include "adapters/web/conflict/versions.hpp"
#include "adapters/web/frame/forms.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/frame/refusal.hpp"
#include "engine/access/actor.hpp"
#include "engine/cases/messages.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;

class ConflictPage {
 public:
  ConflictPage(const Layout& layout, const http::Request& request, const LateForm& form,
               const Versions& versions, const http::CaseView& view)
      : layout_(layout),
        form_(form),
        versions_(versions),
        view_(view),
        language_(layout.language(request)) {}

  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const {
    return Message(text, std::move(arguments)).in(language_);
  }

  void fill(TemplateDictionary& body) const {
    for (const Label& label : kConflictLabels) {
      body.SetValue(std::string(label.marker),
                    std::string(language_ == base::Language::fr ? label.fr : label.en));
    }
    body.SetIntValue("CASE", static_cast<long>(form_.kase.value));
    body.SetValue("NUMBER", view_.number);
    body.SetValue("PERSON", view_.person.empty() ? view_.firm : view_.person);
    body.SetValue("TITLE", say(messages::kConflictTitle));
    body.SetValue("INTRO", say(messages::kConflictIntro));
    body.SetValue("ABOUT", form_.about);
    body.SetValue("ACTION", form_.action);
    body.SetValue("KEY", new_key());
    body.SetIntValue("REV", static_cast<long>(versions_.rev));
    fill_versions(body);
    fill_hidden(body);
    fill_since(body);
  }

 private:
  std::string who(const std::string& actor) const {
    if (actor == access::system_actor().id) return say(messages::kByTheDesk);
    const bundle::Member* member = layout_.desk().member(actor);
    return member == nullptr ? http::role_title(layout_.desk(), actor) : member->name;
  }

  void fill_versions(TemplateDictionary& body) const {
    FormInputs inputs(layout_.desk(), layout_.site().desk.directory(), language_);
    bool clash = false;
    for (const FieldVersions& each : versions_.fields) {
      if (!each.is_mine()) continue;
      inputs.add(body, {.field = each.field, .values = each.typed, .error = {}}, "");
      TemplateDictionary* line = body.AddSectionDictionary("NOW");
      line->SetValue("LABEL", each.field->label);
      if (each.now.empty()) {
        line->ShowSection("NONE");
      } else {
        line->SetValueAndShowSection(
            "VALUE", shown_values(layout_.desk(), *each.field, each.now, language_), "SOME");
      }
      if (each.changed == nullptr) continue;
      clash = clash || !each.is_agreed();
      line->SetValueAndShowSection(
          "TEXT",
          say(messages::kChangedBy,
              {who(each.changed->actor), layout_.short_moment(each.changed->at, language_)}),
          "BY");
    }
    for (Question each : form_.questions) {
      each.values = form_.typed.all(each.id);
      add_question(body, each);
    }
    if (!clash) body.ShowSection("NO_CLASH");
    inputs.add_lists(body);
  }

  void add_hidden(TemplateDictionary& body, const std::string& name,
                  const std::string& value) const {
    TemplateDictionary* hidden = body.AddSectionDictionary("HIDDEN");
    hidden->SetValue("NAME", name);
    hidden->SetValue("VALUE", value);
  }

  // The form's own names as they were sent; fields that she did not change, as they are now.
  void fill_hidden(TemplateDictionary& body) const {
    for (const auto& [name, value] : form_.typed.list()) {
      const bool shown = std::ranges::any_of(form_.questions,
                                             [&](const Question& each) { return each.id == name; });
      const bool renewed = name == kFormKey || name == kFormRevision || name == http::kTokenField;
      if (name.find('-') == std::string::npos || shown || renewed || name == kFormMany) continue;
      add_hidden(body, name, value);
    }
    for (const FieldVersions& each : versions_.fields) {
      if (each.is_mine()) continue;
      for (const std::string& text : each.now) add_hidden(body, each.field->id, text);
      if (each.now.empty()) add_hidden(body, each.field->many ? kFormMany : each.field->id, "");
    }
  }

  // The newest first, as in the history of the case.
  void fill_since(TemplateDictionary& body) const {
    TemplateDictionary* since = nullptr;
    for (const http::HistoryLine& each : view_.history) {
      if (each.seq <= versions_.seen || each.text.empty()) continue;
      if (since == nullptr) since = body.AddSectionDictionary("SINCE");
      TemplateDictionary* line = since->AddSectionDictionary("LINE");
      line->SetValue("AT", layout_.short_moment(each.at, language_));
      line->SetValue(
          "WHO", each.actor == access::system_actor().id ? say(messages::kByTheDesk) : each.actor);
      line->SetValue("TEXT", each.text);
    }
  }

  const Layout& layout_;
  const LateForm& form_;
  const Versions& versions_;
  const http::CaseView& view_;
  const base::Language language_;
};

}  // namespace

bool is_late(const base::Rejection& rejection) {
  return std::ranges::any_of(rejection.reasons, [](const Message& reason) {
    return reason.key() == cases::messages::kStaleRevision.key;
  });
}

std::optional<std::int64_t> revision_seen(desk::Desk& desk, base::CaseId kase,
                                          const http::Pairs& typed) {
  const auto seen = http::whole_number(typed.get(kFormRevision));
  if (!seen) return {};
  std::vector<cases::Fact> facts;
  desk.store().read([&](store::Reader& reader) { facts = reader.facts(kase); });
  const bool only_post = std::ranges::all_of(facts, [&](const cases::Fact& fact) {
    return fact.seq <= *seen || std::holds_alternative<cases::LetterDelivered>(fact.event);
  });
  return only_post && !facts.empty() ? facts.back().seq : *seen;
}

http::Response conflict_page(const Layout& layout, const http::Request& request,
                             const LateForm& form) {
  const base::Language language = layout.language(request);
  const auto view = http::view_case(layout.site().desk, form.kase, request.principal, language);
  const auto versions = versions_of(layout.site().desk, form.kase, form.typed);
  if (!view || !versions) return refused_page(layout, request, 404);
  const Frame frame{.room = Room::cases,
                    .title = Message(messages::kConflictTitle).in(language),
                    .template_name = "conflict.tpl",
                    .here = fmt::format("/cases/{}", form.kase.value)};
  const ConflictPage page(layout, request, form, *versions, *view);
  return layout.page(409, request, frame, [&](TemplateDictionary& body) { page.fill(body); });
}

}  // namespace guichet::web
