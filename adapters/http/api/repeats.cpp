#include "adapters/http/api/repeats.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/base/digest.hpp"

namespace guichet::http {
namespace {

// Lengths keep parts apart that a client may choose.
std::string name_of(const Request& request, const std::string& key) {
  const access::Principal& who = request.principal;
  return fmt::format("{} {}:{} {}:{} {} {}", request.method, who.account.size(), who.account,
                     who.actor.id.size(), who.actor.id, fmt::join(request.path, "/"), key);
}

}  // namespace

bool Repeats::once(const Request& request, const std::string& key, Respond respond,
                   const Work& work) {
  if (key.empty()) {
    work(std::move(respond));
    return true;
  }
  const std::string name = name_of(request, key);
  const std::string body = base::sha256_hex(request.body);
  {
    std::unique_lock lock(mutex_);
    const auto [found, is_new] = kept_.try_emplace(name);
    Kept& kept = found->second;
    if (!is_new) {
      if (kept.body != body) return false;
      if (!kept.answered) {
        kept.waiting.push_back(std::move(respond));
        return true;
      }
      const Response response = kept.answer;
      lock.unlock();
      respond(response);
      return true;
    }
    kept.body = body;
    kept.waiting.push_back(std::move(respond));
  }
  work([self = shared_from_this(), name](const Response& response) {
    self->answer(name, response);
  });
  return true;
}

void Repeats::answer(const std::string& name, const Response& response) {
  std::vector<Respond> waiting;
  {
    const std::scoped_lock lock(mutex_);
    const auto found = kept_.find(name);
    if (found == kept_.end() || found->second.answered) return;
    waiting = std::move(found->second.waiting);
    if (response.status < 400) {
      found->second.answered = true;
      found->second.answer = response;
      order_.push_back(name);
      if (order_.size() > kMost) {
        kept_.erase(order_.front());
        order_.pop_front();
      }
    } else {
      kept_.erase(found);
    }
  }
  for (const Respond& each : waiting) each(response);
}

}  // namespace guichet::http
