#include "adapters/http/api/changes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

constexpr std::size_t kMostFollowers = 500;  // of 4,096 connections
constexpr std::size_t kMostEach = 20;        // pages that one person has open
constexpr std::chrono::minutes kFollowTime{10};

}  // namespace

std::shared_ptr<EventStream> Changes::follow(const access::Principal& principal) {
  const std::string& who = principal.account.empty() ? principal.actor.id : principal.account;
  auto stream = make_event_stream();
  {
    const std::lock_guard lock(mutex_);
    const auto same = std::ranges::count(followers_, who, &Follower::who);
    if (followers_.size() >= kMostFollowers || same >= static_cast<std::ptrdiff_t>(kMostEach)) {
      return nullptr;
    }
    const bool is_in = !principal.account.empty() && !principal.session.empty();
    followers_.push_back({stream, access::Sight::of(principal), who,
                          is_in ? principal.account : std::string(), principal.session,
                          desk_.clock().now() + kFollowTime});
  }
  stream->on_close([weak = weak_from_this(), raw = stream.get()] {
    if (const auto self = weak.lock()) self->forget(raw);
  });
  return stream;
}

void Changes::forget(const EventStream* stream) {
  const std::lock_guard lock(mutex_);
  std::erase_if(followers_, [&](const Follower& each) { return each.stream.get() == stream; });
}

std::vector<Changes::Follower> Changes::followers() {
  const std::lock_guard lock(mutex_);
  return followers_;
}

bool Changes::has_left(const Follower& follower) const {
  if (follower.account.empty()) return false;
  bool is_in = true;
  desk_.store().read([&](store::Reader& reader) {
    const auto account = reader.accounts().account(follower.account);
    if (!account) return;  // accounts are disabled, never taken out: it is no account of this store
    // A fresh proof gives the session another secret: its page asks again and is let in.
    is_in = !account->disabled_at &&
            std::ranges::count(reader.accounts().sessions(follower.account), follower.session,
                               &store::Session::csrf_secret) > 0;
  });
  return !is_in;
}

// Streams are pushed to without the lock: one that is cut off comes back to be forgotten.
void Changes::push(std::string_view event, const std::string& data,
                   const std::function<bool(const access::Sight&)>& meant) {
  const base::Instant now = desk_.clock().now();
  for (const Follower& each : followers()) {
    if (each.until <= now) {
      each.stream->close();
    } else if (meant(each.sight)) {
      has_left(each) ? each.stream->close() : each.stream->push(event, data);
    }
  }
}

void Changes::tell(const cases::Receipt& change) {
  ++count_;
  std::optional<std::vector<std::string>> asked;  // read once, where a follower does not see all
  push("change", fmt::format(R"({{"case":{},"rev":{}}})", change.kase.value, change.rev),
       [&](const access::Sight& sight) {
         if (sight.sees_all()) return true;
         if (!asked) {
           asked.emplace();
           desk_.store().read([&](store::Reader& reader) {
             if (const auto tie = reader.tie(change.kase)) asked = tie->asked;
           });
         }
         return sight.sees(change.kase, *asked);
       });
}

void Changes::tell_definition(const std::string& content_hash) {
  push("definition", fmt::format(R"({{"hash":"{}"}})", content_hash),
       [](const access::Sight&) { return true; });
}

void Changes::tell_directory(const std::string& partner) {
  push("directory", fmt::format(R"({{"partner":{}}})", json::quote(partner)),
       [](const access::Sight& sight) { return sight.sees_all(); });
}

}  // namespace guichet::http
