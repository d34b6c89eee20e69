// The desk's secret, which is in a file of its own and never in the database: what seals second
// factors, hashes codes and addresses, and chains the audit. One key for each purpose is derived
// from it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/accounts/random.hpp"

namespace guichet::accounts {

constexpr std::size_t kMasterKeyBytes = 32;

// The numbers are part of what is stored: never give one a new meaning.
enum class Purpose : std::uint64_t { seal = 1, codes = 2, addresses = 3, audit = 4, recovery = 5 };

class Keys {
 public:
  // Requires: kMasterKeyBytes of it.
  explicit Keys(std::string_view master);
  ~Keys();
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;

  // HMAC-SHA-256 under the purpose's key, in hexadecimal.
  std::string hash(Purpose purpose, std::string_view text) const;
  // Encrypted and authenticated; opens only for the same `bound_to` (an account's id).
  std::string seal(std::string_view secret, std::string_view bound_to, Random& random) const;
  // Nothing where it was sealed under another key, for another, or was touched.
  std::optional<std::string> unseal(std::string_view sealed, std::string_view bound_to) const;

 private:
  using Key = std::array<unsigned char, 32>;
  Key key_of(Purpose purpose) const;

  Key master_;
};

// In a time that tells nothing of where they differ.
bool equal_secrets(std::string_view a, std::string_view b);

}  // namespace guichet::accounts
