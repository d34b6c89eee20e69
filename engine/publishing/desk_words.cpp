#include "engine/publishing/desk_words.hpp"

#include "workflows/words/conditions.hpp"

namespace guichet::publishing {
namespace {

// What a letter's subject says before its first hole: "Mise en relation : {{ .. }}".
std::string subject_of(const letters::Letter& letter) {
  if (letter.subject.pieces.empty()) return "";
  const auto* text = std::get_if<std::string>(&letter.subject.pieces.front());
  if (text == nullptr) return "";
  const std::size_t end = text->find_last_not_of(" :,(-\u00A0\u202F");
  return end == std::string::npos ? "" : text->substr(0, end + 1);
}

}  // namespace

words::DeskWords words_of(const bundle::Desk& desk, base::Language language) {
  words::DeskWords out{.vocabulary = desk.vocabulary.get(), .scope = &desk.scope};
  for (const auto& [id, role] : desk.settings.roles) {
    out.roles[id] = {role.title, role.binding == bundle::Binding::agenda};
  }
  if (const bundle::Role* partner = desk.partner_role()) out.partner = partner->id;
  for (const auto& [id, letter] : desk.letters) {
    const std::string subject = subject_of(*letter);
    if (!subject.empty()) out.letters[id] = subject;
  }
  for (const auto& [id, workflow] : desk.workflows) out.workflows[id] = workflow->title;
  for (const auto& [id, convention] : desk.conventions) {
    out.conventions[id] = convention->title().empty() ? id : convention->title();
  }
  for (const auto& [code, texts] : desk.settings.refusals) {
    out.refusals[code] = desk.refusal_text(code, language);
  }
  for (const auto& [id, partner] : desk.directory.partners) out.partners[id] = partner.name;
  return out;
}

diagram::Drawing drawing_of(const bundle::Desk& desk, const model::Workflow& workflow,
                            base::Language language) {
  diagram::Drawing out{.language = language};
  for (const auto& [id, role] : desk.settings.roles) out.roles[id] = role.title;
  for (const vocabulary::Field& field : desk.vocabulary->fields())
    out.fields[field.id] = field.label;
  for (const auto& [id, each] : desk.workflows) out.workflows[id] = each->title;
  out.condition = [names = words_of(desk, language), &workflow, language](const auto& expression) {
    return words::condition(expression, workflow, words::Phrases(names, language));
  };
  return out;
}

}  // namespace guichet::publishing
