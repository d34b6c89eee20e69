#include "adapters/sql/reader_pool.hpp"

#include "adapters/sql/dialect.hpp"

namespace guichet::sql {
namespace {

constexpr std::size_t kMostConnections = 8;

}  // namespace

void ReaderPool::run(const std::function<void(Connection&)>& work) {
  std::unique_ptr<Connection> connection = take();
  try {
    connection->run({dialect::kBeginRead});
    work(*connection);
    connection->run({"commit"});
  } catch (...) {
    // A connection that failed is not used again: closing it ends its transaction for certain.
    connection.reset();
    give_back(nullptr);
    throw;
  }
  give_back(std::move(connection));
}

std::unique_ptr<Connection> ReaderPool::take() {
  {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !idle_.empty() || opened_ < kMostConnections; });
    if (!idle_.empty()) {
      std::unique_ptr<Connection> connection = std::move(idle_.back());
      idle_.pop_back();
      return connection;
    }
    ++opened_;
  }
  try {
    return std::make_unique<Connection>(file_, Connection::Mode::read, log_);
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection) {
  {
    const std::lock_guard lock(mutex_);
    if (connection) {
      idle_.push_back(std::move(connection));
    } else {
      --opened_;
    }
  }
  returned_.notify_one();
}

}  // namespace guichet::sql
