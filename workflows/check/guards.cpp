// Conditions that are constant or contradict themselves, lines that are never taken, cases that a
// `choose` leaves out or decides by the order of its lines alone.
#include <algorithm>

#include "workflows/check/findings.hpp"
#include "workflows/check/guard_messages.hpp"
#include "workflows/check/guard_space.hpp"
#include "workflows/check/places.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::Cause;
using model::Transition;

class GuardChecker {
 public:
  GuardChecker(Reading& reading, const model::Declaration& declaration,
               std::vector<bool>& never_taken)
      : reading_(reading),
        declaration_(declaration),
        never_taken_(never_taken),
        taken_(declaration.arms.size()),
        holds_(declaration.arms.size()) {}

  void check() {
    check_constants();
    if (check_last_line()) return;
    std::vector<const feel::Expression*> guards;
    for (std::size_t i = 0; i < taken_.size(); ++i) guards.push_back(&arm(i).when);
    if (std::ranges::all_of(guards, [](const auto* guard) { return guard->empty(); })) return;
    GuardSpace space(guards, reading_.scope, given());
    if (!space.is_bearable()) return undecided();
    space.each_case([&](const std::vector<Truth>& truths) {
      look(space, truths);
      return true;
    });
    report(space);
  }

 private:
  const Transition& arm(std::size_t i) const { return reading_.workflow.at(declaration_.arms[i]); }
  void never(std::size_t i) {
    never_taken_[static_cast<std::size_t>(declaration_.arms[i].value)] = true;
  }

  // What an act requires is there when its lines are looked at.
  std::set<std::string> given() const {
    return {declaration_.require.begin(), declaration_.require.end()};
  }

  void check_constants() {
    for (std::size_t i = 0; i < taken_.size(); ++i) {
      const feel::Expression& when = arm(i).when;
      if (when.empty() || !when.constant()) continue;
      if (!when.constant()->value().is_true()) never(i);
      reading_.diagnostics.warning(
          when.source().whole(),
          Message(messages::kConstantGuard, {feel::to_text(when.constant()->value())}),
          Message(messages::kAskSomething));
    }
  }

  // A line below one without a condition; the rest is then not worth a look.
  bool check_last_line() {
    for (std::size_t i = 0; i + 1 < taken_.size(); ++i) {
      if (!arm(i).when.empty()) continue;
      reading_.diagnostics.warning(arm(i + 1).at, Message(messages::kNeverTaken),
                                   Message(messages::kLastLine), {arm(i).at});
      for (std::size_t j = i + 1; j < taken_.size(); ++j) never(j);
      return true;
    }
    return false;
  }

  void look(const GuardSpace& space, const std::vector<Truth>& truths) {
    std::size_t first = truths.size();
    for (std::size_t i = truths.size(); i-- > 0;) {
      if (truths[i] != Truth::yes) continue;
      holds_[i] = true;
      first = i;
    }
    if (first == truths.size()) {
      if (!gap_) gap_ = space.witness(all());
      return;
    }
    taken_[first] = true;
    for (std::size_t i = 0; i < truths.size(); ++i) {
      for (std::size_t j = i + 1; j < truths.size(); ++j) compare(space, truths, i, j);
    }
  }

  void compare(const GuardSpace& space, const std::vector<Truth>& truths, std::size_t i,
               std::size_t j) {
    if (truths[i] != Truth::yes && truths[j] != Truth::yes) return;
    Pair& pair = pairs_[{i, j}];
    if (truths[i] != truths[j]) {
      (truths[i] == Truth::yes ? pair.only_first : pair.only_second) = true;
    } else if (pair.both.empty()) {
      pair.both = space.witness({i, j});
    }
  }

