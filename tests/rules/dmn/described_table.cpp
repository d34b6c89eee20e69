#include "described_table.hpp"

#include <sstream>

namespace guichet::dmn_test {

namespace {

std::string text_of(const feel::Expression& expression) {
  return expression.empty() ? "none" : "{" + expression.source().text() + "}";
}

std::string type_of(const feel::Type& type) {
  std::string text = type.is_any() ? "any" : type.name();
  if (!type.is_any())
    for (const std::string& value : type.values()) text += "|" + value;
  return text;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word + ",";
  return all;
}

void describe_tests(const tables::DecisionTable& table, std::ostream& out) {
  for (const tables::TableTest& test : table.parts().tests) {
    out << "test " << test.name << (test.by_column ? " given" : " context");
    for (const auto& [name, value] : test.given)
      out << " " << name << "=" << feel::to_literal(value.value());
    if (test.expect) out << " expect " << feel::to_literal(test.expect->value());
    if (test.fires) out << " fires " << joined(*test.fires);
    if (test.selects) out << " selects " << joined(*test.selects);
    for (const auto& [rule, columns] : test.why_not) out << " " << rule << ":" << joined(columns);
    out << "\n";
  }
  out << "untested " << joined(table.parts().untested) << "\n";
}

}  // namespace

std::string describe(const tables::DecisionTable& table) {
  const auto& parts = table.parts();
  std::ostringstream out;
  out << parts.id << "/" << parts.title << "/" << parts.version << "/" << parts.description << "\n"
      << "valid " << (parts.valid.from ? base::iso(*parts.valid.from) : "") << " "
      << (parts.valid.to ? base::iso(*parts.valid.to) : "") << " " << parts.valid.zone << "\n"
      << "hit " << tables::symbol_of(parts.hit) << " " << static_cast<int>(parts.complete)
      << parts.proof_warns << "\n";
  for (const auto& variable : table.scope().variables())
    out << "variable " << variable.name << "\n";
  for (const tables::Input& input : table.inputs())
    out << "input " << input.id << "/" << input.label << " " << text_of(input.expr) << " "
        << type_of(input.type) << " " << text_of(input.allowed) << " "
        << static_cast<int>(input.missing) << "\n";
  for (const tables::Output& output : table.outputs())
    out << "output " << output.id << "/" << output.label << " " << type_of(output.type) << " "
        << text_of(output.allowed) << " " << output.priorities.size() << " "
        << text_of(output.otherwise) << output.delay << "\n";
  for (const tables::Rule& rule : table.rules()) {
    out << "rule " << rule.id;
    for (const tables::Cell& cell : rule.cells) out << " {" << cell.text << "}";
    for (const feel::Expression& output : rule.outputs)
      out << " " << text_of(output) << (output.constant() ? "!" : "");
    out << "\n";
  }
  for (const auto& [rule, note] : parts.notes) out << "note " << rule << ": " << note << "\n";
  describe_tests(table, out);
  return out.str();
}

}  // namespace guichet::dmn_test
