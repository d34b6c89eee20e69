#include "engine/accounts/password_hash.hpp"

#include <sodium.h>

#include <new>
#include <stdexcept>

namespace guichet::accounts {
namespace {

// Given back even where hashing throws.
class Place {
 public:
  explicit Place(std::counting_semaphore<2>& places) : places_(places) { places_.acquire(); }
  ~Place() { places_.release(); }
  Place(const Place&) = delete;

 private:
  std::counting_semaphore<2>& places_;
};

}  // namespace

PasswordHasher::PasswordHasher(HashCost cost) : cost_(cost) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be used");
}

std::string PasswordHasher::hash(std::string_view password) {
  const Place place(places_);
  ++worked_out_;
  char out[crypto_pwhash_STRBYTES] = {};
  const int failed = crypto_pwhash_str_alg(out, password.data(), password.size(), cost_.passes,
                                           cost_.memory, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) throw std::bad_alloc();
  return out;
}

PasswordHasher::Verdict PasswordHasher::verify(const std::string& hash, std::string_view password) {
  // Made before either is looked at: the first stranger takes no longer than the first friend.
  const std::string& nobodys = decoy();
  const std::string& against = hash.empty() ? nobodys : hash;
  const Place place(places_);
  ++worked_out_;
  const bool same =
      crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  if (!same || hash.empty()) return Verdict::wrong;
  const bool weak = crypto_pwhash_str_needs_rehash(hash.c_str(), cost_.passes, cost_.memory) != 0;
  return weak ? Verdict::right_but_weak : Verdict::right;
}

const std::string& PasswordHasher::decoy() {
  std::call_once(decoy_made_, [this] { decoy_ = hash("nobody has this password"); });
  return decoy_;
}

}  // namespace guichet::accounts
