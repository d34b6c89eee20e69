// Chance that depends on a seed and on what it is for, not on how often it was asked before: adding
// a request changes nothing for the others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::scenarios {

class Dice {
 public:
  Dice(std::uint64_t seed, std::string_view purpose);
  double unit();                     // [0, 1)
  int between(int least, int most);  // both included
  // Index drawn by weight; the last one where all weights are 0. Requires: not empty.
  std::size_t pick(const std::vector<std::pair<std::string, double>>& weighted);

 private:
  std::uint64_t next();
  std::uint64_t state_;
};

}  // namespace guichet::scenarios
