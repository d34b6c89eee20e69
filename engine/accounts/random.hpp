// Where chance comes from: an argument, as time is, so that tests know what comes.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace guichet::accounts {

// Thread rule: fill() may be called from any thread.
class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<unsigned char> bytes) = 0;
};

// The system's, through libsodium.
std::unique_ptr<Random> make_system_random();

// `bytes` random bytes, in hexadecimal: ids and whatever a browser is to keep.
std::string random_hex(Random& random, std::size_t bytes);
// Characters of the alphabet, each as likely as the others. Requires: at most 256 of them.
std::string random_text(Random& random, std::string_view alphabet, std::size_t length);

// Capital letters and digits less those that are taken for one another (0 O, 1 I L).
constexpr std::string_view kReadableAlphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
// What people type of it: capitals, blanks and hyphens left out.
std::string as_typed(std::string_view code);

}  // namespace guichet::accounts
