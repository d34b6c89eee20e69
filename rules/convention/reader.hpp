// Inside the module: reads one convention, collecting mistakes. See load.hpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/convention/load.hpp"

namespace guichet::convention {

// What a fact's column needs besides the Fact itself.
struct FactColumn {
  feel::Expression expr;
  feel::Type type;
  std::optional<feel::Scope::Slot> variable;
  const vocabulary::Referential* referential = nullptr;
  std::vector<std::string> values;  // of a choice
  base::Location at;
};

class ConventionReader {
 public:
  ConventionReader(const yaml::Node& root, const LoadContext& context,
                   base::Diagnostics& diagnostics)
      : root_(root), context_(context), diagnostics_(diagnostics) {}

  // The parts as far as they could be read; `table` is made only where nothing is wrong.
  Convention::Parts read();

 private:
  // -- reader.cpp --
  void read_head();
  void read_facts();
  void read_fact(const yaml::Entry& entry);
  void read_missing();
  void read_articles();
  Article read_article(const yaml::Entry& entry);
  void read_select(const yaml::Node& node, Article& article);
  std::optional<base::Delay> read_delay(const yaml::Node& parent, std::string_view key);
  void read_prefer();
  void read_fallback();

  // -- read_partners.cpp --
  void read_partners();
  void read_partner(const yaml::Entry& entry);
  void read_quotas(const yaml::Node& node, Partner& partner);
  void read_quota(const yaml::Node& node, Partner& partner);
  void read_on_full(const yaml::Node& node);
  void read_clause(const yaml::Node& node);  // of the partner being read
  // `zones` -> the column of `zone`.
  std::optional<std::size_t> fact_of(std::string_view key) const;

  // -- read_sets.cpp --
  tables::Cell read_dimension(const yaml::Node& node, std::size_t fact);
  tables::Cell read_set(const yaml::Node& node, std::size_t fact);
  // The leaves that a list of codes, words or patterns covers; `everything` is set by `*`.
  std::vector<std::string> read_leaves(const yaml::Node& node, std::size_t fact, bool& everything);
  std::vector<std::string> expand(const yaml::Node& node, std::size_t fact);
  // The themes of an article, narrowed by the clause's own.
  tables::Cell theme_cell(const Article& article, const tables::Cell* own, base::Location at);

  // -- lower.cpp --
  void lower();
  tables::Input input_of(std::size_t fact) const;
  feel::Expression constant(const std::string& text, const base::Location& at) const;
  std::string rule_id(const Clause& clause);

  bool has_errors() const;

  // A clause before it is lowered: cells by fact, and the condition of `when`.
  struct Row {
    Clause clause;
    std::vector<tables::Cell> cells;
    tables::Cell when;
    base::Location at;
  };

  const yaml::Node& root_;
  const LoadContext& context_;
  base::Diagnostics& diagnostics_;
  std::size_t errors_before_ = 0;
  Convention::Parts parts_;
  std::vector<FactColumn> columns_;  // by fact
  std::size_t theme_ = 0;            // the fact `theme`
  std::vector<Row> rows_;
  std::map<std::string, int> clauses_of_;  // "cma-46/art-4" -> how many
};

}  // namespace guichet::convention
