#include <algorithm>

#include "engine/base/diagnostic.hpp"
#include "engine/base/messages.hpp"

namespace guichet::base {
namespace {

// Optimal string alignment distance: a swap of two neighbours counts as one slip.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], before[j - 2] + 1);
      }
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

bool equal_but_for_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::optional<std::string> did_you_mean(std::string_view word,
                                        const std::vector<std::string>& known) {
  if (word.size() > 200) return {};
  const std::size_t allowed = word.size() < 4 ? 1 : word.size() < 8 ? 2 : 3;
  const std::string* best = nullptr;
  std::size_t best_distance = allowed + 1;
  for (const std::string& candidate : known) {
    if (candidate == word || candidate.size() > 200) continue;
    if (equal_but_for_case(word, candidate)) return candidate;
    const std::size_t found = distance(word, candidate);
    // A word all of whose letters would change is no slip.
    if (found < best_distance && found < std::max(word.size(), candidate.size())) {
      best = &candidate;
      best_distance = found;
    }
  }
  if (best == nullptr) return {};
  return *best;
}

std::optional<Message> suggestion(std::string_view word, const std::vector<std::string>& known) {
  const auto found = did_you_mean(word, known);
  if (!found) return {};
  return Message(messages::kDidYouMean, {*found});
}

}  // namespace guichet::base
