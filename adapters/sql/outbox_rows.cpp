#include "adapters/sql/outbox_rows.hpp"

#include <algorithm>
#include <array>

namespace guichet::sql {
namespace {

using store::LetterStatus;

// In the order of the enumeration.
constexpr std::array<std::string_view, 6> kStates{"waiting", "leased",  "delivered",
                                                  "refused", "printed", "recalled"};

LetterStatus status_of(std::string_view state) {
  const auto found = std::ranges::find(kStates, state);
  return static_cast<LetterStatus>(found - kStates.begin());
}

// A letter may leave when no earlier one of its case to the same addressee is pending.
constexpr Query kReady{
    "select o.id, o.fence, o.attempts, o.case_id, o.n, o.dedup_key, o.letter, o.purpose, "
    "o.channel, o.to_kind, o.to_id, o.to_name, o.to_address, o.subject, o.body_text, o.body_html, "
    "o.made_at, o.leaves_at from outbox o where o.pending = 1 and o.next_at <= :now and "
    "not exists (select 1 from outbox e where e.pending = 1 and e.case_id = o.case_id and "
    "e.to_kind = o.to_kind and e.to_id = o.to_id and e.id < o.id) "
    "order by o.next_at, o.id limit :most",
    "ii", "iiiiitttttttttttii"};
constexpr Query kLease{
    "update outbox set state = 'leased', next_at = :until, attempts = attempts + 1, "
    "fence = fence + 1 where id = :id",
    "ii"};
// Called back from a relay that has not answered in time: whether it left, nobody will know.
constexpr Query kEndLost{
    "update outbox set state = 'recalled', pending = 0, called_back = 0, fence = fence + 1 "
    "where pending = 1 and called_back = 1 and next_at <= :now",
    "i"};
constexpr Query kEndCalledBack{
    "update outbox set state = 'recalled', pending = 0, called_back = 0, fence = fence + 1 "
    "where pending = 1 and called_back = 1",
    ""};
constexpr Query kRelease{
    "update outbox set state = 'waiting', next_at = leaves_at, fence = fence + 1 "
    "where state = 'leased'",
    ""};
constexpr Query kSettle{
    "update outbox set state = case when called_back = 1 and :delivered = 0 then 'recalled' "
    "else :state end, pending = case when called_back = 1 then 0 else :pending end, "
    "called_back = 0, next_at = :next, reason = :reason, attempts = attempts - :uncounted "
    "where id = :id and fence = :fence and state = 'leased' returning state",
    "itiitiii", "t"};
constexpr Query kOfCase{
    "select id, state, attempts, next_at, n, dedup_key, letter, purpose, channel, to_kind, to_id, "
    "to_name, to_address, subject, body_text, body_html, made_at, leaves_at, reason, called_back "
    "from outbox where case_id = :id order by id",
    "i", "itiiitttttttttttiiti"};
constexpr Query kNext{
    "select o.next_at from outbox o where o.pending = 1 and "
    "not exists (select 1 from outbox e where e.pending = 1 and e.case_id = o.case_id and "
    "e.to_kind = o.to_kind and e.to_id = o.to_id and e.id < o.id) "
    "order by o.next_at, o.id limit 1",
    "", "i"};

// Both queries have the letter's columns from the fifth on.
cases::LetterEffect letter_of(const Row& row) {
  cases::LetterEffect letter;
  letter.n = {row.small(4)};
  letter.key = row.text(5);
  letter.letter = row.text(6);
  letter.purpose = row.text(7);
  letter.channel = row.text(8);
  letter.to_kind = row.text(9);
  letter.to = row.text(10);
  letter.to_name = row.text(11);
  letter.to_address = row.text(12);
  letter.subject = row.text(13);
  letter.text = row.text(14);
  letter.html = row.text(15);
  letter.made_at = row.instant(16);
  letter.leaves_at = row.instant(17);
  return letter;
}

}  // namespace

std::vector<store::LeasedLetter> lease_letters(Connection& connection, std::size_t most,
                                               base::Instant now, base::Instant until) {
  connection.run(kEndLost, {now});
  std::vector<store::LeasedLetter> leased;
  for (const Row row : connection.run(kReady, {now, most})) {
    leased.push_back(
        {{row.integer(0)}, row.integer(1) + 1, row.small(2), {row.integer(3)}, letter_of(row)});
  }
  for (const store::LeasedLetter& letter : leased) connection.run(kLease, {until, letter.id});
  return leased;
}

std::optional<LetterStatus> settle_letter(Connection& connection, base::OutboxId id,
                                          std::int64_t fence, LetterStatus status,
                                          base::Instant next_at, const std::string& reason,
                                          store::Attempt attempt) {
  const bool pending = status == LetterStatus::waiting || status == LetterStatus::leased;
  const Rows rows = connection.run(
      kSettle, {status == LetterStatus::delivered, kStates[static_cast<std::size_t>(status)],
                pending, next_at, reason, attempt == store::Attempt::does_not_count, id, fence});
  if (rows.empty()) return {};
  return status_of(rows.front().text(0));
}

void release_leases(Connection& connection) {
  connection.run(kEndCalledBack);
  connection.run(kRelease);
}

std::vector<store::OutboxRow> letters_of(Connection& connection, base::CaseId id) {
  std::vector<store::OutboxRow> rows;
  for (const Row row : connection.run(kOfCase, {id})) {
    rows.push_back({{row.integer(0)},
                    id,
                    letter_of(row),
                    status_of(row.text(1)),
                    row.small(2),
                    row.instant(3),
                    row.text(18),
                    row.integer(19) != 0});
  }
  return rows;
}

std::optional<base::Instant> next_letter(Connection& connection) {
  const Rows rows = connection.run(kNext);
  if (rows.empty()) return {};
  return rows.front().instant(0);
}

}  // namespace guichet::sql
