#include "adapters/app/settings.hpp"

#include <boost/property_tree/ini_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <set>

#include "adapters/app/messages.hpp"
#include "adapters/http/transport/field_text.hpp"
#include "engine/base/file.hpp"

namespace guichet::app {
namespace {

using base::Message;
using Tree = boost::property_tree::ptree;

const std::set<std::string> kKnown{"smtp.host",     "smtp.port",    "smtp.tls",
                                   "smtp.ca_file",  "smtp.user",    "smtp.password_file",
                                   "smtp.from",     "mail.maildir", "accounts.key_file",
                                   "proxy.trusted", "proxy.header"};

base::Error wrong(const std::string& file, const std::string& what) {
  return {base::ErrorKind::surroundings, Message(messages::kBadSettings, {file, what})};
}

base::Result<void> check_keys(const Tree& tree, const std::string& file) {
  for (const auto& [section, keys] : tree) {
    for (const auto& [key, value] : keys) {
      const std::string name = section + "." + key;
      if (!kKnown.contains(name)) return std::unexpected(wrong(file, name));
    }
    if (keys.empty()) return std::unexpected(wrong(file, section));
  }
  return {};
}

base::Result<delivery::RelaySettings> read_relay(const Tree& tree, const std::string& file) {
  using Tls = delivery::RelaySettings::Tls;
  delivery::RelaySettings relay;
  relay.host = tree.get<std::string>("host", "");
  if (relay.host.empty()) return std::unexpected(wrong(file, "smtp.host"));
  const auto port = tree.get_optional<std::uint16_t>("port");
  if (!port && tree.count("port") > 0) return std::unexpected(wrong(file, "smtp.port"));
  relay.port = port.value_or(25);
  const std::string tls = tree.get<std::string>("tls", "try");
  if (tls != "require" && tls != "try" && tls != "off") {
    return std::unexpected(wrong(file, "smtp.tls"));
  }
  relay.tls = tls == "require" ? Tls::require : tls == "off" ? Tls::off : Tls::attempt;
  relay.ca_file = tree.get<std::string>("ca_file", "");
  relay.user = tree.get<std::string>("user", "");
  // A password never goes in clear over a network.
  const bool here = relay.host == "localhost" || relay.host.starts_with("127.");
  if (!relay.user.empty() && relay.tls != Tls::require && !here) {
    return std::unexpected(wrong(file, "smtp.user, smtp.tls (require)"));
  }
  relay.envelope_from = tree.get<std::string>("from", "");
  if (const auto secret = tree.get_optional<std::string>("password_file")) {
    auto text = base::read_bytes(*secret);
    if (!text) return std::unexpected(text.error());
    while (!text->empty() && (text->back() == '\n' || text->back() == '\r')) text->pop_back();
    relay.password = std::move(*text);
  }
  return relay;
}

base::Result<http::Proxies> read_proxies(const Tree& tree, const std::string& file) {
  http::Proxies proxies;
  const std::string trusted = tree.get<std::string>("trusted", "");
  std::string_view rest = trusted;
  do {
    const std::string_view network = http::trim(http::cut(rest, ','));
    if (!proxies.trust(network)) {
      return std::unexpected(wrong(file, "proxy.trusted: " + std::string(network)));
    }
  } while (!rest.empty());
  const std::string header = tree.get<std::string>("header", "X-Forwarded-For");
  if (http::same_ignoring_case(header, "Forwarded")) {
    proxies.read_from(http::Proxies::Header::forwarded);
  } else if (!http::same_ignoring_case(header, "X-Forwarded-For")) {
    return std::unexpected(wrong(file, "proxy.header: " + header));
  }
  return proxies;
}

}  // namespace

base::Result<ServeSettings> read_settings(const std::string& file) {
  Tree tree;
  try {
    boost::property_tree::read_ini(file, tree);
  } catch (const boost::property_tree::ini_parser_error& error) {
    return std::unexpected(wrong(file, error.line() > 0
                                           ? std::to_string(error.line()) + ": " + error.message()
                                           : error.message()));
  }
  if (auto checked = check_keys(tree, file); !checked) return std::unexpected(checked.error());
  ServeSettings out;
  out.maildir = tree.get<std::string>("mail.maildir", out.maildir);
  out.key_file = tree.get<std::string>("accounts.key_file", "");
  if (const auto smtp = tree.get_child_optional("smtp")) {
    auto relay = read_relay(*smtp, file);
    if (!relay) return std::unexpected(relay.error());
    out.relay = std::move(*relay);
  }
  if (const auto proxy = tree.get_child_optional("proxy")) {
    auto proxies = read_proxies(*proxy, file);
    if (!proxies) return std::unexpected(proxies.error());
    out.proxies = std::move(*proxies);
  }
  return out;
}

}  // namespace guichet::app
