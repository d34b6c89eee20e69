// The time that regular expressions take.
#include <ctime>

#include "rules/feel/pattern.hpp"

namespace guichet::feel {
namespace {

std::int64_t nanos_by(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

PatternTime::Use::Use(PatternTime& time) : time_(time) {
  time.use_began_ = nanos_by(CLOCK_MONOTONIC);
}

bool PatternTime::check() {
  if (spent_) return false;
  const std::int64_t now = nanos_by(CLOCK_MONOTONIC);
  wall_nanos_ += now - use_began_;
  use_began_ = now;
  // A part of the limit passes before the processor's time is asked at all, then in small parts.
  const std::int64_t patience = cpu_baseline_ < 0 ? limit_nanos_ / 3 : limit_nanos_ / 16;
  if (wall_nanos_ < patience) return true;
  wall_nanos_ = 0;
  const std::int64_t cpu = nanos_by(CLOCK_THREAD_CPUTIME_ID);
  if (cpu_baseline_ < 0) cpu_baseline_ = cpu;
  spent_ = cpu - cpu_baseline_ > limit_nanos_ - limit_nanos_ / 3;
  return !spent_;
}

}  // namespace guichet::feel
