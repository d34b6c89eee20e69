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
  enum class Why { asked, declined, absent };  // asked: an answer is still awaited, or was given
  std::string partner;
  Why why = Why::asked;
};

// A number may be known as a bracket ({min: 10, max: 19} or [10..19], a bound null where there is
// none): it passes a clause that contains it whole.
struct Need {
  std::span<const feel::Value> variables;  // of the scope given at load
  base::Day today{};
  // What makes the turn fair and stable: the case and the need ("412/2"). The same seed always
  // gives the same order.
  std::string seed;
  std::vector<Barred> barred;
  // Values of the facts themselves instead of `variables`, by column of the table: for tests.
  std::optional<tables::Inputs> facts = {};
};

struct Failure {
  std::string criterion;  // fact ("zone"), "when", "quota", "declined", "asked", "absent",
                          // "rank", "outside-validity"
  std::string value;      // what the case has; "" where unknown
  std::string wanted;     // what the clause asks, as written
};

struct Chosen {
  std::string partner, article, rule;
};
struct NotChosen {
  std::string partner;
  std::string article, rule;  // of the clause that came nearest
  std::vector<Failure> failed;
};
// One missing answer that would open partners (or that a person must look at: `review`).
struct WouldOpen {
  std::string field;  // Fact::field
  std::vector<std::string> partners;
};
struct Reservation {
  std::string partner, quota, period;
  std::int64_t max = 0;
};

struct Choice {
  std::string theme;                  // of the need, as the fact has it; "" where unknown
  std::vector<Chosen> chosen;         // in the order of preference
  std::vector<NotChosen> not_chosen;  // in the file's order
  std::vector<WouldOpen> would_open;
  std::vector<std::string> waiting;       // full partners whose quota says `wait`
  std::vector<std::string> review;        // partners that a missing fact sends to review
  std::vector<Reservation> reservations;  // one per chosen partner and quota
  std::optional<std::size_t> fallback;    // index into fallback() where nobody is chosen or waits
  bool outside_validity = false;
  std::vector<tables::Problem> problems;
};

// `run` gives now() and today() to expressions, and the arena.
Choice choose(const Convention& convention, const Need& need, const Loads& loads,
              feel::Evaluation& run);

}  // namespace guichet::convention
