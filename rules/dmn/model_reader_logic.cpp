#include <algorithm>

#include "engine/base/file.hpp"
#include "engine/yaml/shape.hpp"
#include "rules/dmn/model_reader.hpp"
#include "rules/dmn/model_yaml_messages.hpp"
#include "rules/dmn/table_logic.hpp"
#include "rules/tables/load.hpp"

namespace guichet::dmn {

namespace {

using base::Message;

void add_slots(const feel::Expression& expression, std::set<feel::Scope::Slot>& slots) {
  if (!expression.empty()) slots.insert(expression.slots().begin(), expression.slots().end());
}

std::set<feel::Scope::Slot> slots_of(const tables::DecisionTable& table) {
  std::set<feel::Scope::Slot> slots;
  for (const tables::Input& input : table.inputs()) {
    add_slots(input.expr, slots);
    add_slots(input.allowed, slots);
  }
  for (const tables::Output& output : table.outputs()) {
    add_slots(output.allowed, slots);
    add_slots(output.otherwise, slots);
  }
  for (const tables::Rule& rule : table.rules()) {
    for (const tables::Cell& cell : rule.cells) {
      add_slots(cell.tests, slots);
      add_slots(cell.condition, slots);
    }
    for (const feel::Expression& output : rule.outputs) add_slots(output, slots);
  }
  return slots;
}

}  // namespace

ExpressionPtr ModelReader::read_logic(const yaml::Entry& entry, const feel::Scope& scope,
                                      Uses& uses) {
  if (entry.value.is_scalar() && !entry.value.is_empty())
    return read_feel(entry.value.located(), scope, uses);
  const yaml::Node* expr = yaml::at(entry.value, "expr");
  const yaml::Node* table = yaml::at(entry.value, "table");
  if ((expr == nullptr) == (table == nullptr)) {
    diagnostics_.error(entry.key.location(), Message(messages::kExprOrTable));
    return nullptr;
  }
  return expr != nullptr ? read_feel(expr->located(), scope, uses)
                         : read_table(*table, entry.key.text(), scope, uses);
}

ExpressionPtr ModelReader::read_feel(const base::LocatedText& text, const feel::Scope& scope,
                                     Uses& uses) {
  // Types are looked at when the model is compiled; here only names and grammar.
  note_uses(feel::compile(text, scope, diagnostics_), scope, uses);
  auto made = std::make_unique<Expression>();
  made->element.at = text.whole();
  made->form = LiteralExpression{.text = text};
  return made;
}

ExpressionPtr ModelReader::read_table(const yaml::Node& node, const std::string& name,
                                      const feel::Scope& scope, Uses& uses) {
  std::unique_ptr<const yaml::Node> file;
  tables::LoadContext context{.scope = &scope, .read_file = read_beside_};
  if (node.is_scalar()) {
    const auto bytes = read_beside_(node.text());
    if (!bytes) {
      diagnostics_.error(node.location(), bytes.error().what);
      return nullptr;
    }
    if (base::find_invalid_utf8(*bytes) != std::string::npos) {
      diagnostics_.error(node.location(), Message(messages::kNotATableFile, {node.text()}));
      return nullptr;
    }
    const std::string& shown = root_.location().source->name();
    file =
        yaml::parse(base::make_source(shown.substr(0, shown.rfind('/') + 1) + node.text(), *bytes),
                    diagnostics_);
    if (file == nullptr) return nullptr;
  } else {
    context.id_inside = name;
  }
  const yaml::Node& written = file != nullptr ? *file : node;
  const auto table = tables::load_table(written, context, diagnostics_);
  if (table == nullptr) return nullptr;
  // A file's own tests and proof are run on the file; those of a table in here would never be.
  for (const std::string_view key : {"valid", "complete", "proof", "tests", "untested"})
    if (const yaml::Node* found = yaml::at(written, key);
        found != nullptr && (file == nullptr || key == "valid"))
      diagnostics_.error(found->location(), Message(messages::kNotInModel, {std::string(key)}));
  for (const feel::Scope::Slot slot : slots_of(*table)) {
    const std::string& used = scope.variables()[slot].name;
    if (names_.contains(used)) uses.insert(used);
  }
  auto made = std::make_unique<Expression>();
  made->element.at = node.location();
  made->element.label = table->parts().title;
  made->element.description = table->parts().description;
  made->form = table_logic(*table, identifiers_);
  return made;
}

// Decisions see everything; functions their parameters and other functions.
feel::Scope ModelReader::scope_of(bool of_decision,
                                  const std::vector<InformationItem>& parameters) const {
  feel::Scope scope;
  const auto is_parameter = [&](const std::string& name) {
    return std::any_of(parameters.begin(), parameters.end(),
                       [&](const InformationItem& one) { return one.element.name == name; });
  };
  for (const InformationItem& parameter : parameters) scope.declare(parameter.element.name);
  for (const auto& [name, named] : names_) {
    const bool callable = named.kind == Kind::function || named.kind == Kind::service;
    if ((of_decision || callable) && !is_parameter(name)) scope.declare(name);
  }
  for (const std::string& type : types_) scope.declare_type(type, feel::Type::any());
  return scope;
}

void ModelReader::note_uses(const feel::Expression& expression, const feel::Scope& scope,
                            Uses& uses) const {
  if (expression.empty()) return;
  for (const feel::Scope::Slot slot : expression.slots()) {
    const std::string& name = scope.variables()[slot].name;
    if (names_.contains(name)) uses.insert(name);
  }
}

}  // namespace guichet::dmn
