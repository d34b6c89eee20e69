#include "workflows/migrate/assess.hpp"

#include <algorithm>

#include "workflows/migrate/content.hpp"
#include "workflows/migrate/messages.hpp"

namespace guichet::migrate {
namespace {

using base::Message;
using model::State;
using model::StateKind;
using model::Workflow;

bool is_innermost(StateKind kind) {
  return kind == StateKind::atomic || kind == StateKind::final;
}

std::string parent_of(const std::string& path) {
  const auto dot = path.rfind('.');
  return dot == std::string::npos ? "" : path.substr(0, dot);
}

const StateRule* rule_for(const WorkflowPlan& plan, const std::string& path) {
  const auto found = std::ranges::find(plan.states, path, &StateRule::from);
  return found == plan.states.end() ? nullptr : &*found;
}

const State* find(const Workflow& workflow, const std::string& path) {
  const auto found = workflow.find_state(path);
  return found ? &workflow.at(*found) : nullptr;
}

class Assessing {
 public:
  Assessing(const Place& place, const Workflow& from, const Workflow& to, const WorkflowPlan& plan)
      : place_(place), from_(from), to_(to), plan_(plan) {}

  Assessment run() {
    for (const std::string& path : place_.active) place(path);
    remember();
    if (out_.carried && out_.moves.empty()) check_legal();
    if (out_.carried) check_reachable();
    compare("", "");  // what holds at every open state
    for (const auto& [old_path, new_path] : stays_) compare(old_path, new_path);
    for (const std::string& path : place_.suspended) {
      if (find(to_, renamed(plan_, path)) != nullptr) compare(path, renamed(plan_, path));
    }
    return std::move(out_);
  }

 private:
  void harden(Verdict verdict) { out_.verdict = std::max(out_.verdict, verdict); }
  void miss(Verdict verdict, Message reason) {
    harden(verdict);
    out_.carried = false;
    out_.reasons.push_back(std::move(reason));
  }

  // The move that the state's own rule asks for, or that of the nearest state around with a rule.
  const StateRule* move_of(std::string path) const {
    for (; !path.empty(); path = parent_of(path)) {
      const StateRule* rule = rule_for(plan_, path);
      if (rule != nullptr) return rule->moves ? rule : nullptr;
    }
    return nullptr;
  }

  void place(const std::string& path) {
    const State* before = find(from_, path);
    if (const StateRule* move = move_of(path)) {
      if (std::ranges::find(out_.moves, move) == out_.moves.end()) out_.moves.push_back(move);
      out_.dropped.push_back(path);
      harden(Verdict::mapping);
      return;
    }
    const std::string wanted = renamed(plan_, path);
    const State* after = find(to_, wanted);
    if (after == nullptr) {
      // A state around others goes where they go; what they say decides.
      if (before != nullptr && !is_innermost(before->kind) && has_rule_below(path)) {
        out_.dropped.push_back(path);
        return;
      }
      return miss(Verdict::mapping, Message(messages::kStateGone, {path}));
    }
    // Without the old version's word on it, what it is now must do.
    const StateKind kind = before != nullptr ? before->kind : after->kind;
    const bool ends = kind == StateKind::final || after->kind == StateKind::final;
    if (kind != after->kind && (ends || is_innermost(kind) || is_innermost(after->kind) ||
                                is_history(after->kind) || wanted == path)) {
      return miss(Verdict::mapping,
                  Message(messages::kKindDiffers, {path, kind_name(kind), kind_name(after->kind)}));
    }
    if (wanted != path) {
      out_.renamed.emplace_back(path, wanted);
      harden(Verdict::mapping);
    }
    stays_.emplace_back(path, wanted);
  }

  bool has_rule_below(const std::string& path) const {
    return std::ranges::any_of(
        plan_.states, [&](const StateRule& rule) { return rule.from.starts_with(path + "."); });
  }

  void remember() {
    for (const auto& [history, states] : place_.history) {
      const StateRule* rule = rule_for(plan_, history);
      if (rule != nullptr && rule->forgets) {
        out_.forgotten.push_back(history);
        harden(Verdict::mapping);
        continue;
      }
      const std::string wanted = renamed(plan_, history);
      const State* before = find(from_, history);
      const State* after = find(to_, wanted);
      if (after == nullptr || (before != nullptr && before->kind != after->kind)) {
        miss(Verdict::mapping, Message(messages::kHistoryGone, {history}));
        continue;
      }
      if (wanted != history) rename(history, wanted);
      for (const std::string& state : states) remember_state(history, state);
    }
  }

