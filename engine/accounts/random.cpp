#include "engine/accounts/random.hpp"

#include <sodium.h>

#include <stdexcept>
#include <vector>

namespace guichet::accounts {
namespace {

class SystemRandom final : public Random {
 public:
  SystemRandom() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used");
  }
  void fill(std::span<unsigned char> bytes) override {
    randombytes_buf(bytes.data(), bytes.size());
  }
};

}  // namespace

std::unique_ptr<Random> make_system_random() {
  return std::make_unique<SystemRandom>();
}

std::string random_hex(Random& random, std::size_t bytes) {
  std::vector<unsigned char> raw(bytes);
  random.fill(raw);
  std::string out(bytes * 2 + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), raw.data(), raw.size());
  out.pop_back();
  sodium_memzero(raw.data(), raw.size());
  return out;
}

std::string random_text(Random& random, std::string_view alphabet, std::size_t length) {
  // Bytes past the last whole turn of the alphabet would favour its first characters.
  const std::size_t fair = 256 - 256 % alphabet.size();
  std::string out;
  while (out.size() < length) {
    unsigned char byte = 0;
    random.fill({&byte, 1});
    if (byte < fair) out += alphabet[byte % alphabet.size()];
  }
  return out;
}

std::string as_typed(std::string_view code) {
  std::string out;
  for (const char c : code) {
    if (c == ' ' || c == '-' || c == '\t') continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

}  // namespace guichet::accounts
