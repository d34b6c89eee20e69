// A model as `decision-model/1`. See model_yaml.hpp.
#include <fmt/format.h>

#include <algorithm>

#include "rules/dmn/convert_messages.hpp"
#include "rules/dmn/feel_text.hpp"
#include "rules/dmn/model_yaml.hpp"
#include "rules/dmn/sheet.hpp"
#include "rules/dmn/table_text.hpp"
#include "rules/dmn/yaml_text.hpp"

namespace guichet::dmn {

namespace {

using base::Message;
using Entries = std::vector<std::pair<std::string, std::string>>;

class ModelText {
 public:
  ModelText(const Definitions& definitions, base::Diagnostics& diagnostics)
      : definitions_(definitions), diagnostics_(diagnostics) {}

  std::optional<std::string> write() {
    for (const Import& import : definitions_.imports)
      refuse(import.element.at, Message(messages::kNoImportsInYaml, {import.import_namespace}));
    if (!definitions_.expression_language.empty())
      refuse(definitions_.element.at,
             Message(messages::kNotFeel, {definitions_.expression_language}));
    std::string out = head() + types() + inputs() + functions() + decisions() + services();
    return failed_ ? std::nullopt : std::optional(std::move(out));
  }

 private:
  void refuse(const base::Location& at, Message what) {
    failed_ = true;
    diagnostics_.error(at, std::move(what));
  }

  std::string head() const {
    const Element& element = definitions_.element;
    std::string out = "guichet: decision-model/1\n";
    out += fmt::format("id: {}\n", yaml_text::scalar(element.name));
    if (!element.label.empty()) out += fmt::format("title: {}\n", yaml_text::scalar(element.label));
    if (!element.description.empty())
      out += fmt::format("description: {}\n", yaml_text::scalar(element.description));
    if (const std::string* version = kept_text(element, "version"))
      out += fmt::format("version: {}\n", yaml_text::scalar(*version));
    return out;
  }

  // 1.1 and other tools have names of their own for some of FEEL's types.
  std::string type_name(const std::string& type_ref) const {
    const bool own =
        std::any_of(definitions_.item_definitions.begin(), definitions_.item_definitions.end(),
                    [&](const ItemDefinition& one) { return one.element.name == type_ref; });
    if (own) return type_ref;
    if (type_ref == "dateTime") return "date and time";
    if (type_ref == "dayTimeDuration") return "days and time duration";
    if (type_ref == "yearMonthDuration") return "years and months duration";
    if (type_ref == "integer" || type_ref == "long" || type_ref == "double") return "number";
    return type_ref == "Any" ? "any" : type_ref;
  }

  static void add_text(Entries& entries, const std::string& key, std::string_view text) {
    if (!text.empty()) entries.emplace_back(key, yaml_text::scalar(text));
  }
  static void add_element(Entries& entries, const Element& element) {
    add_text(entries, "label", element.label);
    add_text(entries, "description", element.description);
  }

  std::string type_text(const ItemDefinition& item) {
    if (item.is_function)
      refuse(item.element.at, Message(messages::kFunctionType, {item.element.name}));
    Entries entries;
    if (item.components.empty()) {
      add_text(entries, "type", item.type_ref.empty() ? "any" : type_name(item.type_ref));
    } else {
      Entries members;
      for (const ItemDefinition& member : item.components)
        members.emplace_back(yaml_text::scalar(member.element.name), type_text(member));
      entries.emplace_back("members", yaml_text::mapping(members));
    }
    if (item.is_collection) entries.emplace_back("list", "true");
    if (item.allowed_values)
      add_text(entries, "values", one_line(item.allowed_values->text.text()));
    if (item.type_constraint)
      add_text(entries, "constraint", one_line(item.type_constraint->text.text()));
    add_element(entries, item.element);
    return yaml_text::mapping(entries);
  }

  std::string types() {
    std::string out;
    for (const ItemDefinition& item : definitions_.item_definitions)
      out += fmt::format("  {}: {}\n", yaml_text::scalar(item.element.name), type_text(item));
    return out.empty() ? out : "types:\n" + out;
  }

  std::string inputs() const {
    std::string out;
    for (const InputData& input : definitions_.inputs) {
      Entries entries;
      add_text(entries, "type", type_name(input.variable.type_ref));
      add_element(entries, input.element);
      out += fmt::format("  {}: {}\n", yaml_text::scalar(input.element.name),
                         yaml_text::mapping(entries));
    }
    return out.empty() ? out : "inputs:\n" + out;
  }

