#include "engine/accounts/transact.hpp"

#include <future>

namespace guichet::accounts {

void write_and_wait(store::Store& store, const std::function<void(store::AccountRows&)>& work) {
  std::promise<base::Result<void>> kept;
  store.write([&](store::Transaction& transaction) { work(transaction.accounts()); },
              [&](base::Result<void> result) { kept.set_value(std::move(result)); });
  const base::Result<void> result = kept.get_future().get();
  if (!result) throw store::StorageFailure(result.error());
}

}  // namespace guichet::accounts
