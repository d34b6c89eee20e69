// Rows of accounts and of the audit, written and read as the contract's tests of both do it.
#pragma once

#include "tests/engine/store/written_case.hpp"

namespace guichet::store {

// Writes and waits; nothing where it was kept.
inline std::optional<base::Error> write_accounts(Store& store,
                                                 const std::function<void(AccountRows&)>& work) {
  return write_now(store, [&](Transaction& t) { work(t.accounts()); });
}

// What `question` finds in the accounts as they are now.
template <typename Question>
auto ask_accounts(Store& store, Question question) {
  std::optional<decltype(question(std::declval<AccountReader&>()))> answer;
  store.read([&](Reader& reader) { answer = question(reader.accounts()); });
  return *answer;
}

// A sign-in of account a1.
inline AuditRow signed_in(std::int64_t seq) {
  return {seq, at_hour(9), "a1", "coordinator", "login", "account a1", "done", "192.0.2.0", "hash"};
}

}  // namespace guichet::store
