#include "adapters/http/transport/proxies.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <charconv>

#include "adapters/http/transport/field_text.hpp"

namespace guichet::http {
namespace {

namespace ip = boost::asio::ip;

constexpr unsigned kBits = 128;
constexpr unsigned kBitsBeforeV4 = 96;

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "192.0.2.7", "192.0.2.7:4711", "2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:4711".
std::optional<IpBytes> read_hop(std::string_view text) {
  text = trim(text);
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) return {};
    const std::string_view rest = text.substr(end + 1);
    if (!rest.empty() && !(rest.front() == ':' && is_port(rest.substr(1)))) return {};
    const std::string_view inside = text.substr(1, end - 1);
    return inside.contains(':') ? read_ip(inside) : std::nullopt;
  }
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos && text.rfind(':') == colon) {
    return is_port(text.substr(colon + 1)) ? read_ip(text.substr(0, colon)) : std::nullopt;
  }
  return read_ip(text);
}

// One value: a token, or a string in quotes. None where it is broken; `text` then stands anywhere.
std::optional<std::string> take_value(std::string_view& text) {
  std::string out;
  if (!text.starts_with('"')) {
    const std::size_t end = std::min(text.find_first_of(",; \t"), text.size());
    out = text.substr(0, end);
    text.remove_prefix(end);
    if (out.empty() || out.contains('"')) return {};
    return out;
  }
  for (text.remove_prefix(1); !text.empty(); text.remove_prefix(1)) {
    if (text.front() == '"') {
      text.remove_prefix(1);
      return out;
    }
    if (text.front() == '\\') text.remove_prefix(1);
    if (text.empty()) break;
    out += text.front();
  }
  return {};
}

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

// `for` of one element, up to its comma. None where the element, and so the header, is broken.
std::optional<std::string> take_element(std::string_view& text) {
  std::string named;
  for (skip_blanks(text); !text.empty() && text.front() != ','; skip_blanks(text)) {
    const std::size_t equals = text.find_first_of("=,;\" \t");
    if (equals == 0 || equals == std::string_view::npos || text[equals] != '=') return {};
    const std::string_view name = text.substr(0, equals);
    text.remove_prefix(equals + 1);
    auto value = take_value(text);
    if (!value) return {};
    if (same_ignoring_case(name, "for")) {
      if (!named.empty()) return {};
      named = std::move(*value);
    }
    skip_blanks(text);
    if (text.empty() || text.front() == ',') break;
    if (text.front() != ';') return {};
    text.remove_prefix(1);
  }
  return named;
}

// All headers of that name as one list, as they came.
std::string joined(const Headers& headers, std::string_view name) {
  std::string out;
  for (const auto& [each, value] : headers.list()) {
    if (!same_ignoring_case(each, name)) continue;
    out += (out.empty() ? "" : ",") + value;
  }
  return out;
}

}  // namespace

std::optional<IpBytes> read_ip(std::string_view text) {
  if (text.find_first_of(std::string_view("%\0", 2)) != std::string_view::npos) return {};
  boost::system::error_code error;
  const ip::address address = ip::make_address(std::string(text), error);
  if (error) return {};
  return address.is_v6() ? address.to_v6().to_bytes()
                         : ip::make_address_v6(ip::v4_mapped, address.to_v4()).to_bytes();
}

std::string to_text(const IpBytes& address) {
  const ip::address_v6 v6(address);
  return v6.is_v4_mapped() ? ip::make_address_v4(ip::v4_mapped, v6).to_string() : v6.to_string();
}

Hops hops_of_list(std::string_view list) {
  Hops out;
  while (!trim(list).empty()) out.push_back(read_hop(cut(list, ',')));
  return out;
}

Hops hops_of_forwarded(std::string_view list) {
  Hops out;
  for (skip_blanks(list); !list.empty(); skip_blanks(list)) {
    const auto named = take_element(list);
    if (!named) return {};
    out.push_back(read_hop(*named));
    if (!list.empty()) list.remove_prefix(1);
  }
  return out;
}

bool Proxies::trust(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view address = text.substr(0, slash);
  const auto first = read_ip(address);
  if (!first) return false;
  const unsigned before = address.contains(':') ? 0 : kBitsBeforeV4;
  Network network{*first, kBits};
  if (slash != std::string_view::npos) {
    const std::string_view digits = text.substr(slash + 1);
    unsigned bits = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (error != std::errc{} || end != digits.data() + digits.size()) return false;
    if (bits == 0 || bits > kBits - before) return false;
    network.bits = bits + before;
  }
  for (unsigned bit = network.bits; bit < kBits; ++bit) {
    if ((network.first[bit / 8] >> (7 - bit % 8) & 1U) != 0) return false;
  }
  trusted_.push_back(network);
  return true;
}

bool Proxies::is_trusted(const IpBytes& address) const {
  return std::ranges::any_of(trusted_, [&](const Network& network) {
    for (unsigned bit = 0; bit < network.bits; ++bit) {
      const auto differs = static_cast<unsigned>(address[bit / 8] ^ network.first[bit / 8]);
      if ((differs >> (7 - bit % 8) & 1U) != 0) return false;
    }
    return true;
  });
}

std::string Proxies::client_of(const std::string& peer, const Headers& headers) const {
  const auto nearest = read_ip(peer);
  if (!nearest) return peer;
  IpBytes client = *nearest;
  if (!is_trusted(client)) return to_text(client);
  const Hops hops = header_ == Header::forwarded ? hops_of_forwarded(joined(headers, "Forwarded"))
                                                 : hops_of_list(joined(headers, "X-Forwarded-For"));
  for (auto hop = hops.rbegin(); hop != hops.rend() && *hop; ++hop) {
    client = **hop;
    if (!is_trusted(client)) break;
  }
  return to_text(client);
}

}  // namespace guichet::http
