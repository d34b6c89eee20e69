#include "workflows/migrate/difference.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "workflows/migrate/content.hpp"
#include "workflows/migrate/messages.hpp"
#include "workflows/migrate/timer_text.hpp"

namespace guichet::migrate {
namespace {

using base::Message;
using base::MessageText;
using model::Declaration;
using model::State;
using model::Workflow;

std::string listed(const std::vector<std::string>& words) {
  return words.empty() ? "-" : fmt::format("{}", fmt::join(words, ", "));
}

// Acts, replies and timers go by name; the others, which may share one, by place among their like.
std::string name_of(const Workflow& workflow, const State& state, const Declaration& declaration) {
  if (!declaration.name.empty()) {
    return fmt::format("{} {}", cause_name(declaration.cause), declaration.name);
  }
  int place = 1;
  for (const model::DeclarationIndex index : state.declarations) {
    const Declaration& other = workflow.at(index);
    if (&other == &declaration) break;
    if (other.cause == declaration.cause && other.name.empty()) ++place;
  }
  return place == 1 ? cause_name(declaration.cause)
                    : fmt::format("{} {}", cause_name(declaration.cause), place);
}

class Comparing {
 public:
  Comparing(const Workflow& from, const Workflow& to, std::vector<Change>& changes)
      : from_(from), to_(to), changes_(changes) {}

  void run() {
    for (std::size_t i = 1; i < to_.states.size(); ++i) {
      const State& after = to_.states[i];
      if (const auto before = from_.find_state(after.path)) {
        compare(from_.at(*before), after);
      } else if (const State* moved = same_id(from_, after, to_)) {
        add(ChangeKind::state_parent, after.path, messages::kStateParent,
            {after.id, moved->path, after.path}, moved->at, after.at);
      } else {
        add(ChangeKind::state_added, after.path, messages::kStateAdded, {after.path}, {}, after.at);
      }
    }
    for (std::size_t i = 1; i < from_.states.size(); ++i) {
      const State& before = from_.states[i];
      if (to_.find_state(before.path) || same_id(to_, before, from_) != nullptr) continue;
      add(ChangeKind::state_removed, before.path, messages::kStateRemoved, {before.path}, before.at,
          {});
    }
    compare_declarations(from_.states.front(), to_.states.front());
  }

 private:
  // The only state of that id, where neither version has two of them and its path is new.
  static const State* same_id(const Workflow& there, const State& state, const Workflow& here) {
    const State* found = nullptr;
    for (const State& other : there.states) {
      if (other.id != state.id) continue;
      if (found != nullptr || here.find_state(other.path)) return nullptr;
      found = &other;
    }
    return found;
  }

  void add(ChangeKind kind, std::string subject, const MessageText& text,
           std::vector<std::string> arguments, base::Location before, base::Location after) {
    changes_.push_back({kind, to_.id, std::move(subject), Message(text, std::move(arguments)),
                        std::move(before), std::move(after)});
  }

  void compare(const State& before, const State& after) {
    const bool history = is_history(before.kind) || is_history(after.kind);
    if (before.kind != after.kind) {
      add(history ? ChangeKind::state_history : ChangeKind::state_kind, after.path,
          history ? messages::kStateHistory : messages::kStateKind,
          {after.path, kind_name(before.kind), kind_name(after.kind)}, before.at, after.at);
    } else if (after.kind == model::StateKind::parallel) {
      const auto old_regions = children_of(from_, before), new_regions = children_of(to_, after);
      if (old_regions != new_regions) {
        add(ChangeKind::state_regions, after.path, messages::kStateRegions,
            {after.path, listed(old_regions), listed(new_regions)}, before.at, after.at);
      }
    }
    if (text_of(before) != text_of(after)) {
      add(ChangeKind::state_content, after.path, messages::kStateContent, {after.path}, before.at,
          after.at);
    }
    const bool shares = before.referral && after.referral;
    if (shares && before.referral->share != after.referral->share) {
      add(ChangeKind::share_changed, after.path, messages::kShareChanged,
          {after.path, listed(before.referral->share), listed(after.referral->share)},
          before.referral->at, after.referral->at);
    }
    compare_declarations(before, after);
  }

