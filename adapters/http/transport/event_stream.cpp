#include "adapters/http/transport/event_stream.hpp"

#include <mutex>

namespace guichet::http {
namespace {

constexpr std::size_t kMostEventsWaiting = 256 * 1024;  // bytes; a reader further behind is cut off

// A field of the wire format is one line: what breaks lines in a name or an id is left out.
void append_field(std::string& wire, std::string_view name, std::string_view value) {
  wire.append(name).append(": ");
  for (const char c : value) {
    if (c != '\r' && c != '\n' && c != '\0') wire += c;
  }
  wire += '\n';
}

std::string to_wire(std::string_view event, std::string_view data, std::string_view id) {
  std::string wire;
  if (!id.empty()) append_field(wire, "id", id);
  if (!event.empty()) append_field(wire, "event", event);
  for (std::size_t begin = 0; begin <= data.size();) {
    const std::size_t end = std::min(data.find('\n', begin), data.size());
    append_field(wire, "data", data.substr(begin, end - begin));
    begin = end + 1;
  }
  return wire += '\n';
}

class QueuedStream final : public EventStream {
 public:
  void push(std::string_view event, std::string_view data, std::string_view id) override {
    std::string wire = to_wire(event, data, id);
    std::function<void()> wake;
    {
      const std::lock_guard lock(mutex_);
      if (!open_) return;
      if (waiting_.size() + wire.size() <= kMostEventsWaiting) {
        waiting_ += wire;
        wake = wake_;
        wire.clear();
      }
    }
    if (!wire.empty()) return close();
    if (wake) wake();
  }

  void close() override {
    std::function<void()> wake;
    std::function<void()> ended;
    {
      const std::lock_guard lock(mutex_);
      if (!open_) return;
      open_ = false;
      wake.swap(wake_);
      ended.swap(ended_);
    }
    if (wake) wake();
    if (ended) ended();
  }

  bool is_open() const override {
    const std::lock_guard lock(mutex_);
    return open_;
  }

  void on_close(std::function<void()> callback) override {
    {
      const std::lock_guard lock(mutex_);
      if (open_) {
        ended_ = std::move(callback);
        return;
      }
    }
    callback();
  }

  void attach(std::function<void()> wake) override {
    const std::lock_guard lock(mutex_);
    if (open_) wake_ = std::move(wake);
  }

  std::string take() override {
    const std::lock_guard lock(mutex_);
    return std::exchange(waiting_, {});
  }

 private:
  mutable std::mutex mutex_;
  bool open_ = true;
  std::string waiting_;
  std::function<void()> wake_;
  std::function<void()> ended_;
};

}  // namespace

std::shared_ptr<EventStream> make_event_stream() {
  return std::make_shared<QueuedStream>();
}

}  // namespace guichet::http
