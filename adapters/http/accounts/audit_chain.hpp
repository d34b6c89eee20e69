// How far the chain of the audit holds. A journal of years is not read for one page: each look goes
// on a little from where the last one stopped, and says how far that is.
#pragma once

#include <mutex>

#include "engine/accounts/audit.hpp"
#include "engine/store/store.hpp"

namespace guichet::http {

struct ChainState {
  std::int64_t checked = 0;  // rows that follow one another, from the first
  std::int64_t rows = 0;     // there are
  std::optional<std::int64_t> broken;
  std::string head;  // hash of the last row that was checked
};

// Thread-safe. Not on the loop's thread: a look reads and hashes up to kRowsALook rows.
class AuditChain {
 public:
  static constexpr std::size_t kRowsALook = 20'000;

  ChainState look(store::Store& store, const accounts::Keys& keys);
  // The next look begins at the first row again.
  void start_again();

 private:
  std::mutex mutex_;
  accounts::AuditCheck check_;
};

}  // namespace guichet::http
