// Letters in the outbox: leased to one worker at a time, settled under the fence of the lease.
#pragma once

#include "adapters/sql/connection.hpp"

namespace guichet::sql {

std::vector<store::LeasedLetter> lease_letters(Connection& connection, std::size_t most,
                                               base::Instant now, base::Instant until);
std::optional<store::LetterStatus> settle_letter(Connection& connection, base::OutboxId id,
                                                 std::int64_t fence, store::LetterStatus status,
                                                 base::Instant next_at, const std::string& reason,
                                                 store::Attempt attempt);
// Takes back what a worker that is gone had leased: it is due again. Requires: nobody else works on
// the database (the file's lock says so). The fence moves on, should one come back all the same.
void release_leases(Connection& connection);
std::vector<store::OutboxRow> letters_of(Connection& connection, base::CaseId id);
std::optional<base::Instant> next_letter(Connection& connection);

}  // namespace guichet::sql
