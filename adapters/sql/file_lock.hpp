// One process to a database file. The kernel drops the lock with the process, however it ends.
#pragma once

#include <string>

#include "engine/base/error.hpp"

namespace guichet::sql {

class FileLock {
 public:
  // Locks `file`.lock, creating it; the error names the process that has it.
  static base::Result<FileLock> take(const std::string& file);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace guichet::sql
