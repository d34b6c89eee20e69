// Fires timers when they fall due. It sleeps until the next one, at most half a minute, and is
// woken by commits; the truth is in the store, nothing is remembered here.
#pragma once

#include <functional>
#include <memory>

#include "engine/base/log.hpp"
#include "engine/desk/desk.hpp"

namespace boost::asio {
class io_context;
}

namespace guichet::app {

class TimerPump {
 public:
  virtual ~TimerPump() = default;
  virtual void wake() = 0;  // from any thread
  virtual void stop() = 0;
};

// `fired` is called after each batch that changed something.
std::unique_ptr<TimerPump> make_timer_pump(boost::asio::io_context& loop, desk::Desk& desk,
                                           base::Log& log, std::function<void()> fired);

}  // namespace guichet::app