  // `expr:` or `table:`, each on lines of its own under the name.
  std::string logic_text(const Decision& whole, const Expression& logic) {
    if (const auto* table = std::get_if<DecisionTable>(&logic.form)) {
      base::Diagnostics found;
      const TableText text(definitions_, whole, *table, TableText::Stands::inside_model, found);
      for (const base::Diagnostic& one : found.list()) diagnostics_.add(one);
      failed_ = failed_ || found.has_errors();
      return "    table:\n" + indented(text.inside());
    }
    const auto text = feel_text(logic, diagnostics_);
    failed_ = failed_ || !text;
    return text ? fmt::format("    expr: {}\n", yaml_text::scalar(*text)) : "";
  }

  static std::string indented(const std::string& text) {
    std::string out;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      out += "      " + text.substr(begin, end - begin) + "\n";
      begin = end + 1;
    }
    return out;
  }

  static std::string lines(const Entries& entries) {
    std::string out;
    for (const auto& [key, text] : entries) out += fmt::format("    {}: {}\n", key, text);
    return out;
  }

  std::string functions() {
    std::string out;
    for (const BusinessKnowledgeModel& model : definitions_.knowledge_models) {
      Entries entries;
      out += fmt::format("  {}:\n", yaml_text::scalar(model.element.name));
      add_element(entries, model.element);
      if (!model.logic || model.logic->body == nullptr) {
        out += lines(entries) + "    expr: 'null'\n";
        continue;
      }
      if (model.logic->kind != FunctionKind::feel)
        refuse(model.logic_at, Message(messages::kForeignFunction));
      Entries parameters;
      for (const InformationItem& parameter : model.logic->parameters)
        parameters.emplace_back(
            yaml_text::scalar(parameter.element.name),
            yaml_text::scalar(parameter.type_ref.empty() ? "any" : type_name(parameter.type_ref)));
      entries.emplace_back("parameters", yaml_text::mapping(parameters));
      add_text(entries, "type", type_name(model.logic->body->type_ref));
      Decision whole;
      whole.element = model.element;
      out += lines(entries) + logic_text(whole, *model.logic->body);
    }
    return out.empty() ? out : "functions:\n" + out;
  }

  std::string decisions() {
    std::string out = definitions_.decisions.empty() ? "decisions: {}\n" : "decisions:\n";
    for (const Decision& decision : definitions_.decisions) {
      Entries entries;
      add_element(entries, decision.element);
      add_text(entries, "type", type_name(decision.variable.type_ref));
      add_text(entries, "question", decision.question);
      add_text(entries, "answers", decision.allowed_answers);
      out += fmt::format("  {}:\n", yaml_text::scalar(decision.element.name)) + lines(entries);
      out += decision.logic == nullptr ? "    expr: 'null'\n" : logic_text(decision, *decision.logic);
    }
    return out;
  }

  std::string names_of(const std::vector<Reference>& references) const {
    std::vector<std::string> names;
    for (const Reference& reference : references) {
      const std::string id = reference.href.substr(reference.href.find('#') + 1);
      const auto add = [&](const auto& elements) {
        for (const auto& one : elements)
          if (one.element.id == id) names.push_back(yaml_text::scalar(one.element.name));
      };
      add(definitions_.decisions);
      add(definitions_.inputs);
    }
    return yaml_text::list(names);
  }

  std::string services() const {
    std::string out;
    for (const DecisionService& service : definitions_.services) {
      Entries entries;
      add_element(entries, service.element);
      entries.emplace_back("outputs", names_of(service.output_decisions));
      std::vector<Reference> inputs = service.input_decisions;
      inputs.insert(inputs.end(), service.input_data.begin(), service.input_data.end());
      entries.emplace_back("inputs", names_of(inputs));
      out += fmt::format("  {}: {}\n", yaml_text::scalar(service.element.name),
                         yaml_text::mapping(entries));
    }
    return out.empty() ? out : "services:\n" + out;
  }

  const Definitions& definitions_;
  base::Diagnostics& diagnostics_;
  bool failed_ = false;
};

}  // namespace

std::optional<std::string> model_to_yaml(const Definitions& definitions,
                                         base::Diagnostics& diagnostics) {
  auto text = ModelText(definitions, diagnostics).write();
  if (!text) return {};
  // Read as a user would have it read: what YAML cannot hold is what the reader refuses.
  base::Diagnostics found;
  const auto source = base::make_source("<" + definitions.element.name + ", YAML>", *text);
  const auto root = yaml::parse(source, found);
  const auto no_file = [](const std::string&) -> base::Result<std::string> {
    return std::string();
  };
  if (root != nullptr && !found.has_errors() && read_model(*root, no_file, found)) return text;
  diagnostics.error(definitions.element.at,
                    Message(messages::kModelNotInYaml, {definitions.element.name}));
  for (const base::Diagnostic& one : found.list()) diagnostics.add(one);
  return {};
}

}  // namespace guichet::dmn
