// What an agreement promises of a partner, against what the partner did: numbers only, nobody's
// data, nothing of any other partner.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/results/answer_times.hpp"

namespace guichet::results {

// Referrals by the day on which they asked. Asked is the sum of in time, late, silent, withdrawn
// and waiting; accepted and declined are that of in time and late.
struct KeptTally {
  std::size_t asked = 0, accepted = 0, declined = 0;
  std::size_t in_time = 0, late = 0, silent = 0, withdrawn = 0, waiting = 0, overdue = 0;
  std::size_t contact_in_time = 0, contact_late = 0, contact_waiting = 0;
  std::vector<std::int64_t> days{};  // of each answer

  std::optional<double> median() const;  // in business days; nothing without an answer
};

struct PromisedArticle {
  std::string convention, id, title;
  std::optional<base::Delay> answer_within, first_contact_within;
  // One by alternative of the partner's clauses: what it is competent for, fact by fact.
  struct Scope {
    std::vector<std::pair<std::string, std::string>> wanted;  // fact, as the convention writes it
  };
  std::vector<Scope> scopes;
};

struct QuotaUse {
  std::string id, period;  // "month", "2009-02"
  std::int64_t max = 0, used = 0;
};

struct Commitments {
  std::string partner;
  std::vector<PromisedArticle> articles;
  std::vector<QuotaUse> quotas;
  KeptTally total;
  std::map<std::string, KeptTally> months;  // "2009-02"
};

// Of the referrals that asked from the day `first` to the day `last`; what is promised is read off
// the versions in force on `last`, or today where that is earlier.
struct CommitmentPeriod {
  base::Day first, last;
};
Commitments commitments(const std::vector<store::CountedCase>& counted, const bundle::Desk& desk,
                        const bundle::Directory& directory, const convention::Loads& loads,
                        const std::string& partner, const CommitmentPeriod& period,
                        base::Instant now);

}  // namespace guichet::results