  // A remembered state that is gone is where the plan moves it, if the history can still mean that;
  // else there is nothing left to remember.
  void remember_state(const std::string& history, const std::string& path) {
    const std::string wanted = renamed(plan_, path);
    if (find(to_, wanted) != nullptr) {
      if (wanted != path) rename(path, wanted);
      return;
    }
    const StateRule* move = move_of(path);
    if (move == nullptr) return miss(Verdict::mapping, Message(messages::kStateGone, {path}));
    if (move->to.starts_with(parent_of(renamed(plan_, history)) + ".")) {
      return rename(path, move->to);
    }
    harden(Verdict::mapping);
    out_.forgotten.push_back(history);
  }

  void rename(const std::string& path, const std::string& wanted) {
    harden(Verdict::mapping);
    const std::pair both(path, wanted);
    if (std::ranges::find(out_.renamed, both) == out_.renamed.end()) out_.renamed.push_back(both);
  }

  // M4: one child of each compound, each region of a parallel.
  void check_legal() {
    std::set<std::string> active;
    for (const auto& [old_path, new_path] : stays_) {
      if (!is_innermost(find(to_, new_path)->kind)) continue;
      for (std::string up = new_path; !up.empty(); up = parent_of(up)) active.insert(up);
    }
    check_children(to_.states.front(), active);
    for (const std::string& path : active) {
      if (const State* state = find(to_, path)) check_children(*state, active);
    }
    for (const std::string& path : active) {
      const bool carried =
          std::ranges::any_of(stays_, [&](const auto& each) { return each.second == path; });
      if (!carried) out_.entered.push_back(path);
    }
    // Ancestors that the new place does not have.
    std::erase_if(stays_, [&](const auto& each) {
      if (active.contains(each.second)) return false;
      out_.dropped.push_back(each.first);
      return true;
    });
  }

  void check_children(const State& state, const std::set<std::string>& active) {
    std::vector<std::string> inside;
    for (const model::StateIndex child : state.children) {
      const std::string& path = to_.at(child).path;
      if (active.contains(path)) {
        inside.push_back(path);
      } else if (state.kind == StateKind::parallel && find(from_, path) == nullptr) {
        begin(to_.at(child));
        harden(Verdict::mapping);
        out_.reasons.push_back(
            Message(messages::kRegionBegins, {state.path, to_.at(child).id, out_.begun.back()}));
      } else if (state.kind == StateKind::parallel) {
        miss(Verdict::mapping, Message(messages::kRegionMissing, {state.path, to_.at(child).id}));
      }
    }
    if (state.kind == StateKind::compound && inside.size() > 1) {
      miss(Verdict::mapping, Message(messages::kTwoInOne, {state.path, inside[0], inside[1]}));
    }
  }

  // A region that the new version adds begins where it always does.
  void begin(const State& state) {
    out_.begun.push_back(state.path);
    if (state.kind == StateKind::parallel) {
      for (const model::StateIndex child : state.children) begin(to_.at(child));
    } else if (state.kind == StateKind::compound && state.initial) {
      for (const model::StateIndex target : state.initial->targets) begin_at(state, target);
    }
  }
  // The child on the way to the target; those beside it, where it is parallel to them.
  void begin_at(const State& state, model::StateIndex target) {
    const std::string& wanted = to_.at(target).path;
    for (const model::StateIndex child : state.children) {
      const State& inside = to_.at(child);
      if (inside.path == wanted) return begin(inside);
      const bool leads = wanted.starts_with(inside.path + ".");
      if (!leads && state.kind == StateKind::parallel) begin(inside);
      if (!leads) continue;
      out_.begun.push_back(inside.path);
      begin_at(inside, target);
      if (state.kind != StateKind::parallel) return;
    }
  }

  void check_reachable() {
    if (plan_.force || (out_.renamed.empty() && out_.moves.empty())) return;
    const std::set<std::string> known = reachable(to_);
    for (const auto& [old_path, new_path] : out_.renamed) {
      if (known.contains(new_path) || is_history(find(to_, new_path)->kind)) continue;
      miss(Verdict::mapping, Message(messages::kUnreachable, {new_path}));
    }
    for (const StateRule* move : out_.moves) {
      if (!known.contains(move->to)) {
        miss(Verdict::mapping, Message(messages::kUnreachable, {move->to}));
      }
    }
  }

