// What people change their minds about: acts taken back, letters, consent, themes, doubles.
#include <array>

#include "adapters/web/cases/case_change.hpp"
#include "adapters/web/cases/change_messages.hpp"
#include "engine/desk/duplicates.hpp"

namespace guichet::web {
namespace {

using access::Right;
using base::Message;
using Kind = Question::Kind;

std::unexpected<http::FieldErrors> wrong(std::string id, Message why) {
  http::FieldErrors errors;
  errors.emplace_back(std::move(id), std::move(why));
  return std::unexpected(std::move(errors));
}

std::vector<Choice> themes(const ChangeCase& at) {
  const bundle::Desk& desk = at.layout.desk();
  const vocabulary::Field* field = desk.vocabulary->find(desk.intake.themes);
  std::vector<Choice> out;
  for (const auto& [theme, path] : desk.intake.paths) {
    const auto label = field == nullptr ? std::map<std::string, std::string>::const_iterator{}
                                        : field->value_labels.find(theme);
    const bool labelled = field != nullptr && label != field->value_labels.end();
    out.push_back({theme, labelled ? label->second : http::spoken(theme)});
  }
  return out;
}

// -- undo ------------------------------------------------------------------------------------

std::optional<ChangeForm> undo_form(const ChangeCase& at) {
  if (at.view.undo.empty()) return {};
  const http::UndoView& act = at.view.undo.front();
  ChangeForm form{
      .title = at.say(messages::kUndoTitle),
      .intro = at.say(messages::kUndoIntro,
                      {act.title, at.layout.short_moment(act.at, at.language), act.actor}),
      .button = at.say(messages::kUndo)};
  const auto add = [&](const base::MessageText& heading, const std::vector<std::string>& points) {
    if (!points.empty()) form.parts.push_back({at.say(heading), points});
  };
  add(messages::kGoesBack, act.changes);
  add(messages::kWillNotLeave, act.called_back);
  add(messages::kHaveLeft, act.left);
  // The act that the page told of, not one that came since.
  form.carried = {"act"};
  return form;
}

Change undo_change(const ChangeCase& at) {
  const auto seen = at.number("act");
  if (!seen && at.view.undo.empty()) return cases::Undo{0};
  return cases::Undo{seen ? *seen : at.view.undo.front().act};
}

// -- a letter called back --------------------------------------------------------------------

std::optional<ChangeForm> recall_form(const ChangeCase& at) {
  for (const http::LetterView& each : at.view.letters) {
    if (each.key != at.get("letter") || each.status == "recalled") continue;
    return ChangeForm{.title = at.say(messages::kRecallTitle),
                      .intro = at.say(messages::kRecallIntro,
                                      {each.subject, each.to,
                                       at.layout.short_moment(each.leaves_at, at.language)}),
                      .button = at.say(messages::kRecall),
                      .carried = {"letter"}};
  }
  return {};
}

Change recall_change(const ChangeCase& at) {
  return cases::RecallLetter{at.get("letter")};
}

// -- consent ---------------------------------------------------------------------------------

std::optional<ChangeForm> consent_form(const ChangeCase& at) {
  if (at.view.consent.field.empty()) return {};
  ChangeForm form{.title = at.say(messages::kConsentTitle),
                  .intro = at.say(messages::kConsentIntro),
                  .button = at.say(messages::kRecord)};
  form.questions.push_back({.id = "form-state",
                            .label = at.say(messages::kConsentState),
                            .kind = Kind::select,
                            .required = true,
                            .choices = {{"given", at.say(messages::kGiven)},
                                        {"refused", at.say(messages::kRefused)},
                                        {"withdrawn", at.say(messages::kWithdrawn)}}});
  form.questions.push_back(ask_channel(at));
  form.questions.push_back(ask_day(at));
  Question whom{.id = "form-partners",
                .label = at.say(messages::kForWhom),
                .kind = Kind::checks,
                .help = at.say(messages::kForWhomHelp)};
  for (const auto& [id, partner] : at.layout.site().desk.directory().partners) {
    whom.choices.push_back({id, partner.name});
  }
  form.questions.push_back(std::move(whom));
  return form;
}

Change consent_change(const ChangeCase& at) {
  const auto day = day_of(at);
  if (!day) return std::unexpected(day.error());
  const std::string& state = at.typed.get("form-state");
  if (state.empty()) {
    return wrong("form-state", Message(messages::kChoose, {at.say(messages::kConsentState)}));
  }
  return cases::Consent{state, at.typed.all("form-partners"), at.typed.get("form-channel"), *day,
                        at.view.consent.field};
}

// -- themes ----------------------------------------------------------------------------------

Question ask_theme(const ChangeCase& at) {
  return {.id = "form-theme",
          .label = at.say(messages::kNewTheme),
          .kind = Kind::select,
          .required = true,
          .choices = themes(at)};
}

std::expected<std::string, http::FieldErrors> theme_of(const ChangeCase& at) {
  const std::string& theme = at.typed.get("form-theme");
  if (!theme.empty()) return theme;
  return wrong("form-theme", Message(messages::kChoose, {at.say(messages::kNewTheme)}));
}

std::optional<ChangeForm> requalify_form(const ChangeCase& at) {
  for (const http::NeedView& need : at.view.needs) {
    if (need.n != at.n() || need.closed_at) continue;
    ChangeForm form{.title = at.say(messages::kRequalifyTitle, {need.title}),
                    .intro = at.say(messages::kRequalifyIntro),
                    .button = at.say(messages::kRequalify),
                    .questions = {ask_theme(at)},
                    .carried = {"n"}};
    std::erase_if(form.questions.front().choices,
                  [&](const Choice& each) { return each.value == need.theme; });
    Question keep{.id = "form-keep",
                  .label = at.say(messages::kKeep),
                  .kind = Kind::checks,
                  .help = at.say(messages::kKeepHelp)};
    for (const http::ReferralView& each : need.referrals) {
      if (each.open) keep.choices.push_back({each.partner, each.partner_name});
    }
    if (!keep.choices.empty()) form.questions.push_back(std::move(keep));
    return form;
  }
  return {};
}

Change requalify_change(const ChangeCase& at) {
  const auto theme = theme_of(at);
  if (!theme) return std::unexpected(theme.error());
  return cases::Requalify{at.n(), *theme, at.typed.all("form-keep")};
}

std::optional<ChangeForm> need_form(const ChangeCase& at) {
  if (at.view.closed_at) return {};
  return ChangeForm{.title = at.say(messages::kNeedTitle),
                    .intro = at.say(messages::kNeedIntro),
                    .button = at.say(messages::kRecord),
                    .questions = {ask_theme(at), ask_channel(at), ask_day(at)}};
}

Change need_change(const ChangeCase& at) {
  const auto day = day_of(at);
  if (!day) return std::unexpected(day.error());
  const auto theme = theme_of(at);
  if (!theme) return std::unexpected(theme.error());
  return cases::OpenNeed{*theme, {}, at.typed.get("form-channel"), *day};
}

// -- cases that are one ----------------------------------------------------------------------

std::optional<ChangeForm> merge_form(const ChangeCase& at) {
  if (!at.view.merged_into.empty() || at.view.closed_at) return {};
  return ChangeForm{
      .title = at.say(messages::kMergeTitle),
      .intro = at.say(messages::kMergeIntro),
      .button = at.say(messages::kMerge),
      .questions = {{.id = "form-into", .label = at.say(messages::kInto), .required = true}}};
}

Change merge_change(const ChangeCase& at) {
  const std::string& number = at.typed.get("form-into");
  std::optional<base::CaseId> found;
  at.layout.site().desk.store().read(
      [&](store::Reader& reader) { found = reader.find_number(number); });
  if (!found) return wrong("form-into", Message(messages::kNoCaseOf, {number}));
  return cases::Merge{*found};
}

std::optional<ChangeForm> unmerge_form(const ChangeCase& at) {
  if (at.view.merged_into.empty()) return {};
  return ChangeForm{.title = at.say(messages::kUnmergeTitle),
                    .intro = at.say(messages::kUnmergeIntro, {at.view.merged_into.front().number}),
                    .button = at.say(messages::kUnmergeTitle)};
}

Change unmerge_change(const ChangeCase&) {
  return cases::Unmerge{};
}

constexpr std::array kPeopleChanges{
    ChangeKind{"undo", Right::work, messages::kUndone, undo_form, undo_change},
    ChangeKind{"recall", Right::work, messages::kRecallDone, recall_form, recall_change},
    // The person herself says it on her own page.
    ChangeKind{"consent", Right::work, messages::kConsentDone, consent_form, consent_change},
    ChangeKind{"requalify", Right::work, messages::kRequalifyDone, requalify_form,
               requalify_change},
    ChangeKind{"need", Right::work, messages::kNeedDone, need_form, need_change},
    ChangeKind{"merge", Right::work, messages::kMergeDone, merge_form, merge_change},
    ChangeKind{"unmerge", Right::work, messages::kUnmergeDone, unmerge_form, unmerge_change},
};

}  // namespace

std::span<const ChangeKind> people_changes() {
  return kPeopleChanges;
}

}  // namespace guichet::web
