// How many needs keep the time that their path promises (`sla:`).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/cases/event.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::results {

// Of one path. Past: closed ones that took longer, open ones that have taken longer already.
struct PromisedTime {
  std::size_t needs = 0, past = 0;
};
using PromisedTimes = std::map<std::string, PromisedTime>;  // workflow -> its needs

// Counts the needs of a case, from its journal, until `now`. What is counted is the time spent in
// states with one of the promise's tags, or open where it names none; a pause stops the count.
void count_promised_times(const cases::Snapshot& snapshot, const std::vector<cases::Fact>& facts,
                          const bundle::Desk& desk, base::Instant now, PromisedTimes& out);

}  // namespace guichet::results
