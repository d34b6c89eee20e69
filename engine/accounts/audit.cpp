#include "engine/accounts/audit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/accounts/rates.hpp"

namespace guichet::accounts {
namespace {

// Room for the longest reason of opened_cases.hpp, whatever its letters.
constexpr std::size_t kLongestCell = 640;

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  if (text.size() <= kLongestCell) return text;
  std::size_t end = kLongestCell;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);  // never within a character
  return text;
}

// Each cell with its length, so that no two rows read alike.
std::string hash_of(const store::AuditRow& row, const std::string& before, const Keys& keys) {
  std::string text = fmt::format("{} {}", row.seq, base::to_millis(row.at));
  for (const std::string* cell :
       {&before, &row.actor, &row.persona, &row.act, &row.object, &row.result, &row.ip}) {
    text += fmt::format(" {}:{}", cell->size(), *cell);
  }
  return keys.hash(Purpose::audit, text);
}

}  // namespace

void record(store::AccountRows& rows, const Keys& keys, const Deed& deed, base::Instant now) {
  const auto last = rows.last_audit();
  store::AuditRow row{.seq = last ? last->seq + 1 : 1,
                      .at = now,
                      .actor = one_line(deed.actor),
                      .persona = one_line(deed.persona),
                      .act = one_line(deed.act),
                      .object = one_line(deed.object),
                      .result = one_line(deed.result),
                      .ip = one_line(truncated_ip(deed.ip))};
  row.hash = hash_of(row, last ? last->hash : std::string(), keys);
  rows.append(row);
}

void continue_check(store::AccountReader& rows, const Keys& keys, AuditCheck& check,
                    std::size_t most) {
  if (check.broken) return;
  const auto last = rows.last_audit();
  if ((last ? last->seq : 0) < check.rows) {
    check.broken = check.rows;  // cut off since
    return;
  }
  for (const store::AuditRow& row : rows.audit(check.rows, most)) {
    if (row.seq != check.rows + 1 || !equal_secrets(row.hash, hash_of(row, check.head, keys))) {
      check.broken = check.rows + 1;
      return;
    }
    check.rows = row.seq;
    check.head = row.hash;
  }
}

AuditCheck check_audit(store::AccountReader& rows, const Keys& keys, std::int64_t head_seq,
                       const std::string& head) {
  AuditCheck check;
  for (;;) {
    const auto page = rows.audit(check.rows, 1000);
    if (page.empty()) break;
    for (const store::AuditRow& row : page) {
      const bool follows = row.seq == check.rows + 1 &&
                           equal_secrets(row.hash, hash_of(row, check.head, keys)) &&
                           (row.seq != head_seq || row.hash == head);
      if (!follows) {
        check.broken = check.rows + 1;
        return check;
      }
      check.rows = row.seq;
      check.head = row.hash;
    }
  }
  if (check.rows < head_seq) check.broken = check.rows + 1;
  return check;
}

}  // namespace guichet::accounts
