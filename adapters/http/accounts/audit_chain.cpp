#include "adapters/http/accounts/audit_chain.hpp"

namespace guichet::http {

ChainState AuditChain::look(store::Store& store, const accounts::Keys& keys) {
  const std::lock_guard lock(mutex_);
  ChainState state;
  store.read([&](store::Reader& reader) {
    accounts::continue_check(reader.accounts(), keys, check_, kRowsALook);
    const auto last = reader.accounts().last_audit();
    state.rows = last ? last->seq : 0;
  });
  state.checked = check_.rows;
  state.broken = check_.broken;
  state.head = check_.head;
  return state;
}

void AuditChain::start_again() {
  const std::lock_guard lock(mutex_);
  check_ = {};
}

}  // namespace guichet::http
