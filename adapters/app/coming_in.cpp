#include "adapters/app/coming_in.hpp"

#include "adapters/app/account_messages.hpp"
#include "adapters/app/key_file.hpp"
#include "adapters/app/messages.hpp"
#include "adapters/http/account_identity.hpp"
#include "adapters/http/audit_witness.hpp"

namespace guichet::app {

base::Result<std::unique_ptr<accounts::Keys>> keys_of_desk(store::Store& store,
                                                           const std::string& database,
                                                           const ServeSettings& settings) {
  bool has_accounts = false;
  store.read([&](store::Reader& reader) { has_accounts = !reader.accounts().accounts().empty(); });
  if (!has_accounts) return nullptr;
  const auto random = accounts::make_system_random();
  return open_keys(store, settings.key_file.empty() ? key_file_of(database) : settings.key_file,
                   *random);
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

std::unique_ptr<http::Reception> open_doors(http::Router& router, http::Site& site,
                                            std::unique_ptr<accounts::Keys> keys, base::Log& log) {
  if (!keys) {
    http::add_guard(router, site);
    return nullptr;
  }
  const bundle::Desk& definition = site.desk.definition();
  const bool secure = is_behind_https(definition);
  auto reception = std::make_unique<http::Reception>(
      http::Reception::Parts{.store = site.desk.store(),
                             .clock = site.desk.clock(),
                             .log = log,
                             .desk_name = definition.settings.name,
                             .secure = secure},
      std::move(keys), accounts::make_system_random());
  http::add_guard(
      router, site,
      http::make_account_identity(site.desk, site.desk.store(), site.desk.clock(), secure),
      http::make_audit_witness(*reception));
  site.reception = reception.get();
  return reception;
}

}  // namespace guichet::app
