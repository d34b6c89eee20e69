#include "rules/dmn/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rules/dmn/bare_words.hpp"
#include "rules/dmn/convert_messages.hpp"
#include "rules/dmn/kept.hpp"
#include "rules/dmn/yaml_text.hpp"
#include "rules/feel/expression.hpp"
#include "rules/tables/free_names.hpp"

namespace guichet::dmn {

namespace {

using base::Message;

constexpr std::string_view kMissingIsError = "error";

struct TableWord {
  std::string_view dmn, yaml;
};
constexpr TableWord kPolicyWords[] = {
    {"", "U"},      {"UNIQUE", "U"},     {"ANY", "A"},          {"PRIORITY", "P"},
    {"FIRST", "F"}, {"RULE ORDER", "R"}, {"OUTPUT ORDER", "O"}, {"COLLECT", "C"}};
constexpr TableWord kAggregationWords[] = {
    {"", ""}, {"SUM", "+"}, {"MIN", "<"}, {"MAX", ">"}, {"COUNT", "#"}};
// Names of FEEL, of DMN 1.1, and those that other tools add.
constexpr TableWord kTypeWords[] = {{"string", "string"},
                                    {"number", "number"},
                                    {"boolean", "boolean"},
                                    {"date", "date"},
                                    {"time", "time"},
                                    {"date and time", "date and time"},
                                    {"dateTime", "date and time"},
                                    {"days and time duration", "days and time duration"},
                                    {"dayTimeDuration", "days and time duration"},
                                    {"years and months duration", "years and months duration"},
                                    {"yearMonthDuration", "years and months duration"},
                                    {"context", "context"},
                                    {"list", "list"},
                                    {"integer", "number"},
                                    {"long", "number"},
                                    {"double", "number"}};

template <std::size_t N>
std::optional<std::string_view> yaml_word(const TableWord (&words)[N], std::string_view dmn) {
  for (const TableWord& word : words)
    if (word.dmn == dmn) return word.yaml;
  return {};
}

std::string hit_policy(const DecisionTable& table) {
  const auto policy = yaml_word(kPolicyWords, table.hit_policy).value_or("U");
  if (policy != "C") return std::string(policy);
  return "C" + std::string(yaml_word(kAggregationWords, table.aggregation).value_or(""));
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == ' ' || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
  });
}

// The strings that unary tests list, if they list nothing else.
std::vector<std::string> listed_words(const std::string& values) {
  base::Diagnostics ignored;  // what is wrong with them is found when the YAML is loaded
  if (values.empty()) return {};
  const auto tests =
      feel::compile_tests({values, base::Location{base::make_source("<values>", values), 0,
                                                  static_cast<std::uint32_t>(values.size())}},
                          feel::Type::of(feel::Kind::string), {}, ignored);
  if (tests.empty()) return {};
  std::vector<std::string> words;
  for (const feel::Stored& point : feel::classify(tests).points)
    if (point.value().kind() == feel::Kind::string) words.emplace_back(point.value().text());
  return words;
}

std::string literal_of(std::string_view word) {
  return feel::to_literal(feel::Stored::string(word).value());
}

void add(std::vector<std::pair<std::string, std::string>>& entries, std::string key,
         std::string_view text) {
  if (!text.empty()) entries.emplace_back(std::move(key), yaml_text::scalar(text));
}

}  // namespace

const std::string* kept_text(const Element& element, std::string_view key) {
  for (const Extension& extension : element.extensions)
    if (extension.key == key) return &extension.text;
  return nullptr;
}

TableText::TableText(const Definitions& definitions, const Decision& decision,
                     const DecisionTable& table, Stands stands, base::Diagnostics& diagnostics)
    : definitions_(definitions), decision_(decision), table_(table), diagnostics_(diagnostics) {
  check_language(definitions.expression_language, definitions.element.at);
  if (stands == Stands::alone) unlisted_ = unlisted_variables();
  name_columns();
  fill_sheet();
}

void TableText::check_language(const std::string& language, const base::Location& at) const {
  if (!language.empty()) diagnostics_.error(at, Message(messages::kNotFeel, {language}));
}

