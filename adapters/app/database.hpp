// A database opened for one sub-command, with the desk that it keeps or that a folder gives.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "adapters/app/arguments.hpp"
#include "engine/base/clock.hpp"
#include "engine/base/log.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::app {

// Reads the machine's clock; the only place that does.
class SystemClock final : public base::Clock {
 public:
  base::Instant now() const override;
};

// Warnings and errors of a short command, to standard error.
class ErrorLog final : public base::Log {
 public:
  void write(base::LogLevel level, std::string_view text) override;
};

struct OpenedDesk {
  std::unique_ptr<base::Clock> clock;
  std::unique_ptr<base::Log> log;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<desk::Desk> desk;
};

// The desk that is in force in the database; in a new one, the folder's. The exit code after the
// reasons have been printed.
std::expected<OpenedDesk, int> open_database_desk(const std::string& database,
                                                  const std::string& folder,
                                                  base::Language language);
// A case by its number (the request's key) or its id.
std::optional<base::CaseId> find_case(store::Reader& reader, const std::string& name);

}  // namespace guichet::app
