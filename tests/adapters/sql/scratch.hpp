// A folder for one test's databases, and a log that keeps what is said.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "engine/base/log.hpp"

namespace guichet::sql {

class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

class RecordingLog final : public base::Log {
 public:
  void write(base::LogLevel, std::string_view text) override {
    const std::lock_guard lock(mutex_);
    text_ += text;
    text_ += '\n';
  }
  std::string text() const {
    const std::lock_guard lock(mutex_);
    return text_;
  }

 private:
  mutable std::mutex mutex_;
  std::string text_;
};

}  // namespace guichet::sql