std::string TableText::unused(std::string wanted) {
  std::string id = wanted;
  for (int number = 2; !used_.insert(id).second; ++number)
    id = fmt::format("{}_{}", wanted, number);
  return id;
}

std::string TableText::column_id(const InputClause& input, std::size_t number) const {
  if (const std::string* column = kept_text(input.element, "column")) return *column;
  const std::string expression = one_line(input.expression.text.text());
  for (const std::string& text : {expression, one_line(input.element.label)})
    if (is_name(text)) return text;
  return fmt::format("input {}", number);
}

std::string TableText::output_id(const OutputClause& output, std::size_t number) const {
  if (!output.element.name.empty()) return output.element.name;
  for (const std::string& text : {one_line(output.element.label), one_line(table_.output_label)})
    if (is_name(text)) return text;
  if (table_.outputs.size() == 1 && is_name(decision_.element.name)) return decision_.element.name;
  return fmt::format("output {}", number);
}

void TableText::name_columns() {
  used_.insert("id");  // the heading of the rules' own ids
  // A result's members are known by their names, so outputs choose first.
  std::vector<std::string> outputs;
  for (std::size_t i = 0; i < table_.outputs.size(); ++i)
    outputs.push_back(unused(output_id(table_.outputs[i], i + 1)));
  for (std::size_t i = 0; i < table_.inputs.size(); ++i) {
    const InputClause& input = table_.inputs[i];
    check_language(input.expression.expression_language, input.element.at);
    columns_.push_back(unused(column_id(input, i + 1)));
    types_.push_back(type_of(input.type_ref, input.values, input.element));
  }
  for (const std::string& name : unlisted_) {
    columns_.push_back(unused(name));
    types_.emplace_back();
  }
  for (std::size_t i = 0; i < table_.outputs.size(); ++i) {
    const OutputClause& output = table_.outputs[i];
    columns_.push_back(outputs[i]);
    const bool single =
        table_.outputs.size() == 1 && output.type_ref.empty() && hit_policy(table_).front() != 'C';
    types_.push_back(type_of(single ? decision_.variable.type_ref : output.type_ref, output.values,
                             output.element));
  }
}

std::vector<std::string> TableText::unlisted_variables() const {
  std::string cells, expressions;  // whose names of several words the loader would not find
  std::set<std::string> listed;
  for (const InputClause& input : table_.inputs) {
    expressions += input.expression.text.text() + "\n";
    for (std::string& name : tables::free_names(one_line(input.expression.text.text())))
      listed.insert(std::move(name));
  }
  for (const DecisionRule& rule : table_.rules) {
    for (const UnaryTests& tests : rule.inputs) cells += tests.text.text() + "\n";
    for (const LiteralExpression& output : rule.outputs) cells += output.text.text() + "\n";
  }
  std::vector<std::string> names;
  const auto add = [&](const std::vector<Reference>& references, const auto& elements) {
    for (const Reference& reference : references) {
      for (const auto& one : elements) {
        const std::string& name = one.element.name;
        if (!reference.href.ends_with("#" + one.element.id) || listed.contains(name)) continue;
        if (cells.find(name) != std::string::npos || expressions.find(name) != std::string::npos)
          names.push_back(name);
      }
    }
  };
  add(decision_.required_inputs, definitions_.inputs);
  add(decision_.required_decisions, definitions_.decisions);
  return names;
}

TableText::Type TableText::type_of(const std::string& type_ref,
                                   const std::optional<UnaryTests>& values,
                                   const Element& clause) const {
  Type type;
  if (values) type.values = one_line(values->text.text());
  if (const std::string* kept = kept_text(clause, "type")) {
    type.name = *kept;
    return type;
  }
  std::string name = type_ref;
  // An alias of an alias and so on; as many steps as there are definitions, in case of a circle.
  for (std::size_t step = 0; step <= definitions_.item_definitions.size(); ++step) {
    if (const auto known = yaml_word(kTypeWords, name)) {
      type.name = *known;
      break;
    }
    const auto item =
        std::find_if(definitions_.item_definitions.begin(), definitions_.item_definitions.end(),
                     [&](const ItemDefinition& one) { return one.element.name == name; });
    if (item == definitions_.item_definitions.end()) break;
    if (item->is_collection) {
      const auto element = yaml_word(kTypeWords, item->type_ref);
      type.name = element ? "list of " + std::string(*element) : "list";
      break;
    }
    if (!item->components.empty()) {
      type.name = "context";
      break;
    }
    if (type.values.empty() && item->allowed_values)
      type.values = one_line(item->allowed_values->text.text());
    name = item->type_ref;
  }
  return type;
}

