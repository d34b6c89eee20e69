// A few read-only connections, opened when they are needed first. A read is one transaction: it
// sees one consistent moment, and neither waits for the writer nor holds it up.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "adapters/sql/connection.hpp"

namespace guichet::sql {

class ReaderPool {
 public:
  ReaderPool(std::string file, base::Log& log) : file_(std::move(file)), log_(log) {}

  // Runs `work` in the caller's thread, waiting for a connection where all are taken. Throws
  // StorageFailure, and what `work` throws.
  void run(const std::function<void(Connection&)>& work);

 private:
  std::unique_ptr<Connection> take();
  void give_back(std::unique_ptr<Connection> connection);

  std::string file_;
  base::Log& log_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t opened_ = 0;
};

}  // namespace guichet::sql
