// Absences of the desk's own staff: those of its folder, and those entered here.
#include <ctemplate/template.h>

#include "adapters/http/api/api_body.hpp"
#include "adapters/http/directory/directory_change.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/web/directory/directory_pages.hpp"
#include "adapters/web/directory/directory_words.hpp"
#include "adapters/web/frame/forms.hpp"
#include "adapters/web/frame/questions.hpp"
#include "adapters/web/frame/refusal.hpp"
#include "engine/desk/partner_check.hpp"

namespace guichet::web {
namespace {

using base::Message;
using ctemplate::TemplateDictionary;

std::vector<Question> staff_questions(const bundle::Desk& desk, base::Language language) {
  const auto say = [&](const base::MessageText& text) { return Message(text).in(language); };
  Question who{.id = "dir-who",
               .label = say(messages::kDirWho),
               .kind = Question::Kind::select,
               .required = true};
  for (const bundle::Member& each : desk.settings.staff) {
    who.choices.push_back({each.id, each.name});
  }
  Question substitute = who;
  substitute.id = "dir-substitute";
  substitute.label = say(messages::kDirSubstitute);
  substitute.required = false;
  const auto date = [&](const char* id, const base::MessageText& label) {
    return Question{.id = id, .label = say(label), .kind = Question::Kind::date, .required = true};
  };
  return {
      std::move(who),
      date("dir-first", messages::kDirFirst),
      date("dir-last", messages::kDirLast),
      std::move(substitute),
      {.id = "dir-note", .label = say(messages::kDirNote), .help = say(messages::kDirNoteHelp)}};
}

std::string absence_line(const http::AwayView& away, base::Language language) {
  const std::string with =
      away.substitute.empty() ? ""
                              : Message(messages::kDirStoodIn, {away.substitute_name}).in(language);
  return Message(messages::kDirAbsence, {away.name, base::short_date(away.first, language),
                                         base::short_date(away.last, language), with})
      .in(language);
}

// Past absences too: those that are over are not in the list any more.
void fill_staff_history(TemplateDictionary& body, const Layout& layout, base::Language language) {
  const auto changes = http::staff_changes(layout.site().desk);
  if (changes.empty()) body.ShowSection("NO_HISTORY");
  for (const http::StaffChangeView& each : changes) {
    TemplateDictionary* entry = body.AddSectionDictionary("CHANGE");
    entry->SetValue("AT", layout.short_moment(each.at, language));
    entry->SetValue("BY", each.by);
    if (!each.note.empty()) entry->SetValueAndShowSection("TEXT", each.note, "NOTE");
    const auto add = [&](const base::MessageText& what, const std::optional<http::AwayView>& away) {
      if (!away) return;
      entry->AddSectionDictionary("LINE")->SetValue(
          "TEXT", Message(what, {absence_line(*away, language)}).in(language));
    };
    add(messages::kDirTaken, each.before);
    add(messages::kDirAdded, each.after);
  }
}

http::Response show_staff(const Layout& layout, const http::Request& request, int status,
                          const Refused* refused, const http::Pairs& typed) {
  const base::Language language = layout.language(request);
  const std::string title(language == base::Language::fr ? "Absences de l’équipe"
                                                         : "Absences of the staff");
  Frame frame{.room = Room::directory,
              .title = title,
              .template_name = "staff.tpl",
              .here = "/directory/staff"};
  if (request.query.has("saved")) frame.said.push_back(Message(messages::kDirSaved).in(language));
  return layout.page(status, request, frame, [&](TemplateDictionary& body) {
    if (refused != nullptr) show_refusal(body, *refused, language);
    const base::Day today = layout.desk().calendar->local_day(layout.site().desk.clock().now());
    bool any = false;
    for (const http::StaffAbsenceView& each : http::staff_absences(layout.site().desk)) {
      if (each.away.last < today) continue;
      any = true;
      TemplateDictionary* row = body.AddSectionDictionary("ABSENCE");
      row->SetValue("NAME", each.away.name);
      row->SetValue("FROM", base::short_date(each.away.first, language));
      row->SetValue("UNTIL", base::short_date(each.away.last, language));
      row->SetValue("SUBSTITUTE", each.away.substitute_name);
      if (each.id == 0) {
        row->ShowSection("OF_FOLDER");
      } else {
        TemplateDictionary* drop = row->AddSectionDictionary("DROP");
        drop->SetIntValue("ID", static_cast<long>(each.id));
        drop->SetValue("KEY", new_key());
      }
    }
    if (!any) body.ShowSection("NO_ABSENCE");
    fill_staff_history(body, layout, language);
    body.SetValue("NEW_KEY", new_key());
    body.SetValue("HEADING", Message(messages::kDirNewAbsence).in(language));
    body.SetValue("BUTTON", Message(messages::kDirKeep).in(language));
    for (Question& each : staff_questions(layout.desk(), language)) {
      if (refused != nullptr) {
        each.values = typed.all(each.id);
        each.error = error_at(refused->at_fields, each.id, language);
      }
      add_question(body, each, "staff-");
    }
  });
}

http::FieldErrors mistakes(const store::StaffAbsenceRow& row, const http::Pairs& typed,
                           const bundle::Desk& desk) {
  http::FieldErrors errors;
  for (const char* id : {"dir-first", "dir-last"}) {
    if (!base::parse_day(typed.get(id))) errors.emplace_back(id, Message(messages::kDirDay));
  }
  const bool has_days = errors.empty();
  for (desk::PartnerMistake& each : desk::mistakes_of(row, desk)) {
    if (each.field == "last" && !has_days) continue;
    errors.emplace_back("dir-" + each.field, std::move(each.what));
  }
  return errors;
}

}  // namespace

http::Response staff_page(const Layout& layout, const http::Request& request) {
  return show_staff(layout, request, 200, nullptr, {});
}

void save_staff(const Layout& layout, const http::Request& request, http::Respond respond) {
  const auto form = http::parse_form(request);
  if (!form) return respond(refused_page(layout, request, 400));
  const base::Language language = layout.language(request);
  const http::Pairs& typed = form->fields;
  const auto done = [&layout, request, typed, language, respond](const desk::KeptPartner& kept) {
    if (kept) return respond(http::see_other("/directory/staff?saved=1"));
    Refused refused{.title = Message(messages::kDirNotSaved).in(language),
                    .reasons = {},
                    .at_fields = {},
                    .prefix = "staff-"};
    for (const Message& each : kept.error().reasons) refused.reasons.push_back(each.in(language));
    respond(show_staff(layout, request, kept.error().status, &refused, typed));
  };
  if (typed.has("dir-drop")) {
    const auto id = http::whole_number(typed.get("dir-drop")).value_or(0);
    return http::remove_staff_absence(layout.site(), request, id, done);
  }
  const store::StaffAbsenceRow row{
      0, typed.get("dir-who"), base::parse_day(typed.get("dir-first")).value_or(base::Day()),
      base::parse_day(typed.get("dir-last")).value_or(base::Day()), typed.get("dir-substitute")};
  Refused refused{.title = Message(messages::kDirNotSaved).in(language),
                  .reasons = {},
                  .at_fields = mistakes(row, typed, layout.desk()),
                  .prefix = "staff-"};
  if (!refused.at_fields.empty()) {
    return respond(show_staff(layout, request, 422, &refused, typed));
  }
  http::add_staff_absence(layout.site(), request, row, typed.get("dir-note"), done);
}

}  // namespace guichet::web