std::string TableText::input_cell(const UnaryTests& tests, const Type& type) const {
  check_language(tests.expression_language, tests.element.at);
  const std::string text = one_line(tests.text.text());
  if (text.empty()) return "-";  // how some editors write it
  // As it was written, unless somebody changed the cell meanwhile.
  if (!tests.written.empty() && with_quoted_words(tests.written, listed_words(type.values)) == text)
    return tests.written;
  return text;
}

std::string TableText::output_cell(const LiteralExpression& literal) const {
  check_language(literal.expression_language, decision_.element.at);
  const std::string text = one_line(literal.text.text());
  if (text.empty()) return "null";
  if (!literal.written.empty() && literal_of(literal.written) == text) return literal.written;
  return text;
}

std::string TableText::rule_id(const DecisionRule& rule, std::size_t number) {
  if (const std::string* kept = kept_text(rule.element, "id")) return unused(*kept);
  return unused(rule.element.id.empty() ? fmt::format("R{}", number) : rule.element.id);
}

void TableText::fill_sheet() {
  sheet_.header.emplace_back("id");
  sheet_.header.insert(sheet_.header.end(), columns_.begin(), columns_.end());
  sheet_.first_output = 1 + first_output();
  used_.clear();
  for (std::size_t i = 0; i < table_.rules.size(); ++i) {
    const DecisionRule& rule = table_.rules[i];
    rule_ids_.push_back(rule_id(rule, i + 1));
    std::vector<std::string> row{rule_ids_.back()};
    for (std::size_t j = 0; j < rule.inputs.size(); ++j)
      row.push_back(input_cell(rule.inputs[j], types_[j]));
    row.insert(row.end(), unlisted_.size(), "-");
    for (const LiteralExpression& output : rule.outputs) row.push_back(output_cell(output));
    sheet_.rows.push_back(std::move(row));
  }
}

std::string TableText::yaml(std::string_view rules_from) const {
  return head() + body(rules_from);
}

std::string TableText::inside() const {
  return body({});
}

std::string TableText::body(std::string_view rules_from) const {
  std::string out;
  for (const std::string_view key : {"version", "valid"})
    if (const std::string* text = kept_text(decision_.element, key))
      out += fmt::format("{}: {}\n", key, *text);
  out += fmt::format("hit: {}\n", yaml_text::scalar(hit_policy(table_)));
  for (const std::string_view key : {"complete", "proof"})
    if (const std::string* text = kept_text(decision_.element, key))
      out += fmt::format("{}: {}\n", key, *text);
  const auto missing = common_missing();
  if (missing) out += fmt::format("missing: {}\n", yaml_text::scalar(*missing));
  out += inputs_text(!missing) + outputs_text();
  if (rules_from.empty())
    out += "rules: |\n" + grid_text(sheet_);
  else
    out += fmt::format("rules_from: {}\n", yaml_text::scalar(rules_from));
  out += notes_text();
  for (const std::string_view key : {"tests", "untested"})
    if (const std::string* text = kept_text(decision_.element, key))
      out += fmt::format("{}:{}{}\n", key, text->starts_with('\n') ? "" : " ",
                         std::string_view(*text).substr(0, text->find_last_not_of("\n ") + 1));
  return out;
}

std::string TableText::head() const {
  const Element& element = decision_.element;
  const std::string* id = kept_text(element, "id");
  std::string out = "guichet: decision-table/1\n";
  out += fmt::format("id: {}\n", yaml_text::scalar(id != nullptr ? *id : element.name));
  if (!element.label.empty()) out += fmt::format("title: {}\n", yaml_text::scalar(element.label));
  if (!element.description.empty())
    out += fmt::format("description: {}\n", yaml_text::scalar(element.description));
  return out;
}

