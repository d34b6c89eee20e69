// The contract of storage for figures and inboxes: few columns of many cases, read in a few
// queries, so that nothing is folded. Plain values.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/cases/event.hpp"
#include "engine/cases/snapshot.hpp"
#include "rules/convention/convention.hpp"

namespace guichet::store {

// A need that counts: not what it was before it was requalified, nor what an undone act opened.
struct CountedNeed {
  base::InstanceNumber n;
  std::string theme;    // its own; its path's id where it has none
  std::string outcome;  // of a closed one
  bool open = true, accompanied = false, success = false;
};

struct CountedReferral {
  base::InstanceNumber n;
  std::optional<base::InstanceNumber> parent;
  std::string partner, convention, article;
  base::Instant opened_at{};
  std::optional<base::Instant> closed_at;
  std::string answer;  // accepted, declined, silent, withdrawn, concluded: the first; "" none yet
  std::optional<base::Instant> answered_at;
  std::optional<base::Day> said_on;         // of an answer that was recorded for the partner
  std::optional<base::Instant> contact_at;  // the partner's first word after it accepted
  std::vector<cases::Stand> stands;         // when all its clocks stood still
};

struct CountedCase {
  base::CaseId id;
  base::Instant opened_at{};
  std::string commune, verdict;
  bool firm = false;    // of a firm that has a name, else of a project holder
  bool merged = false;  // into another case, which counts
  std::vector<CountedNeed> needs;
  std::vector<CountedReferral> referrals;  // but for those of an undone act
};

// A question that a letter puts to people about their need, and whose answer is one of its fields.
struct SurveyFilter {
  std::string letter, field;
};
// A need to which it was put (unless the letter was called back), or that has an answer.
struct SurveyRow {
  base::CaseId kase;
  base::InstanceNumber n;
  std::string answer;  // empty: none yet
};

// One referral as its partner's inbox lists it.
struct AskedRow {
  base::CaseId kase;
  std::string number;      // of the case
  std::string subject;     // workflow of the need
  cases::Instance asked;   // as it stands; of its parts: states, referral, extras, timers
  bool questions = false;  // a question to the desk is open
};

// The referrals of one partner: open ones, or those that ended in a stretch of time, the latest
// first.
struct AskedFilter {
  std::string partner;
  bool open = true;
  base::Instant from{}, until = base::Instant::max();  // closed ones
  std::string outcome{};                               // closed ones; empty: whatever it was
  std::size_t first = 0, most = 50;                    // closed ones; open ones come all
};

class ResultReader {
 public:
  virtual ~ResultReader() = default;
  // Grows with every change of any case: what was counted at the same revision still holds.
  virtual std::int64_t revision() = 0;
  virtual std::vector<CountedCase> counted_cases() = 0;  // by number
  virtual std::vector<SurveyRow> surveyed(const SurveyFilter& filter) = 0;  // by case and number
  // `total`: of those that ended, how many there are.
  virtual std::vector<AskedRow> referrals_of(const AskedFilter& filter, std::size_t& total) = 0;
  // Counters of quotas and of open referrals at `now`, by partner.
  virtual convention::Loads loads_now(base::Instant now) = 0;
};

// How a case's parts are counted, whatever they were read from. Nothing for what does not count.
std::optional<CountedNeed> counted_need(const cases::Instance& instance);
std::optional<CountedReferral> counted_referral(const cases::Instance& instance);
// What a need's field says, as text; empty where it says nothing.
std::string answer_in(const cases::Instance& need, const std::string& field);
// Folds a case's facts into its referrals: of the types `act-taken`, `meant` and `act-undone`, which
// takes back those of its step. Others say nothing here. Requires: in their order.
void count_answers(CountedCase& kase, const std::vector<cases::Fact>& facts);

}  // namespace guichet::store
