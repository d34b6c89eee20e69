// A host of the kernel on a clock that stands still, and the play of one neutral case on it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/workflows/kernel/neutral_case.hpp"
#include "workflows/kernel/kernel.hpp"

namespace guichet::tests {

class ClockedHost : public kernel::Host {
 public:
  bool accepts(std::span<const model::TransitionIndex>, const kernel::Trigger&) override {
    return true;
  }

  void send(std::string id, std::string event, std::int64_t delay_ms);
  void cancel(const std::string& id);
  // The next delayed event that is due by then; the clock goes to it. Nothing: it goes to `until`.
  std::optional<std::string> next_due(std::optional<std::int64_t> until);
  std::int64_t now() const { return now_; }

  kernel::Position position;

 private:
  struct Delayed {
    std::int64_t due;
    std::string id, event;
  };
  std::int64_t now_ = 0;
  std::vector<Delayed> delayed_;  // in order of sending
};

// Plays the case; what went wrong, or nothing. `name_of` gives a state's neutral id.
std::optional<std::string> play(const NeutralCase& neutral, const model::Workflow& workflow,
                                ClockedHost& host,
                                const std::function<std::string(model::StateIndex)>& name_of);

// The two ways: the model built straight from the case; the case written as YAML and loaded.
std::optional<std::string> play_on_model(const NeutralCase& neutral);
std::optional<std::string> play_on_yaml(const NeutralCase& neutral);

}  // namespace guichet::tests
