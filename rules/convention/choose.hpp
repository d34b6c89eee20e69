// The choice of a need's partners. Pure: facts, counters, day and seed in; who is chosen, who is
// not and why, and what is to be reserved out.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/convention/convention.hpp"
#include "rules/tables/decide.hpp"

namespace guichet::convention {

// A partner that cannot be asked for this need whatever the convention says.
struct Barred {
  // asked: an answer is still awaited, or was given; consent: the person has not agreed to it
  enum class Why { asked, declined, absent, consent };
  std::string partner;
  Why why = Why::asked;
};

// A number may be known as a bracket ({min: 10, max: 19} or [10..19], a bound null where there is
// none): it passes a criterion that contains it whole.
struct Need {
  std::span<const feel::Value> variables;  // of the scope given at load
  base::Day today{};
  // What makes the turn fair and stable: the case and the need ("412/2"). The same seed always
  // gives the same order.
  std::string seed;
  std::vector<Barred> barred;
  // Values of the facts by their index, instead of what their expressions read; empty: none.
  std::span<const feel::Value> facts = {};
  // Since when the need waits for a partner that is full; today where it does not yet.
  std::optional<base::Day> waiting_since = {};
};

struct Failure {
  std::string criterion;   // fact ("zone"), "when", "quota", "declined", "asked", "absent",
                           // "rank", "outside-validity"
  std::string value;       // what the case has; "" where unknown
  std::string wanted;      // what is asked, as written
  std::string title = {};  // of the fact, for people; "" for the others
  std::optional<Origin> asked_by = {};  // where a filter or a default asks it, not the clause
};

struct Chosen {
  std::string partner, article, rule;
  std::string via = {};  // id of the fallback that chose it; "" where none was needed
};
struct NotChosen {
  std::string partner;
  std::string article, rule;  // of the row that came nearest
  std::vector<Failure> failed;
};
// One missing answer that would open partners (or that a person must look at: `review`).
struct WouldOpen {
  std::string field;  // what to ask for: Fact::field or Path::field
  std::vector<std::string> partners;
};
// A full partner that keeps its place until that day.
struct Waiting {
  std::string partner, quota;
  base::Day until{};
};
struct Reservation {
  std::string partner, quota, period;
  std::int64_t max = 0;
};

struct Choice {
  std::string theme;                  // of the need, as the fact has it; "" where unknown
  std::vector<Chosen> chosen;         // in the order of preference
  std::vector<NotChosen> not_chosen;  // in the file's order
  // Indexes into not_chosen of those that only facts keep out, the fewest of them first.
  std::vector<std::size_t> nearest;
  std::vector<WouldOpen> would_open;
  std::vector<Waiting> waiting;
  std::vector<std::string> review;        // partners that a missing fact sends to review
  std::vector<Reservation> reservations;  // one per chosen partner and quota
  std::optional<std::size_t> fallback;    // the step of fallback() that was taken, if any
  bool outside_validity = false;
  const Convention* version = nullptr;  // the one that chose: in force on the day
  std::vector<tables::Problem> problems;
};

// `run` gives now() and today() to expressions, and the arena.
Choice choose(const Convention& convention, const Need& need, const Loads& loads,
              feel::Evaluation& run);

}  // namespace guichet::convention
