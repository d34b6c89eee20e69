// Facts of what people do besides the acts of a path: consent, requalifying, undoing, recalling
// letters, joining cases; see event.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"
#include "engine/cases/snapshot.hpp"

namespace guichet::cases {

using base::InstanceNumber;

// What the person said about passing the request on; the field's new value is a FieldWritten.
struct ConsentRecorded {
  InstanceNumber n;
  std::string field, state;           // given, refused, withdrawn
  std::vector<std::string> partners;  // empty: all
  base::Day said_on{};
};
// A referral goes on under another need, or in another state's block. "" and 0: in none yet.
struct ReferralMoved {
  InstanceNumber n, parent;
  std::string state;
  std::int32_t entry = 0;
};
// The need was of another theme: `to` goes on with its facts.
struct NeedRequalified {
  InstanceNumber n, to;
  std::string theme;
};
// A further need was asked for in an open case, and eligibility asked again for it.
struct NeedDecided {
  std::string theme, verdict;
  std::vector<std::string> rules, reasons;
  std::optional<InstanceNumber> opened;  // absent where it was refused
};
// An act was taken back. What its step changed follows as facts of their own.
struct ActUndone {
  InstanceNumber n;
  std::string name;
  std::int64_t from = 0, until = 0;         // the facts of its step, in this journal
  std::vector<std::string> recalled, left;  // keys of its letters
  bool intake = false;                      // eligibility was decided in it: to be asked again
};
// An instance is again as it was before the act that was undone.
struct InstanceRestored {
  InstanceNumber n;
  Instance instance;
  std::optional<base::Instant> case_closed_at;  // the case was closed then, and is again
};
struct QuotaReleased {
  InstanceNumber n;
  std::string partner, quota, period;
};
struct LetterRecalled {
  InstanceNumber n;
  std::string key, letter, to;
};
// What called the letter back was undone: it leaves after all.
struct LetterPutBack {
  InstanceNumber n;
  std::string key, letter, to;
};
// This case was found to be about the same person or firm as another, which goes on.
struct CaseMerged {
  base::CaseId into{};
  std::string number;
};
struct CaseUnmerged {
  base::CaseId from{};
  std::string number;
};
// In the case that goes on.
struct CaseJoined {
  base::CaseId other{};
  std::string number;
};
struct CaseParted {
  base::CaseId other{};
  std::string number;
};
// While cases are merged, an instance that both have stands still.
struct InstanceHeld {
  InstanceNumber n;
  std::vector<Timer> timers;  // that were armed, with what is left of each
};
struct InstanceReleased {
  InstanceNumber n;
};

}  // namespace guichet::cases