  std::vector<std::size_t> all() const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < taken_.size(); ++i) out.push_back(i);
    return out;
  }

  void report(const GuardSpace& space) {
    for (std::size_t i = 0; i < taken_.size(); ++i) {
      if (taken_[i]) continue;
      never(i);
      const feel::Expression& when = arm(i).when;
      if (!when.empty() && when.constant()) continue;
      if (!holds_[i]) {
        reading_.diagnostics.warning(when.source().whole(), Message(messages::kNeverHolds),
                                     Message(messages::kContradiction));
      } else {
        reading_.diagnostics.warning(arm(i).at, Message(messages::kNeverTaken),
                                     Message(messages::kTakenBefore), {arm(0).at});
      }
    }
    if (is_choice()) report_gap(space);
    if (!space.is_exact()) return;
    for (const auto& [lines, pair] : pairs_) report_overlap(space, lines.first, lines.second, pair);
  }

  // Where nothing may be meant to happen, a gap is none: lines that only do something, `always`.
  bool is_choice() const {
    if (declaration_.arms.size() < 2 || declaration_.cause == Cause::always) return false;
    if (declaration_.cause != Cause::event && declaration_.cause != Cause::timer) return true;
    return std::ranges::none_of(declaration_.arms, [&](model::TransitionIndex index) {
      return reading_.workflow.at(index).targets.empty();
    });
  }

  base::Location place() const {
    return declaration_.cause == Cause::done ? declaration_.at
                                             : Places(reading_).key(declaration_, "choose");
  }

  void report_gap(const GuardSpace& space) {
    if (!gap_) return;
    if (!space.is_exact()) return undecided();
    reading_.diagnostics.warning(place(), Message(messages::kGuardsGap, {*gap_}),
                                 Message(messages::kAddLastLine));
  }

  void undecided() {
    const bool ends = arm(taken_.size() - 1).when.empty();
    if (!is_choice() || ends) return;
    reading_.diagnostics.info(place(), Message(messages::kGuardsUndecided),
                              Message(messages::kAddLastLine));
  }

  struct Pair {
    std::string both;  // a case in which both hold
    bool only_first = false, only_second = false;
  };

  // One line that takes what another leaves is how people write "else"; two that each hold
  // elsewhere too, over the same things, are told apart by their order alone.
  void report_overlap(const GuardSpace& space, std::size_t i, std::size_t j, const Pair& pair) {
    const bool crossing = !pair.both.empty() && pair.only_first && pair.only_second;
    if (!crossing || !space.ask_alike(i, j) || arm(i).when.empty() || arm(j).when.empty()) return;
    if (arm(i).refuse || arm(i).targets == arm(j).targets) return;
    reading_.diagnostics.warning(arm(j).when.source().whole(),
                                 Message(messages::kGuardsOverlap, {pair.both}),
                                 Message(messages::kOrderDecides), {arm(i).when.source().whole()});
  }

  Reading& reading_;
  const model::Declaration& declaration_;
  std::vector<bool>& never_taken_;  // by transition
  std::vector<bool> taken_, holds_;
  std::optional<std::string> gap_;
  std::map<std::pair<std::size_t, std::size_t>, Pair> pairs_;
};

void check_branches(const model::Block& block, base::Diagnostics& diagnostics) {
  for (const model::Verb& verb : block) {
    const auto* branch = std::get_if<model::If>(&verb.what);
    if (branch == nullptr) continue;
    if (!branch->when.empty() && branch->when.constant()) {
      diagnostics.warning(
          branch->when.source().whole(),
          Message(messages::kConstantGuard, {feel::to_text(branch->when.constant()->value())}),
          Message(messages::kAskSomething));
    }
    check_branches(branch->then, diagnostics);
    check_branches(branch->otherwise, diagnostics);
  }
}

}  // namespace

std::vector<bool> find_guard_faults(Reading& reading) {
  std::vector<bool> never_taken(reading.workflow.transitions.size());
  for (const model::Declaration& declaration : reading.workflow.declarations) {
    if (!declaration.arms.empty()) GuardChecker(reading, declaration, never_taken).check();
  }
  for (const model::State& state : reading.workflow.states) {
    check_branches(state.entry, reading.diagnostics);
    check_branches(state.exit, reading.diagnostics);
  }
  for (const Transition& arm : reading.workflow.transitions) {
    check_branches(arm.run, reading.diagnostics);
  }
  return never_taken;
}

}  // namespace guichet::check
