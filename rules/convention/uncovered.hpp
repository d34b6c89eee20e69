// Inside the module: the cases for which fewer than so many partners have a row among those asked,
// as boxes of classes, merged where they differ in one column only. Exact within its budget: past
// it the answer is that there is none.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/convention/proof_space.hpp"

namespace guichet::convention {

// Classes by column.
using Box = std::vector<Classes>;

class Uncovered {
 public:
  struct Question {
    Box within;  // the cases asked about, by column
    Bits rows;   // the rows that may count
    std::size_t least = 1;
    bool by_must = false;  // only rows that hold whatever conditions say
  };
  // `nodes` is shared by all questions of a proof and counts down.
  Uncovered(const ProofSpace& space, const Convention& convention, std::size_t& nodes)
      : space_(space), convention_(convention), nodes_(nodes) {}

  // Nothing: the budget is spent. Empty: each case has its partners.
  std::optional<std::vector<Box>> find(const Question& question);
  // Is there such a case? Stops at the first.
  enum class Answer { none, some, inconclusive };
  Answer ask(const Question& question);

 private:
  using Boxes = std::vector<Box>;  // of the columns from some depth on, in that order
  std::shared_ptr<const Boxes> descend(std::size_t depth, const Bits& rows);
  bool descend_to_first(std::size_t depth, const Bits& rows);
  void begin(const Question& question);
  Bits kept(std::size_t column, std::size_t one, const Bits& rows) const;
  bool has_enough(const Bits& rows) const;
  bool spend(std::size_t depth);
  bool settled(std::size_t depth, const Bits& rows) const;
  std::shared_ptr<const Boxes> everything(std::size_t depth) const;

  const ProofSpace& space_;
  const Convention& convention_;
  std::size_t& nodes_;
  bool spent_ = false;
  const Question* question_ = nullptr;
  std::vector<std::size_t> order_;  // of the columns, by depth
  std::vector<Bits> rest_;          // rows that accept every case from a depth on
  std::vector<std::unordered_map<std::string, std::shared_ptr<const Boxes>>> known_;
};

}  // namespace guichet::convention
