// Inside the module: the two halves of a proof. prove_clauses.cpp asks what each clause is for,
// prove_coverage.cpp which cases have too few partners, or too many.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/convention/prove.hpp"
#include "rules/convention/uncovered.hpp"

namespace guichet::convention {

class Prover {
 public:
  Prover(const Convention& convention, const vocabulary::Vocabulary* vocabulary,
         base::Diagnostics& diagnostics, const ProofLimits& limits)
      : convention_(convention),
        diagnostics_(diagnostics),
        limits_(limits),
        nodes_(limits.nodes),
        space_(convention, vocabulary),
        uncovered_(space_, convention, nodes_) {}

  // -- prove_clauses.cpp --
  void check_clauses();
  // -- prove_coverage.cpp --
  void check_coverage();

 private:
  // A clause as it stands in the file: the rows that it became.
  struct Written {
    std::vector<std::size_t> rows;
    bool dead = false;
  };

  // -- prove_clauses.cpp --
  std::vector<Written> written_clauses() const;
  // The first fact of which the row accepts no value at all; nothing: cases of it exist.
  std::optional<std::size_t> impossible(std::size_t row) const;
  void find_dead(std::vector<Written>& clauses);
  void find_redundant(const std::vector<Written>& clauses);
  bool includes(std::size_t wide, std::size_t narrow) const;
  bool includes(const Written& wide, const Written& narrow) const;
  void find_never_first(const std::vector<Written>& clauses);
  Bits rivals_before(std::size_t row) const;
  bool is_before(std::uint32_t a, std::uint32_t b) const;
  void check_quotas();
  std::string wanted(std::size_t row, std::size_t fact) const;

  // -- prove_coverage.cpp --
  void find_holes();
  void check_require(const Gate& gate, std::size_t row);
  void check_overlap(const Gate& gate, std::size_t row);
  void check_pair(const Gate& gate, std::size_t gate_row, std::uint32_t a, std::uint32_t b);
  std::optional<Box> meeting(std::size_t gate_row, std::size_t a, std::size_t b, bool must) const;
  void check_accepted(const Gate& gate, std::size_t row);
  Box domain() const;
  Box region(std::size_t gate_row) const;
  Bits clause_rows() const;
  std::string text(const Box& box, const Box& whole) const;
  base::Message witness(const Box& box, const std::string& expected) const;
  base::Location place_of(const Box& box) const;

  const std::string& id_of(std::size_t row) const {
    return convention_.table().rule(static_cast<tables::RuleIndex>(row)).id;
  }
  const base::Location& place_of_row(std::size_t row) const {
    return convention_.table().rule(static_cast<tables::RuleIndex>(row)).at;
  }
  void inconclusive(const base::Location& at, const std::string& what);

  const Convention& convention_;
  base::Diagnostics& diagnostics_;
  const ProofLimits limits_;
  std::size_t nodes_;
  ProofSpace space_;
  Uncovered uncovered_;
};

}  // namespace guichet::convention
