#include "adapters/app/database.hpp"

#include <chrono>
#include <iostream>

#include "adapters/app/messages.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/sql/database.hpp"

namespace guichet::app {

base::Instant SystemClock::now() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

void ErrorLog::write(base::LogLevel level, std::string_view text) {
  if (level >= base::LogLevel::warning) std::cerr << "guichet: " << text << "\n";
}

namespace {

// The definition that the database last worked with.
std::shared_ptr<const bundle::Desk> kept_desk(store::Store& store, const std::string& database,
                                              base::Language language) {
  const auto files = store.definition(store.setting(std::string(store::kCurrentDefinition)));
  if (!files) {
    std::cerr << "guichet: " << base::Message(messages::kNoDesk, {database}).in(language) << "\n";
    return nullptr;
  }
  base::Diagnostics diagnostics;
  auto loaded = bundle::load_desk_files(*files, "", diagnostics, bundle::Proof::no);
  if (!loaded) std::cerr << render_text(diagnostics, language);
  return loaded;
}

}  // namespace

std::expected<OpenedDesk, int> open_database_desk(const std::string& database,
                                                  const std::string& folder,
                                                  base::Language language) {
  OpenedDesk out{.clock = std::make_unique<SystemClock>(), .log = std::make_unique<ErrorLog>()};
  std::shared_ptr<const bundle::Desk> definition;
  if (!folder.empty()) {
    auto loaded = open_desk(folder, language, bundle::Proof::yes);
    if (!loaded) return std::unexpected(loaded.error());
    definition = std::move(*loaded);
  }
  auto store = sql::open_database(database, *out.log, {.create = !folder.empty()});
  if (!store) return std::unexpected(report(store.error(), language));
  out.store = std::move(*store);
  if (!definition) definition = kept_desk(*out.store, database, language);
  if (!definition) return std::unexpected(kWrongInput);
  out.desk = std::make_unique<desk::Desk>(std::move(definition), *out.store, *out.clock, *out.log);
  return out;
}

}  // namespace guichet::app
