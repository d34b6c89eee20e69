// The demonstration desk: a year of made-up requests lived through, then a clock that only its
// visitor moves.
#pragma once

#include <memory>

#include "workflows/scenarios/stage.hpp"

namespace guichet::app {

class Demonstration {
 public:
  // With `store` null, in memory. A store that holds cases already is left as it is.
  Demonstration(std::shared_ptr<const bundle::Desk> definition,
                std::unique_ptr<store::Store> store);

  desk::Desk& desk() { return stage_->desk(); }
  // Fires what falls due until then, each at its own time. Never back.
  void move_clock(base::Instant until);

 private:
  bool fire_due();

  std::unique_ptr<scenarios::Stage> stage_;
};

}  // namespace guichet::app
