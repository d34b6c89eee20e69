// A desk's names as the annexe needs them, and a path written out as YAML.
#pragma once

#include "workflows/bundle/desk.hpp"
#include "workflows/words/annexe.hpp"

namespace guichet::tests {

inline words::DeskWords words_of(const bundle::Desk& desk) {
  words::DeskWords out{.vocabulary = desk.vocabulary.get(), .scope = &desk.scope};
  for (const auto& [id, role] : desk.settings.roles) {
    out.roles[id] = {role.title, role.binding == bundle::Binding::agenda};
  }
  for (const auto& [id, workflow] : desk.workflows) out.workflows[id] = workflow->title;
  for (const auto& [code, texts] : desk.settings.refusals) {
    out.refusals[code] = desk.refusal_text(code, base::Language::fr);
  }
  out.letters["enquete-6-mois"] = "Six mois après : donnez-nous de vos nouvelles";
  out.partner = desk.partner_role()->id;
  return out;
}

// The Pays de Figeac with one more path, `essai`.
inline std::shared_ptr<const bundle::Desk> desk_with(const std::string& workflow) {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics);
  files["workflows/essai.yaml"] = workflow;
  auto desk = bundle::load_desk_files(files, "", diagnostics, bundle::Proof::no);
  INFO(render_text(diagnostics, base::Language::fr));
  REQUIRE(desk);
  return desk;
}

}  // namespace guichet::tests
