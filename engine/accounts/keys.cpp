#include "engine/accounts/keys.hpp"

#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <vector>

#include "engine/base/digest.hpp"

namespace guichet::accounts {
namespace {

constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "guichet1";
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

static_assert(kMasterKeyBytes == crypto_kdf_KEYBYTES);
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == 32);

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Keys::Keys(std::string_view master) : master_{} {
  assert(master.size() == kMasterKeyBytes);
  std::copy_n(bytes_of(master), std::min(master.size(), master_.size()), master_.begin());
}

Keys::~Keys() {
  sodium_memzero(master_.data(), master_.size());
}

Keys::Key Keys::key_of(Purpose purpose) const {
  Key key{};
  crypto_kdf_derive_from_key(key.data(), key.size(), static_cast<std::uint64_t>(purpose), kContext,
                             master_.data());
  return key;
}

std::string Keys::hash(Purpose purpose, std::string_view text) const {
  const Key key = key_of(purpose);
  return base::hmac_sha256_hex({reinterpret_cast<const char*>(key.data()), key.size()}, text);
}

std::string Keys::seal(std::string_view secret, std::string_view bound_to, Random& random) const {
  const Key key = key_of(Purpose::seal);
  std::vector<unsigned char> box(kNonceBytes + secret.size() + kTagBytes);
  random.fill({box.data(), kNonceBytes});
  unsigned long long written = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(box.data() + kNonceBytes, &written, bytes_of(secret),
                                             secret.size(), bytes_of(bound_to), bound_to.size(),
                                             nullptr, box.data(), key.data());
  std::string hex(box.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), box.data(), box.size());
  hex.pop_back();
  return hex;
}

std::optional<std::string> Keys::unseal(std::string_view sealed, std::string_view bound_to) const {
  const Key key = key_of(Purpose::seal);
  std::vector<unsigned char> box(sealed.size() / 2);
  std::size_t size = 0;
  const bool is_hex = sodium_hex2bin(box.data(), box.size(), sealed.data(), sealed.size(), nullptr,
                                     &size, nullptr) == 0;
  if (!is_hex || size < kNonceBytes + kTagBytes) return {};
  std::string secret(size - kNonceBytes - kTagBytes, '\0');
  unsigned long long written = 0;
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(secret.data()), &written, nullptr, box.data() + kNonceBytes,
      size - kNonceBytes, bytes_of(bound_to), bound_to.size(), box.data(), key.data());
  if (failed != 0) return {};
  return secret;
}

bool equal_secrets(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace guichet::accounts
