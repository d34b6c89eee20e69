// Expressions made to hurt, from bombs.csv.
#pragma once

#include <string>
#include <vector>

namespace guichet::feel {

struct Bomb {
  std::string written;  // as in the file
  std::string text;
  std::string outcome;  // the code of its error, "value", or "= " and a value
};

std::vector<Bomb> read_bombs();

}  // namespace guichet::feel
