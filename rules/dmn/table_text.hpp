// Inside the module: a decision of a model as the texts of a YAML table.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "rules/dmn/definitions.hpp"
#include "rules/dmn/sheet.hpp"

namespace guichet::dmn {

class TableText {
 public:
  enum class Stands { alone, inside_model };
  // Requires: `table` is (part of) the logic of `decision`.
  TableText(const Definitions& definitions, const Decision& decision, const DecisionTable& table,
            Stands stands, base::Diagnostics& diagnostics);

  // All but the rules; then `rules_from`, or the grid where that is empty.
  std::string yaml(std::string_view rules_from) const;
  // The same as it stands inside a model, without `guichet`, `id` and what the decision says.
  std::string inside() const;
  const Sheet& sheet() const { return sheet_; }

 private:
  struct Type {
    std::string name;  // of YAML; "" for any
    std::string values;
  };

  void name_columns();
  std::string column_id(const InputClause& input, std::size_t number) const;
  std::string output_id(const OutputClause& output, std::size_t number) const;
  std::string unused(std::string wanted);
  // Names that cells read although no column does: a table that stands alone knows a variable by
  // its column, so each gets one of its own, in which every rule has `-`.
  std::vector<std::string> unlisted_variables() const;
  std::size_t first_output() const { return table_.inputs.size() + unlisted_.size(); }
  void fill_sheet();
  std::string rule_id(const DecisionRule& rule, std::size_t number);
  std::string input_cell(const UnaryTests& tests, const Type& type) const;
  std::string output_cell(const LiteralExpression& literal) const;
  Type type_of(const std::string& type_ref, const std::optional<UnaryTests>& values,
               const Element& clause) const;
  void check_language(const std::string& language, const base::Location& at) const;

  std::string head() const;
  std::string body(std::string_view rules_from) const;
  std::string missing_of(std::size_t column) const;
  std::optional<std::string> common_missing() const;
  std::string inputs_text(bool with_missing) const;
  std::string outputs_text() const;
  std::string notes_text() const;

  const Definitions& definitions_;
  const Decision& decision_;
  const DecisionTable& table_;
  base::Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> used_;  // ids of columns, then of rules
  std::vector<std::string> unlisted_;
  std::vector<std::string> columns_;  // ids: inputs, unlisted variables, outputs
  std::vector<Type> types_;           // by column
  std::vector<std::string> rule_ids_;
  Sheet sheet_;
};

// What Guichet kept of the YAML under that key; nullptr where it kept nothing.
const std::string* kept_text(const Element& element, std::string_view key);

}  // namespace guichet::dmn
