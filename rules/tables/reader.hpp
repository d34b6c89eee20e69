// Inside the module: reads one table, collecting mistakes. See load.hpp.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "rules/tables/grid.hpp"
#include "rules/tables/load.hpp"

namespace guichet::tables {

class TableReader {
 public:
  TableReader(const yaml::Node& root, const LoadContext& context, base::Diagnostics& diagnostics)
      : root_(root), context_(context), diagnostics_(diagnostics) {}

  // The parts as far as they could be read.
  DecisionTable::Parts read();

 private:
  // -- reader.cpp --
  void read_head();
  void declare_variables();
  void read_columns();
  bool has_keys(const yaml::Entry& column);
  Input read_input(const yaml::Entry& entry);
  Output read_output(const yaml::Entry& entry);
  // The type with its listed values, and the unary tests that `values:` gives.
  feel::Expression read_values(const yaml::Node& column, feel::Type& type);
  void check_hit_policy();

  // -- read_rules.cpp --
  enum class Role { id, input, output };
  struct Heading {
    Role role = Role::id;
    std::size_t column = 0;
  };
  void read_rules();
  Grid read_cells();
  std::vector<Heading> read_header(const Grid& grid);
  void read_row(const GridRow& row, const std::vector<Heading>& headings);
  void read_id(const GridCell& cell, Rule& rule);
  std::shared_ptr<Cell> read_cell(const GridCell& cell, std::size_t column);
  // Takes over what was said of a cell; an unknown name may be a word that the column lists.
  void add_hinted(const base::Diagnostics& said, const feel::Type& type);
  std::shared_ptr<Cell> compile_cell(const base::LocatedText& text, const feel::Type& type);
  feel::Expression read_output_cell(const GridCell& cell, std::size_t column);
  feel::Expression compile_output(const base::LocatedText& text, const Output& output);
  void check_priority(const base::LocatedText& text, const Output& output,
                      const feel::Expression& expression);
  std::vector<std::string> rule_ids() const;

  // -- read_tests.cpp --
  void read_notes();
  void read_tests();
  TableTest read_test(const yaml::Node& node);
  void read_given(const yaml::Node& node, bool by_column, TableTest& test);
  feel::Stored read_expected(const yaml::Node& node);
  std::vector<std::string> read_rule_ids(const yaml::Node& node);
  void read_why_not(const yaml::Node& node, TableTest& test);
  bool is_rule(const yaml::Node& node);

  const yaml::Node& root_;
  const LoadContext& context_;
  base::Diagnostics& diagnostics_;
  DecisionTable::Parts parts_;
  Missing missing_ = Missing::error;
  // Cells of the same text in the same column are one; by column.
  std::vector<std::unordered_map<std::string, std::shared_ptr<Cell>>> known_cells_;
  std::vector<std::unordered_map<std::string, feel::Expression>> known_outputs_;
  std::unordered_set<std::string> rule_ids_;
};

}  // namespace guichet::tables
