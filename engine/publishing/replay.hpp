// Past cases lived again, under the version that they had and under a draft: who would have been
// sent elsewhere, reminded earlier or later, or would have got stuck. Both lives are played on the
// same clock with nobody else on the desk, so that only the versions differ.
#pragma once

#include <string>
#include <vector>

#include "engine/publishing/preview.hpp"

namespace guichet::publishing {

struct Replayed {
  CaseName kase;
  // Each a sentence; empty where the two lives are the same in it.
  std::vector<base::Message> routed, reminded, stuck;

  bool differs() const { return !routed.empty() || !reminded.empty() || !stuck.empty(); }
};

struct Replay {
  std::size_t cases = 0;       // lived again
  std::size_t not_played = 0;  // whose version does not load any more
  std::size_t not_reached = 0;  // left out because the ones before took what effort is allowed
  std::size_t routed = 0, reminded = 0, stuck = 0;
  std::vector<Replayed> different;
};

// How many facts are lived again at most: some ten seconds of a desk, whatever its cases are like.
constexpr std::size_t kMostFactsLived = 100'000;
// As many cases as are asked for, spread over the desk's whole past.
Replay replay(store::Store& store, Versions& versions, std::size_t most,
              std::size_t most_facts = kMostFactsLived);

}  // namespace guichet::publishing
