#include <algorithm>

#include "rules/dmn/convert_messages.hpp"
#include "rules/dmn/from_table.hpp"
#include "rules/dmn/table_text.hpp"
#include "rules/tables/load.hpp"

namespace guichet::dmn {

namespace {

using base::Message;

const DecisionTable* table_of(const Decision& decision) {
  return decision.logic == nullptr ? nullptr : std::get_if<DecisionTable>(&decision.logic->form);
}

// The one that is meant; nullptr with a diagnostic where none is, or more than one could be.
const Decision* find_table(const Definitions& definitions, std::string_view name,
                           base::Diagnostics& diagnostics) {
  std::vector<const Decision*> found;
  std::vector<std::string> names;
  for (const Decision& decision : definitions.decisions) {
    names.push_back(decision.element.name);
    const std::string* id = kept_text(decision.element, "id");
    const bool meant = name.empty()
                           ? table_of(decision) != nullptr
                           : decision.element.name == name || decision.element.id == name ||
                                 (id != nullptr && *id == name);
    if (meant) found.push_back(&decision);
  }
  const base::Location& at = definitions.element.at;
  if (found.size() == 1 || (!found.empty() && !name.empty())) {
    if (table_of(*found[0]) != nullptr) return found[0];
    diagnostics.error(found[0]->element.at, Message(messages::kNotATable, {std::string(name)}));
  } else if (!found.empty()) {
    std::string all;
    for (const Decision* one : found) all += (all.empty() ? "" : ", ") + one->element.name;
    diagnostics.error(at, Message(messages::kWhichDecision, {all}),
                      Message(messages::kNameDecision));
  } else if (!name.empty()) {
    diagnostics.error(at, Message(messages::kNoSuchDecision, {std::string(name)}),
                      base::suggestion(name, names));
  } else {
    diagnostics.error(at, Message(messages::kNoTableAtAll));
  }
  return nullptr;
}

// Loads the text as a user would: what YAML cannot hold is what the loader refuses.
bool is_loadable(const Decision& decision, std::string text, const Sheet& sheet,
                 base::Diagnostics& diagnostics) {
  base::Diagnostics found;
  const auto source = base::make_source("<" + decision.element.name + ", YAML>", std::move(text));
  const yaml::Limits no_limit{.bytes = SIZE_MAX, .nodes = SIZE_MAX};
  const auto root = yaml::parse(source, found, no_limit);
  if (root != nullptr && !found.has_errors()) {
    tables::LoadContext context;
    context.read_file = [&](const std::string&) -> base::Result<std::string> {
      return csv_text(sheet);
    };
    if (tables::load_table(*root, context, found) != nullptr) return true;
  }
  diagnostics.error(decision.logic->element.at,
                    Message(messages::kNotInYaml, {decision.element.name}));
  for (const base::Diagnostic& one : found.list()) diagnostics.add(one);
  return false;
}

struct Texts {
  std::string yaml, csv;
};

std::optional<Texts> texts_of(const Definitions& definitions, std::string_view name,
                              std::string_view rules_from, base::Diagnostics& diagnostics) {
  const Decision* decision = find_table(definitions, name, diagnostics);
  if (decision == nullptr) return {};
  base::Diagnostics found;
  const TableText text(definitions, *decision, *table_of(*decision), TableText::Stands::alone,
                       found);
  for (const base::Diagnostic& one : found.list()) diagnostics.add(one);
  if (found.has_errors()) return {};
  Texts texts{text.yaml(rules_from), csv_text(text.sheet())};
  if (!is_loadable(*decision, texts.yaml, text.sheet(), diagnostics)) return {};
  return texts;
}

}  // namespace

std::optional<std::string> to_yaml(const Definitions& definitions, std::string_view decision,
                                   base::Diagnostics& diagnostics, std::string_view rules_from) {
  auto texts = texts_of(definitions, decision, rules_from, diagnostics);
  return texts ? std::optional(std::move(texts->yaml)) : std::nullopt;
}

std::optional<std::string> to_csv(const Definitions& definitions, std::string_view decision,
                                  base::Diagnostics& diagnostics) {
  auto texts = texts_of(definitions, decision, "rules.csv", diagnostics);
  return texts ? std::optional(std::move(texts->csv)) : std::nullopt;
}

}  // namespace guichet::dmn
