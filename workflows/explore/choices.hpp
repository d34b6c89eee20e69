// A book of choices: which way of a step is being tried. Private to this module.
#pragma once

#include <cstddef>
#include <vector>

namespace guichet::explore {

// So many partners at most are imagined to be asked, or to answer, at once.
constexpr std::size_t kMostPartners = 2;

// Each question that cannot be decided is answered as the book says; where it says nothing yet,
// with the first answer. next() turns to the next way, until all were tried.
class Choices {
 public:
  std::size_t pick(std::size_t answers);
  bool next();
  void rewind() { at_ = 0; }
  bool is_full() const { return book_.size() > kMost; }

 private:
  static constexpr std::size_t kMost = 24;
  struct Choice {
    std::size_t answer = 0, answers = 1;
  };
  std::vector<Choice> book_;
  std::size_t at_ = 0;
};

}  // namespace guichet::explore
