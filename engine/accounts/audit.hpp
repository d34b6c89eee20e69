// The journal of who came in, was refused, saw and did what: one chain of rows, each with an HMAC
// over the one before. Whoever changes, takes out or adds a row without the desk's key is found;
// rows cut off at the end are found against a head that was kept elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/accounts/keys.hpp"
#include "engine/store/accounts.hpp"

namespace guichet::accounts {

struct Deed {
  std::string actor;    // id of an account, key, or link's session; "" for nobody known
  std::string persona;  // access::to_text
  std::string act;      // "login", "view", the name of a route
  std::string object;   // "case 7", never a name or a value
  std::string result;   // "done", "refused", the code of the refusal
  std::string ip;       // whole; kept truncated
};

// Adds a row, in the transaction of the deed itself. Line ends in what it is given become blanks.
void record(store::AccountRows& rows, const Keys& keys, const Deed& deed, base::Instant now);

struct AuditCheck {
  std::int64_t rows = 0;
  std::optional<std::int64_t> broken;  // number of the first row that does not follow
  std::string head;                    // hash of the last row, to be kept elsewhere
};
// Goes on from where `check` stands, by `most` rows at most; what is broken stays so.
void continue_check(store::AccountReader& rows, const Keys& keys, AuditCheck& check,
                    std::size_t most);
// `head`: one that was kept elsewhere, with its number; "" where there is none.
AuditCheck check_audit(store::AccountReader& rows, const Keys& keys, std::int64_t head_seq = 0,
                       const std::string& head = {});

}  // namespace guichet::accounts
