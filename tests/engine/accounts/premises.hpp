// A desk's accounts in memory, with chance that can be foreseen, cheap hashes and a clock at hand.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>

#include "engine/accounts/account_book.hpp"
#include "engine/accounts/link_codes.hpp"
#include "engine/accounts/sign_in.hpp"
#include "engine/accounts/totp.hpp"

namespace guichet::accounts {

// SplitMix64 from a seed: the same run every time.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed = 1) : state_(seed) {}
  void fill(std::span<unsigned char> bytes) override {
    const std::lock_guard lock(mutex_);
    for (unsigned char& byte : bytes) {
      state_ += 0x9E3779B97F4A7C15ULL;
      std::uint64_t z = state_;
      z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
      z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
      byte = static_cast<unsigned char>(z >> 56U);
    }
  }

 private:
  std::mutex mutex_;
  std::uint64_t state_;
};

inline const std::string kAlbert = "albert@cma.example";
inline const std::string kGoodPassword = "tilleul brouette magnesium ourlet";
inline const std::string kOtherPassword = "galet horloge sapinette virgule";

// 4 February 2009, nine in the morning.
inline base::Instant nine() {
  return *base::parse_instant("2009-02-04T09:00:00Z");
}

struct Premises {
  explicit Premises(std::unique_ptr<store::Store> kept = store::make_memory_store())
      : store(std::move(kept)) {}

  // Logs in with password and, where one is asked for, the right code.
  Outcome<SignedIn> enter(const std::string& email, const std::string& password = kGoodPassword,
                          const std::string& device = {}) {
    auto in = sign_in.log_in({email, password, device, {}}, origin, now);
    if (!in || in->session.stage != store::SessionStage::awaiting_code) return in;
    return sign_in.confirm(in->id, code_of(email), false, origin, now);
  }
  // What the telephone shows now; the account's secret as the store has it.
  std::string code_of(const std::string& email, std::int64_t steps_away = 0) {
    const auto account = book.find(email);
    const std::string& sealed =
        account->totp_secret.empty() ? account->totp_pending : account->totp_secret;
    const auto secret = keys.unseal(sealed, account->id);
    return hotp(*secret, static_cast<std::uint64_t>(totp_step(now) + steps_away));
  }
  store::Account coordinator(const std::string& email = "nadege@figeac.example") {
    return *book.add({email, "Nadège Salvan", {access::Persona::coordinator}, "nadege", {}},
                     kGoodPassword, "", now);
  }
  // With a second factor.
  store::Account equipped(const std::string& email = "nadege@figeac.example") {
    const store::Account made = coordinator(email);
    recovery = book.hand_second_factor(made.id, "", now)->recovery;
    return *book.find(made.id);
  }
  store::Account partner(const std::string& email = "albert@cma.example") {
    return *book.add({email, "Albert Roux", {access::Persona::partner}, "", {{"cma-46", "roux"}}},
                     kGoodPassword, "", now);
  }
  std::optional<Live> session(const std::string& id) {
    std::optional<Live> out;
    store->read([&](store::Reader& reader) { out = find_session(reader.accounts(), id, now); });
    return out;
  }
  std::vector<store::AuditRow> audit() {
    std::vector<store::AuditRow> out;
    store->read([&](store::Reader& reader) { out = reader.accounts().audit(0, 100'000); });
    return out;
  }

  std::unique_ptr<store::Store> store;
  base::Instant now = nine();
  Origin origin{"192.0.2.17", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Firefox/128.0"};
  SeededRandom random;
  Keys keys{"0123456789abcdef0123456789abcdef"};
  PasswordHasher hasher{{1, 8192}};
  AccountBook book{*store, keys, random, hasher, "Guichet du Pays de Figeac"};
  SignIn sign_in{*store, keys, random, hasher, "Guichet du Pays de Figeac"};
  LinkCodes links{*store, keys, random};
  std::vector<std::string> recovery;
};

// The code of what refused it; "" where it was not refused.
template <typename T>
std::string fault(const Outcome<T>& outcome) {
  return outcome ? std::string() : std::string(outcome.error().rejection.reasons.front().key());
}

}  // namespace guichet::accounts
