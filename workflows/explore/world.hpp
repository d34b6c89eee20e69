// A situation of one need (or request, or referral) with the referrals that it opened, as far as
// the path's conditions can tell situations apart.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "workflows/explore/domain.hpp"
#include "workflows/kernel/kernel.hpp"

namespace guichet::explore {

// `none`: null, neither true nor false; for guards that is no.
enum class Truth : std::uint8_t { no, yes, none, unknown };

// An armed timer; the zone has a clock for each, in the order of Situation::timers.
struct Armed {
  model::DeclarationIndex timer;
  std::int32_t entry = 0;
  std::int32_t firing = 1;
  bool stopped = false;  // by a question or a pause
  bool resumed = false;  // part of its time had passed before it ran again
  int clock = -1;        // its clock in the zone before the step under way; -1: starts at zero
};

struct Instance {
  const model::Workflow* workflow = nullptr;
  kernel::Position position;
  Valuation own;
  std::string outcome;
  bool closed = false;
  bool ticked = false;         // of a referral block that a person confirms, in this entry
  std::int32_t opened_in = 0;  // entry of the parent's state that opened it; -1: left by now
  std::vector<Armed> armed;
  bool gone = false;    // a referral whose parent's state has been left
  bool strays = false;  // such referrals may still answer, at any time
};

struct Situation {
  std::vector<Instance> instances;  // the first is the one that is explored
  Valuation shared;                 // fields of case, person and firm

  const Instance& self() const { return instances.front(); }
};

// A timer of a situation, as a clock of its zone.
struct TimerOf {
  std::size_t instance = 0, armed = 0;
};
std::vector<TimerOf> timers_of(const Situation& situation);
bool has_clock(const Instance& instance, const Armed& armed);

// Gives entries the smallest numbers that keep their order, so that equal situations are equal.
void normalise(Situation& situation);
// Numbers one after another, so that equal keys are equal numbers.
void add_number(std::u16string& key, std::uint64_t number);
// Equal for equal situations alone.
std::u16string key_of(const Situation& situation);
// The path of the innermost state that it is in.
const std::string& deepest_state(const Instance& instance);

// How long a timer waits, in business days: exact for `5bd`, a span for calendar time; nothing
// where it depends on a date that is not known.
struct Span {
  std::int32_t least = 0, most = 0;
};
Span span_of(const base::Delay& delay);
std::optional<Span> span_of(const model::TimerSpec& timer, std::int32_t firing);

}  // namespace guichet::explore
