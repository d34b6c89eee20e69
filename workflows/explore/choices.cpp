#include "workflows/explore/choices.hpp"

#include <algorithm>

namespace guichet::explore {

std::size_t Choices::pick(std::size_t answers) {
  if (at_ == book_.size()) book_.push_back({0, answers});
  return book_[at_++].answer;
}

bool Choices::next() {
  book_.resize(std::min(at_, book_.size()));
  while (!book_.empty() && book_.back().answer + 1 == book_.back().answers) book_.pop_back();
  at_ = 0;
  if (book_.empty()) return false;
  ++book_.back().answer;
  return true;
}

}  // namespace guichet::explore
