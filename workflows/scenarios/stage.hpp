// A desk on a simulated clock, in memory (or on any store): time moves when it is told to, and what
// falls due on the way happens on the way. For scenarios, simulation and the demonstration.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/clock.hpp"
#include "engine/base/log.hpp"
#include "engine/desk/desk.hpp"
#include "engine/store/store.hpp"

namespace guichet::scenarios {

// Where the process stops while it carries a command out. Whoever asked has no answer and asks
// again under the same id, of the desk that has been started anew on what the store has.
enum class Crash { none, before_commit, after_commit };

class LosingStore;
struct OtherLoad;

class Stage {
 public:
  // With `store` null, a store in memory of its own.
  Stage(std::shared_ptr<const bundle::Desk> definition, base::Instant start,
        std::unique_ptr<store::Store> store = nullptr);
  ~Stage();

  desk::Desk& desk() { return *desk_; }
  const bundle::Desk& definition() const { return *definition_; }
  const std::shared_ptr<const bundle::Desk>& shared_definition() const { return definition_; }
  const calendar::Calendar& calendar() const { return *definition_->calendar; }
  base::Instant now() const { return clock_.now(); }

  // Fires every timer due until `until`, each at its own due date, then stands at `until`.
  void run_until(base::Instant until);
  // The next timer's due date, if one is armed.
  std::optional<base::Instant> next_due();
  // Fires the first timer that is due now; false where none is, or where it was refused.
  bool fire_due() { return fire_due_case().has_value(); }
  std::optional<base::CaseId> fire_due_case();  // the case that it was of
  void set_now(base::Instant instant) { clock_.set(instant); }

  // The next command (an act, or a timer that fires) meets the crash.
  void crash_next(Crash crash) { crash_ = crash; }
  bool awaits_crash() const { return crash_ != Crash::none; }
  // What other cases take up of partners, from now on.
  void set_others(std::vector<OtherLoad> others);
  // Another version is in force from now on; cases in flight stay with theirs.
  void activate(std::shared_ptr<const bundle::Desk> definition);
  // Versions that were in force before the one that is.
  std::vector<const bundle::Desk*> earlier() const;
  // A case that begins with these facts, whatever led to them.
  base::CaseId place(const std::vector<cases::Event>& events);
  // Does folding its facts give the case as it is stored?
  bool facts_give_case(base::CaseId kase);
  // Told of the case after each command that was accepted, those of timers among them.
  void on_step(std::function<void(base::CaseId)> told) { told_ = std::move(told); }
  // Told of each arm that is taken, or whose refusal is the answer.
  using ArmTold = std::function<void(const model::Workflow&, model::TransitionIndex)>;
  void on_arm(ArmTold told);
  // What expressions and offers look at, at this moment.
  cases::Surroundings surroundings();

  cases::Outcome submit(access::Actor actor, base::CaseId kase, cases::Body body);
  std::optional<cases::Snapshot> load(base::CaseId kase);
  std::optional<base::CaseId> find_number(const std::string& number);
  std::vector<cases::Fact> facts(base::CaseId kase);
  std::vector<store::OutboxRow> letters(base::CaseId kase);
  std::vector<base::CaseId> case_ids();

 private:
  class Silent final : public base::Log {
    void write(base::LogLevel, std::string_view) override {}
  };
  void start_desk();
  void deliver();

  std::shared_ptr<const bundle::Desk> definition_;
  std::map<std::string, std::shared_ptr<const bundle::Desk>> definitions_;  // put in force here
  base::ManualClock clock_;
  Silent log_;
  std::unique_ptr<LosingStore> store_;
  std::unique_ptr<desk::Desk> desk_;
  Crash crash_ = Crash::none;
  std::function<void(base::CaseId)> told_;
  ArmTold arm_told_;
  std::int64_t commands_ = 0;  // numbers their ids, so that a run is the same each time
};

}  // namespace guichet::scenarios
