#include "rules/dmn/references.hpp"

#include <map>
#include <string>

#include "rules/dmn/read_messages.hpp"

namespace guichet::dmn {

namespace {

using base::Message;

// Each name once; what has none is reported elsewhere.
class UniqueNames {
 public:
  explicit UniqueNames(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void add(const Element& element) {
    if (element.name.empty()) return;
    const auto [first, is_new] = seen_.emplace(element.name, element.at);
    if (is_new) return;
    const base::Location& at = first->second;
    const int line = at.source ? at.source->place_of(at.offset).line : 0;
    diagnostics_.error(element.at, Message(messages::kNameTwice, {element.name}),
                       Message(messages::kFirstOnLine, {std::to_string(line)}));
  }

 private:
  base::Diagnostics& diagnostics_;
  std::map<std::string, base::Location, std::less<>> seen_;
};

void check_components(const ItemDefinition& item, base::Diagnostics& diagnostics) {
  UniqueNames names(diagnostics);
  for (const ItemDefinition& component : item.components) {
    names.add(component.element);
    check_components(component, diagnostics);
  }
}

class References {
 public:
  References(const Definitions& definitions, base::Diagnostics& diagnostics)
      : definitions_(definitions), diagnostics_(diagnostics) {
    const auto add = [&](const auto& elements, std::string_view kind) {
      for (const auto& one : elements)
        if (!one.element.id.empty()) kinds_.emplace(one.element.id, kind);
    };
    add(definitions.inputs, "inputData");
    add(definitions.decisions, "decision");
    add(definitions.knowledge_models, "businessKnowledgeModel");
    add(definitions.services, "decisionService");
  }

  // `kinds`: what it may lead to, separated by blanks.
  void check(const std::vector<Reference>& references, std::string_view kinds) {
    for (const Reference& reference : references) check(reference, kinds);
  }

 private:
  void check(const Reference& reference, std::string_view kinds) {
    const std::size_t hash = reference.href.find('#');
    if (hash == std::string::npos) {
      diagnostics_.error(reference.at, Message(messages::kUnknownReference, {reference.href}),
                         Message(messages::kReferenceForm));
      return;
    }
    const std::string name_space = reference.href.substr(0, hash);
    const std::string id = reference.href.substr(hash + 1);
    if (!name_space.empty() && name_space != definitions_.model_namespace)
      return check_import(reference, name_space);
    const auto found = kinds_.find(id);
    if (found == kinds_.end()) {
      std::vector<std::string> known;
      for (const auto& [known_id, kind] : kinds_) known.push_back(known_id);
      diagnostics_.error(reference.at, Message(messages::kUnknownReference, {reference.href}),
                         base::suggestion(id, known));
    } else if (kinds.find(found->second) == std::string_view::npos) {
      diagnostics_.error(
          reference.at,
          Message(messages::kWrongReference, {reference.href, found->second, std::string(kinds)}));
    }
  }

  void check_import(const Reference& reference, const std::string& name_space) {
    std::string all;
    for (const Import& import : definitions_.imports) {
      if (import.import_namespace == name_space) return;
      all += (all.empty() ? "" : ", ") + import.import_namespace;
    }
    diagnostics_.error(reference.at,
                       Message(messages::kNoImportOf, {reference.href, all.empty() ? "-" : all}));
  }

  const Definitions& definitions_;
  base::Diagnostics& diagnostics_;
  std::map<std::string, std::string, std::less<>> kinds_;
};

}  // namespace

void check_references(const Definitions& definitions, base::Diagnostics& diagnostics) {
  UniqueNames names(diagnostics), types(diagnostics);
  for (const Import& import : definitions.imports) names.add(import.element);
  for (const InputData& input : definitions.inputs) names.add(input.element);
  for (const Decision& decision : definitions.decisions) names.add(decision.element);
  for (const auto& model : definitions.knowledge_models) names.add(model.element);
  for (const DecisionService& service : definitions.services) names.add(service.element);
  for (const ItemDefinition& item : definitions.item_definitions) {
    types.add(item.element);
    check_components(item, diagnostics);
  }
  References references(definitions, diagnostics);
  for (const Decision& decision : definitions.decisions) {
    references.check(decision.required_inputs, "inputData");
    references.check(decision.required_decisions, "decision");
    references.check(decision.required_knowledge, "businessKnowledgeModel decisionService");
  }
  for (const auto& model : definitions.knowledge_models)
    references.check(model.required_knowledge, "businessKnowledgeModel decisionService");
  for (const DecisionService& service : definitions.services) {
    references.check(service.output_decisions, "decision");
    references.check(service.encapsulated_decisions, "decision");
    references.check(service.input_decisions, "decision");
    references.check(service.input_data, "inputData");
  }
}

}  // namespace guichet::dmn
