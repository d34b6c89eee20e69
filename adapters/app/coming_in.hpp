// Accounts of a served desk: whether it has any, and what then stands at its door. A desk without
// accounts answers its own machine only; one with accounts may answer a network, behind https.
#pragma once

#include <memory>
#include <string>

#include "adapters/app/settings.hpp"
#include "adapters/http/entrance/reception.hpp"
#include "adapters/http/site.hpp"
#include "adapters/http/transport/router.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::app {

// What coming in needs of a database.
struct Doors {
  // Null for the demonstration in memory, which makes up its own for the codes of its links. A
  // database has one key from its first day: its audit is one chain, before accounts and after.
  std::unique_ptr<accounts::Keys> keys;
  bool has_accounts = false;
};
// `database`: whose key file it is, where the settings name none.
base::Result<Doors> doors_of(store::Store& store, const std::string& database,
                             const ServeSettings& settings);

// Is the desk reached by https, as its base_url says?
bool is_behind_https(const bundle::Desk& desk);
// The host of base_url: what browsers then name.
std::string public_host_of(const bundle::Desk& desk);
// Why the desk must not listen on anything but its own machine; nothing where it may.
std::optional<base::Message> against_network(const bundle::Desk& desk, bool has_accounts,
                                             const std::string& host);

// Puts the guard before the routes: accounts', where there are any. The reception, which outlives
// the server; null where there is no key.
std::unique_ptr<http::Reception> open_doors(http::Router& router, http::Site& site, Doors doors,
                                            base::Log& log);

}  // namespace guichet::app
