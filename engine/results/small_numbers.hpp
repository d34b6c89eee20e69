// Hides small counts among figures that add up to each other, so that nobody can compute a hidden
// one from those that are shown: for each there is another set of figures, with another number in
// its place, that would be shown the very same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace guichet::results {

enum class Shown : std::uint8_t {
  plain,
  small,     // from 1 to below the limit: shown as such ("< 5")
  withheld,  // not small itself; hidden so that a small one cannot be computed
  unsaid,    // one of a few figures of which nothing can be said: not even which are small
};

class Sheet {
 public:
  // Counts from 1 to limit - 1 are small. Requires: limit >= 2.
  explicit Sheet(std::int64_t limit = 5) : limit_(limit) {}

  // The index of a new figure. Requires: count >= 0.
  std::size_t add(std::int64_t count);
  // One that is shown nowhere, but is part of a sum: a secret where it is small.
  std::size_t add_unshown(std::int64_t count);
  // All that is known to add up must be told. Requires: the parts come to the total.
  void add_sum(std::size_t total, std::vector<std::size_t> parts);
  // Decides what is shown; the same sheet gives the same answer.
  void hide();

  std::size_t size() const { return counts_.size(); }
  std::int64_t count(std::size_t figure) const { return counts_[figure]; }
  Shown shown(std::size_t figure) const { return shown_[figure]; }
  std::int64_t limit() const { return limit_; }

 private:
  struct Sum {
    std::size_t total;
    std::vector<std::size_t> parts;
  };
  using Figures = std::vector<std::size_t>;

  bool is_small(std::int64_t count) const { return count > 0 && count < limit_; }
  bool is_hidden(std::size_t figure) const { return shown_[figure] != Shown::plain; }
  // Might a figure that is shown like this one be `count`?
  bool is_plausible(std::size_t figure, std::int64_t count) const;
  // The hidden figures that sums tie to this one, itself among them, in order.
  Figures group_of(std::size_t figure) const;
  std::vector<Figures> groups() const;
  // Those of a group for which no other set of figures was found.
  Figures computable(const Figures& group) const;
  // What may be hidden beside these, the best first.
  Figures candidates(const Figures& figures) const;
  // False where all that could be hidden is.
  bool hide_beside(const Figures& figures);
  bool fall_silent(const Figures& group);
  bool improve(const Figures& group);
  void show_again();
  bool is_safe_without(std::size_t figure) const;

  std::int64_t limit_;
  std::vector<std::int64_t> counts_;
  std::vector<Shown> shown_;
  std::vector<bool> is_secret_;
  std::vector<Sum> sums_;
  std::vector<std::vector<std::size_t>> sums_of_;  // by figure: the sums that it is in
};

}  // namespace guichet::results
