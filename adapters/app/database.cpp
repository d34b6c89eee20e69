#include "adapters/app/database.hpp"

#include <charconv>
#include <chrono>
#include <iostream>

#include "adapters/app/definition_in_force.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/sql/database.hpp"

namespace guichet::app {

base::Instant SystemClock::now() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

void ErrorLog::write(base::LogLevel level, std::string_view text) {
  if (level >= base::LogLevel::warning) std::cerr << "guichet: " << text << "\n";
}

std::expected<OpenedDesk, int> open_database_desk(const std::string& database,
                                                  const std::string& folder,
                                                  base::Language language) {
  OpenedDesk out{.clock = std::make_unique<SystemClock>(), .log = std::make_unique<ErrorLog>()};
  const Folder files = read_desk_folder(folder, language);
  auto store = sql::open_database(database, *out.log, {.create = files.desk != nullptr});
  if (!store) return std::unexpected(report(store.error(), language));
  out.store = std::move(*store);
  auto in_force = definition_in_force(*out.store, database, files, language);
  if (!in_force) return std::unexpected(in_force.error());
  out.desk = std::make_unique<desk::Desk>(std::move(in_force->definition), *out.store, *out.clock,
                                          *out.log);
  return out;
}

std::optional<base::CaseId> find_case(store::Reader& reader, const std::string& name) {
  if (const auto found = reader.find_number(name)) return found;
  base::CaseId id;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), id.value);
  const bool number = error == std::errc{} && end == name.data() + name.size();
  return number && reader.load(id) ? std::optional(id) : std::nullopt;
}

}  // namespace guichet::app
