#include "adapters/web/frame/forms.hpp"

#include <ctemplate/template.h>

#include <algorithm>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/web/frame/messages.hpp"
#include "engine/store/listing.hpp"

namespace guichet::web {
namespace {

using ctemplate::TemplateDictionary;
using vocabulary::Field;
using vocabulary::FieldType;
using vocabulary::Referential;

std::string line_of(const Referential& list, const std::string& code) {
  const std::string label = list.label(code);
  return label == code ? code : label + " (" + code + ")";
}

// A line of the list, a bare code, or a label that only one code has.
std::string code_in(const Referential& list, const std::string& typed) {
  if (list.contains(typed)) return typed;
  const std::size_t open = typed.rfind('(');
  if (open != std::string::npos && typed.ends_with(')')) {
    const std::string code = typed.substr(open + 1, typed.size() - open - 2);
    if (list.contains(code)) return code;
  }
  const std::string folded = store::fold_for_search(typed);
  std::string found;
  for (const std::string& code : list.codes()) {
    if (store::fold_for_search(list.label(code)) != folded) continue;
    if (!found.empty()) return typed;
    found = code;
  }
  return found.empty() ? typed : found;
}

constexpr std::size_t kLongList = 300;   // lines: all of France's activities weigh 120 kB
constexpr std::size_t kMostInSight = 7;  // choices that are shown side by side

// What a browser may fill in by itself (WCAG 1.3.5), where the desk says what the field is.
std::string autofill_of(const bundle::Desk& desk, const Field& field) {
  if (field.of == vocabulary::Subject::firm) {
    const auto& names = desk.settings.firm.name;
    return std::ranges::find(names, field.id) != names.end() ? "organization" : "off";
  }
  if (field.of != vocabulary::Subject::person) return "off";
  if (field.id == desk.settings.person.email) return "email";
  if (field.id == desk.settings.person.phone) return "tel";
  const auto& names = desk.settings.person.name;  // in the order in which they are said
  if (names.empty() || std::ranges::find(names, field.id) == names.end()) return "off";
  if (names.size() == 1) return "name";
  return field.id == names.back() ? "family-name" : "given-name";
}

bool is_chosen(const std::vector<std::string>& values, const std::string& choice,
               const Field& field) {
  return std::ranges::any_of(values, [&](const std::string& value) {
    // What is known of a consent is its meaning; the form shows the territory's words.
    const auto word = field.words.find(choice);
    return value == choice || (word != field.words.end() && word->second == value);
  });
}

}  // namespace

void FormInputs::add_no_answer(TemplateDictionary& radios, const Input& given) const {
  TemplateDictionary* option = radios.AddSectionDictionary("OPTION");
  option->SetValue("VALUE", "");
  option->SetValue("LABEL", base::Message(messages::kNoAnswer).in(language_));
  if (given.values.empty() || given.values.front().empty()) option->ShowSection("CHOSEN");
}

std::vector<FormInputs::Choice> FormInputs::choices_of(const Input& input) const {
  const Field& field = *input.field;
  std::vector<Choice> out;
  for (const std::string& value : field.values) {
    const auto label = field.value_labels.find(value);
    out.push_back({value, label == field.value_labels.end() ? http::spoken(value) : label->second});
  }
  for (const std::string_view meaning :
       {vocabulary::kGiven, vocabulary::kRefused, vocabulary::kWithdrawn}) {
    if (input.for_outside && meaning == vocabulary::kWithdrawn) continue;
    for (const auto& [word, means] : field.words) {
      if (means == meaning) out.push_back({word, word});
    }
  }
  if (field.type == FieldType::boolean) {
    const bool french = language_ == base::Language::fr;
    out.push_back({"true", french ? "oui" : "yes"});
    out.push_back({"false", french ? "non" : "no"});
  }
  if (field.type == FieldType::partner) {
    for (const auto& [id, partner] : directory_.partners) out.push_back({id, partner.name});
    // Those that are proposed stand first: they are what a person looks for.
    std::ranges::stable_partition(
        out, [&](const Choice& each) { return is_chosen(input.values, each.value, field); });
  }
  return out;
}

void FormInputs::add_options(TemplateDictionary& input, const Input& given,
                             const std::vector<Choice>& choices) const {
  for (const Choice& each : choices) {
    TemplateDictionary* option = input.AddSectionDictionary("OPTION");
    option->SetValue("VALUE", each.value);
    option->SetValue("LABEL", each.label);
    if (is_chosen(given.values, each.value, *given.field)) option->ShowSection("CHOSEN");
  }
}

void FormInputs::add_line(TemplateDictionary& single, const Input& given) {
  const Field& field = *given.field;
  TemplateDictionary* line = single.AddSectionDictionary("LINE");
  line->SetValue("TYPE", field.type == FieldType::date    ? "date"
                         : field.type == FieldType::phone ? "tel"
                                                          : "text");
  if (given.first) line->ShowSection("AUTOFOCUS");
  if (given.watched) line->ShowSection("WATCHED");
  if (field.type == FieldType::siret && !given.for_outside) line->ShowSection("SIRET");
  if (field.type == FieldType::number) line->ShowSection("NUMERIC");
  // Not type=email: a browser's own check refuses the accents that a desk takes.
  if (field.type == FieldType::email) line->ShowSection("MAIL");
  const Referential* list =
      field.type == FieldType::code ? desk_.vocabulary->referential(field.referential) : nullptr;
  if (list == nullptr) return;
  lists_.insert(field.referential);
  line->SetValueAndShowSection("LIST", field.referential, "LISTED");
  if (!given.values.empty()) line->SetValue("VALUE", line_of(*list, given.values.front()));
}

void FormInputs::add(TemplateDictionary& form, const Input& given, const std::string& prefix) {
  const Field& field = *given.field;
  TemplateDictionary* input = form.AddIncludeDictionary("INPUT");
  input->SetFilename("input.tpl");
  input->SetValue("ID", prefix + field.id);
  input->SetValue("NAME", field.id);
  input->SetValue("LABEL", given.label.empty() ? field.label : given.label);
  input->SetValue("AUTOFILL", given.for_outside ? autofill_of(desk_, field) : "off");
  input->SetValue("VALUE", given.values.empty() ? "" : given.values.front());
  const std::string& help = given.help.empty() ? field.help : given.help;
  if (!help.empty()) input->SetValueAndShowSection("TEXT", help, "HELP");
  if (given.required) input->ShowSection("IS_REQUIRED");
  if (!given.error.empty()) input->SetValueAndShowSection("SENTENCE", given.error, "ERROR");
  if (!help.empty() && given.error.empty()) input->ShowSection("HELP_ALONE");
  const std::vector<Choice> choices = choices_of(given);
  if (field.many && !choices.empty()) {
    TemplateDictionary* checks = input->AddSectionDictionary("CHECKS");
    if (!given.required) checks->ShowSection("MAY_BE_EMPTY");
    return add_options(*checks, given, choices);
  }
  if (given.for_outside && !choices.empty() && choices.size() <= kMostInSight) {
    TemplateDictionary* radios = input->AddSectionDictionary("RADIOS");
    add_options(*radios, given, choices);
    if (!given.required) add_no_answer(*radios, given);
    return;
  }
  TemplateDictionary* single = input->AddSectionDictionary("SINGLE");
  if (!choices.empty()) {
    add_options(*single->AddSectionDictionary("SELECT"), given, choices);
  } else if (given.roomy && field.type == FieldType::text) {
    single->ShowSection("LINES");
  } else {
    add_line(*single, given);
  }
}

bool FormInputs::add_lists_of(TemplateDictionary& page, bool only_short) const {
  bool left_out = false;
  TemplateDictionary* lists = page.AddIncludeDictionary("LISTS");
  lists->SetFilename("lists.tpl");
  for (const std::string& id : lists_) {
    const Referential& referential = *desk_.vocabulary->referential(id);
    if (only_short && referential.codes().size() > kLongList) {
      left_out = true;
      continue;
    }
    TemplateDictionary* list = lists->AddSectionDictionary("LIST");
    list->SetValue("ID", id);
    for (const std::string& code : referential.codes()) {
      list->AddSectionDictionary("CODE")->SetValue("TEXT", line_of(referential, code));
    }
  }
  return left_out;
}

http::Pairs coded(const http::Pairs& given, const bundle::Desk& desk) {
  http::Pairs out;
  for (const auto& [id, text] : given.list()) {
    const Field* field = desk.vocabulary->find(id);
    const bool is_code = field != nullptr && field->type == FieldType::code && !text.empty();
    const Referential* list = is_code ? desk.vocabulary->referential(field->referential) : nullptr;
    out.add(id, list == nullptr ? text : code_in(*list, text));
  }
  return out;
}

void add_emptied(const http::Pairs& given, const bundle::Desk& desk, cases::Fields& fields) {
  for (const std::string& id : given.all(kFormMany)) {
    const Field* field = desk.vocabulary->find(id);
    if (field == nullptr || !field->many || given.has(id)) continue;
    feel::Arena arena;
    fields[id] = feel::Stored(arena.list({}));
  }
}

std::string error_at(const http::FieldErrors& errors, const std::string& field,
                     base::Language language) {
  for (const auto& [id, message] : errors) {
    if (id == field) return message.in(language);
  }
  return "";
}

bool is_name(const bundle::Desk& desk, const std::string& field) {
  const auto has = [&](const std::vector<std::string>& ids) {
    return std::ranges::find(ids, field) != ids.end();
  };
  return has(desk.settings.person.name) || has(desk.settings.firm.name);
}

}  // namespace guichet::web
