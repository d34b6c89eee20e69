#include "engine/accounts/api_keys.hpp"

#include <algorithm>

#include "engine/accounts/messages.hpp"
#include "engine/accounts/transact.hpp"
#include "engine/base/digest.hpp"

namespace guichet::accounts {
namespace {

using base::Instant;
using store::AccountReader;
using store::AccountRows;
using store::ApiKey;

// So that a key that strays into a file or a repository is known for what it is.
constexpr std::string_view kMark = "guichet_";
constexpr std::size_t kKeySecretBytes = 32;
constexpr std::size_t kShown = kMark.size() + 6;
constexpr std::chrono::minutes kNoteEvery{1};

void note_key(AccountRows& rows, const Keys& keys, const std::string& by, std::string_view act,
              const ApiKey& key, Instant now) {
  record(rows, keys, {by, "", std::string(act), "key " + key.id, "done", ""}, now);
}

using access::Right;
constexpr Right kRightsForKeys[] = {Right::list_cases, Right::see_case, Right::act,
                                    Right::see_results, Right::see_partner};

constexpr std::chrono::hours kCallRemembered{24};

// Once for each call of whoever makes keys; remembered until the next day.
bool is_first_call(AccountRows& rows, const WantedKey& wanted, Instant now) {
  const std::string name = "key-form:" + base::sha256_hex(wanted.made_by + "\n" + wanted.once);
  const auto before = rows.bucket(name);
  if (before && before->ends_at > now) return false;
  rows.save(store::Bucket{.name = name, .count = 1, .at = now, .ends_at = now + kCallRemembered});
  return true;
}

}  // namespace

std::span<const Right> rights_for_keys() {
  return kRightsForKeys;
}

std::string names_of_rights_for_keys() {
  std::string out;
  for (const Right each : kRightsForKeys) {
    if (!out.empty()) out += ", ";
    out += to_text(each);
  }
  return out;
}

Outcome<MadeKey> make_api_key(store::Store& store, const Keys& keys, Random& random,
                              const WantedKey& wanted, Instant now) {
  if (wanted.label.empty()) return refused(422, messages::kKeyWithoutLabel);
  for (const std::string& word : wanted.granted) {
    const auto right = access::right_of(word);
    if (!right || std::ranges::find(kRightsForKeys, *right) == std::end(kRightsForKeys)) {
      return refused(422, messages::kNotForKeys, {word, names_of_rights_for_keys()});
    }
  }
  MadeKey made;
  made.key = std::string(kMark) + random_hex(random, kKeySecretBytes);
  made.row = {.id = random_hex(random, 8),
              .hash = base::sha256_hex(made.key),
              .prefix = made.key.substr(0, kShown),
              .label = wanted.label,
              .partner = wanted.partner,
              .granted = wanted.granted,
              .made_by = wanted.made_by,
              .created_at = now,
              .expires_at = wanted.expires_at};
  bool is_first = true;
  write_and_wait(store, [&](AccountRows& rows) {
    is_first = wanted.once.empty() || is_first_call(rows, wanted, now);
    if (!is_first) return;
    rows.save(made.row);
    note_key(rows, keys, wanted.made_by, "key-made", made.row, now);
  });
  if (!is_first) return refused(409, messages::kKeyMadeAlready);
  return made;
}

std::optional<ApiKey> find_api_key(AccountReader& rows, std::string_view key, Instant now) {
  if (!key.starts_with(kMark) || key.size() != kMark.size() + 2 * kKeySecretBytes) return {};
  auto found = rows.api_key(base::sha256_hex(key));
  if (!found || found->revoked_at || (found->expires_at && *found->expires_at <= now)) return {};
  return found;
}

bool wants_note(const ApiKey& key, Instant now) {
  return !key.used_at || now - *key.used_at >= kNoteEvery;
}

void use_api_key(AccountRows& rows, const std::string& hash, Instant now) {
  auto key = rows.api_key(hash);
  if (!key) return;
  key->used_at = now;
  rows.save(*key);
}

Outcome<ApiKey> revoke_api_key(store::Store& store, const Keys& keys,
                               const std::string& id_or_prefix, const std::string& by,
                               Instant now) {
  return transact(store, [&](AccountRows& rows) -> Outcome<ApiKey> {
    for (ApiKey& each : rows.api_keys()) {
      if (each.id != id_or_prefix && each.prefix != id_or_prefix) continue;
      if (each.revoked_at) return each;
      each.revoked_at = now;
      rows.save(each);
      note_key(rows, keys, by, "key-revoked", each, now);
      return each;
    }
    return refused(404, messages::kNoKey, {id_or_prefix});
  });
}

}  // namespace guichet::accounts