  static std::vector<std::string> children_of(const Workflow& workflow, const State& state) {
    std::vector<std::string> ids;
    for (const model::StateIndex child : state.children) ids.push_back(workflow.at(child).id);
    std::ranges::sort(ids);
    return ids;
  }

  const Declaration* same_in(const Workflow& workflow, const State& state,
                             const std::string& name) const {
    for (const model::DeclarationIndex index : state.declarations) {
      if (name_of(workflow, state, workflow.at(index)) == name) return &workflow.at(index);
    }
    return nullptr;
  }

  void compare_declarations(const State& before, const State& after) {
    for (const model::DeclarationIndex index : after.declarations) {
      const Declaration& now = to_.at(index);
      const std::string name = name_of(to_, after, now);
      if (const Declaration* then = same_in(from_, before, name)) {
        compare(*then, now, subject_of(after, now), name);
      } else if (now.timer) {
        add(ChangeKind::timer_added, subject_of(after, now), messages::kTimerAdded,
            {subject_of(after, now), said(*now.timer)}, {}, now.at);
      } else {
        add(ChangeKind::transition_added, subject_of(after, now), messages::kTransitionAdded,
            {after.path, name}, {}, now.at);
      }
    }
    for (const model::DeclarationIndex index : before.declarations) {
      const Declaration& then = from_.at(index);
      const std::string name = name_of(from_, before, then);
      if (same_in(to_, after, name) != nullptr) continue;
      if (then.timer) {
        add(ChangeKind::timer_removed, subject_of(before, then), messages::kTimerRemoved,
            {subject_of(before, then)}, then.at, {});
      } else {
        add(ChangeKind::transition_removed, subject_of(before, then), messages::kTransitionRemoved,
            {before.path, name}, then.at, {});
      }
    }
  }

  static std::string subject_of(const State& state, const Declaration& declaration) {
    const std::string& name =
        declaration.name.empty() ? cause_name(declaration.cause) : declaration.name;
    return state.path.empty() ? name : state.path + "." + name;
  }

  void compare(const Declaration& then, const Declaration& now, const std::string& subject,
               const std::string& name) {
    if (then.timer && now.timer && text_of(*then.timer) != text_of(*now.timer)) {
      add(ChangeKind::timer_changed, subject, messages::kTimerChanged,
          {subject, said(*then.timer), said(*now.timer)}, then.at, now.at);
    }
    if (then.by != now.by) {
      add(ChangeKind::role_changed, subject, messages::kRoleChanged,
          {subject, listed(then.by), listed(now.by)}, then.at, now.at);
    }
    if (then.require != now.require || then.accepts != now.accepts) {
      std::vector<std::string> before = then.require, after = now.require;
      before.insert(before.end(), then.accepts.begin(), then.accepts.end());
      after.insert(after.end(), now.accepts.begin(), now.accepts.end());
      add(ChangeKind::require_changed, subject, messages::kRequireChanged,
          {subject, listed(before), listed(after)}, then.at, now.at);
    }
    if (text_of(from_, then) != text_of(to_, now)) {
      add(ChangeKind::transition_changed, subject, messages::kTransitionChanged, {subject, name},
          then.at, now.at);
    }
  }

