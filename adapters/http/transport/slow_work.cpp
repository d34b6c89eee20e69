#include "adapters/http/transport/slow_work.hpp"

#include <fmt/format.h>

#include <random>

#include "adapters/http/api/problem.hpp"
#include "adapters/http/site.hpp"
#include "adapters/http/site_messages.hpp"

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
                      fmt::format("fault {}: {} /{}: {}", id, request.method,
                                  fmt::join(request.path, "/"), fault.what()));
    }
    return error(request, 500, id);
  }
}

}  // namespace

SlowWork::SlowWork(std::size_t threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

void SlowWork::finish() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_all();
  for (std::thread& each : threads_) {
    if (each.joinable()) each.join();
  }
}

bool SlowWork::post(std::function<void()> work) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= most_waiting_) return false;
    queue_.push_back(std::move(work));
  }
  arrived_.notify_one();
  return true;
}

void SlowWork::run() {
  for (;;) {
    std::function<void()> next;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      next = std::move(queue_.front());
      queue_.pop_front();
    }
    next();
  }
}

void answer_slowly(const Site& site, const Request& request, Respond respond,
                   std::function<Response(const Request&)> work, ErrorPage error) {
  if (!error) error = error_problem;
  if (site.slow == nullptr) return respond(answer_or_fault(site, request, work, error));
  const bool taken = site.slow->post([&site, kept = request, respond, work, error] {
    respond(answer_or_fault(site, kept, work, error));
  });
  if (taken) return;
  Request busy = request;
  busy.why = base::Message(messages::kTooBusy);
  Response response = error(busy, 503, {});
  response.headers.set("Retry-After", kComeBackAfter);
  respond(std::move(response));
}

}  // namespace guichet::http
