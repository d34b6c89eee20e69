#include "adapters/http/transport/slow_work.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "adapters/http/api/problem.hpp"
#include "adapters/http/site.hpp"
#include "adapters/http/site_messages.hpp"
#include "adapters/http/transport/target.hpp"

namespace guichet::http {
namespace {

constexpr const char* kComeBackAfter = "5";  // seconds

// What the work throws becomes the answer.
Response answer_or_fault(const Site& site, const Request& request,
                         const std::function<Response(const Request&)>& work,
                         const ErrorPage& error) {
  try {
    return work(request);
  } catch (const std::exception& fault) {
    std::random_device random;
    const std::string id = fmt::format("{:08x}", random());
    if (site.log != nullptr) {
      site.log->write(base::LogLevel::error,
                      fmt::format("fault {}: {} {}: {}", id, request.method,
                                  path_for_log(request), fault.what()));
    }
    return error(request, 500, id);
  }
}

}  // namespace

SlowWork::SlowWork(std::size_t threads, std::size_t most_waiting)
    : most_waiting_(most_waiting), most_studies_(std::max<std::size_t>(threads, 2) - 1) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

void SlowWork::finish() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& each : threads_) {
    if (each.joinable()) each.join();
  }
}

bool SlowWork::post(std::function<void()> work, Effort effort) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || brief_.size() + studies_.size() >= most_waiting_) return false;
    (effort == Effort::study ? studies_ : brief_).push_back(std::move(work));
  }
  changed_.notify_all();  // the one that would be woken may not take it
  return true;
}

SlowWork::Queue* SlowWork::next_queue() {
  if (!brief_.empty()) return &brief_;
  return studies_.empty() || studying_ >= most_studies_ ? nullptr : &studies_;
}

void SlowWork::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    Queue* queue = nullptr;
    changed_.wait(lock, [&] {
      queue = next_queue();
      return queue != nullptr || (stopping_ && brief_.empty() && studies_.empty());
    });
    if (queue == nullptr) return;
    const bool study = queue == &studies_;
    auto next = std::move(queue->front());
    queue->pop_front();
    if (study) ++studying_;
    lock.unlock();
    next();
    next = nullptr;  // what it holds is let go outside the lock
    lock.lock();
    if (study) {
      --studying_;
      changed_.notify_all();
    }
  }
}

void answer_slowly(const Site& site, const Request& request, Respond respond,
                   std::function<Response(const Request&)> work, ErrorPage error, Effort effort) {
  if (!error) error = error_problem;
  if (site.slow == nullptr) return respond(answer_or_fault(site, request, work, error));
  const bool taken = site.slow->post([&site, kept = request, respond, work,
                                      error] { respond(answer_or_fault(site, kept, work, error)); },
                                     effort);
  if (taken) return;
  Request busy = request;
  busy.why = base::Message(messages::kTooBusy);
  Response response = error(busy, 503, {});
  response.headers.set("Retry-After", kComeBackAfter);
  respond(std::move(response));
}

}  // namespace guichet::http
