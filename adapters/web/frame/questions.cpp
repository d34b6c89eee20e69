#include "adapters/web/frame/questions.hpp"

#include <ctemplate/template.h>

#include <algorithm>

namespace guichet::web {
namespace {

using ctemplate::TemplateDictionary;

void add_choices(TemplateDictionary& part, const Question& question) {
  for (const Choice& each : question.choices) {
    TemplateDictionary* option = part.AddSectionDictionary("OPTION");
    option->SetValue("VALUE", each.value);
    option->SetValue("LABEL", each.label);
    const auto& values = question.values;
    if (std::ranges::find(values, each.value) != values.end()) option->ShowSection("CHOSEN");
  }
}

}  // namespace

void add_question(TemplateDictionary& form, const Question& question, const std::string& prefix) {
  TemplateDictionary* input = form.AddIncludeDictionary("INPUT");
  input->SetFilename("input.tpl");
  input->SetValue("ID", prefix + question.id);
  input->SetValue("NAME", question.id);
  input->SetValue("LABEL", question.label);
  input->SetValue("AUTOFILL", "off");
  input->SetValue("VALUE", question.values.empty() ? "" : question.values.front());
  if (!question.help.empty()) input->SetValueAndShowSection("TEXT", question.help, "HELP");
  if (question.required) input->ShowSection("IS_REQUIRED");
  if (!question.error.empty()) input->SetValueAndShowSection("SENTENCE", question.error, "ERROR");
  if (!question.help.empty() && question.error.empty()) input->ShowSection("HELP_ALONE");
  if (question.kind == Question::Kind::checks) {
    return add_choices(*input->AddSectionDictionary("CHECKS"), question);
  }
  TemplateDictionary* single = input->AddSectionDictionary("SINGLE");
  if (question.kind == Question::Kind::select) {
    return add_choices(*single->AddSectionDictionary("SELECT"), question);
  }
  if (question.kind == Question::Kind::lines) return single->ShowSection("LINES");
  single->AddSectionDictionary("LINE")->SetValue(
      "TYPE", question.kind == Question::Kind::date ? "date" : "text");
}

}  // namespace guichet::web
