#include "adapters/web/intake/request_page.hpp"

#include <ctemplate/template.h>

#include <algorithm>
#include <set>

#include "adapters/http/transport/form.hpp"
#include "adapters/web/frame/forms.hpp"
#include "adapters/web/frame/messages.hpp"
#include "adapters/web/frame/refusal.hpp"
#include "adapters/web/intake/intake_words.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;
using vocabulary::Field;
using vocabulary::Subject;

bool has(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

// Fields that only come up later: those of acts on the request that say nothing of its themes
// ("closed without follow-up, because ..").
std::set<std::string> later_fields(const bundle::Desk& desk) {
  std::set<std::string> later, now;
  const model::Workflow* path = desk.workflow(desk.intake.workflow);
  if (path == nullptr) return later;
  for (const model::Declaration& each : path->declarations) {
    const bool completes =
        has(each.require, desk.intake.themes) || has(each.accepts, desk.intake.themes);
    for (const auto* ids : {&each.require, &each.accepts}) {
      (completes ? now : later).insert(ids->begin(), ids->end());
    }
  }
  for (const std::string& id : now) later.erase(id);
  return later;
}

// A list of free texts is written by the desk, not typed; needs and referrals have their own forms.
bool is_asked(const Field& field) {
  const bool is_list = field.many && field.type == vocabulary::FieldType::text;
  return !is_list && field.of != Subject::need && field.of != Subject::referral &&
         field.of != Subject::any;
}

struct FieldGroup {
  const base::MessageText* title;
  std::vector<const Field*> fields;
};

std::vector<FieldGroup> groups_of(const bundle::Desk& desk) {
  const std::vector<std::string>& required = desk.intake.required;
  std::vector<FieldGroup> groups{{&messages::kEnough, {}},
                                 {&messages::kPerson, {}},
                                 {&messages::kFirm, {}},
                                 {&messages::kProject, {}},
                                 {&messages::kRequest, {}}};
  for (const std::string& id : required) groups[0].fields.push_back(desk.vocabulary->find(id));
  std::erase(groups[0].fields, nullptr);
  const std::set<std::string> later = later_fields(desk);
  for (const Field& field : desk.vocabulary->fields()) {
    if (has(required, field.id) || later.contains(field.id) || !is_asked(field)) continue;
    const std::size_t group = field.of == Subject::person ? 1
                              : field.of == Subject::firm ? 2
                              : field.of == Subject::kase ? 3
                                                          : 4;
    groups[group].fields.push_back(&field);
  }
  std::erase_if(groups, [](const FieldGroup& group) { return group.fields.empty(); });
  return groups;
}

// Cases with the same value are looked for: by whom a call is from, by which firm.
bool is_watched(const bundle::Desk& desk, const Field& field) {
  return field.id == desk.settings.person.phone || has(desk.settings.person.name, field.id) ||
         field.type == vocabulary::FieldType::siret;
}

// Has somebody typed there, or was something wrong there? Then it stands open.
bool is_in_use(const FieldGroup& group, const bundle::Desk& desk, const http::Pairs& typed,
               const Refused* refused) {
  return std::ranges::any_of(group.fields, [&](const Field* field) {
    const bool given = !typed.get(field->id).empty() && field->id != desk.intake.received;
    const bool wrong =
        refused != nullptr && std::ranges::any_of(refused->at_fields, [&](const auto& each) {
          return each.first == field->id;
        });
    return given || wrong;
  });
}

void fill_groups(TemplateDictionary& body, const Layout& layout, base::Language language,
                 const http::Pairs& typed, const Refused* refused) {
  const bundle::Desk& desk = layout.desk();
  FormInputs inputs(desk, layout.site().desk.directory(), language);
  TemplateDictionary* rest = nullptr;
  bool enough = true;  // the first group saves a call; the rest is folded away
  for (const FieldGroup& each : groups_of(desk)) {
    if (!enough && rest == nullptr) rest = body.AddSectionDictionary("REST");
    TemplateDictionary* group =
        (enough ? body : *rest).AddSectionDictionary(enough ? "ENOUGH" : "GROUP");
    group->SetValue("TITLE", Message(*each.title).in(language));
    if (!enough && is_in_use(each, desk, typed, refused)) rest->ShowSection("OPEN");
    bool first = enough && refused == nullptr;
    for (const Field* field : each.fields) {
      const bool required = has(desk.intake.required, field->id);
      Input input{.field = field,
                  .required = required,
                  .roomy = required && !is_name(desk, field->id),
                  .values = typed.all(field->id),
                  .first = std::exchange(first, false),
                  .watched = is_watched(desk, *field)};
      if (refused != nullptr) input.error = error_at(refused->at_fields, field->id, language);
      inputs.add(*group, input, "");
    }
    enough = false;
  }
  inputs.add_lists(body);
}

http::Response form_page(const Layout& layout, const http::Request& request, int status,
                         const http::Pairs& typed, const Refused* refused) {
  const base::Language language = layout.language(request);
  const Frame frame{.room = Room::request,
                    .title = Message(messages::kNewRequest).in(language),
                    .template_name = "request.tpl",
                    .here = "/requests/new"};
  return layout.page(status, request, frame, [&](TemplateDictionary& body) {
    if (refused != nullptr) show_refusal(body, *refused, language);
    const std::string& key = typed.get(kFormKey);
    body.SetValue("KEY", key.empty() ? new_key() : key);
    body.SetValue("SCRIPT", layout.assets().address("intake.js"));
    for (const Label& label : kIntakeLabels) {
      body.SetValue(std::string(label.marker),
                    std::string(language == base::Language::fr ? label.fr : label.en));
    }
    fill_groups(body, layout, language, typed, refused);
  });
}

void add_missing(const http::Pairs& typed, const bundle::Desk& desk, http::FieldErrors& errors) {
  for (const std::string& id : desk.intake.required) {
    const Field* field = desk.vocabulary->find(id);
    if (field == nullptr || !typed.get(id).empty()) continue;
    errors.emplace_back(id, Message(messages::kNeeded, {field->label}));
  }
}

}  // namespace

