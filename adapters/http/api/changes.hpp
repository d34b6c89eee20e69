// Who follows which cases change: each committed step is told, as a server-sent event, to those who
// may see the case. It says which case and revision, nothing of its content.
#pragma once

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
  // whoever asks again is looked at again. Nothing where too many follow already.
  std::shared_ptr<EventStream> follow(const access::Principal& principal);
  void tell(const cases::Receipt& change);
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
    base::Instant until;
  };
  void forget(const EventStream* stream);
  // To those for whom `meant` is true; streams whose time is over are closed.
  void push(std::string_view event, const std::string& data,
            const std::function<bool(const access::Sight&)>& meant);
  std::vector<Follower> followers();

  desk::Desk& desk_;
  std::mutex mutex_;
  std::vector<Follower> followers_;
};

}  // namespace guichet::http
