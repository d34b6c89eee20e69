#include "adapters/app/coming_in.hpp"

#include "adapters/app/account_messages.hpp"
#include "adapters/app/key_file.hpp"
#include "adapters/app/messages.hpp"
#include "adapters/http/entrance/account_identity.hpp"
#include "adapters/http/entrance/audit_witness.hpp"

namespace guichet::app {

base::Result<Doors> doors_of(store::Store& store, const std::string& database,
                             const ServeSettings& settings) {
  Doors doors;
  store.read(
      [&](store::Reader& reader) { doors.has_accounts = !reader.accounts().accounts().empty(); });
  const auto random = accounts::make_system_random();
  auto keys = open_keys(
      store, settings.key_file.empty() ? key_file_of(database) : settings.key_file, *random);
  if (!keys) return std::unexpected(keys.error());
  doors.keys = std::move(*keys);
  return doors;
}

bool is_behind_https(const bundle::Desk& desk) {
  return desk.settings.base_url.starts_with("https://");
}

std::string public_host_of(const bundle::Desk& desk) {
  std::string_view host = desk.settings.base_url;
  if (const std::size_t at = host.find("://"); at != std::string_view::npos) {
    host.remove_prefix(at + 3);
  }
  host = host.substr(0, host.find('/'));
  const std::size_t end = host.starts_with('[') ? host.find(']') + 1 : host.find(':');
  return std::string(host.substr(0, end));
}

std::optional<base::Message> against_network(const bundle::Desk& desk, bool has_accounts,
                                             const std::string& host) {
  if (!has_accounts) return base::Message(messages::kNotLoopback, {host});
  if (!is_behind_https(desk)) {
    return base::Message(messages::kPlainHttp, {host, desk.settings.base_url});
  }
  return {};
}

std::unique_ptr<http::Reception> open_doors(http::Router& router, http::Site& site, Doors doors,
                                            base::Log& log) {
  if (!doors.keys) {
    http::add_guard(router, site);
    return nullptr;
  }
  const bundle::Desk& definition = site.desk.definition();
  // A desk without accounts answers its own machine, whatever its address will be one day.
  const bool secure = doors.has_accounts && is_behind_https(definition);
  auto reception = std::make_unique<http::Reception>(
      http::Reception::Parts{.store = site.desk.store(),
                             .clock = site.desk.clock(),
                             .log = log,
                             .desk_name = definition.settings.name,
                             .secure = secure},
      std::move(doors.keys), accounts::make_system_random());
  site.reception = reception.get();
  if (!doors.has_accounts) {
    http::add_guard(router, site);
    return reception;
  }
  http::add_guard(
      router, site,
      http::make_account_identity(site.desk, site.desk.store(), site.desk.clock(), secure),
      http::make_audit_witness(*reception));
  return reception;
}

}  // namespace guichet::app
