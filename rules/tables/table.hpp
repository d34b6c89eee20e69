// A decision table, loaded and indexed: immutable, shared between threads. load.hpp reads one from
// YAML, build.hpp makes one in C++, decide.hpp evaluates, prove.hpp and test_run.hpp check it.
// Source of the semantics: OMG DMN 1.5, chapter 8; DESIGN section 5.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "rules/feel/expression.hpp"
#include "rules/tables/cells.hpp"
#include "rules/tables/hit_policy.hpp"

namespace guichet::tables {

using RuleIndex = std::uint32_t;
using ColumnIndex = std::uint32_t;

// What an input that evaluates to null means for its column.
enum class Missing {
  error,     // no decision, with the reason
  as_null,   // cells test null as FEEL has it
  no_match,  // fails every cell but `-`
  match,     // passes every cell (conventions)
};

struct Input {
  std::string id;     // heading of its column
  std::string label;  // what people read; the id where not given
  feel::Expression expr;
  feel::Type type;
  feel::Expression allowed;  // unary tests; empty where any value will do
  Missing missing = Missing::error;
  // A bracket ({min, max} or a FEEL range) is accepted as value: it passes a cell that contains it.
  bool brackets = false;
  std::optional<feel::Scope::Slot> variable;  // set where `expr` is the bare name of a variable
  base::Location at;
};

struct Output {
  std::string id;
  std::string label;
  feel::Type type;
  feel::Expression allowed;
  std::vector<feel::Stored> priorities;  // of `values:`, the first is the highest
  feel::Expression otherwise;            // `default:`; empty if none
  bool delay = false;                    // `type: delay`: text such as `5bd`
  base::Location at;
};

struct Rule {
  std::string id;
  Cells cells;                            // by input
  std::vector<feel::Expression> outputs;  // by output
  base::Location at;
};

// One entry of `tests:`.
struct TableTest {
  std::string name;       // empty where not given
  bool by_column = true;  // `given:`, else `context:`
  std::vector<std::pair<std::string, feel::Stored>> given;
  std::optional<feel::Stored> expect;             // a context is a subset
  std::optional<std::vector<std::string>> fires;  // exactly the rules that match
  std::optional<std::vector<std::string>> selects;
  std::vector<std::pair<std::string, std::vector<std::string>>> why_not;  // rule -> failing columns
  base::Location at;
};

enum class Completeness { allow, otherwise, required };  // `otherwise`: complete by its defaults

class Index;

class DecisionTable {
 public:
  struct Parts {
    std::string id, title, version, description;
    Validity valid;
    HitPolicy hit = HitPolicy::unique;
    Completeness complete = Completeness::allow;
    bool proof_warns = false;  // `proof: warn`
    std::vector<Input> inputs;
    std::vector<Output> outputs;
    std::vector<Rule> rules;
    std::vector<TableTest> tests;
    std::vector<std::string> untested;
    std::vector<std::pair<std::string, std::string>> notes;  // rule -> text
    feel::Scope scope;                                       // that the expressions read
    base::Location at;
    std::vector<base::Source> written;  // what it was read from; none where it was made in C++
  };
  // Requires: each rule has one cell per input and one expression per output; at most
  // kMostInputs inputs. load_table and build_table see to it.
  explicit DecisionTable(Parts parts);
  ~DecisionTable();
  DecisionTable(const DecisionTable&) = delete;
  DecisionTable& operator=(const DecisionTable&) = delete;

  static constexpr std::size_t kMostInputs = 64;

  const Parts& parts() const { return parts_; }
  const std::string& id() const { return parts_.id; }
  HitPolicy hit() const { return parts_.hit; }
  const std::vector<Input>& inputs() const { return parts_.inputs; }
  const std::vector<Output>& outputs() const { return parts_.outputs; }
  const std::vector<Rule>& rules() const { return parts_.rules; }
  const Rule& rule(RuleIndex index) const { return parts_.rules[index]; }
  const feel::Scope& scope() const { return parts_.scope; }
  const std::string* note(std::string_view rule_id) const;
  // SHA-256 of what the table was read from, computed here and now; empty where it was not read.
  std::string hash() const;

  const Index& index() const { return *index_; }
  // Rank of each rule among the outputs' priorities: the smallest wins under P and comes first
  // under O. Rules of equal priority keep their order.
  const std::vector<RuleIndex>& ranks() const { return ranks_; }
  // Does any output list its values in order? Else ranks are the order of the rules.
  bool ranks_by_output() const;
  // The result of a rule whose outputs are all constants; nothing otherwise. It lives as long as
  // the table.
  const feel::Value* constant_result(RuleIndex rule) const {
    return constant_[rule] ? &results_[rule] : nullptr;
  }

 private:
  Parts parts_;
  std::unique_ptr<const Index> index_;
  std::vector<RuleIndex> ranks_;
  feel::Arena kept_;  // of the results
  std::vector<feel::Value> results_;
  std::vector<bool> constant_;
};

}  // namespace guichet::tables
