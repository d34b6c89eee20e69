#include "adapters/web/forms.hpp"

#include <ctemplate/template.h>

#include <algorithm>

namespace guichet::web {
namespace {

using ctemplate::TemplateDictionary;
using vocabulary::Field;
using vocabulary::FieldType;

struct Choice {
  std::string value, label;
};

std::string html_type(FieldType type) {
  switch (type) {
    case FieldType::date:
      return "date";
    case FieldType::email:
      return "text";  // a browser's own check refuses the accents that this desk takes
    case FieldType::phone:
      return "tel";
    default:
      return "text";
  }
}

std::vector<Choice> choices_of(const Field& field, const bundle::Directory& directory) {
  std::vector<Choice> out;
  for (const std::string& value : field.values) {
    const auto label = field.value_labels.find(value);
    out.push_back({value, label == field.value_labels.end() ? value : label->second});
  }
  for (const auto& [word, meaning] : field.words) out.push_back({word, word});
  if (field.type == FieldType::partner) {
    for (const auto& [id, partner] : directory.partners) out.push_back({id, partner.name});
  }
  return out;
}

bool has(const std::vector<std::string>& values, const Choice& choice, const Field& field) {
  return std::ranges::any_of(values, [&](const std::string& value) {
    // What is known of a consent is its meaning; the form shows the territory's words.
    const auto word = field.words.find(choice.value);
    return value == choice.value || (word != field.words.end() && word->second == value);
  });
}

void add_options(TemplateDictionary& input, const Input& given,
                 const std::vector<Choice>& choices) {
  for (const Choice& each : choices) {
    TemplateDictionary* option = input.AddSectionDictionary("OPTION");
    option->SetValue("VALUE", each.value);
    option->SetValue("LABEL", each.label);
    if (has(given.values, each, *given.field)) option->ShowSection("CHOSEN");
  }
}

void add_codes(TemplateDictionary& input, const Field& field, const bundle::Desk& desk) {
  const vocabulary::Referential* list = desk.vocabulary->referential(field.referential);
  if (list == nullptr) return;
  for (const std::string& code : list->codes()) {
    TemplateDictionary* option = input.AddSectionDictionary("CODE");
    option->SetValue("VALUE", code);
    option->SetValue("LABEL", list->label(code));
  }
}

}  // namespace

void add_input(TemplateDictionary& form, const Input& given, const bundle::Desk& desk,
               const bundle::Directory& directory, const std::string& prefix) {
  const Field& field = *given.field;
  TemplateDictionary* input = form.AddSectionDictionary("INPUT");
  input->SetValue("ID", prefix + field.id);
  input->SetValue("NAME", field.id);
  input->SetValue("LABEL", field.label);
  input->SetValue("VALUE", given.values.empty() ? "" : given.values.front());
  if (!field.help.empty()) input->SetValueAndShowSection("TEXT", field.help, "HELP");
  if (given.required) input->ShowSection("IS_REQUIRED");
  if (!given.error.empty()) input->SetValueAndShowSection("SENTENCE", given.error, "ERROR");
  const std::vector<Choice> choices = choices_of(field, directory);
  TemplateDictionary* kind = nullptr;
  if (field.many && !choices.empty()) {
    kind = input->AddSectionDictionary("CHECKS");
    add_options(*kind, given, choices);
  } else if (!choices.empty()) {
    kind = input->AddSectionDictionary("SELECT");
    add_options(*kind, given, choices);
  } else if (field.type == FieldType::boolean) {
    kind = input->AddSectionDictionary("SELECT");
    add_options(*kind, given, {{"true", "✓"}, {"false", "✗"}});
  } else if (field.type == FieldType::code) {
    kind = input->AddSectionDictionary("LIST");
    add_codes(*kind, field, desk);
  } else {
    kind = input->AddSectionDictionary("LINE");
    kind->SetValue("TYPE", html_type(field.type));
  }
}

std::string error_at(const http::FieldErrors& errors, const std::string& field,
                     base::Language language) {
  for (const auto& [id, message] : errors) {
    if (id == field) return message.in(language);
  }
  return "";
}

}  // namespace guichet::web
