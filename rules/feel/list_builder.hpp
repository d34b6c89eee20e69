// A list that grows in an arena. What it shows of itself on the way stays valid: items are never
// moved out of the room they were in when a view was taken.
#pragma once

#include "rules/feel/representation.hpp"

namespace guichet::feel {

class ListBuilder {
 public:
  explicit ListBuilder(Arena& arena) : arena_(arena) {}

  void add(const Value& item);
  std::size_t size() const { return size_; }
  // The items so far, as a list; takes no time.
  Value view() const;

 private:
  Arena& arena_;
  Value* items_ = nullptr;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
  std::uint64_t weight_ = 1;
};

}  // namespace guichet::feel
