#include "rules/dmn/identifiers.hpp"

namespace guichet::dmn {

namespace {

using Taken = std::set<std::string, std::less<>>;

void take(const Element& element, Taken& taken) {
  if (!element.id.empty()) taken.insert(element.id);
}

void take(const Expression* expression, Taken& taken);

struct TakeForm {
  Taken& taken;

  void operator()(const LiteralExpression&) const {}
  void operator()(const Context& context) const {
    for (const ContextEntry& entry : context.entries) {
      if (entry.variable) take(entry.variable->element, taken);
      take(entry.value.get(), taken);
    }
  }
  void operator()(const Invocation& invocation) const {
    take(invocation.callee.get(), taken);
    for (const Binding& binding : invocation.bindings) {
      take(binding.parameter.element, taken);
      take(binding.value.get(), taken);
    }
  }
  void operator()(const List& list) const {
    for (const ExpressionPtr& item : list.items) take(item.get(), taken);
  }
  void operator()(const Relation& relation) const {
    for (const InformationItem& column : relation.columns) take(column.element, taken);
    for (const List& row : relation.rows) (*this)(row);
  }
  void operator()(const FunctionDefinition& function) const {
    for (const InformationItem& parameter : function.parameters) take(parameter.element, taken);
    take(function.body.get(), taken);
  }
  void operator()(const Conditional& form) const {
    for (const auto* part : {&form.condition, &form.then, &form.otherwise})
      take(part->get(), taken);
  }
  void operator()(const Filter& form) const {
    take(form.in.get(), taken);
    take(form.match.get(), taken);
  }
  void operator()(const For& form) const {
    take(form.in.get(), taken);
    take(form.body.get(), taken);
  }
  void operator()(const Quantified& form) const {
    take(form.in.get(), taken);
    take(form.satisfies.get(), taken);
  }
  void operator()(const DecisionTable& table) const {
    for (const InputClause& input : table.inputs) {
      take(input.element, taken);
      if (input.values) take(input.values->element, taken);
    }
    for (const OutputClause& output : table.outputs) {
      take(output.element, taken);
      if (output.values) take(output.values->element, taken);
      take(output.otherwise.get(), taken);
    }
    for (const DecisionRule& rule : table.rules) {
      take(rule.element, taken);
      for (const UnaryTests& tests : rule.inputs) take(tests.element, taken);
    }
  }
};

void take(const Expression* expression, Taken& taken) {
  if (expression == nullptr) return;
  take(expression->element, taken);
  std::visit(TakeForm{taken}, expression->form);
}

void take(const ItemDefinition& item, Taken& taken) {
  take(item.element, taken);
  if (item.allowed_values) take(item.allowed_values->element, taken);
  if (item.type_constraint) take(item.type_constraint->element, taken);
  for (const ItemDefinition& component : item.components) take(component, taken);
  for (const InformationItem& parameter : item.function_parameters) take(parameter.element, taken);
}

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

}  // namespace

Identifiers::Identifiers(const Definitions& definitions) {
  take(definitions.element, taken_);
  for (const Import& import : definitions.imports) take(import.element, taken_);
  for (const ItemDefinition& item : definitions.item_definitions) take(item, taken_);
  const auto take_named = [&](const auto& elements) {
    for (const auto& one : elements) {
      take(one.element, taken_);
      take(one.variable.element, taken_);
    }
  };
  take_named(definitions.inputs);
  take_named(definitions.decisions);
  take_named(definitions.knowledge_models);
  take_named(definitions.services);
  for (const Decision& decision : definitions.decisions) take(decision.logic.get(), taken_);
  for (const auto& model : definitions.knowledge_models)
    if (model.logic) TakeForm{taken_}(*model.logic);
}

std::string Identifiers::given_or_fresh(const std::string& id, std::string_view kind) {
  if (!id.empty()) return id;
  auto last = last_.find(kind);
  if (last == last_.end()) last = last_.emplace(kind, 0).first;
  for (;;) {
    std::string made = std::string(kind) + "_" + std::to_string(++last->second);
    if (taken_.insert(made).second) return made;
  }
}

std::string Identifiers::like(std::string_view wanted, std::string_view kind) {
  std::string id;
  for (const char c : wanted) {
    const bool fits = is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
    id += fits ? c : '_';
  }
  if (id.empty()) return given_or_fresh({}, kind);
  if (!is_name_start(id.front())) id = std::string(kind) + "_" + id;
  if (taken_.insert(id).second) return id;
  return given_or_fresh({}, id);
}

}  // namespace guichet::dmn
