// A named timer of a state: what it counts from, how far, how often.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "engine/base/delay.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::model {

enum class Anchor { entry, first_entry, case_opened };
enum class Roll { next_business, previous_business, none };
// After an outage: one step with its due date marked, one for each missed time, or none.
enum class CatchUp { once, each, none };
// What becomes of a timer whose state is entered again through its history, or after a pause: it
// starts anew, runs on with what was left of it, or keeps the due date that it had.
enum class Resume { restart, remaining, original };

struct TimerSpec {
  // Exactly one of `after` (a delay, or FEEL that gives one as text, or null: never armed) and `at`
  // (FEEL that gives a date or a date and time; null: never armed) is set.
  std::optional<std::variant<base::Delay, feel::Expression>> after;
  feel::Expression at;
  std::optional<base::Delay> plus;    // beside `at`
  std::optional<base::Delay> every;   // repeats, counted from the due date before
  std::optional<std::int32_t> times;  // firings in all; no limit if absent
  Anchor anchor = Anchor::entry;
  Roll roll = Roll::next_business;
  CatchUp catch_up = CatchUp::once;
  Resume resume = Resume::restart;
  std::string calendar;  // id of another calendar than the desk's; empty: the desk's
};

}  // namespace guichet::model
