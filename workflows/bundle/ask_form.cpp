#include "workflows/bundle/ask_form.hpp"

#include <algorithm>

#include "workflows/bundle/desk.hpp"

namespace guichet::bundle {
namespace {

using vocabulary::Subject;

bool lists(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

// What intake requires, then what the acts that say a request's themes take.
std::vector<std::string> fields_of_intake(const Desk& desk) {
  std::vector<std::string> out = desk.intake.required;
  out.push_back(desk.intake.themes);
  const model::Workflow* path = desk.workflow(desk.intake.workflow);
  if (path == nullptr) return out;
  for (const model::Declaration& each : path->declarations) {
    const std::string& themes = desk.intake.themes;
    if (!lists(each.require, themes) && !lists(each.accepts, themes)) continue;
    for (const auto* ids : {&each.require, &each.accepts}) {
      for (const std::string& id : *ids) {
        if (!lists(out, id)) out.push_back(id);
      }
    }
  }
  return out;
}

std::size_t step_of(Subject of) {
  return of == Subject::person ? 0 : of == Subject::firm ? 1 : of == Subject::kase ? 2 : 3;
}

AskForm plain_form(const Desk& desk) {
  AskForm form;
  form.steps.resize(4);
  const std::vector<std::string> wanted = fields_of_intake(desk);
  for (const vocabulary::Field& field : desk.vocabulary->fields()) {
    if (!lists(wanted, field.id) || field.id == desk.intake.key) continue;
    if (field.id == desk.intake.received || !may_be_asked(field)) continue;
    form.steps[step_of(field.of)].fields.push_back(field.id);
  }
  std::erase_if(form.steps, [](const AskForm::Step& step) { return step.fields.empty(); });
  form.required = {desk.intake.themes};
  return form;
}

}  // namespace

bool AskForm::asks(const std::string& field) const {
  return std::ranges::any_of(steps, [&](const Step& step) { return lists(step.fields, field); });
}

bool may_be_asked(const vocabulary::Field& field) {
  const bool is_list = field.many && field.type == vocabulary::FieldType::text;
  return !is_list && field.type != vocabulary::FieldType::partner && field.of != Subject::need &&
         field.of != Subject::referral && field.of != Subject::any;
}

AskForm ask_form(const Desk& desk) {
  AskForm form = desk.intake.form;
  if (form.steps.empty()) {
    const AskForm plain = plain_form(desk);
    form.steps = plain.steps;
    if (form.required.empty()) form.required = plain.required;
  }
  for (const std::string& id : desk.intake.required) {
    if (!lists(form.required, id) && !form.set.contains(id)) form.required.push_back(id);
  }
  std::erase_if(form.required, [&](const std::string& id) { return !form.asks(id); });
  return form;
}

}  // namespace guichet::bundle
