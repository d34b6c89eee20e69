#include "rules/dmn/from_table.hpp"

#include "rules/dmn/identifiers.hpp"
#include "rules/dmn/kept.hpp"
#include "rules/dmn/table_logic.hpp"

namespace guichet::dmn {

namespace {

base::LocatedText located(std::string text) {
  return {std::move(text), base::Location{}};
}

class ModelBuilder {
 public:
  explicit ModelBuilder(const tables::DecisionTable& table)
      : table_(table), parts_(table.parts()) {}

  Definitions build() {
    made_.version = "1.3";
    made_.element.name = parts_.id;
    made_.element.id = identifiers_.like("definitions_" + parts_.id, "definitions");
    made_.model_namespace = "urn:guichet:decision-table:" + identifiers_.like(parts_.id, "table");
    Decision decision;
    decision.element = decision_element();
    decision.variable.element.name = decision.element.name;
    decision.variable.type_ref = result_type();
    add_variables(decision);
    decision.logic = std::make_unique<Expression>();
    decision.logic->element.id = identifiers_.like("table_" + parts_.id, "table");
    decision.logic->form = table_logic(table_, identifiers_);
    made_.decisions.push_back(std::move(decision));
    return std::move(made_);
  }

 private:
  Element decision_element() {
    Element element{.id = identifiers_.like("decision_" + parts_.id, "decision"),
                    .name = parts_.id,
                    .label = parts_.title,
                    .description = parts_.description};
    // A decision may not bear the name of a variable that it reads.
    if (table_.scope().find(parts_.id)) {
      element.name = "decision " + parts_.id;
      element.extensions.push_back({"id", parts_.id});
    }
    for (Extension& one : kept_of(table_)) element.extensions.push_back(std::move(one));
    return element;
  }

  void add_variables(Decision& decision) {
    const auto& variables = table_.scope().variables();
    for (feel::Scope::Slot slot = 0; slot < variables.size(); ++slot) {
      InputData data;
      data.element.name = variables[slot].name;
      data.element.id = identifiers_.like("data_" + data.element.name, "data");
      data.variable.element.name = data.element.name;
      data.variable.type_ref = variable_type(slot);
      decision.required_inputs.push_back({"#" + data.element.id, {}});
      made_.inputs.push_back(std::move(data));
    }
  }

  // That of the column whose expression is the variable; its listed values as an item definition.
  std::string variable_type(feel::Scope::Slot slot) {
    for (const tables::Input& input : table_.inputs())
      if (input.variable == slot) return constrained(input.id, input.type, input.allowed);
    return "Any";
  }

  std::string constrained(const std::string& name, const feel::Type& type,
                          const feel::Expression& allowed) {
    if (allowed.empty()) return type_ref_of(type);
    ItemDefinition item;
    item.element.name = identifiers_.like("t_" + name, "type");
    item.element.id = item.element.name;
    item.type_ref = type_ref_of(type);
    item.allowed_values = UnaryTests{.text = located(allowed.source().text())};
    made_.item_definitions.push_back(item);
    return item.element.name;
  }

  // The type of the decision's variable.
  std::string result_type() {
    std::string type;
    if (table_.hit() == tables::HitPolicy::count) return "number";
    if (table_.outputs().size() == 1) {
      const tables::Output& output = table_.outputs()[0];
      type = constrained(output.id, output.type, output.allowed);
    } else {
      ItemDefinition row;
      for (const tables::Output& output : table_.outputs()) {
        ItemDefinition member;
        member.element.name = output.id;
        member.type_ref = constrained(output.id, output.type, output.allowed);
        row.components.push_back(std::move(member));
      }
      type = row.element.name = row.element.id = identifiers_.like("t_" + parts_.id, "type");
      made_.item_definitions.push_back(std::move(row));
    }
    if (!tables::gives_list(table_.hit())) return type;
    ItemDefinition rows;
    rows.element.name = rows.element.id = identifiers_.like("t_" + parts_.id + "_list", "type");
    rows.type_ref = type;
    rows.is_collection = true;
    made_.item_definitions.push_back(rows);
    return rows.element.name;
  }

  const tables::DecisionTable& table_;
  const tables::DecisionTable::Parts& parts_;
  Identifiers identifiers_;
  Definitions made_;
};

}  // namespace

Definitions from_table(const tables::DecisionTable& table) {
  return ModelBuilder(table).build();
}

}  // namespace guichet::dmn
