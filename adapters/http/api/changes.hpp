// Who follows which cases change: each committed step is told, as a server-sent event, to those who
// may see the case. It says which case and revision, nothing of its content.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "adapters/http/transport/event_stream.hpp"
#include "engine/access/sight.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::http {

// Thread-safe. Held by its site and by the desk that it listens to.
class Changes : public std::enable_shared_from_this<Changes> {
 public:
  explicit Changes(desk::Desk& desk) : desk_(desk) {}

  // A stream of `change` events, {"case":7,"rev":12}. Ends by itself some minutes later, so that
  // whoever asks again is looked at again; sooner where the session or the account has ended. Nothing where too many follow already.
  std::shared_ptr<EventStream> follow(const access::Principal& principal);
  void tell(const cases::Receipt& change);
  // How many changes of cases were told: the same number, the same cases.
  std::uint64_t count() const { return count_; }
  // A definition was put in force: everybody who follows gets a `definition` event with its hash.
  void tell_definition(const std::string& content_hash);
  // An entry of the directory changed, "" for the staff's absences: those who see all get a
  // `directory` event.
  void tell_directory(const std::string& partner);

 private:
  struct Follower {
    std::shared_ptr<EventStream> stream;
    access::Sight sight;
    std::string who;
    std::string account, session;  // of whoever came in by one, as access::Principal has them
    base::Instant until;
  };
  // Has the account been disabled, or the session ended, since it began to follow?
  bool has_left(const Follower& follower) const;
  void forget(const EventStream* stream);
  // To those for whom `meant` is true; streams whose time is over are closed.
  void push(std::string_view event, const std::string& data,
            const std::function<bool(const access::Sight&)>& meant);
  std::vector<Follower> followers();

  desk::Desk& desk_;
  std::atomic<std::uint64_t> count_{0};
  std::mutex mutex_;
  std::vector<Follower> followers_;
};

}  // namespace guichet::http
