// table_differential [--tables N] [--seed N]: N random tables, index and explanation against a
// plain reading of the cells. Exit 1 and the table at the first difference.
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "tests/rules/tables/random_table.hpp"

int main(int count, char** words) {
  unsigned tables = 1000, seed = 1;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view option = words[i];
    const auto number = static_cast<unsigned>(std::strtoul(words[i + 1], nullptr, 10));
    if (option == "--tables") tables = number;
    if (option == "--seed") seed = number;
  }
  constexpr unsigned kAtOnce = 1000;
  for (unsigned done = 0; done < tables; done += kAtOnce) {
    const unsigned now = std::min(kAtOnce, tables - done);
    const std::string found = guichet::tables::testing::find_difference(seed + done, now);
    if (found.empty()) continue;
    std::cout << found << "\n";
    return 1;
  }
  std::cout << tables << " tables passed, 0 failed\n";
  return 0;
}
