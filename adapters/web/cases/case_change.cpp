#include "adapters/web/cases/case_change.hpp"

#include <ctemplate/template.h>
#include <fmt/format.h>

#include <algorithm>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/api/instance_number.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/web/cases/case_page.hpp"
#include "adapters/web/cases/change_messages.hpp"
#include "adapters/web/conflict/conflict_page.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/frame/refusal.hpp"
#include "adapters/web/papers/paper_words.hpp"
#include "engine/desk/messages.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;

constexpr const char* kSaidOn = "form-said-on";

std::optional<ChangeCase> find_case(const Layout& layout, const http::Request& request,
                                    http::Pairs typed) {
  const auto id = case_of(request);
  if (!id) return {};
  const base::Language language = layout.language(request);
  auto view = http::view_case(layout.site().desk, *id, request.principal, language);
  std::optional<cases::Snapshot> snapshot;
  layout.site().desk.store().read([&](store::Reader& reader) { snapshot = reader.load(*id); });
  if (!view || !snapshot) return {};
  return ChangeCase{.layout = layout,
                    .language = language,
                    .view = std::move(*view),
                    .snapshot = std::move(*snapshot),
                    .query = request.query,
                    .typed = std::move(typed)};
}

http::Response absent(const Layout& layout, const http::Request& request) {
  const base::Language language = layout.language(request);
  return message_page(layout, request, 404, refusal_title(404, language),
                      {Message(messages::kNothingToChange).in(language)}, WayOut::cases);
}

// What was typed stands again; at first, what the form proposes.
void add_questions(TemplateDictionary& body, const ChangeCase& at, const ChangeForm& form,
                   const Refused* refused) {
  for (Question each : form.questions) {
    if (refused != nullptr) {
      each.values = at.typed.all(each.id);
      each.error = error_at(refused->at_fields, each.id, at.language);
    } else if (const std::string given = at.get(each.id.substr(5)); !given.empty()) {
      each.values = {given};
    }
    add_question(body, each);
  }
  FormInputs inputs(at.layout.desk(), at.layout.site().desk.directory(), at.language);
  for (Input each : form.inputs) {
    if (refused != nullptr) {
      each.values = at.typed.all(each.field->id);
      each.error = error_at(refused->at_fields, each.field->id, at.language);
    }
    inputs.add(body, each, "");
  }
  inputs.add_lists(body);
}

http::Response show(const http::Request& request, const ChangeKind& kind, const ChangeCase& at,
                    const ChangeForm& form, int status, const Refused* refused) {
  const std::string action = fmt::format("/cases/{}/{}", at.view.id.value, kind.name);
  // A page that answers a form is asked for again as the form's own page.
  http::Pairs query;
  for (const std::string& name : form.carried) query.add(name, at.get(name));
  const Frame frame{.room = Room::cases,
                    .title = form.title,
                    .template_name = "change.tpl",
                    .here = address(action, query)};
  return at.layout.page(status, request, frame, [&](TemplateDictionary& body) {
    if (refused != nullptr) show_refusal(body, *refused, at.language);
    body.SetIntValue("CASE", static_cast<long>(at.view.id.value));
    body.SetValue("NUMBER", at.view.number);
    body.SetValue("PERSON", at.view.person.empty() ? at.view.firm : at.view.person);
    body.SetValue("TITLE", form.title);
    if (!form.intro.empty()) body.SetValueAndShowSection("SENTENCE", form.intro, "INTRO");
    long index = 0;
    for (const ChangeForm::Part& each : form.parts) {
      TemplateDictionary* part = body.AddSectionDictionary("PART");
      part->SetIntValue("INDEX", ++index);
      part->SetValue("HEADING", each.heading);
      for (const std::string& point : each.points) {
        part->AddSectionDictionary("POINT")->SetValue("TEXT", point);
      }
    }
    body.SetValue("ACTION", action);
    body.SetValue("KEY", new_key());
    body.SetIntValue("REV", static_cast<long>(at.view.rev));
    body.SetValue("BUTTON", form.button);
    body.SetValue("LOOK", form.danger ? "danger" : "main");
    for (const std::string& name : form.carried) {
      TemplateDictionary* carried = body.AddSectionDictionary("CARRIED");
      carried->SetValue("NAME", name);
      carried->SetValue("VALUE", at.get(name));
    }
    add_questions(body, at, form, refused);
  });
}

Refused nothing_done(const ChangeCase& at) {
  return {.title = at.say(messages::kNotDone)};
}

// Words of hers that no form shows any more: to be copied.
std::vector<std::string> typed_words(const Layout& layout, const http::Request& request,
                                     const http::Pairs& typed) {
  std::vector<std::string> out;
  for (const auto& [name, text] : typed.list()) {
    const bool hers = name == kFormReason || name == "form-words" ||
                      layout.desk().vocabulary->find(name) != nullptr;
    if (!hers || text.empty()) continue;
    out.push_back(Message(messages::kStillTyped, {text}).in(layout.language(request)));
  }
  return out;
}

// The page again, with the case as it stands now.
http::Response refuse(const Layout& layout, const http::Request& request, const ChangeKind& kind,
                      const http::Pairs& typed, int status, const Refused& refused) {
  const auto now = find_case(layout, request, typed);
  const auto form = now ? kind.form(*now) : std::nullopt;
  if (form) return show(request, kind, *now, *form, status, &refused);
  std::vector<std::string> sentences = refused.reasons;
  std::ranges::move(typed_words(layout, request, typed), std::back_inserter(sentences));
  return message_page(layout, request, status, refused.title, sentences, WayOut::cases);
}

