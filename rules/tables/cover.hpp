// Inside the module: do boxes, together, cover a region? Both are products of sets of classes.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "rules/tables/case_space.hpp"

namespace guichet::tables {

// Divides the region until one box covers a piece or none touches it; boxes that leave a piece
// open in one column only are cut off it first. Over intervals in d columns this is near n^(d/2)
// (after T. M. Chan, "Klee's measure problem made easy", FOCS 2013); over arbitrary sets the
// question is coNP-hard, so that the effort is bounded.
class Cover {
 public:
  enum class Answer { covered, open, inconclusive };

  // `effort` counts machine words looked at; it is used up by asking.
  explicit Cover(std::uint64_t& effort) : effort_(effort) {}

  // Calls `found` with pieces that no box touches until it returns false.
  // Requires: boxes and region have the same columns; they outlive the call.
  Answer ask(const std::vector<const Region*>& boxes, const Region& region,
             const std::function<bool(const Region&)>& found);

 private:
  enum class Fit { apart, whole, slab, partial };
  struct Column {
    std::size_t begin = 0, end = 0;  // words that are not empty
  };
  using Boxes = std::vector<const Region*>;

  bool descend(Boxes boxes, Region region);
  // Takes out what slabs cover; false where nothing of the region is left.
  bool simplify(Boxes& boxes, Region& region);
  Fit fit(const Region& box, const Region& region, std::size_t& column);
  bool divide(const Boxes& boxes, const Region& region);
  std::size_t widest_dispute(const Boxes& boxes, const Region& region);
  std::size_t middle(const Boxes& boxes, const Region& region, std::size_t column);
  void measure(const Region& region);

  std::uint64_t& effort_;
  const std::function<bool(const Region&)>* found_ = nullptr;
  bool open_ = false, exhausted_ = false;
  std::vector<Column> extent_;  // of the region at hand
};

}  // namespace guichet::tables
