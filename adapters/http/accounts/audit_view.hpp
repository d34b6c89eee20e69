// The journal of who came in, saw and did what, as the auditor reads it: filtered, by pages, with
// how far its chain holds. Waits for the store: off the loop.
#pragma once

#include <expected>
#include <limits>
#include <string>
#include <vector>

#include "adapters/http/accounts/audit_chain.hpp"
#include "adapters/http/api/problem.hpp"
#include "adapters/http/site.hpp"
#include "engine/accounts/rates.hpp"

namespace guichet::http {

// As the query of an address says it.
struct AuditQuery {
  store::AuditFilter filter;
  std::int64_t before = std::numeric_limits<std::int64_t>::max();
  std::size_t most = 50;
};
// `who` (an account's id or e-mail, a key's id), `role`, `act`, `object`, `from` and `until` (days,
// both included), `before`, `first`. 422 for a day that is none.
std::expected<AuditQuery, Refusal> audit_query(Site& site, const Pairs& query);

struct AuditLine {
  store::AuditRow row;
  std::string name;   // of the account or key, as it is today; empty where it is none
  std::string about;  // the same of the object
};
struct AuditPage {
  std::vector<AuditLine> lines;  // the newest first
  std::int64_t next = 0;         // `before` of the page that follows; 0: there is none
  ChainState chain;
};
// Requires: the site has a reception.
AuditPage view_audit(Site& site, const AuditQuery& query);
std::string to_json(const AuditPage& page);

// All rows that fit, the newest first, as CSV that is safe to open in a spreadsheet.
constexpr std::size_t kMostExported = 100'000;
accounts::Outcome<std::string> audit_csv(Site& site, const AuditQuery& query,
                                         const std::string& by);

// A file to be kept under that name, by no cache.
Response csv_response(std::string csv, const std::string& filename);

}  // namespace guichet::http
