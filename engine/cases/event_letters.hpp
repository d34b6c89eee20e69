// Facts about letters; see event.hpp.
#pragma once

#include <string>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"

namespace guichet::cases {

using base::InstanceNumber;

struct LetterQueued {
  InstanceNumber n;
  std::string key, letter, purpose;  // purpose: notify, remind, escalate
  std::string to_kind, to;           // partner, staff, person + id
  std::string channel;
};
struct LetterSuppressed {  // a second reminder of one day after an outage
  InstanceNumber n;
  std::string letter, to, reason;
};
struct LetterDelivered {
  std::string key;
};
struct LetterRefused {
  std::string key, reason;
};
// After an outage a reminder went to somebody outside, on this local day: no other one that day.
struct ReminderLeft {
  base::Day day{};
};

}  // namespace guichet::cases
