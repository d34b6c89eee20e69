#include "rules/dmn/model_reader.hpp"

#include <array>

#include "engine/yaml/shape.hpp"
#include "rules/dmn/model_yaml_messages.hpp"

namespace guichet::dmn {

namespace {

using base::Message;
using yaml::Key;

constexpr std::array<Key, 10> kModelKeys{{{"guichet", yaml::kScalar, true},
                                          {"id", yaml::kScalar, true},
                                          {"title", yaml::kScalar},
                                          {"description", yaml::kScalar},
                                          {"version", yaml::kScalar},
                                          {"types", yaml::kMapping},
                                          {"inputs", yaml::kMapping},
                                          {"functions", yaml::kMapping},
                                          {"decisions", yaml::kMapping, true},
                                          {"services", yaml::kMapping}}};
constexpr std::array<Key, 3> kInputKeys{
    {{"type", yaml::kScalar}, {"label", yaml::kScalar}, {"description", yaml::kScalar}}};
constexpr std::array<Key, 6> kFunctionKeys{{{"parameters", yaml::kMapping | yaml::kSequence},
                                            {"type", yaml::kScalar},
                                            {"expr", yaml::kScalar},
                                            {"table", yaml::kScalar | yaml::kMapping},
                                            {"label", yaml::kScalar},
                                            {"description", yaml::kScalar}}};
constexpr std::array<Key, 7> kDecisionKeys{{{"expr", yaml::kScalar},
                                            {"table", yaml::kScalar | yaml::kMapping},
                                            {"type", yaml::kScalar},
                                            {"label", yaml::kScalar},
                                            {"description", yaml::kScalar},
                                            {"question", yaml::kScalar},
                                            {"answers", yaml::kScalar}}};
constexpr std::array<std::string_view, 4> kSections{"inputs", "functions", "decisions", "services"};

std::vector<const yaml::Entry*> entries_of(const yaml::Node& root, std::string_view section) {
  std::vector<const yaml::Entry*> entries;
  if (const yaml::Node* node = yaml::at(root, section); node != nullptr && node->is_mapping())
    for (const yaml::Entry& entry : node->entries()) entries.push_back(&entry);
  return entries;
}

}  // namespace

Definitions ModelReader::read() {
  yaml::check_header(root_, "decision-model", diagnostics_);
  if (!yaml::check_shape(root_, kModelKeys, diagnostics_)) return std::move(made_);
  made_.version = "1.3";
  made_.declares_all = true;
  made_.element.name = yaml::text_at(root_, "id");
  made_.element.id = identifiers_.like(made_.element.name, "definitions");
  made_.element.label = yaml::text_at(root_, "title");
  made_.element.description = yaml::text_at(root_, "description");
  made_.element.at = root_.location();
  if (const auto* version = yaml::at(root_, "version"))
    made_.element.extensions.push_back({"version", version->text()});
  made_.model_namespace = "urn:guichet:decision-model:" + made_.element.id;
  collect_names();
  read_types();
  for (const auto* entry : entries_of(root_, "inputs")) read_input(*entry);
  for (const auto* entry : entries_of(root_, "functions")) read_function(*entry);
  for (const auto* entry : entries_of(root_, "decisions")) read_decision(*entry);
  check_circles();
  for (const auto* entry : entries_of(root_, "services")) read_service(*entry);
  return std::move(made_);
}

void ModelReader::collect_names() {
  for (std::size_t i = 0; i < kSections.size(); ++i) {
    for (const auto* entry : entries_of(root_, kSections[i])) {
      const std::string& name = entry->key.text();
      const bool is_new =
          names_.emplace(name, Named{static_cast<Kind>(i), identifiers_.like(name, kSections[i])})
              .second;
      if (!is_new)
        diagnostics_.error(entry->key.location(), Message(messages::kModelNameTwice, {name}));
    }
  }
}

Element ModelReader::element_of(const yaml::Entry& entry, Kind kind) const {
  Element element{.name = entry.key.text(), .at = entry.key.location()};
  const auto named = names_.find(element.name);
  if (named != names_.end() && named->second.kind == kind) element.id = named->second.id;
  element.label = yaml::text_at(entry.value, "label");
  element.description = yaml::text_at(entry.value, "description");
  return element;
}

void ModelReader::read_input(const yaml::Entry& entry) {
  InputData input{.element = element_of(entry, Kind::input)};
  input.variable.element.name = input.element.name;
  input.variable.element.at = input.element.at;
  if (entry.value.is_mapping()) {
    yaml::check_shape(entry.value, kInputKeys, diagnostics_);
    if (const auto* type = yaml::at(entry.value, "type"))
      input.variable.type_ref = type_name(*type);
  } else if (!entry.value.is_empty()) {
    input.variable.type_ref = type_name(entry.value);
  }
  made_.inputs.push_back(std::move(input));
}

void ModelReader::read_function(const yaml::Entry& entry) {
  BusinessKnowledgeModel model{.element = element_of(entry, Kind::function)};
  if (!yaml::check_shape(entry.value, kFunctionKeys, diagnostics_)) return;
  model.variable.element.name = model.element.name;
  model.variable.element.at = model.element.at;
  FunctionDefinition function;
  if (const auto* parameters = yaml::at(entry.value, "parameters")) {
    const auto add = [&](const yaml::Node& name, std::string type) {
      InformationItem item{.type_ref = std::move(type)};
      item.element.name = name.text();
      item.element.at = name.location();
      function.parameters.push_back(std::move(item));
    };
    for (const yaml::Node& name : parameters->items()) add(name, {});
    for (const yaml::Entry& one : parameters->entries())
      add(one.key, one.value.is_empty() ? std::string() : type_name(one.value));
  }
  Uses uses;
  function.body = read_logic(entry, scope_of(false, function.parameters), uses);
  if (const auto* type = yaml::at(entry.value, "type"))
    if (function.body != nullptr) function.body->type_ref = type_name(*type);
  for (const std::string& name : uses)
    model.required_knowledge.push_back({"#" + names_.at(name).id, model.element.at});
  model.logic = std::move(function);
  model.logic_at = model.element.at;
  places_[model.element.name] = model.element.at;
  uses_[model.element.name] = std::move(uses);
  made_.knowledge_models.push_back(std::move(model));
}

void ModelReader::read_decision(const yaml::Entry& entry) {
  Decision decision{.element = element_of(entry, Kind::decision)};
  if (entry.value.is_mapping() && !yaml::check_shape(entry.value, kDecisionKeys, diagnostics_))
    return;
  decision.variable.element.name = decision.element.name;
  decision.variable.element.at = decision.element.at;
  if (const auto* type = yaml::at(entry.value, "type"))
    decision.variable.type_ref = type_name(*type);
  decision.question = yaml::text_at(entry.value, "question");
  decision.allowed_answers = yaml::text_at(entry.value, "answers");
  Uses uses;
  decision.logic = read_logic(entry, scope_of(true, {}), uses);
  for (const std::string& name : uses) {
    const Named& used = names_.at(name);
    auto& required = used.kind == Kind::input      ? decision.required_inputs
                     : used.kind == Kind::decision ? decision.required_decisions
                                                   : decision.required_knowledge;
    required.push_back({"#" + used.id, decision.element.at});
  }
  places_[decision.element.name] = decision.element.at;
  uses_[decision.element.name] = std::move(uses);
  made_.decisions.push_back(std::move(decision));
}

}  // namespace guichet::dmn
