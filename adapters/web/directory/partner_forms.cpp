#include "adapters/web/directory/partner_forms.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "adapters/http/directory/partner_document.hpp"
#include "adapters/web/directory/directory_words.hpp"
#include "engine/store/listing.hpp"

namespace guichet::web {
namespace {

using base::Message;

constexpr std::string_view kAdviser = "adviser.";

// The mistake's place -> the question's id; "" where the form has none for it.
std::string question_of(const std::string& field, const std::string& at) {
  if (!field.starts_with(at)) return {};
  std::string id = "dir-" + field.substr(at.size());
  std::ranges::replace(id, '.', '-');
  std::ranges::replace(id, '_', '-');
  return id;
}

base::Day day_typed(const http::Pairs& typed, const char* id, http::FieldErrors& errors) {
  const auto day = base::parse_day(typed.get(id));
  if (!day) errors.emplace_back(id, Message(messages::kDirDay));
  return day.value_or(base::Day());
}

void fill_entry(const http::Pairs& typed, bundle::Partner& partner, http::FieldErrors& errors) {
  partner.name = typed.get("dir-name");
  partner.short_name = typed.get("dir-short-name");
  if (partner.short_name.empty()) partner.short_name = partner.name;
  partner.head.name = typed.get("dir-head-name");
  partner.head.email = typed.get("dir-head-email");
  partner.head.phone = typed.get("dir-head-phone");
  partner.head.role = typed.get("dir-head-role");
  if (const auto channel = http::channel_of(typed.get("dir-channel"))) {
    partner.channel = *channel;
  } else {
    errors.emplace_back("dir-channel", Message(messages::kDirChannelNeeded));
  }
}

void fill_adviser(const http::Pairs& typed, bundle::Contact& adviser) {
  adviser.name = typed.get("dir-name");
  adviser.role = typed.get("dir-role");
  adviser.email = typed.get("dir-email");
  adviser.phone = typed.get("dir-phone");
  adviser.articles = typed.all("dir-articles");
}

}  // namespace

std::string PartnerForm::prefix() const {
  std::string out = part + "-";
  std::ranges::replace(out, '.', '-');
  return out;
}

std::string PartnerForms::say(const base::MessageText& text, std::vector<std::string> with) const {
  return Message(text, std::move(with)).in(language_);
}

Question PartnerForms::line(const char* id, const base::MessageText& label,
                            const std::string& value, bool required) const {
  return {.id = id, .label = say(label), .required = required, .values = {value}};
}

Question PartnerForms::date(const char* id, const base::MessageText& label) const {
  return {.id = id, .label = say(label), .kind = Question::Kind::date, .required = true};
}

Question PartnerForms::note() const {
  return {.id = "dir-note", .label = say(messages::kDirNote), .help = say(messages::kDirNoteHelp)};
}

std::vector<Question> PartnerForms::adviser_questions(const bundle::Contact& adviser) const {
  Question articles{.id = "dir-articles",
                    .label = say(messages::kDirArticles),
                    .kind = Question::Kind::checks,
                    .values = adviser.articles,
                    .help = say(messages::kDirArticlesHelp)};
  for (const auto& [id, convention] : desk_.conventions) {
    for (const convention::Article& each : convention->articles()) {
      // What a convention says beside its articles has no name.
      if (each.id.empty()) continue;
      articles.choices.push_back({each.id, each.title.empty() ? each.id : each.title});
    }
  }
  std::vector<Question> out{line("dir-name", messages::kDirName, adviser.name, true),
                            line("dir-role", messages::kDirRole, adviser.role),
                            line("dir-email", messages::kDirEmail, adviser.email),
                            line("dir-phone", messages::kDirPhone, adviser.phone)};
  if (!articles.choices.empty()) out.push_back(std::move(articles));
  out.push_back(note());
  return out;
}

std::vector<Question> PartnerForms::entry_questions(const bundle::Partner& partner) const {
  Question channel{.id = "dir-channel",
                   .label = say(messages::kDirChannel),
                   .kind = Question::Kind::select,
                   .required = true,
                   .choices = {{"email", say(messages::kDirMail)},
                               {"printed", say(messages::kDirPrinted)},
                               {"call", say(messages::kDirCall)}},
                   .values = {std::string(http::to_text(partner.channel))}};
  return {line("dir-name", messages::kDirName, partner.name, true),
          line("dir-short-name", messages::kDirShortName, partner.short_name),
          std::move(channel),
          line("dir-head-name", messages::kDirHeadName, partner.head.name, true),
          line("dir-head-role", messages::kDirHeadRole, partner.head.role),
          line("dir-head-email", messages::kDirHeadEmail, partner.head.email),
          line("dir-head-phone", messages::kDirHeadPhone, partner.head.phone),
          note()};
}

std::vector<Question> PartnerForms::absence_questions(const bundle::Partner& partner) const {
  Question who{.id = "dir-who",
               .label = say(messages::kDirWho),
               .kind = Question::Kind::select,
               .required = true};
  for (const bundle::Contact& each : partner.advisers) {
    who.choices.push_back({each.id, each.name});
  }
  Question substitute = who;
  substitute.id = "dir-substitute";
  substitute.label = say(messages::kDirSubstitute);
  substitute.required = false;
  substitute.help = say(messages::kDirSubstituteHelp);
  return {std::move(who), date("dir-first", messages::kDirFirst),
          date("dir-last", messages::kDirLast), std::move(substitute), note()};
}

std::optional<PartnerForm> PartnerForms::form(const std::string& part,
                                              const bundle::Partner& partner) const {
  if (part == "entry") {
    return PartnerForm{part, say(messages::kDirEntry), entry_questions(partner), true};
  }
  if (part.starts_with(kAdviser)) {
    const bundle::Contact* adviser = partner.adviser(part.substr(kAdviser.size()));
    if (adviser == nullptr) return {};
    return PartnerForm{part, say(messages::kDirAdviser, {adviser->name}),
                       adviser_questions(*adviser), true};
  }
  if (part == "new-adviser") {
    return PartnerForm{part, say(messages::kDirNewAdviser), adviser_questions({}), false};
  }
  if (part == "absence") {
    return PartnerForm{part, say(messages::kDirNewAbsence), absence_questions(partner), false};
  }
  if (part != "closure") return {};
  Question clock{.id = "dir-clock",
                 .label = say(messages::kDirStops),
                 .kind = Question::Kind::checks,
                 .choices = {{"stopped", say(messages::kDirStopped)}},
                 .values = {"stopped"},
                 .help = say(messages::kDirStopsHelp)};
  return PartnerForm{part,
                     say(messages::kDirNewClosure),
                     {date("dir-first", messages::kDirFirst), date("dir-last", messages::kDirLast),
                      std::move(clock), note()},
                     false};
}

std::vector<PartnerForm> PartnerForms::all(const bundle::Partner& partner) const {
  std::vector<std::string> parts{"entry"};
  for (const bundle::Contact& each : partner.advisers) {
    parts.push_back(std::string(kAdviser) + each.id);
  }
  parts.insert(parts.end(), {"new-adviser", "absence", "closure"});
  std::vector<PartnerForm> out;
  for (const std::string& part : parts) out.push_back(*form(part, partner));
  return out;
}

PartnerForms::Filled PartnerForms::fill(const std::string& part, const bundle::Partner& partner,
                                        const http::Pairs& typed,
                                        const bundle::Partner* before) const {
  Filled out{.partner = partner, .errors = {}, .reasons = {}};
  bundle::Partner& made = out.partner;
  std::string at;  // the part's place in the entry
  if (part == "entry") {
    fill_entry(typed, made, out.errors);
  } else if (part == "new-adviser") {
    at = fmt::format("advisers.{}.", made.advisers.size());
    made.advisers.push_back({.id = adviser_id(made, typed.get("dir-name"))});
    fill_adviser(typed, made.advisers.back());
  } else if (part.starts_with(kAdviser)) {
    const std::string id = part.substr(kAdviser.size());
    const auto found = std::ranges::find(made.advisers, id, &bundle::Contact::id);
    at = fmt::format("advisers.{}.", found - made.advisers.begin());
    fill_adviser(typed, *found);
  } else if (part == "absence") {
    at = fmt::format("absences.{}.", made.absences.size());
    made.absences.push_back({.who = typed.get("dir-who"),
                             .first = day_typed(typed, "dir-first", out.errors),
                             .last = day_typed(typed, "dir-last", out.errors),
                             .substitute = typed.get("dir-substitute")});
  } else {
    at = fmt::format("closures.{}.", made.closures.size());
    made.closures.push_back({day_typed(typed, "dir-first", out.errors),
                             day_typed(typed, "dir-last", out.errors),
                             typed.get("dir-clock") == "stopped"});
  }
  const auto here = form(part, made);
  for (const desk::PartnerMistake& each : desk::mistakes_of(made, desk_, before)) {
    const std::string id = question_of(each.field, at);
    const bool asked =
        here && std::ranges::find(here->questions, id, &Question::id) != here->questions.end();
    const bool told = std::ranges::find(out.errors, id, [](const auto& error) {
                        return error.first;
                      }) != out.errors.end();
    if (asked && !told) out.errors.emplace_back(id, each.what);
    if (!asked && part.starts_with("new") && each.field == at + "id") continue;
    if (!asked) out.reasons.push_back(each.what);
  }
  return out;
}

std::string adviser_id(const bundle::Partner& partner, const std::string& name) {
  std::string id;
  for (const char c : store::fold_for_search(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) id += c;
    if (!plain && !id.empty() && id.back() != '-') id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  if (id.empty()) id = "a";
  std::string out = id;
  for (int n = 2; partner.adviser(out) != nullptr; ++n) out = fmt::format("{}-{}", id, n);
  return out;
}

}  // namespace guichet::web
