// The clauses as one COLLECT table: a column per fact, one more for `when:`, a rule per clause.
#include "rules/convention/reader.hpp"

namespace guichet::convention {

namespace {

tables::Missing missing_of(WhenMissing when) {
  switch (when) {
    case WhenMissing::match:
      return tables::Missing::match;
    case WhenMissing::error:
      return tables::Missing::error;
    case WhenMissing::no_match:
    case WhenMissing::review:  // the choice tells the two apart
      break;
  }
  return tables::Missing::no_match;
}

}  // namespace

tables::Input ConventionReader::input_of(std::size_t fact) const {
  tables::Input input;
  input.id = parts_.facts[fact].id;
  input.expr = columns_[fact].expr;
  input.type = columns_[fact].type;
  input.variable = columns_[fact].variable;
  input.missing = missing_of(parts_.facts[fact].missing);
  input.brackets = input.type.is_any() || input.type.kind() == feel::Kind::number;
  input.at = columns_[fact].at;
  return input;
}

feel::Expression ConventionReader::constant(const std::string& text,
                                            const base::Location& at) const {
  std::string literal = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') literal += '\\';
    literal += c;
  }
  base::Diagnostics none;
  return feel::compile(base::LocatedText(literal + '"', at), {}, none);
}

// "cma-46/art-4"; the second clause under one article is "cma-46/art-4/2".
std::string ConventionReader::rule_id(const Clause& clause) {
  std::string id = parts_.partners[clause.partner].id + "/" + parts_.articles[clause.article].id;
  const int number = ++clauses_of_[id];
  return number == 1 ? id : id + "/" + std::to_string(number);
}

void ConventionReader::lower() {
  tables::DecisionTable::Parts table;
  table.id = parts_.id;
  table.title = parts_.title;
  table.hit = tables::HitPolicy::collect;
  table.scope = context_.scope;
  table.at = parts_.at;
  for (std::size_t fact = 0; fact < parts_.facts.size(); ++fact)
    table.inputs.push_back(input_of(fact));
  tables::Input when;
  when.id = "when";
  when.missing = tables::Missing::as_null;  // its cells look at the variables, not at an input
  table.inputs.push_back(std::move(when));
  for (const char* id : {"partner", "article"}) {
    tables::Output output;
    output.id = id;
    output.type = feel::Type::of(feel::Kind::string);
    table.outputs.push_back(std::move(output));
  }
  for (Row& row : rows_) {
    tables::Rule rule;
    rule.id = rule_id(row.clause);
    rule.at = row.at;
    rule.cells = std::move(row.cells);
    rule.cells.push_back(std::move(row.when));
    rule.outputs = {constant(parts_.partners[row.clause.partner].id, row.at),
                    constant(parts_.articles[row.clause.article].id, row.at)};
    parts_.clauses.push_back(row.clause);
    table.rules.push_back(std::move(rule));
  }
  parts_.table = std::make_shared<const tables::DecisionTable>(std::move(table));
}

}  // namespace guichet::convention
