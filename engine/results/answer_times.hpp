// How long partners took to answer and to make contact, against what their articles promise. Days
// are business days of the partner's own calendar; days on which its clock stood still do not
// count, and an answer given by word of mouth counts from the day on which it was said.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "engine/store/result_rows.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::results {

enum class Kept {
  in_time,    // answered within the promise, or nothing was promised
  late,       // answered after it
  silent,     // taken for silence
  withdrawn,  // taken back before an answer
  waiting,    // may still be answered
};

struct AnswerTime {
  Kept kept = Kept::waiting;
  bool overdue = false;              // waiting, longer than promised
  std::optional<std::int64_t> days;  // of an answer
};

enum class Contact { not_promised, in_time, late, waiting };

class AnswerTimes {
 public:
  // Requires: both live as long.
  AnswerTimes(const bundle::Desk& desk, const bundle::Directory& directory)
      : desk_(desk), directory_(directory) {}

  AnswerTime answer(const store::CountedReferral& referral, base::Instant now);
  Contact contact(const store::CountedReferral& referral, base::Instant now);

 private:
  const convention::Article* article_of(const store::CountedReferral& referral) const;
  const calendar::Calendar& calendar_of(const std::string& partner);
  // From `from` to `until`, without what stood still in between.
  std::int64_t days_between(const store::CountedReferral& referral, base::Instant from,
                            base::Instant until);
  bool is_within(const store::CountedReferral& referral, base::Instant from, base::Instant until,
                 const base::Delay& promise);

  const bundle::Desk& desk_;
  const bundle::Directory& directory_;
  std::map<std::string, std::shared_ptr<const calendar::Calendar>> calendars_;  // by partner
};

// accepted, or concluded at once.
bool has_accepted(const store::CountedReferral& referral);

}  // namespace guichet::results
