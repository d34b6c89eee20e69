#include "workflows/scenarios/losing_store.hpp"

#include <utility>

#include "workflows/scenarios/messages.hpp"

namespace guichet::scenarios {

void LosingStore::write(std::function<void(store::Transaction&)> work,
                        std::function<void(base::Result<void>)> done) {
  if (!std::exchange(losing_, false)) return inner_->write(std::move(work), std::move(done));
  inner_->write(
      [work = std::move(work)](store::Transaction& transaction) {
        work(transaction);
        throw store::StorageFailure(
            {base::ErrorKind::fault, base::Message(messages::kStoppedBeforeCommit)});
      },
      std::move(done));
}

}  // namespace guichet::scenarios
