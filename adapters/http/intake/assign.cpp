#include "adapters/http/intake/assign.hpp"

#include <algorithm>
#include <mutex>

namespace guichet::http {
namespace {

// Answers come from the store's thread, and at once where a command is refused before it.
class AssignedSoFar {
 public:
  AssignedSoFar(std::size_t size, std::function<void(const Assigned&)> done)
      : left_(size), done_(std::move(done)) {}

  void note(base::CaseId id, const cases::Outcome& outcome) {
    std::unique_lock lock(mutex_);
    if (outcome) {
      ++result_.done;
    } else {
      result_.failures.push_back({id, outcome.error().reasons});
    }
    if (--left_ > 0) return;
    std::ranges::sort(result_.failures, {}, &Assigned::Failure::kase);
    lock.unlock();
    done_(result_);
  }

 private:
  std::mutex mutex_;
  std::size_t left_;
  Assigned result_;
  std::function<void(const Assigned&)> done_;
};

}  // namespace

std::vector<std::string> missing_of(const Assignment& assignment) {
  std::vector<std::string> out;
  if (assignment.cases.empty() || assignment.cases.size() > kMostAssigned) out.push_back("cases");
  if (assignment.owner.empty()) out.push_back("owner");
  if (assignment.reason.empty()) out.push_back("reason");
  return out;
}

void assign_all(Site& site, const Request& request, Assignment assignment,
                std::function<void(const Assigned&)> done) {
  // The same case twice is one.
  std::ranges::sort(assignment.cases);
  const auto twice = std::ranges::unique(assignment.cases);
  assignment.cases.erase(twice.begin(), twice.end());
  const auto so_far = std::make_shared<AssignedSoFar>(assignment.cases.size(), std::move(done));
  for (const base::CaseId id : assignment.cases) {
    const std::string key =
        assignment.key.empty() ? "" : assignment.key + ":" + std::to_string(id.value);
    submit(site, request,
           {.id = key, .kase = id, .body = cases::AssignOwner{assignment.owner, assignment.reason}},
           [so_far, id](const cases::Outcome& outcome) { so_far->note(id, outcome); });
  }
}

}  // namespace guichet::http
