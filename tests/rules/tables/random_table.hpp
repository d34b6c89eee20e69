// Random decision tables of every kind of column, cell, missing policy and hit policy, with random
// cases; and what a plain reading of their cells, one by one, makes of a case.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "rules/tables/decide.hpp"

namespace guichet::tables::testing {

class RandomTable {
 public:
  explicit RandomTable(unsigned seed) : random_(seed) {}

  // A table as YAML. `rules`: at most so many.
  std::string text(int rules);
  // The variables of a case, as a FEEL context.
  std::string context();
  bool chance(int in) { return pick(in) == 0; }

 private:
  struct Column {
    std::string name, type;  // type "" : any
    bool listed = false;     // with `values:`
  };
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  template <typename... Texts>
  std::string one_of(const Texts&... texts) {
    const std::string all[] = {texts...};
    return all[static_cast<std::size_t>(pick(sizeof...(texts)))];
  }
  Column random_column(int number);
  std::string head(const Column& column);
  std::string literal(const std::string& type);
  std::string literal(const Column& column);  // that its `values:` allow
  std::pair<std::string, std::string> two_literals(const std::string& type);
  std::string test(const Column& column);
  std::string cell(const Column& column);
  std::string opaque(const Column& column);
  std::string value(const Column& column);

  std::mt19937 random_;
  std::vector<Column> columns_;
};

// What each cell says of a case, asked one by one of expressions that are compiled afresh from
// the cells' texts; and the decision that follows. Knows nothing of indexes.
class PlainReading {
 public:
  explicit PlainReading(const DecisionTable& table);

  struct Answer {
    std::vector<std::vector<bool>> passes;  // by rule and column
    std::vector<RuleIndex> matched;         // none where an input is refused
    bool refused = false;
    std::string result;  // as a FEEL literal
  };
  Answer read(const std::vector<feel::Value>& variables, feel::Evaluation& run) const;

 private:
  bool passes(RuleIndex rule, std::size_t column, const feel::Value& input,
              const std::vector<feel::Value>& variables, feel::Evaluation& run) const;
  bool bracket_passes(RuleIndex rule, std::size_t column, const feel::Value& bracket,
                      feel::Evaluation& run) const;
  bool is_refused(std::size_t column, const feel::Value& input, feel::Evaluation& run) const;
  std::string result_of(const std::vector<RuleIndex>& matched, feel::Evaluation& run) const;

  const DecisionTable& table_;
  std::vector<std::vector<feel::Expression>> cells_;  // empty: `-`
};

// Compares decision and explanation of one case with a plain reading. What differs, or nothing.
std::string difference(const DecisionTable& table, const PlainReading& reading,
                       const std::string& context);
// Makes `count` tables, one a seed, with some cases each; the first difference with its table.
std::string find_difference(unsigned first_seed, unsigned count);

}  // namespace guichet::tables::testing
