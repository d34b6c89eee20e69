#include "engine/accounts/devices.hpp"

#include "engine/base/digest.hpp"

namespace guichet::accounts {
namespace {

constexpr std::size_t kDeviceSecretBytes = 32;

}  // namespace

std::string trust_device(store::AccountRows& rows, Random& random, const std::string& owner,
                         const Origin& origin, base::Instant now) {
  const std::string secret = random_hex(random, kDeviceSecretBytes);
  rows.save(store::TrustedDevice{.hash = base::sha256_hex(secret),
                                 .handle = random_hex(random, 8),
                                 .owner = owner,
                                 .device = device_words(origin.browser),
                                 .created_at = now,
                                 .ends_at = now + kTrustLasts});
  return secret;
}

std::optional<store::TrustedDevice> find_device(store::AccountReader& rows, std::string_view secret,
                                                const std::string& owner, base::Instant now) {
  if (secret.size() != 2 * kDeviceSecretBytes) return {};
  auto device = rows.device(base::sha256_hex(secret));
  if (!device || device->owner != owner || device->ends_at <= now) return {};
  return device;
}

bool revoke_by_handle(store::AccountRows& rows, const std::string& account,
                      const std::string& handle) {
  for (const store::Session& each : rows.sessions(account)) {
    if (each.handle != handle) continue;
    rows.remove_session(each.hash);
    return true;
  }
  for (const store::TrustedDevice& each : rows.devices(account)) {
    if (each.handle != handle) continue;
    rows.remove_device(each.hash);
    return true;
  }
  return false;
}

}  // namespace guichet::accounts
