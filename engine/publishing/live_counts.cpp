#include "engine/publishing/live_counts.hpp"

#include <set>
#include <sstream>

namespace guichet::publishing {

std::map<std::string, std::size_t> counts_by_state(const std::vector<store::LiveGroup>& groups,
                                                   const std::string& workflow) {
  std::map<std::string, std::size_t> counts;
  for (const store::LiveGroup& group : groups) {
    if (group.workflow != workflow) continue;
    std::set<std::string> states;  // each once, however many regions are inside it
    std::istringstream words(group.configuration);
    for (std::string word; words >> word;) {
      if (word == "-" || word.starts_with("@")) continue;
      for (std::size_t end = word.find('.'); end != std::string::npos;
           end = word.find('.', end + 1)) {
        states.insert(word.substr(0, end));
      }
      states.insert(word);
    }
    for (const std::string& state : states) counts[state] += group.count;
  }
  return counts;
}

}  // namespace guichet::publishing