http::Response request_page(const Layout& layout, const http::Request& request) {
  const bundle::Desk& desk = layout.desk();
  http::Pairs typed;
  // A request that is typed in now has come in today, unless somebody says otherwise.
  typed.add(desk.intake.received,
            base::iso(desk.calendar->local_day(layout.site().desk.clock().now())));
  return form_page(layout, request, 200, typed, nullptr);
}

void save_request(const Layout& layout, const http::Request& request, http::Respond respond) {
  const auto form = http::parse_form(request);
  if (!form) return respond(refused_page(layout, request, 400));
  const bundle::Desk& desk = layout.desk();
  const http::Pairs typed = coded(form->fields, desk);
  Refused refused{.title = Message(messages::kNotSaved).in(layout.language(request))};
  auto fields = http::read_fields(typed, desk);
  if (!fields) refused.at_fields = fields.error();
  add_missing(typed, desk, refused.at_fields);
  if (!refused.at_fields.empty()) {
    return respond(form_page(layout, request, 422, typed, &refused));
  }
  const std::string& key = typed.get(kFormKey);
  cases::Command command{.id = key.empty() ? new_key() : key,
                         .body = cases::OpenRequest{std::move(*fields)}};
  http::submit(layout.site(), request, std::move(command),
               [&layout, request, typed, refused = std::move(refused),
                respond = std::move(respond)](const cases::Outcome& outcome) mutable {
                 if (outcome) {
                   return respond(http::see_other("/cases/" + std::to_string(outcome->kase.value) +
                                                  "?saved=1"));
                 }
                 for (const Message& reason : outcome.error().reasons) {
                   refused.reasons.push_back(reason.in(layout.language(request)));
                 }
                 respond(form_page(layout, request, outcome.error().status, typed, &refused));
               });
}

}  // namespace guichet::web
