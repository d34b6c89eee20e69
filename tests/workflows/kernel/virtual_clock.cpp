#include "tests/workflows/kernel/virtual_clock.hpp"

#include <algorithm>

namespace guichet::tests {

namespace {

constexpr int kEventLimit = 10'000;

class Play {
 public:
  Play(const model::Workflow& workflow, ClockedHost& host,
       const std::function<std::string(model::StateIndex)>& name_of)
      : workflow_(workflow), host_(host), name_of_(name_of) {}

  bool start() { return kernel::start(workflow_, host_.position, host_) == kernel::Outcome::taken; }

  bool send(const std::string& event) {
    const auto outcome = kernel::step(workflow_, host_.position, {.name = event}, host_);
    return outcome != kernel::Outcome::exhausted;
  }

  // Delayed events until then; without `until`, as long as there are any and no final is reached.
  bool run(std::optional<std::int64_t> until) {
    for (int count = 0; count < kEventLimit; ++count) {
      if (!until && kernel::is_final(workflow_, host_.position)) return true;
      const auto event = host_.next_due(until);
      if (!event) return true;
      if (!send(*event)) return false;
    }
    return false;
  }

  std::optional<std::string> differs(std::vector<std::string> expected, const std::string& where) {
    std::vector<std::string> active;
    for (const kernel::Active& state : host_.position.active) {
      if (workflow_.at(state.state).children.empty()) active.push_back(name_of_(state.state));
    }
    std::ranges::sort(active);
    std::ranges::sort(expected);
    if (active == expected) return std::nullopt;
    return where + ": expected" + listed(expected) + ", is in" + listed(active);
  }

 private:
  static std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += " " + word;
    return text.empty() ? " nothing" : text;
  }

  const model::Workflow& workflow_;
  ClockedHost& host_;
  const std::function<std::string(model::StateIndex)>& name_of_;
};

}  // namespace

void ClockedHost::send(std::string id, std::string event, std::int64_t delay_ms) {
  delayed_.push_back({now_ + delay_ms, std::move(id), std::move(event)});
}

void ClockedHost::cancel(const std::string& id) {
  std::erase_if(delayed_, [&](const Delayed& event) { return event.id == id; });
}

std::optional<std::string> ClockedHost::next_due(std::optional<std::int64_t> until) {
  const auto next = std::ranges::min_element(delayed_, {}, &Delayed::due);
  if (next == delayed_.end() || (until && next->due > *until)) {
    if (until) now_ = std::max(now_, *until);
    return std::nullopt;
  }
  now_ = std::max(now_, next->due);
  std::string event = std::move(next->event);
  delayed_.erase(next);
  return event;
}

std::optional<std::string> play(const NeutralCase& neutral, const model::Workflow& workflow,
                                ClockedHost& host,
                                const std::function<std::string(model::StateIndex)>& name_of) {
  const std::string exhausted = "did not come to rest";
  Play play(workflow, host, name_of);
  if (!play.start()) return exhausted;
  if (neutral.to_completion) {
    if (!play.run(std::nullopt)) return exhausted;
    return play.differs(neutral.final, "at the end");
  }
  if (!play.run(host.now())) return exhausted;
  if (neutral.initial) {
    if (auto fault = play.differs(*neutral.initial, "at the start")) return fault;
  }
  for (std::size_t i = 0; i < neutral.steps.size(); ++i) {
    const NeutralStep& step = neutral.steps[i];
    const bool rests =
        play.run(host.now() + step.after_ms) && play.send(step.event) && play.run(host.now());
    if (!rests) return exhausted;
    const std::string where = "after step " + std::to_string(i + 1) + " (" + step.event + ")";
    if (auto fault = play.differs(step.expected, where)) return fault;
  }
  return std::nullopt;
}

}  // namespace guichet::tests
