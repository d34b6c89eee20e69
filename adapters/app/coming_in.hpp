// Accounts of a served desk: whether it has any, and what then stands at its door. A desk without
// accounts answers its own machine only; one with accounts may answer a network, behind https.
#pragma once

#include <memory>
#include <string>

#include "adapters/app/settings.hpp"
#include "adapters/http/reception.hpp"
#include "adapters/http/router.hpp"
#include "adapters/http/site.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::app {

// Null for a database without an account. `database`: whose key file it is, where the settings name
// none.
base::Result<std::unique_ptr<accounts::Keys>> keys_of_desk(store::Store& store,
                                                           const std::string& database,
                                                           const ServeSettings& settings);

// Is the desk reached by https, as its base_url says?
bool is_behind_https(const bundle::Desk& desk);
// The host of base_url: what browsers then name.
std::string public_host_of(const bundle::Desk& desk);
// Why the desk must not listen on anything but its own machine; nothing where it may.
std::optional<base::Message> against_network(const bundle::Desk& desk, bool has_accounts,
                                             const std::string& host);

// Puts the guard before the routes: with accounts where there are keys. The reception, which
// outlives the server; null without accounts.
std::unique_ptr<http::Reception> open_doors(http::Router& router, http::Site& site,
                                            std::unique_ptr<accounts::Keys> keys, base::Log& log);

}  // namespace guichet::app
