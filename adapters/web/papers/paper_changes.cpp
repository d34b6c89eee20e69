// What people lay into a case beside its path: notes, documents, suggestions, cases kept apart.
#include <algorithm>
#include <array>

#include "adapters/http/api/api_body.hpp"
#include "adapters/web/cases/case_change.hpp"
#include "adapters/web/papers/paper_parts.hpp"
#include "adapters/web/papers/paper_words.hpp"

namespace guichet::web {
namespace {

using access::Right;
using base::Message;
using Kind = Question::Kind;

std::unexpected<http::FieldErrors> misfit(std::string id, const base::MessageText& why) {
  http::FieldErrors errors;
  errors.emplace_back(std::move(id), Message(why));
  return std::unexpected(std::move(errors));
}

// -- notes -----------------------------------------------------------------------------------

std::optional<ChangeForm> note_form(const ChangeCase& at) {
  return ChangeForm{.title = at.say(messages::kNoteTitle),
                    .intro = at.say(messages::kNoteIntro),
                    .button = at.say(messages::kNoteSave),
                    .questions = {{.id = "form-words",
                                   .label = at.say(messages::kNoteWords),
                                   .kind = Kind::lines,
                                   .required = true}}};
}

Change note_change(const ChangeCase& at) {
  return cases::AddNote{at.n(), at.typed.get("form-words")};
}

std::optional<ChangeForm> strike_form(const ChangeCase& at) {
  const auto number = at.number("note");
  for (const http::NoteView& each : at.view.notes) {
    if (each.note != number || each.struck) continue;
    return ChangeForm{.title = at.say(messages::kStrikeTitle),
                      .intro = at.say(messages::kStrikeIntro, {each.words}),
                      .button = at.say(messages::kStrike),
                      .carried = {"note"}};
  }
  return {};
}

Change strike_change(const ChangeCase& at) {
  return cases::StrikeNote{at.number("note").value_or(0)};
}

// -- documents -------------------------------------------------------------------------------

const http::DocumentView* document_meant(const ChangeCase& at) {
  const auto found =
      std::ranges::find(at.view.documents, at.get("document"), &http::DocumentView::key);
  return found == at.view.documents.end() ? nullptr : &*found;
}

// The person stands among the partners: one list of boxes.
constexpr const char* kPersonBox = "@person";

std::optional<ChangeForm> share_form(const ChangeCase& at) {
  const http::DocumentView* document = document_meant(at);
  if (document == nullptr) return {};
  Question shown{.id = "form-shown",
                 .label = at.say(messages::kShownTo),
                 .kind = Kind::checks,
                 .choices = {{kPersonBox, at.say(messages::kToThePerson)}},
                 .values = document->partners};
  if (document->person) shown.values.push_back(kPersonBox);
  for (const auto& [id, name] : asked_partners(at.view)) shown.choices.push_back({id, name});
  return ChangeForm{.title = at.say(messages::kShareTitle),
                    .intro = at.say(messages::kShareIntro, {document->name}),
                    .button = at.say(messages::kShare),
                    .questions = {std::move(shown)},
                    .carried = {"document"}};
}

Change share_change(const ChangeCase& at) {
  std::vector<std::string> shown = at.typed.all("form-shown");
  const bool person = std::erase(shown, kPersonBox) > 0;
  return cases::ShareDocument{at.get("document"), std::move(shown), person};
}

std::optional<ChangeForm> remove_form(const ChangeCase& at) {
  const http::DocumentView* document = document_meant(at);
  if (document == nullptr) return {};
  return ChangeForm{.title = at.say(messages::kRemoveTitle),
                    .intro = at.say(messages::kRemoveIntro, {document->name}),
                    .button = at.say(messages::kRemove),
                    .carried = {"document"},
                    .danger = true};
}

Change remove_change(const ChangeCase& at) {
  return cases::RemoveDocument{at.get("document")};
}

// -- cases that are not one ------------------------------------------------------------------

bool is_apart(const ChangeCase& at, std::int64_t other) {
  return std::ranges::any_of(
      at.view.apart, [&](const http::OtherCaseView& each) { return each.id.value == other; });
}

std::string number_of_other(const ChangeCase& at, std::int64_t other) {
  std::string number;
  at.layout.site().desk.store().read([&](store::Reader& reader) {
    if (const auto snapshot = reader.load({other})) number = snapshot->number;
  });
  return number;
}

std::optional<ChangeForm> apart_form(const ChangeCase& at) {
  const auto other = at.number("other");
  const std::string number = other ? number_of_other(at, *other) : "";
  if (number.empty() || is_apart(at, *other)) return {};
  return ChangeForm{.title = at.say(messages::kApartTitle),
                    .intro = at.say(messages::kApartIntro, {number}),
                    .button = at.say(messages::kApart),
                    .carried = {"other"}};
}

Change apart_change(const ChangeCase& at) {
  return cases::KeepApart{{at.number("other").value_or(0)}};
}

std::optional<ChangeForm> together_form(const ChangeCase& at) {
  const auto other = at.number("other");
  if (!other || !is_apart(at, *other)) return {};
  return ChangeForm{.title = at.say(messages::kTogetherTitle),
                    .intro = at.say(messages::kTogetherIntro, {number_of_other(at, *other)}),
                    .button = at.say(messages::kTogether),
                    .carried = {"other"}};
}

Change together_change(const ChangeCase& at) {
  return cases::KeepApart{{at.number("other").value_or(0)}, false};
}

// -- another partner -------------------------------------------------------------------------

const cases::Instance* referral_meant(const ChangeCase& at) {
  const cases::Instance* instance = at.snapshot.find(at.n());
  const bool open = instance != nullptr && instance->referral && instance->is_open();
  return open ? instance : nullptr;
}

std::optional<ChangeForm> suggest_form(const ChangeCase& at) {
  const cases::Instance* referral = referral_meant(at);
  if (referral == nullptr) return {};
  Question who{.id = "form-partner",
               .label = at.say(messages::kSuggestWho),
               .kind = Kind::select,
               .required = true};
  for (const auto& [id, name] : partners_to_suggest(at.layout, *referral)) {
    who.choices.push_back({id, name});
  }
  return ChangeForm{.title = at.say(messages::kSuggestTitle),
                    .intro = at.say(messages::kSuggestIntro),
                    .button = at.say(messages::kSuggest),
                    .questions = {std::move(who),
                                  {.id = "form-words",
                                   .label = at.say(messages::kSuggestWhy),
                                   .kind = Kind::lines}},
                    .carried = {"n"}};
}

Change suggest_change(const ChangeCase& at) {
  const std::string& partner = at.typed.get("form-partner");
  if (partner.empty()) return misfit("form-partner", messages::kNobodySuggested);
  return cases::Suggest{at.n(), partner, at.typed.get("form-words")};
}

constexpr std::array kPaperChanges{
    ChangeKind{"note", Right::work, messages::kNoteDone, note_form, note_change},
    ChangeKind{"strike-note", Right::work, messages::kStrikeDone, strike_form, strike_change},
    ChangeKind{"share", Right::work, messages::kShareDone, share_form, share_change},
    ChangeKind{"remove-document", Right::act, messages::kRemoveDone, remove_form, remove_change},
    ChangeKind{"apart", Right::work, messages::kApartDone, apart_form, apart_change},
    ChangeKind{"together", Right::work, messages::kTogetherDone, together_form, together_change},
    ChangeKind{"suggest", Right::act, messages::kSuggestDone, suggest_form, suggest_change},
};

}  // namespace

std::span<const ChangeKind> paper_changes() {
  return kPaperChanges;
}

}  // namespace guichet::web
