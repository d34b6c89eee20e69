#include "engine/publishing/names.hpp"

#include <algorithm>

#include "engine/vocabulary/file_keys.hpp"
#include "rules/feel/builtins.hpp"
#include "rules/tables/file_keys.hpp"
#include "workflows/bundle/file_keys.hpp"
#include "workflows/check/keys.hpp"
#include "workflows/scenarios/file_keys.hpp"

namespace guichet::publishing {
namespace {

std::string signature_of(const feel::Builtin& builtin) {
  std::string text(builtin.name);
  const feel::Signature& first = builtin.signatures.front();
  text += "(";
  for (const feel::Parameter& each : first.parameters) {
    if (text.back() != '(') text += ", ";
    text += std::string(each.name) + (each.optional ? "?" : each.variadic ? "..." : "");
  }
  return text + ")";
}

void add_functions(Names& names, base::Language language) {
  const bool fr = language == base::Language::fr;
  for (const std::string& name : feel::builtin_names()) {
    const feel::Builtin* builtin = feel::find_builtin(name);
    if (builtin == nullptr || builtin->signatures.empty()) continue;
    const std::string result = builtin->signatures.front().result.name();
    names.functions.push_back(
        {name, signature_of(*builtin), (fr ? "donne : " : "gives: ") + result});
  }
  const auto own = [&](const char* name, const char* signature, const char* in_french,
                       const char* in_english) {
    names.functions.push_back({name, signature, fr ? in_french : in_english});
  };
  own("lookup", "lookup(referential, code)", "la ligne d'un référentiel, par son code",
      "the row of a referential, by its code");
  own("in state", "in state(path)", "vrai dans cet état, ou dans un état qu'il contient",
      "true in that state, or in one inside it");
  own("long_date", "long_date(date)", "dans une lettre : mardi 1er décembre 2009",
      "in a letter: Tuesday 1 December 2009");
  own("short_date", "short_date(date)", "dans une lettre : 01/12/2009", "in a letter: 01/12/2009");
  std::ranges::sort(names.functions, {}, &NamedFunction::name);
}

void add_fields(Names& names, const bundle::Desk& desk) {
  if (!desk.vocabulary) return;
  for (const vocabulary::Field& field : desk.vocabulary->fields()) {
    names.fields.push_back(
        {field.id, field.label, desk.vocabulary->type_of(field).name(), field.values});
  }
  for (const auto& [id, referential] : desk.vocabulary->referentials()) {
    names.referentials.push_back(id);
  }
}

template <typename Levels>
void add_keys(Names& names, const char* kind, const Levels& levels) {
  std::vector<NamedKey>& keys = names.keys[kind];
  for (const yaml::Elsewhere& level : levels) {
    for (const yaml::Key& key : level.keys) {
      keys.push_back({std::string(key.name), std::string(level.level)});
    }
  }
  std::ranges::sort(keys, [](const NamedKey& a, const NamedKey& b) {
    return std::tie(a.name, a.text) < std::tie(b.name, b.text);
  });
}

// Those that the checker gives as hints are of other files too; those that it reads without a hint
// are added, by the key that they stand under.
std::vector<yaml::Elsewhere> workflow_levels() {
  namespace keys = check::keys;
  std::vector<yaml::Elsewhere> out{{"histories", keys::kHistory},   {"initial", keys::kInitial},
                                   {"choose", keys::kArm},          {"to", keys::kReferralTo},
                                   {"reopen", keys::kReopen},       {"sla", keys::kSla},
                                   {"retention", keys::kRetention}, {"contract", keys::kContract}};
  for (const yaml::Elsewhere& each : keys::kLevels) {
    if (each.level != "desk.yaml") out.push_back(each);
  }
  return out;
}

void add_keys(Names& names) {
  add_keys(names, "workflow", workflow_levels());
  add_keys(names, "decision-table", tables::table_keys());
  add_keys(names, "fields", vocabulary::field_keys());
  add_keys(names, "scenario", scenarios::scenario_keys());
  add_keys(names, "desk", bundle::desk_keys());
  add_keys(names, "intake", bundle::intake_keys());
  add_keys(names, "partners", bundle::partner_keys());
}

}  // namespace

Names names_of(const bundle::Desk& desk, base::Language language) {
  Names names;
  add_fields(names, desk);
  for (const auto& [id, partner] : desk.directory.partners) {
    names.partners.push_back({id, partner.name});
  }
  for (const auto& [id, role] : desk.settings.roles) names.roles.push_back({id, role.title});
  for (const auto& [id, letter] : desk.letters) names.letters.push_back(id);
  for (const auto& [id, table] : desk.tables) names.tables.push_back(id);
  for (const auto& [id, convention] : desk.conventions) names.conventions.push_back(id);
  for (const auto& [id, calendar] : desk.calendars) names.calendars.push_back(id);
  for (const auto& [theme, path] : desk.intake.paths) names.themes.push_back(theme);
  for (const auto& [id, workflow] : desk.workflows) {
    NamedWorkflow named{id, workflow->title, {}};
    for (const model::State& state : workflow->states) {
      if (!state.path.empty()) named.states.push_back(state.path);
    }
    names.workflows.push_back(std::move(named));
  }
  add_functions(names, language);
  add_keys(names);
  return names;
}

}  // namespace guichet::publishing
