// A statechart written by hand for a test, and a host that writes down what the kernel tells it.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "workflows/kernel/kernel.hpp"

namespace guichet::tests {

// States in document order, then arms. Names are unique; a state's path is its dotted place.
class Chart {
 public:
  Chart();
  Chart& state(const std::string& name, const std::string& parent = "",
               model::StateKind kind = model::StateKind::atomic);
  Chart& initial(const std::string& state, const std::vector<std::string>& targets);
  // `on`: "event", "!action", "?reply", "@timer", "" for always, "done".
  Chart& arm(const std::string& source, const std::string& on,
             const std::vector<std::string>& targets = {}, bool internal = false);
  model::Workflow build();
  model::StateIndex at(const std::string& name) const { return names_.at(name); }

 private:
  model::State& of(const std::string& name);
  model::Workflow workflow_;
  std::map<std::string, model::StateIndex> names_;
};

// Guards and raises by "source:on" of an arm, by "+state" for entry and "-state" for exit.
class Recorder final : public kernel::Host {
 public:
  explicit Recorder(const model::Workflow& workflow) : workflow_(workflow) {}

  std::set<std::string> closed;                    // guards that are false
  std::multimap<std::string, std::string> raises;  // what -> event
  std::function<bool()> veto = [] { return false; };
  std::vector<std::string> log;  // "-a", "a:event", "+b"

  bool holds(model::TransitionIndex arm, const kernel::Trigger&, kernel::Raiser&) override;
  bool accepts(std::span<const model::TransitionIndex>, const kernel::Trigger&) override;
  void exit(const kernel::Active& state, kernel::Raiser& raiser) override;
  void take(model::TransitionIndex arm, const kernel::Trigger&, kernel::Raiser& raiser) override;
  void enter(const kernel::Active& state, kernel::Raiser& raiser) override;
  void begin(const model::Initial& initial, kernel::Raiser& raiser) override;

 private:
  std::string name_of(model::TransitionIndex arm) const;
  void write(const std::string& what, kernel::Raiser& raiser);
  const model::Workflow& workflow_;
};

// A workflow under test with its position, so that a test reads: send, then expect.
struct Running {
  explicit Running(Chart& chart) : workflow(chart.build()), host(workflow) {}
  kernel::Outcome start() { return kernel::start(workflow, position, host); }
  kernel::Outcome send(const std::string& event) {
    return kernel::step(workflow, position, {.name = event}, host);
  }
  std::string active() const;  // ids of the active atomic states, with a blank between
  std::string told();          // the host's log since the last call, with a blank between

  model::Workflow workflow;
  Recorder host;
  kernel::Position position;
};

}  // namespace guichet::tests
