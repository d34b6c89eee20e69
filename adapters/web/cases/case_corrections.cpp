// What is put right on a case, each with a reason that is kept: dates, facts, owners, incidents.
#include <algorithm>
#include <array>

#include "adapters/web/cases/case_change.hpp"
#include "adapters/web/cases/change_messages.hpp"
#include "adapters/web/cases/correction_messages.hpp"
#include "engine/cases/work.hpp"

namespace guichet::web {
namespace {

using access::Right;
using base::Message;
using Kind = Question::Kind;
using vocabulary::Field;
using vocabulary::Subject;

std::string reason_of(const ChangeCase& at) {
  return at.typed.get(kFormReason);
}

// The title of the need, the name of the partner.
std::string about(const ChangeCase& at, const cases::Instance& instance) {
  if (instance.referral) {
    return http::partner_name(at.layout.site().desk.directory(), instance.referral->partner);
  }
  const model::Workflow* workflow = at.layout.desk().workflow(instance.workflow);
  return workflow == nullptr ? instance.workflow : workflow->title;
}

std::unexpected<http::FieldErrors> to_choose(const char* id, const std::string& label) {
  http::FieldErrors errors;
  errors.emplace_back(id, Message(messages::kChoose, {label}));
  return std::unexpected(std::move(errors));
}

// -- incidents -------------------------------------------------------------------------------

std::optional<ChangeForm> incident_form(const ChangeCase& at) {
  for (const http::IncidentView& each : at.view.incidents) {
    if (each.incident != at.number("incident")) continue;
    return ChangeForm{.title = at.say(messages::kIncidentTitle),
                      .intro = each.text,
                      .button = at.say(messages::kSettleButton),
                      .questions = {{.id = "form-decision",
                                     .label = at.say(messages::kDecision),
                                     .kind = Kind::select,
                                     .required = true,
                                     .choices = {{"retry", at.say(messages::kRetry)},
                                                 {"settle", at.say(messages::kSettle)}}},
                                    ask_reason(at)},
                      .carried = {"incident"}};
  }
  return {};
}

Change incident_change(const ChangeCase& at) {
  const std::string& decision = at.typed.get("form-decision");
  if (decision != "retry" && decision != "settle") {
    return to_choose("form-decision", at.say(messages::kDecision));
  }
  return cases::SettleIncident{at.number("incident").value_or(0), decision == "retry",
                               reason_of(at)};
}

// -- due dates -------------------------------------------------------------------------------

std::optional<ChangeForm> due_form(const ChangeCase& at) {
  const std::string name = at.get("name"), state = at.get("state");
  for (const http::DueView& each : at.view.due) {
    const std::string& its = each.task ? each.task_id : each.timer;
    if (each.n != at.n() || its != name || (!state.empty() && each.state != state)) continue;
    const bool dated = each.due_at != base::Instant::max();
    const base::Day day = at.layout.desk().calendar->local_day(each.due_at);
    return ChangeForm{
        .title = at.say(messages::kDueTitle, {each.what}),
        .intro = dated ? at.say(messages::kDueIntro,
                                {each.about, at.layout.long_date(each.due_at, at.language)})
                       : each.about,
        .button = at.say(messages::kDueButton),
        .questions = {{.id = "form-to",
                       .label = at.say(messages::kNewDay),
                       .kind = Kind::date,
                       .required = true,
                       .values = {dated ? base::iso(day) : ""}},
                      ask_reason(at)},
        .carried = {"n", "name", "state"}};
  }
  return {};
}

Change due_change(const ChangeCase& at) {
  const std::string& text = at.typed.get("form-to");
  const auto day = base::parse_day(text);
  if (!day) {
    http::FieldErrors errors;
    errors.emplace_back("form-to", Message(messages::kNoDay, {text}));
    return std::unexpected(std::move(errors));
  }
  const base::Instant due =
      at.layout.desk().calendar->due(*day, {base::Delay::Unit::days, 0}, calendar::Roll::none);
  return cases::ChangeDue{at.n(), at.get("name"), at.get("state"), due, reason_of(at)};
}

// -- facts -----------------------------------------------------------------------------------

// The request's page has what is known of person, firm, case and request; a need's its own.
bool is_correctable(const ChangeCase& at, const cases::Instance& instance, const Field& field) {
  const bool is_list = field.many && field.type == vocabulary::FieldType::text;
  if (is_list || field.type == vocabulary::FieldType::consent) return false;
  if (field.id == cases::kThemeField || field.id == at.layout.desk().intake.themes) return false;
  const model::Workflow* workflow = at.layout.desk().workflow(instance.workflow);
  const bool owned = workflow != nullptr &&
                     std::ranges::find(workflow->fields, field.id) != workflow->fields.end();
  const bool shared =
      field.of == Subject::person || field.of == Subject::firm || field.of == Subject::kase;
  return instance.kind == "request" ? shared || owned : owned && !shared;
}

feel::Stored known(const ChangeCase& at, const cases::Instance& instance, const std::string& id) {
  for (const cases::Fields* fields :
       {&instance.data, &at.snapshot.person, &at.snapshot.firm, &at.snapshot.data}) {
    const auto found = fields->find(id);
    if (found != fields->end()) return found->second;
  }
  return {};
}

std::vector<std::string> texts_of(const feel::Value& value) {
  if (value.is_null()) return {};
  if (value.kind() != feel::Kind::list) return {to_text(value)};
  std::vector<std::string> out;
  for (const feel::Value& item : value.items()) out.push_back(to_text(item));
  return out;
}

std::optional<ChangeForm> correct_form(const ChangeCase& at) {
  const cases::Instance* instance = at.snapshot.find(at.n());
  if (instance == nullptr || instance->referral) return {};
  const bool request = instance->kind == "request";
  ChangeForm form{.title = request ? at.say(messages::kCorrectTitle)
                                   : at.say(messages::kCorrectTitleOf, {about(at, *instance)}),
                  .intro = at.say(messages::kCorrectIntro),
                  .button = at.say(messages::kCorrectButton),
                  .questions = {ask_reason(at)},
                  .carried = {"n"}};
  for (const Field& field : at.layout.desk().vocabulary->fields()) {
    if (!is_correctable(at, *instance, field)) continue;
    form.inputs.push_back(
        {.field = &field,
         .roomy = !is_name(at.layout.desk(), field.id) && field.of == Subject::need,
         .values = texts_of(known(at, *instance, field.id).value())});
  }
  if (form.inputs.empty()) return {};
  return form;
}

// What differs from what is known; null takes a value away.
Change correct_change(const ChangeCase& at) {
  const cases::Instance* instance = at.snapshot.find(at.n());
  if (instance == nullptr) return cases::CorrectFields{at.n(), {}, reason_of(at)};
  auto given = http::read_fields(at.typed, at.layout.desk());
  if (!given) return std::unexpected(given.error());
  cases::Fields with;
  for (const Field& field : at.layout.desk().vocabulary->fields()) {
    const bool asked =
        at.typed.has(field.id) || std::ranges::count(at.typed.all(kFormMany), field.id) > 0;
    if (!asked || !is_correctable(at, *instance, field)) continue;
    const feel::Stored now = known(at, *instance, field.id);
    const auto found = given->find(field.id);
    const feel::Stored then = found == given->end() ? feel::Stored() : found->second;
    if (texts_of(then.value()) != texts_of(now.value())) with[field.id] = then;
  }
  return cases::CorrectFields{at.n(), std::move(with), reason_of(at)};
}

// -- who follows it --------------------------------------------------------------------------

std::optional<ChangeForm> assign_form(const ChangeCase& at) {
  Question whom{.id = "form-owner",
                .label = at.say(messages::kToWhom),
                .kind = Kind::select,
                .required = true};
  for (const bundle::Member& each : at.layout.desk().settings.staff) {
    if (each.id != at.snapshot.owner) whom.choices.push_back({each.id, each.name});
  }
  return ChangeForm{.title = at.say(messages::kAssignTitle),
                    .intro = at.say(messages::kAssignIntro, {at.view.owner}),
                    .button = at.say(messages::kAssignButton),
                    .questions = {std::move(whom), ask_reason(at)}};
}

Change assign_change(const ChangeCase& at) {
  const std::string& owner = at.typed.get("form-owner");
  if (owner.empty()) return to_choose("form-owner", at.say(messages::kToWhom));
  return cases::AssignOwner{owner, reason_of(at)};
}

std::optional<ChangeForm> hand_over_form(const ChangeCase& at) {
  const cases::Instance* referral = at.snapshot.find(at.n());
  if (referral == nullptr || !referral->referral || !referral->is_open()) return {};
  const bundle::Partner* partner =
      at.layout.site().desk.directory().find(referral->referral->partner);
  if (partner == nullptr) return {};
  Question whom{.id = "form-adviser",
                .label = at.say(messages::kToWhom),
                .kind = Kind::select,
                .required = true};
  for (const bundle::Contact& each : partner->advisers) {
    if (each.id != referral->extras.adviser) whom.choices.push_back({each.id, each.name});
  }
  return ChangeForm{.title = at.say(messages::kHandOverTitle, {partner->name}),
                    .button = at.say(messages::kAssignButton),
                    .questions = {std::move(whom), ask_reason(at)},
                    .carried = {"n"}};
}

Change hand_over_change(const ChangeCase& at) {
  const std::string& adviser = at.typed.get("form-adviser");
  if (adviser.empty()) return to_choose("form-adviser", at.say(messages::kToWhom));
  return cases::HandOver{at.n(), adviser, reason_of(at)};
}

// -- states ----------------------------------------------------------------------------------

std::optional<ChangeForm> move_form(const ChangeCase& at) {
  const cases::Instance* instance = at.snapshot.find(at.n());
  if (instance == nullptr || !instance->is_open()) return {};
  const model::Workflow* workflow = at.layout.desk().workflow(instance->workflow);
  if (workflow == nullptr) return {};
  Question where{.id = "form-to-state",
                 .label = at.say(messages::kNewState),
                 .kind = Kind::select,
                 .required = true};
  for (const model::State& state : workflow->states) {
    const bool stands =
        state.kind == model::StateKind::atomic || state.kind == model::StateKind::final;
    if (!state.path.empty() && stands) where.choices.push_back({state.path, state.title});
  }
  return ChangeForm{
      .title = at.say(messages::kMoveTitle, {about(at, *instance)}),
      .intro = at.say(messages::kMoveIntro, {http::state_title(at.layout.desk(), *instance)}),
      .button = at.say(messages::kMoveButton),
      .questions = {std::move(where), ask_reason(at)},
      .carried = {"n"}};
}

Change move_change(const ChangeCase& at) {
  const std::string& state = at.typed.get("form-to-state");
  if (state.empty()) return to_choose("form-to-state", at.say(messages::kNewState));
  return cases::MoveInstance{at.n(), state, reason_of(at)};
}

constexpr std::array kCorrections{
    ChangeKind{"incident", Right::put_right, messages::kIncidentDone, incident_form,
               incident_change},
    ChangeKind{"due", Right::put_right, messages::kDueDone, due_form, due_change},
    ChangeKind{"correct", Right::put_right, messages::kCorrectDone, correct_form, correct_change},
    ChangeKind{"assign", Right::put_right, messages::kAssignDone, assign_form, assign_change},
    ChangeKind{"hand-over", Right::put_right, messages::kHandOverDone, hand_over_form,
               hand_over_change},
    ChangeKind{"move", Right::put_right, messages::kMoveDone, move_form, move_change},
};

}  // namespace

std::span<const ChangeKind> corrections() {
  return kCorrections;
}

}  // namespace guichet::web
