// A situation while one move is carried out. Private to this module.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "workflows/check/load_workflow.hpp"
#include "workflows/explore/choices.hpp"
#include "workflows/explore/play.hpp"

namespace guichet::explore {

class Step {
 public:
  Step(Judge& judge, const Situation& situation, const Move& move, Choices& choices);

  // False where nothing takes the move.
  bool run();
  Way result() &&;

  // For the kernel's host.
  bool decide(std::size_t instance, const feel::Expression& condition, const std::string& event,
              bool& unknown);
  void enter(std::size_t instance, const kernel::Active& active);
  void exit(std::size_t instance, const kernel::Active& active);
  void take(std::size_t instance, model::TransitionIndex arm, kernel::Raiser& raiser);
  void run_block(std::size_t instance, const model::Block& block, kernel::Raiser& raiser);
  void set(std::size_t instance, const std::string& field, const model::Operand& value);
  void cancel(std::size_t instance, const std::string& timer);
  void resume(std::size_t instance);

 private:
  bool move_first();
  bool take_act();
  bool confirm();
  void fire();
  bool take_event();
  bool change();
  bool give_values(const model::Declaration& declaration);
  void start_instance(std::size_t instance);
  bool step_instance(std::size_t instance, const kernel::Trigger& trigger);
  void settle_all();
  void conclude(std::size_t instance, kernel::Outcome outcome);
  void open_referrals(std::size_t instance, const model::State& state, std::int32_t entry,
                      std::size_t count);
  ValueNumber read(std::size_t instance, FieldNumber field);
  void write(std::size_t instance, FieldNumber field, ValueNumber value);
  void post(std::size_t instance, std::string event);

  Judge& judge_;
  const Domains& domains_;
  Situation now_;
  Move move_;
  Choices& choices_;
  std::vector<std::pair<std::size_t, std::string>> queue_;
  std::size_t next_ = 0;  // of the queue; those before it are handled
  std::map<std::pair<const void*, std::size_t>, bool> decided_;  // undecidable ones, in this step
  std::string event_;
  std::vector<model::TransitionIndex> arms_;
  bool endless_ = false, changed_ = false;
};

}  // namespace guichet::explore