  // What became of a state that stays active: its timers, and what comes next.
  void compare(const std::string& old_path, const std::string& new_path) {
    const State* before = find(from_, old_path);
    const State* after = find(to_, new_path);
    if (before == nullptr) return;
    compare_timers(*before, *after);
    if (text_of(*before) != text_of(*after) || acts_of(from_, *before) != acts_of(to_, *after)) {
      harden(Verdict::compatible);
    }
  }

  static std::map<std::string, const model::TimerSpec*> timers_of(const Workflow& workflow,
                                                                  const State& state) {
    std::map<std::string, const model::TimerSpec*> timers;
    for (const model::DeclarationIndex index : state.timers) {
      timers[workflow.at(index).name] = &*workflow.at(index).timer;
    }
    return timers;
  }

  void compare_timers(const State& before, const State& after) {
    const auto then = timers_of(from_, before), now = timers_of(to_, after);
    const auto add = [&](const std::string& timer, TimerEffect effect) {
      out_.timers.push_back({after.path, before.path, timer, effect});
      if (effect != TimerEffect::kept) harden(Verdict::timers);
    };
    for (const auto& [name, spec] : now) {
      const auto known = then.find(name);
      if (known == then.end()) {
        add(name, TimerEffect::added);
      } else {
        const bool same = text_of(*known->second) == text_of(*spec);
        add(name, same ? TimerEffect::kept : TimerEffect::changed);
      }
    }
    for (const auto& [name, spec] : then) {
      if (!now.contains(name)) add(name, TimerEffect::removed);
    }
  }

  // Who may do what here, what it asks and where it leads; timers' transitions included.
  static std::multiset<std::string> acts_of(const Workflow& workflow, const State& state) {
    std::multiset<std::string> acts;
    for (const model::DeclarationIndex index : state.declarations) {
      const model::Declaration& each = workflow.at(index);
      std::string text = cause_name(each.cause) + " " + each.name + " by";
      for (const std::string& role : each.by) text += " " + role;
      for (const std::string& field : each.require) text += " " + field + "!";
      for (const std::string& field : each.accepts) text += " " + field;
      acts.insert(text + "\n" + text_of(workflow, each));
    }
    if (state.referral) {
      for (const std::string& field : state.referral->share) acts.insert("shares " + field);
    }
    return acts;
  }

  const Place& place_;
  const Workflow& from_;
  const Workflow& to_;
  const WorkflowPlan& plan_;
  Assessment out_;
  std::vector<std::pair<std::string, std::string>> stays_;  // old path, new path
};

// The tables and conventions that differ between the two desks.
template <typename Rules>
void add_changed(const Rules& from, const Rules& to, std::vector<std::string>& ids) {
  for (const auto& [id, rule] : to) {
    const auto before = from.find(id);
    if (before == from.end() || written(*before->second) != written(*rule)) ids.push_back(id);
  }
}

}  // namespace

std::string_view to_text(Verdict verdict) {
  static constexpr std::string_view kWords[] = {"identical", "compatible", "timers", "mapping",
                                                "blocked"};
  return kWords[static_cast<std::size_t>(verdict)];
}

std::string renamed(const WorkflowPlan& plan, const std::string& path) {
  for (std::string up = path; !up.empty(); up = parent_of(up)) {
    const StateRule* rule = rule_for(plan, up);
    if (rule != nullptr && !rule->moves && !rule->forgets) {
      return rule->to + path.substr(up.size());
    }
  }
  return path;
}

Assessment assess(const Place& place, const Workflow& from, const Workflow& to,
                  const WorkflowPlan& plan) {
  return Assessing(place, from, to, plan).run();
}

Assessment assess(const Place& place, const std::string& workflow, const bundle::Desk& from,
                  const bundle::Desk& to, const WorkflowPlan& plan) {
  const Workflow* before = from.workflow(workflow);
  const Workflow* after = to.workflow(workflow);
  if (before == nullptr || after == nullptr) {
    Assessment gone;
    gone.verdict = Verdict::blocked;
    gone.carried = false;
    gone.reasons = {Message(messages::kPathGone, {workflow})};
    return gone;
  }
  Assessment out = assess(place, *before, *after, plan);
  if (out.verdict != Verdict::identical) return out;
  std::vector<std::string> rules;
  add_changed(from.tables, to.tables, rules);
  add_changed(from.conventions, to.conventions, rules);
  for (const std::string& path : place.active) {
    const State* state = find(*after, path);
    const bool asks = state != nullptr && std::ranges::any_of(rules, [&](const std::string& id) {
                        return asks_table(*state, *after, id);
                      });
    if (asks) out.verdict = Verdict::compatible;
  }
  return out;
}

}  // namespace guichet::migrate
