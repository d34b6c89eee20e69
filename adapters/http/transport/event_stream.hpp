// Server-sent events: a handler makes a stream, answers with it, and whoever holds it pushes.
// Thread-safe. A reader that does not keep up is cut off rather than waited for: its browser
// connects again and asks for what it missed.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace guichet::http {

class EventStream {
 public:
  virtual ~EventStream() = default;
  // Queues one event; lines of `data` are sent as they are. Ignored once the stream is closed.
  virtual void push(std::string_view event, std::string_view data, std::string_view id = {}) = 0;
  virtual void close() = 0;
  virtual bool is_open() const = 0;
  // Called once when the stream ends, from either side, on any thread; at once if it has ended.
  virtual void on_close(std::function<void()> callback) = 0;

  // The server's side. `wake` is called when there is something to take or the stream ends.
  virtual void attach(std::function<void()> wake) = 0;
  virtual std::string take() = 0;  // what waits, in wire format; empty when nothing
};

std::shared_ptr<EventStream> make_event_stream();

}  // namespace guichet::http