  const Workflow& from_;
  const Workflow& to_;
  std::vector<Change>& changes_;
};

base::Location top_of(const Workflow& workflow) {
  return workflow.states.size() > 1 ? workflow.states[1].at : base::Location{};
}

void compare_all_workflows(const bundle::Desk& from, const bundle::Desk& to,
                           std::vector<Change>& changes) {
  for (const auto& [id, workflow] : to.workflows) {
    if (const Workflow* before = from.workflow(id)) {
      compare_workflows(*before, *workflow, changes);
    } else {
      changes.push_back({ChangeKind::workflow_added,
                         id,
                         id,
                         Message(messages::kWorkflowAdded, {id}),
                         {},
                         top_of(*workflow)});
    }
  }
  for (const auto& [id, workflow] : from.workflows) {
    if (to.workflow(id) != nullptr) continue;
    changes.push_back({ChangeKind::workflow_removed,
                       id,
                       id,
                       Message(messages::kWorkflowRemoved, {id}),
                       top_of(*workflow),
                       {}});
  }
}

void compare_fields(const bundle::Desk& from, const bundle::Desk& to,
                    std::vector<Change>& changes) {
  for (const vocabulary::Field& after : to.vocabulary->fields()) {
    const vocabulary::Field* before = from.vocabulary->find(after.id);
    if (before == nullptr) {
      changes.push_back({ChangeKind::field_added,
                         "",
                         after.id,
                         Message(messages::kFieldAdded, {after.id}),
                         {},
                         after.at});
    } else if (type_differs(*before, after)) {
      changes.push_back(
          {ChangeKind::field_type_changed, "", after.id,
           Message(messages::kFieldType, {after.id, type_text(*before), type_text(after)}),
           before->at, after.at});
    }
  }
  for (const vocabulary::Field& before : from.vocabulary->fields()) {
    if (to.vocabulary->find(before.id) != nullptr) continue;
    changes.push_back({ChangeKind::field_removed,
                       "",
                       before.id,
                       Message(messages::kFieldRemoved, {before.id}),
                       before.at,
                       {}});
  }
}

// A rule that is new is seen in the paths that ask it.
template <typename Rules>
void compare_rule_kind(const Rules& from, const Rules& to, ChangeKind kind,
                       const MessageText& sentence, std::vector<Change>& changes) {
  for (const auto& [id, after] : to) {
    const auto before = from.find(id);
    if (before == from.end() || written(*before->second) == written(*after)) continue;
    changes.push_back(
        {kind, "", id, Message(sentence, {id}), before->second->parts().at, after->parts().at});
  }
}

void compare_rules(const bundle::Desk& from, const bundle::Desk& to, std::vector<Change>& changes) {
  compare_rule_kind(from.tables, to.tables, ChangeKind::table_changed, messages::kTableChanged,
                    changes);
  compare_rule_kind(from.conventions, to.conventions, ChangeKind::convention_changed,
                    messages::kConventionChanged, changes);
  const auto intake = [](const bundle::Desk& desk) {
    const auto found = desk.files.find("intake.yaml");
    return found == desk.files.end() ? std::string() : found->second;
  };
  if (intake(from) != intake(to)) {
    changes.push_back(
        {ChangeKind::intake_changed, "", "intake", Message(messages::kIntakeChanged), {}, {}});
  }
}

}  // namespace

bool type_differs(const vocabulary::Field& before, const vocabulary::Field& after) {
  return type_text(before) != type_text(after);
}

void compare_workflows(const Workflow& from, const Workflow& to, std::vector<Change>& changes) {
  Comparing(from, to, changes).run();
}

std::string_view to_text(ChangeKind kind) {
  // In the order of the enumeration.
  static constexpr std::string_view kWords[] = {
      "workflow_added",     "workflow_removed", "state_added",        "state_removed",
      "state_kind",         "state_parent",     "state_regions",      "state_history",
      "state_content",      "transition_added", "transition_removed", "transition_changed",
      "timer_added",        "timer_removed",    "timer_changed",      "role_changed",
      "require_changed",    "share_changed",    "field_added",        "field_removed",
      "field_type_changed", "table_changed",    "convention_changed", "intake_changed"};
  return kWords[static_cast<std::size_t>(kind)];
}

std::vector<Change> difference(const bundle::Desk& from, const bundle::Desk& to) {
  std::vector<Change> changes;
  if (from.hash == to.hash) return changes;
  compare_all_workflows(from, to, changes);
  compare_fields(from, to, changes);
  compare_rules(from, to, changes);
  return changes;
}

}  // namespace guichet::migrate