// What a missing value of a column means; in DMN a cell sees null as it sees any value.
std::string TableText::missing_of(std::size_t column) const {
  const std::string* kept =
      column < table_.inputs.size() ? kept_text(table_.inputs[column].element, "missing") : nullptr;
  return kept == nullptr ? "null" : *kept;
}

// Said once for the table where its columns agree; nothing where that is what YAML has anyway.
std::optional<std::string> TableText::common_missing() const {
  const std::string first = missing_of(0);
  const std::size_t columns = first_output();
  if (columns < 2 || first == kMissingIsError) return {};
  for (std::size_t column = 1; column < columns; ++column)
    if (missing_of(column) != first) return {};
  return first;
}

std::string TableText::inputs_text(bool with_missing) const {
  const auto add_missing = [&](auto& entries, std::size_t column) {
    const std::string missing = missing_of(column);
    if (with_missing && missing != kMissingIsError)
      entries.emplace_back("missing", yaml_text::scalar(missing));
  };
  std::string out = "inputs:\n";
  for (std::size_t i = 0; i < table_.inputs.size(); ++i) {
    const InputClause& input = table_.inputs[i];
    std::vector<std::pair<std::string, std::string>> entries;
    const std::string expression = one_line(input.expression.text.text());
    if (expression != columns_[i]) add(entries, "expr", expression);
    add(entries, "type", types_[i].name);
    add(entries, "values", types_[i].values == "-" ? "" : types_[i].values);
    add_missing(entries, i);
    if (input.element.label != columns_[i]) add(entries, "label", input.element.label);
    out += fmt::format("  {}: {}\n", yaml_text::scalar(columns_[i]), yaml_text::mapping(entries));
  }
  for (std::size_t i = 0; i < unlisted_.size(); ++i) {
    const std::string& id = columns_[table_.inputs.size() + i];
    std::vector<std::pair<std::string, std::string>> entries;
    if (id != unlisted_[i]) add(entries, "expr", unlisted_[i]);
    add_missing(entries, table_.inputs.size() + i);
    out += fmt::format("  {}: {}\n", yaml_text::scalar(id), yaml_text::mapping(entries));
  }
  return out;
}

std::string TableText::outputs_text() const {
  std::string out = "outputs:\n";
  for (std::size_t i = 0; i < table_.outputs.size(); ++i) {
    const OutputClause& output = table_.outputs[i];
    const std::size_t column = first_output() + i;
    std::vector<std::pair<std::string, std::string>> entries;
    add(entries, "type", types_[column].name);
    add(entries, "values", types_[column].values == "-" ? "" : types_[column].values);
    if (output.otherwise != nullptr)
      if (const auto* literal = std::get_if<LiteralExpression>(&output.otherwise->form))
        add(entries, "default", output_cell(*literal));
    if (output.element.label != columns_[column]) add(entries, "label", output.element.label);
    out +=
        fmt::format("  {}: {}\n", yaml_text::scalar(columns_[column]), yaml_text::mapping(entries));
  }
  return out;
}

std::string TableText::notes_text() const {
  std::string out;
  for (std::size_t i = 0; i < table_.rules.size(); ++i) {
    const DecisionRule& rule = table_.rules[i];
    std::string note = rule.element.description;  // where some editors put it
    for (std::size_t j = 0; j < rule.annotations.size(); ++j) {
      if (rule.annotations[j].empty() || rule.annotations[j] == note) continue;
      // YAML has one note a rule: several columns of them stand one after the other.
      if (!note.empty()) note += " / ";
      if (table_.annotations.size() > 1 && !table_.annotations[j].empty())
        note += table_.annotations[j] + ": ";
      note += rule.annotations[j];
    }
    if (note.empty()) continue;
    if (out.empty()) out = "notes:\n";
    out += fmt::format("  {}: {}\n", yaml_text::scalar(rule_ids_[i]), yaml_text::scalar(note));
  }
  return out;
}

}  // namespace guichet::dmn