// A button that was pressed twice: the second has nothing left to correct, under the same key.
bool is_same_correction(const cases::Command& command, const base::Rejection& rejection) {
  const auto* correction = std::get_if<cases::CorrectFields>(&command.body);
  return correction != nullptr && correction->with.empty() &&
         std::ranges::any_of(rejection.reasons, [](const Message& reason) {
           return reason.key() == desk::messages::kKeyReused.key;
         });
}

// The case has moved on: what was typed beside what is there now. Nothing where there is nothing of
// the kind to change any more.
std::optional<http::Response> show_both_versions(const Layout& layout, const http::Request& request,
                                                 const ChangeKind& kind, const http::Pairs& typed) {
  const auto now = find_case(layout, request, typed);
  const auto form = now ? kind.form(*now) : std::nullopt;
  if (!form) return {};
  return conflict_page(layout, request,
                       {.kase = now->view.id,
                        .action = fmt::format("/cases/{}/{}", now->view.id.value, kind.name),
                        .about = form->title,
                        .typed = typed,
                        .questions = form->questions});
}

}  // namespace

std::string ChangeCase::get(const std::string& name) const {
  const std::string sent = "form-" + name;
  return typed.has(sent) ? typed.get(sent) : query.get(name);
}

std::optional<std::int64_t> ChangeCase::number(const std::string& name) const {
  return http::whole_number(get(name));
}

base::InstanceNumber ChangeCase::n() const {
  return http::instance_of(number("n").value_or(1));
}

std::string ChangeCase::say(const base::MessageText& text,
                            std::vector<std::string> arguments) const {
  return Message(text, std::move(arguments)).in(language);
}

Question ask_reason(const ChangeCase& at) {
  return {.id = kFormReason,
          .label = at.say(messages::kReason),
          .kind = Question::Kind::lines,
          .required = true,
          .help = at.say(messages::kReasonHelp)};
}

Question ask_channel(const ChangeCase& at) {
  Question out{
      .id = "form-channel", .label = at.say(messages::kHow), .kind = Question::Kind::select};
  for (const char* id : {"phone", "mail", "visit", "meeting"}) {
    out.choices.push_back({id, http::channel_title(id, at.language)});
  }
  return out;
}

Question ask_day(const ChangeCase& at) {
  const bundle::Desk& desk = at.layout.desk();
  const base::Instant now = at.layout.site().desk.clock().now();
  return {.id = kSaidOn,
          .label = at.say(messages::kWhen),
          .kind = Question::Kind::date,
          .values = {base::iso(desk.calendar->local_day(now))}};
}

std::expected<std::optional<base::Day>, http::FieldErrors> day_of(const ChangeCase& at) {
  const std::string& text = at.typed.get(kSaidOn);
  if (text.empty()) return std::nullopt;
  if (const auto day = base::parse_day(text)) return day;
  return std::unexpected(http::FieldErrors{{kSaidOn, Message(messages::kNoDay, {text})}});
}

http::Response change_page(const Layout& layout, const http::Request& request,
                           const ChangeKind& kind) {
  const auto at = find_case(layout, request, {});
  const auto form = at ? kind.form(*at) : std::nullopt;
  return form ? show(request, kind, *at, *form, 200, nullptr) : absent(layout, request);
}

void take_change(const Layout& layout, const http::Request& request, const ChangeKind& kind,
                 http::Respond respond) {
  const auto sent = http::parse_form(request);
  if (!sent) return respond(refused_page(layout, request, 400));
  const http::Pairs typed = coded(sent->fields, layout.desk());
  const auto at = find_case(layout, request, typed);
  const std::string& key = typed.get(kFormKey);
  // What was done under this key may have left nothing to change: that is for the desk to say.
  if (!at || (key.empty() && !kind.form(*at))) return respond(absent(layout, request));
  Refused refused = nothing_done(*at);
  Change body = kind.change(*at);
  if (!body) {
    refused.at_fields = body.error();
    return respond(refuse(layout, request, kind, typed, 422, refused));
  }
  cases::Command command{.id = key.empty() ? new_key() : key,
                         .kase = at->view.id,
                         .expected_rev = revision_seen(layout.site().desk, at->view.id, typed),
                         .body = std::move(*body)};
  http::submit(layout.site(), request, command,
               [&layout, &kind, request, typed, command, refused = std::move(refused),
                respond = std::move(respond)](const cases::Outcome& outcome) mutable {
                 if (outcome || is_same_correction(command, outcome.error())) {
                   return respond(http::see_other(
                       fmt::format("/cases/{}?saved={}", command.kase.value, kind.name)));
                 }
                 if (is_late(outcome.error())) {
                   if (auto both = show_both_versions(layout, request, kind, typed)) {
                     return respond(std::move(*both));
                   }
                 }
                 for (const Message& reason : outcome.error().reasons) {
                   refused.reasons.push_back(reason.in(layout.language(request)));
                 }
                 respond(refuse(layout, request, kind, typed, outcome.error().status, refused));
               });
}

const base::MessageText* said_after(std::string_view name) {
  if (name == "document") return &messages::kDocumentDone;
  for (const auto& kinds : {people_changes(), paper_changes(), corrections()}) {
    for (const ChangeKind& each : kinds) {
      if (each.name == name) return &each.done;
    }
  }
  return nullptr;
}

}  // namespace guichet::web
