// Passwords as they are kept: Argon2id. Hashing takes memory and time on purpose, so no more than
// two are made at once, whoever asks. Thread rule: any thread, never the store's writer.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <semaphore>
#include <string>
#include <string_view>

namespace guichet::accounts {

// OWASP's figures: 19 MiB, twice over it, one lane.
struct HashCost {
  unsigned long long passes = 2;
  std::size_t memory = 19U * 1024 * 1024;
};

class PasswordHasher {
 public:
  enum class Verdict { wrong, right, right_but_weak };  // weak: made at another cost, to be redone

  explicit PasswordHasher(HashCost cost = {});

  std::string hash(std::string_view password);
  // An empty hash (nobody, or nobody's password) takes as long and is wrong.
  Verdict verify(const std::string& hash, std::string_view password);
  // How many hashes have been worked out so far: what a caller's time is made of.
  std::uint64_t worked_out() const { return worked_out_; }

 private:
  const std::string& decoy();

  HashCost cost_;
  std::counting_semaphore<2> places_{2};
  std::once_flag decoy_made_;
  std::string decoy_;
  std::atomic<std::uint64_t> worked_out_{0};
};

}  // namespace guichet::accounts
