// A log that nobody reads.
#pragma once

#include "engine/base/log.hpp"

namespace guichet::tests {

class SilentLog final : public base::Log {
 public:
  void write(base::LogLevel, std::string_view) override {}
};

}  // namespace guichet::tests
