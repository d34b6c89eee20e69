#include "adapters/app/log_sink.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace guichet::app {
namespace {

class LogSink final : public base::Log {
 public:
  LogSink() : logger_("guichet", std::make_shared<spdlog::sinks::stderr_sink_mt>()) {
    logger_.set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
  }

  void write(base::LogLevel level, std::string_view text) override {
    // A line break inside would let one entry look like two.
    std::string line(text);
    for (char& c : line) {
      if (c == '\n' || c == '\r') c = ' ';
    }
    logger_.log(level_of(level), "{}", line);
  }

 private:
  static spdlog::level::level_enum level_of(base::LogLevel level) {
    switch (level) {
      case base::LogLevel::debug:
        return spdlog::level::debug;
      case base::LogLevel::info:
        return spdlog::level::info;
      case base::LogLevel::warning:
        return spdlog::level::warn;
      case base::LogLevel::error:
        break;
    }
    return spdlog::level::err;
  }

  spdlog::logger logger_;
};

}  // namespace

std::unique_ptr<base::Log> make_log_sink() {
  return std::make_unique<LogSink>();
}

}  // namespace guichet::app
