#include "engine/publishing/promises.hpp"

#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include "workflows/explore/explore.hpp"

namespace guichet::publishing {
namespace {

using Verdicts = std::vector<explore::Verdict>;

// In the order of the workflows, whoever is ready first.
std::vector<Verdicts> verdicts_of(const bundle::Desk& desk) {
  std::vector<const model::Workflow*> workflows;
  for (const auto& [id, workflow] : desk.workflows) workflows.push_back(workflow.get());
  std::vector<Verdicts> verdicts(workflows.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < workflows.size(); i = next++) {
      verdicts[i] = explore::check_properties(desk, *workflows[i]);
    }
  };
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) others.emplace_back(work);
  work();
  others.clear();  // waits for them
  return verdicts;
}

}  // namespace

void check_promises(const bundle::Desk& desk, base::Language language,
                    base::Diagnostics& diagnostics) {
  std::set<std::pair<std::string, std::uint32_t>> told;
  for (Verdicts& verdicts : verdicts_of(desk)) {
    std::erase_if(verdicts, [&](const explore::Verdict& each) {
      const base::Location& at = each.property->at;
      const std::pair place{at.source ? at.source->name() : "", at.offset};
      return each.outcome == explore::Outcome::holds || !told.insert(place).second;
    });
    explore::report(verdicts, language, diagnostics);
  }
}

}  // namespace guichet::publishing
