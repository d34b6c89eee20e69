// Cases from one store into another, empty one: a simulation runs in memory and is kept in a file
// once it is over, many times faster than step by step.
#pragma once

#include "engine/store/store.hpp"

namespace guichet::store {

// Every case of `from`, with its journal, rows, quotas and letters. The letters count as delivered,
// so that nobody gets the post of a simulation; the ledger of commands stays behind. Throws
// StorageFailure, then some of the cases may have been written. Requires: `to` has no cases.
void copy_cases(Store& from, Store& to);

}  // namespace guichet::store
