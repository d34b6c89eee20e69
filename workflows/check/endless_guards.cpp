// Circles of `always` whose conditions can all hold at once while nothing on the way writes what
// they ask for: entered then, the step would never end.
#include <algorithm>

#include "workflows/check/findings.hpp"
#include "workflows/check/guard_messages.hpp"
#include "workflows/check/guard_space.hpp"
#include "workflows/check/verbs.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::StateIndex;
using model::Transition;
using model::Workflow;

constexpr std::size_t kLongestCircle = 6;

class Circles {
 public:
  explicit Circles(Reading& reading) : reading_(reading), workflow_(reading.workflow) {}

  void check() {
    const std::vector<bool> reached = reachable_states(workflow_);
    for (const Transition& arm : workflow_.transitions) {
      if (!is_turn(arm) || !reached[static_cast<std::size_t>(arm.source.value)]) continue;
      path_ = {&arm};
      follow(arm);
    }
  }

 private:
  static bool is_turn(const Transition& arm) {
    return arm.cause == model::Cause::always && !arm.targets.empty();
  }

  void follow(const Transition& arm) {
    for (const StateIndex state : entered_by(workflow_, arm.targets)) {
      for (const model::TransitionIndex index : workflow_.at(state).always) {
        const Transition& next = workflow_.at(index);
        if (!is_turn(next)) continue;
        if (&next == path_.front()) return close();
        const bool seen = std::ranges::find(path_, &next) != path_.end();
        if (seen || path_.size() == kLongestCircle || &next < path_.front()) continue;
        path_.push_back(&next);
        follow(next);
        path_.pop_back();
      }
    }
  }

  // Fields that the conditions ask for; nothing where one asks for what the step itself changes.
  std::optional<std::set<std::string>> asked() const {
    std::set<std::string> names;
    for (const Transition* arm : path_) {
      if (arm->when.empty()) continue;
      for (const feel::Scope::Slot slot : arm->when.slots()) {
        const bool changes = slot == static_cast<std::uint32_t>(model::FixedName::children) ||
                             slot == static_cast<std::uint32_t>(model::FixedName::all_children) ||
                             slot == static_cast<std::uint32_t>(model::FixedName::event);
        if (changes) return std::nullopt;
        names.insert(reading_.scope.variables()[slot].name);
      }
      if (arm->when.source().text().find("in state") != std::string::npos) return std::nullopt;
    }
    return names;
  }

  bool writes(const std::set<std::string>& names) const {
    bool found = false;
    const auto look = [&](const model::Verb& verb) {
      const std::string* field = written_field(verb);
      if (field == nullptr) return;
      const vocabulary::Field* known = reading_.names.vocabulary->find(*field);
      const bool by_owner = known != nullptr && (names.contains("case") || names.contains("firm") ||
                                                 names.contains("person"));
      found = found || names.contains(*field) || by_owner;
    };
    for (const Transition* arm : path_) {
      each_verb(arm->run, look);
      each_verb(workflow_.at(arm->source).exit, look);
      for (const StateIndex state : entered_by(workflow_, arm->targets)) {
        each_verb(workflow_.at(state).entry, look);
        // What a referral comes to is decided on the way in.
        found = found || workflow_.at(state).referral.has_value();
      }
    }
    return found;
  }

  void close() {
    const bool conditional =
        std::ranges::any_of(path_, [](const Transition* arm) { return !arm->when.empty(); });
    const auto names = asked();
    if (!conditional || !names || writes(*names)) return;
    std::vector<const feel::Expression*> guards;
    std::vector<std::size_t> all;
    for (const Transition* arm : path_) {
      all.push_back(guards.size());
      guards.push_back(&arm->when);
    }
    GuardSpace space(guards, reading_.scope, {});
    if (!space.is_bearable() || !space.is_exact()) return;
    space.each_case([&](const std::vector<Truth>& truths) {
      if (std::ranges::any_of(truths, [](Truth truth) { return truth != Truth::yes; })) return true;
      report(space.witness(all));
      return false;
    });
  }

  void report(const std::string& witness) {
    const Transition& last = *path_.back();
    if (!told_.insert(&last).second) return;
    reading_.diagnostics.error(
        last.at,
        Message(messages::kEndlessGuards, {witness, workflow_.at(path_.front()->source).path}),
        Message(messages::kBreakTheCircle));
  }

  Reading& reading_;
  const Workflow& workflow_;
  std::vector<const Transition*> path_;
  std::set<const Transition*> told_;
};

}  // namespace

void find_endless_guards(Reading& reading) {
  Circles(reading).check();
}

}  // namespace guichet::check
