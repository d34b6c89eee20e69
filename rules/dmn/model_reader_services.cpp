#include <algorithm>
#include <array>

#include "engine/yaml/shape.hpp"
#include "rules/dmn/model_reader.hpp"
#include "rules/dmn/model_yaml_messages.hpp"

namespace guichet::dmn {

namespace {

using base::Message;
using yaml::Key;

constexpr std::array<Key, 4> kServiceKeys{{{"outputs", yaml::kScalar | yaml::kSequence, true},
                                           {"inputs", yaml::kScalar | yaml::kSequence},
                                           {"label", yaml::kScalar},
                                           {"description", yaml::kScalar}}};

}  // namespace

// Follows what each requires, without recursion: a chain may be long.
void ModelReader::check_circles() {
  std::set<std::string> done;
  for (const auto& [start, ignored] : uses_) {
    std::vector<std::string> path;
    std::vector<std::vector<std::string>> open{{start}};
    while (!open.empty()) {
      if (open.back().empty()) {
        open.pop_back();
        if (path.empty()) break;
        done.insert(path.back());
        path.pop_back();
        continue;
      }
      const std::string name = open.back().back();
      open.back().pop_back();
      if (const auto on_path = std::find(path.begin(), path.end(), name); on_path != path.end()) {
        std::string circle;
        for (auto one = on_path; one != path.end(); ++one) circle += *one + " -> ";
        diagnostics_.error(places_[name], Message(messages::kCircle, {name, circle + name}));
        return;
      }
      const auto uses = uses_.find(name);
      if (uses == uses_.end() || done.contains(name)) continue;
      path.push_back(name);
      open.emplace_back(uses->second.begin(), uses->second.end());
    }
  }
}

void ModelReader::read_service(const yaml::Entry& entry) {
  DecisionService service{.element = element_of(entry, Kind::service)};
  if (!yaml::check_shape(entry.value, kServiceKeys, diagnostics_)) return;
  service.variable.element.name = service.element.name;
  service.variable.element.at = service.element.at;
  service.output_decisions = read_members(*yaml::at(entry.value, "outputs"), true);
  const yaml::Node* inputs = yaml::at(entry.value, "inputs");
  if (inputs != nullptr) {
    for (Reference& one : read_members(*inputs, false)) {
      auto& where = decision_of(one) != nullptr ? service.input_decisions : service.input_data;
      where.push_back(std::move(one));
    }
  }
  complete(service, inputs != nullptr);
  made_.services.push_back(std::move(service));
}

std::vector<Reference> ModelReader::read_members(const yaml::Node& node, bool decisions) {
  std::vector<Reference> references;
  for (const yaml::Node* one : yaml::read_one_or_many(node, diagnostics_)) {
    const auto named = names_.find(one->text());
    const bool fits = named != names_.end() && (named->second.kind == Kind::decision ||
                                                (!decisions && named->second.kind == Kind::input));
    if (fits) {
      references.push_back({"#" + named->second.id, one->location()});
      continue;
    }
    std::vector<std::string> known;
    for (const auto& [name, other] : names_) known.push_back(name);
    diagnostics_.error(
        one->location(),
        Message(messages::kUnknownMember, {one->text(), decisions ? "decision" : "input"}),
        base::suggestion(one->text(), known));
  }
  return references;
}

const Decision* ModelReader::decision_of(const Reference& reference) const {
  for (const Decision& decision : made_.decisions)
    if ("#" + decision.element.id == reference.href) return &decision;
  return nullptr;
}

void ModelReader::complete(DecisionService& service, bool inputs_given) const {
  std::set<std::string> seen;
  for (const auto* list :
       {&service.output_decisions, &service.input_decisions, &service.input_data})
    for (const Reference& one : *list) seen.insert(one.href);
  std::vector<Reference> open = service.output_decisions;
  while (!open.empty()) {
    const Decision* decision = decision_of(open.back());
    open.pop_back();
    if (decision == nullptr) continue;
    for (const Reference& input : decision->required_inputs)
      if (!inputs_given && seen.insert(input.href).second) service.input_data.push_back(input);
    for (const Reference& required : decision->required_decisions) {
      if (!seen.insert(required.href).second) continue;
      service.encapsulated_decisions.push_back(required);
      open.push_back(required);
    }
  }
}

}  // namespace guichet::dmn
