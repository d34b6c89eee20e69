// The one source of the current time, passed to those that need it.
#pragma once

#include "engine/base/instant.hpp"

namespace guichet::base {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

// A clock that stands still until it is set: scenarios, simulation, the demonstration desk.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : now_(start) {}
  Instant now() const override { return now_; }
  // Never goes back: an earlier instant is ignored.
  void set(Instant instant) {
    if (instant > now_) now_ = instant;
  }

 private:
  Instant now_;
};

}  // namespace guichet::base
