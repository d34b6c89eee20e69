#include "tests/workflows/check/desk.hpp"

#include <catch2/catch.hpp>

#include "engine/base/file.hpp"

namespace guichet::tests {

namespace {

const std::string kFolder = GUICHET_ROOT "/tests/workflows/check/";

std::string content(const std::string& path) {
  const auto bytes = base::read_bytes(kFolder + path);
  REQUIRE(bytes);
  return *bytes;
}

std::unique_ptr<const yaml::Node> parsed(const std::string& name, const std::string& text,
                                         base::Diagnostics& diagnostics) {
  return yaml::parse(base::make_source(name, text), diagnostics);
}

}  // namespace

Desk::Desk() {
  base::Diagnostics diagnostics;
  const auto fields = parsed("fields.yaml", content("desk/fields.yaml"), diagnostics);
  vocabulary_ = vocabulary::load_vocabulary(*fields, {}, diagnostics);
  INFO(base::render_text(diagnostics, base::Language::en));
  REQUIRE(vocabulary_ != nullptr);
  names_.vocabulary = vocabulary_.get();
  names_.roles = {{"conseiller", "case.owner"},      {"coordination", "role:coordination"},
                  {"partenaire", "partner.adviser"}, {"responsable_partenaire", "partner.head"},
                  {"demandeur", "person"},           {"ordre_du_jour", "agenda"}};
  names_.letters = {{"relance-conseiller", {}},
                    {"relance-partenaire", {}},
                    {"relance-demandeur", {}},
                    {"escalade-coordination", {}},
                    {"escalade-responsable_partenaire", {}},
                    {"accueil-en-retard", {}},
                    {"enquete-6-mois", {}},
                    {"demande-partenaire", {"sans_reponse"}}};
  names_.tables = {"orientation-partenaire"};
  names_.conventions = {"convention-cadre"};
  names_.refusals = {"sans-accord"};
  names_.calendars = {"france", "alsace"};
}

std::vector<std::shared_ptr<const model::Workflow>> Desk::load(
    const std::vector<std::pair<std::string, std::string>>& files,
    base::Diagnostics& diagnostics) const {
  std::vector<std::unique_ptr<const yaml::Node>> owned;
  for (const std::string name : {"mise-en-relation.yaml", "socle.yaml"}) {
    owned.push_back(parsed(name, content("desk/" + name), diagnostics));
  }
  for (const auto& [name, text] : files) owned.push_back(parsed(name, text, diagnostics));
  std::vector<const yaml::Node*> roots;
  for (const auto& root : owned) {
    if (root) roots.push_back(root.get());
  }
  return check::load_workflows(roots, names_, diagnostics);
}

std::shared_ptr<const model::Workflow> Desk::load_file(const std::string& path,
                                                       base::Diagnostics& diagnostics) const {
  const std::string name = path.substr(path.find('/') + 1);
  for (auto& workflow : load({{name, content(path)}}, diagnostics)) {
    if (workflow->id != "mise-en-relation") return workflow;
  }
  return nullptr;
}

std::string said_of(const Desk& desk, const std::string& path, base::Language language) {
  base::Diagnostics all;
  desk.load_file(path, all);
  base::Diagnostics said;
  for (const base::Diagnostic& diagnostic : all.list()) {
    // The desk's base is not extended by every file under test.
    if (diagnostic.code() != "unused-base") said.add(diagnostic);
  }
  return base::render_text(said, language);
}

}  // namespace guichet::tests
