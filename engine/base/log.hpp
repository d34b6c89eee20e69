// Where modules write what an operator should know. No personal data, no SQL, no secret.
#pragma once

#include <string_view>

namespace guichet::base {

enum class LogLevel { debug, info, warning, error };

class Log {
 public:
  virtual ~Log() = default;
  virtual void write(LogLevel level, std::string_view text) = 0;
};

}  // namespace guichet::base
