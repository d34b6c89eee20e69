// A partner's commitments as pages and the API show them: what the agreement promises, what was
// kept, month by month. Numbers only.
#pragma once

#include <string>
#include <vector>

#include "adapters/http/results/published_results.hpp"
#include "engine/results/commitments.hpp"

namespace guichet::http {

struct KeptView {
  std::string month;  // "2009-02"; empty for the whole period
  std::int64_t asked = 0, accepted = 0, declined = 0, in_time = 0, late = 0, silent = 0,
               withdrawn = 0, waiting = 0, overdue = 0, contact_in_time = 0, contact_late = 0,
               contact_waiting = 0;
  std::string median;  // business days to an answer: "2.5"; empty without one
};
struct PromisedView {
  std::string convention, article, title, answer_within, first_contact_within;
  std::vector<std::string> scopes;  // in words
};
struct QuotaView {
  std::string id, period;
  std::int64_t max = 0, used = 0;
};
struct CommitmentsView {
  std::string partner, name;
  std::string first, last;  // days
  std::vector<PromisedView> promised;
  std::vector<QuotaView> quotas;
  KeptView total;
  std::vector<KeptView> months;
};

// `year=2009`, or `from=` and `until=` (both included); this year where neither is said or what is
// said is no date.
results::CommitmentPeriod period_asked(const Pairs& query, const desk::Desk& desk);

// Requires: the partner is in the directory. Reads all cases where they have changed.
CommitmentsView view_commitments(PublishedResults& results, desk::Desk& desk,
                                 const std::string& partner,
                                 const results::CommitmentPeriod& period, base::Language language);

}  // namespace guichet::http
